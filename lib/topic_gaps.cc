#include "topic_gaps.h"

#include <algorithm>
#include <array>

#include "context.h"
#include "pair_table.h"

namespace thanbai {
namespace {

constexpr int fewest_words = 8;                 // of a line of prose
constexpr std::size_t most_lines = UINT16_MAX;  // of prose that are looked at
// So many pairs are granted to stand on both sides, found and expected: what few pairs say is
// chance. With these an article of the development pages has 780 to 830 per mille where it hangs
// together least, two joined have 270 (Vietnamese) to 460.
constexpr std::int64_t granted = 10;
constexpr std::int16_t unbroken = 1000;  // where there is nothing above or below
constexpr std::int64_t whole = 65536;
constexpr std::size_t most_counted = 6;  // lines of a pair that are told apart

/// The cohesion above each line of prose. The first has `unbroken`.
std::vector<std::int16_t> cohesions(const std::vector<std::size_t>& prose, const Words& words) {
  std::int64_t all_words = 0;
  for (const std::size_t row : prose) all_words += words.count_in(row);
  PairTable table(static_cast<std::size_t>(all_words));
  for (std::size_t line = 0; line < prose.size(); ++line) {
    for_each_pair(words, prose[line],
                  [&](std::uint64_t pair) { table.add(pair, static_cast<std::uint16_t>(line)); });
  }
  std::vector<std::int32_t> change(prose.size() + 1);     // of the pairs that stand on both sides
  std::array<std::int64_t, most_counted + 1> pairs_in{};  // so many lines
  for (const PairTable::Pair& pair : table.pairs()) {
    if (pair.lines < 2) continue;
    ++change[pair.first + 1U];
    --change[pair.last + 1U];
    ++pairs_in[std::min<std::size_t>(pair.lines, most_counted)];
  }
  std::vector<std::int16_t> result(prose.size(), unbroken);
  std::int64_t words_above = 0;
  std::int64_t found = 0;
  for (std::size_t line = 1; line < prose.size(); ++line) {
    words_above += words.count_in(prose[line - 1]);
    found += change[line];
    // Shares as whole numbers of `whole`, so that all machines agree.
    const std::int64_t above = all_words == 0 ? 0 : whole * words_above / all_words;
    std::int64_t all_above = above;
    std::int64_t all_below = whole - above;
    std::int64_t expected = 0;
    for (std::size_t lines = 2; lines <= most_counted; ++lines) {
      all_above = all_above * above / whole;
      all_below = all_below * (whole - above) / whole;
      expected += pairs_in[lines] * (whole - all_above - all_below);
    }
    result[line] = clamp_value(unbroken * (found + granted) * whole / (expected + granted * whole));
  }
  return result;
}

}  // namespace

void observe_topic_gaps(const std::vector<std::int32_t>& first_scores, const Words& words,
                        Columns& columns) {
  const std::size_t rows = columns.rows();
  const auto set = [&](Observation observation, std::size_t row, std::int64_t value) {
    columns[observation][row] = clamp_value(value);
  };
  std::vector<std::size_t> prose;
  for (std::size_t row = 0; row < rows && prose.size() < most_lines; ++row) {
    if (first_scores[row] > 0 && columns[Feature::words][row] >= fewest_words) prose.push_back(row);
  }
  const std::vector<std::int16_t> cohesion = cohesions(prose, words);
  const auto weakest = std::min_element(cohesion.begin(), cohesion.end());
  const bool has_gap = weakest != cohesion.end() && *weakest < unbroken;
  const std::size_t gap =
      has_gap ? prose[static_cast<std::size_t>(weakest - cohesion.begin())] : no_row;
  const std::int64_t good_at_gap = has_gap ? columns[Observation::good_words_before][gap] : 0;
  std::int16_t least = unbroken;
  std::size_t next = 0;  // line of prose
  std::int64_t datelines = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    const bool is_prose = next < prose.size() && prose[next] == row;
    if (is_prose) least = std::min(least, cohesion[next++]);
    if (next > 0 && !is_prose && columns[Feature::hit_dateline][row] != 0) ++datelines;
    set(Observation::cohesion_above, row, least);
    set(Observation::cohesion_weakest, row, has_gap ? *weakest : unbroken);
    set(Observation::datelines_in_prose, row, datelines);
    const auto lines = static_cast<std::int64_t>(row) - static_cast<std::int64_t>(gap);
    set(Observation::lines_since_gap, row, has_gap ? lines : smallest_value);
    set(Observation::good_words_since_gap, row,
        has_gap ? columns[Observation::good_words_before][row] - good_at_gap : smallest_value);
  }
  least = unbroken;
  for (std::size_t row = rows; row-- > 0;) {
    set(Observation::cohesion_below, row, least);
    if (next > 0 && prose[next - 1] == row) least = std::min(least, cohesion[--next]);
  }
}

}  // namespace thanbai
