#include "repeated_text.h"

#include <algorithm>

#include "pair_table.h"

namespace thanbai {
namespace {

constexpr std::size_t fewest_words = 150;          // of a line that may be a whole text
constexpr std::size_t least_repeated_share = 700;  // per mille of its pairs of words
constexpr std::int32_t below_threshold = 1000;
constexpr std::size_t fewest_words_of_repeat = 8;  // shorter lines may say the same by chance
constexpr std::size_t least_copied_share = 4;      // of the kept words, in a row: one in so many

/// Lines that say all that the other kept lines say.
void drop_whole_texts(const Words& words, const Columns& columns, std::int32_t threshold,
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

/// The second copy of an article whose lines come again one by one. Its short lines go with the
/// long ones before them. Captions that come twice each are no copy of the article.
void drop_second_copy(const Words& words, std::int32_t threshold,
                      std::vector<std::int32_t>& scores) {
  const std::size_t rows = scores.size();
  std::vector<bool> is_kept(rows);  // the text of a line, by the first that has it
  std::vector<std::size_t> copied;
  std::size_t kept_words = 0;
  std::size_t words_in_a_row = 0;
  std::size_t most_in_a_row = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    if (scores[row] < threshold) continue;
    const std::size_t own = words.count_in(row);
    kept_words += own;
    if (!is_kept[words.first_same[row]]) {
      is_kept[words.first_same[row]] = true;
      words_in_a_row = 0;
    } else if (words_in_a_row > 0 || own >= fewest_words_of_repeat) {
      copied.push_back(row);
      words_in_a_row += own;
      most_in_a_row = std::max(most_in_a_row, words_in_a_row);
    }
  }
  if (most_in_a_row * least_copied_share < kept_words) return;
  for (const std::size_t row : copied) scores[row] = threshold - below_threshold;
}

}  // namespace

void drop_repeated_text(const Words& words, const Columns& columns, std::int32_t threshold,
                        std::vector<std::int32_t>& scores) {
  drop_whole_texts(words, columns, threshold, scores);
  drop_second_copy(words, threshold, scores);
}

}  // namespace thanbai
