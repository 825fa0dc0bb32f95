// Pairs of neighbouring words of a page, by their hashes: they tell texts apart where single words
// are too common, above all in Vietnamese, which writes syllables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "line_features.h"

namespace thanbai {

/// Remembers a number for each pair. Not for two threads at once.
class PairTable {
 public:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  /// `most_pairs`: that are put into it.
  explicit PairTable(std::size_t most_pairs) {
    std::size_t size = 64;
    while (size < 2 * most_pairs) size *= 2;
    slots_.resize(size);
  }

  /// The number of the last put() of this pair, or `none`.
  std::uint32_t find(std::uint64_t pair) const noexcept { return slots_[place(pair)].number; }

  /// The same, and gives the pair another number.
  std::uint32_t put(std::uint64_t pair, std::uint32_t number) noexcept {
    Slot& slot = slots_[place(pair)];
    const std::uint32_t before = slot.number;
    slot = {check(pair), number};
    return before;
  }

 private:
  struct Slot {
    std::uint32_t check = 0;
    std::uint32_t number = none;
  };

  static std::uint64_t mixed(std::uint64_t pair) noexcept { return pair * 0x9E3779B97F4A7C15U; }
  static std::uint32_t check(std::uint64_t pair) noexcept {
    return static_cast<std::uint32_t>(mixed(pair));
  }
  std::size_t place(std::uint64_t pair) const noexcept {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = static_cast<std::size_t>(mixed(pair) >> 32) & mask;
    while (slots_[at].number != none && slots_[at].check != check(pair)) at = (at + 1) & mask;
    return at;
  }

  std::vector<Slot> slots_;
};

/// Calls `take` with each pair of words of a line.
template <class Take>
void for_each_pair(const Words& words, std::size_t row, Take take) {
  for (std::size_t at = words.begin[row]; at + 1 < words.begin[row + 1]; ++at) {
    take(std::uint64_t{words.hashes[at]} << 32 | words.hashes[at + 1]);
  }
}

}  // namespace thanbai
