// Pairs of neighbouring words of a page, by their hashes: they tell texts apart where single words
// are too common, above all in Vietnamese, which writes syllables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "line_features.h"

namespace thanbai {

/// In which lines each pair stands. A plain value.
class PairTable {
 public:
  struct Pair {
    std::uint32_t check = 0;
    std::uint16_t first = 0;  // line
    std::uint16_t last = 0;
    std::uint16_t lines = 0;  // that hold it; 0: a free place
  };

  /// `most_pairs`: that are added.
  explicit PairTable(std::size_t most_pairs) {
    std::size_t size = 64;
    while (size < 2 * most_pairs) size *= 2;
    pairs_.resize(size);
  }

  /// Lines come in order.
  void add(std::uint64_t hashes, std::uint16_t line) noexcept {
    Pair& pair = pairs_[place(hashes)];
    if (pair.lines == 0) {
      pair = {check(hashes), line, line, 1};
    } else if (pair.last != line) {
      pair.last = line;
      ++pair.lines;
    }
  }

  bool has(std::uint64_t hashes) const noexcept { return pairs_[place(hashes)].lines != 0; }

  /// All that were added, and free places.
  const std::vector<Pair>& pairs() const noexcept { return pairs_; }

 private:
  static std::uint64_t mixed(std::uint64_t hashes) noexcept { return hashes * 0x9E3779B97F4A7C15U; }
  static std::uint32_t check(std::uint64_t hashes) noexcept {
    return static_cast<std::uint32_t>(mixed(hashes));
  }
  std::size_t place(std::uint64_t hashes) const noexcept {
    const std::size_t mask = pairs_.size() - 1;
    std::size_t at = static_cast<std::size_t>(mixed(hashes) >> 32) & mask;
    for (int i = 0; i < most_tries && pairs_[at].lines != 0 && pairs_[at].check != check(hashes);
         ++i) {
      at = (at + 1) & mask;
    }
    return at;
  }

  // Then a pair is taken for another: texts made to collide must not take longer.
  static constexpr int most_tries = 16;

  std::vector<Pair> pairs_;
};

/// Both hashes of the words `at` and behind it.
inline std::uint64_t pair_at(const Words& words, std::size_t at) noexcept {
  return std::uint64_t{words.hashes[at]} << 32 | words.hashes[at + 1];
}

/// Calls `take` with both hashes of each pair of words of a line.
template <class Take>
void for_each_pair(const Words& words, std::size_t row, Take take) {
  for (std::size_t at = words.begin[row]; at + 1 < words.begin[row + 1]; ++at) {
    take(pair_at(words, at));
  }
}

}  // namespace thanbai
