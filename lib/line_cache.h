// Which built-in rules a short line hits: lines of menus and captions come again from page to page
// of a site, and are then known by their bytes.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace thanbai {

/// A line and the rules that hit it, of one set of rules. Its bytes are compared, not a hash of
/// them: what it says is never of another line.
class alignas(64) KnownLine {
 public:
  static constexpr std::size_t most_bytes = 48;
  static constexpr std::size_t most_rules = 5;

  bool is(std::string_view text, std::uint32_t set) const noexcept {
    return size_ == text.size() && set_ == set &&
           std::memcmp(text_.data(), text.data(), text.size()) == 0;
  }
  /// Becomes that line, of most_bytes at most, unless more rules hit it than there is room for.
  void learn(std::string_view text, std::uint32_t set,
             const std::vector<std::uint16_t>& rules) noexcept {
    if (rules.size() > most_rules) return;
    std::memcpy(text_.data(), text.data(), text.size());
    std::copy(rules.begin(), rules.end(), rules_.begin());
    set_ = set;
    size_ = static_cast<std::uint8_t>(text.size());
    count_ = static_cast<std::uint8_t>(rules.size());
  }

  /// The rules.
  const std::uint16_t* begin() const noexcept { return rules_.data(); }
  const std::uint16_t* end() const noexcept { return rules_.data() + count_; }

 private:
  std::array<char, most_bytes> text_{};
  std::uint32_t set_ = 0;
  std::array<std::uint16_t, most_rules> rules_{};
  std::uint8_t size_ = 0;  // 0: a free place
  std::uint8_t count_ = 0;
};
static_assert(sizeof(KnownLine) == 64);

/// Remembers lines; what it forgets is matched again. Not for two threads at once.
class LineCache {
 public:
  /// Before each page. Gives the number by which lines are told that are known for one of the sets
  /// of `owner`, of which there are most_sets; lines known for another owner's are forgotten. It
  /// keeps the owner, so that no other comes to stand at its address. The first page finds nothing
  /// and leaves nothing: for a cache that sees no other, 128 kB would be made for nothing.
  std::uint32_t open(const std::shared_ptr<const void>& owner, std::size_t set) {
    if (owner_ != nullptr && lines_.empty()) lines_.resize(std::size_t{1} << size_bits);
    if (owner_ != owner) {
      first_set_ += most_sets;
      if (first_set_ == 0) lines_.assign(lines_.size(), {});  // numbers begin anew
      owner_ = owner;
    }
    return first_set_ + static_cast<std::uint32_t>(set);
  }
  static constexpr std::uint32_t most_sets = 256;

  /// The place of that line, which may hold another; null if it has none. `hash` is of its words.
  KnownLine* place(std::string_view text, std::uint32_t hash) noexcept {
    if (text.size() > KnownLine::most_bytes || lines_.empty()) return nullptr;
    const std::uint64_t mixed = (hash + (std::uint64_t{text.size()} << 32)) * 0x9E3779B97F4A7C15U;
    return &lines_[mixed >> (64 - size_bits)];
  }

 private:
  static constexpr int size_bits = 11;

  std::vector<KnownLine> lines_;
  std::shared_ptr<const void> owner_;
  std::uint32_t first_set_ = 0;
};

}  // namespace thanbai
