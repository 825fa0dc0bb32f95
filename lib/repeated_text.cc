#include "repeated_text.h"

#include <algorithm>

#include "pair_table.h"

namespace thanbai {
namespace {

constexpr std::size_t fewest_words = 150;          // of a line that may be a whole text
constexpr std::size_t least_repeated_share = 700;  // per mille of its pairs of words
constexpr std::int32_t below_threshold = 1000;

}  // namespace

void drop_repeated_text(const Words& words, const Columns& columns, std::int32_t threshold,
                        std::vector<std::int32_t>& scores) {
  const std::size_t rows = columns.rows();
  std::size_t kept_words = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    if (scores[row] >= threshold) kept_words += words.count_in(row);
  }
  for (std::size_t row = 0; row < rows; ++row) {
    const std::size_t own = words.count_in(row);
    // Three lines at most have a third of all words.
    if (scores[row] < threshold || own < fewest_words || 3 * own < kept_words) continue;
    PairTable others(kept_words);
    for (std::size_t other = 0; other < rows; ++other) {
      if (other == row || scores[other] < threshold) continue;
      for_each_pair(words, other, [&](std::uint64_t pair) { others.add(pair, 0); });
    }
    std::size_t pairs = 0;
    std::size_t repeated = 0;
    for_each_pair(words, row, [&](std::uint64_t pair) {
      ++pairs;
      repeated += others.has(pair) ? 1 : 0;
    });
    const bool is_repeated = repeated * 1000 >= pairs * least_repeated_share;
    if (is_repeated) scores[row] = threshold - below_threshold;
  }
}

}  // namespace thanbai
