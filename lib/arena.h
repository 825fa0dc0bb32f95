// Copies of short texts at addresses that stay, in few allocations.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace thanbai {

class Arena {
 public:
  /// A copy of `text` that lives as long as the arena.
  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    if (room_ < text.size()) {
      room_ = std::max(text.size(), block_size);
      blocks_.push_back(std::unique_ptr<char[]>(new char[room_]));  // not zeroed
      next_ = blocks_.back().get();
    }
    char* const at = next_;
    text.copy(at, text.size());
    next_ += text.size();
    room_ -= text.size();
    return {at, text.size()};
  }

  bool empty() const noexcept { return blocks_.empty(); }

 private:
  static constexpr std::size_t block_size = std::size_t{1} << 16;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t room_ = 0;
};

}  // namespace thanbai
