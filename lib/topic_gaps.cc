#include "topic_gaps.h"

#include <algorithm>

#include "context.h"
#include "pair_table.h"

namespace thanbai {
namespace {

constexpr int fewest_words = 8;  // of a line of prose
// Pairs above and below a place that are taken for granted, and how many of them come again: what
// few pairs say is held to be chance. One article in Vietnamese has about 120 per mille where it
// hangs together least, in German or English 70; two of them joined have 40.
constexpr std::int64_t granted_pairs = 60;
constexpr std::int64_t granted_shared = 6;
constexpr int unbroken = 1000;  // where there is nothing above or below

/// For each line of prose but the first: how much of the text above it comes again from it on, per
/// mille. The first has `unbroken`.
std::vector<std::int16_t> bridges(const std::vector<std::size_t>& prose, const Words& words) {
  std::size_t pairs = 0;
  for (const std::size_t row : prose) pairs += words.begin[row + 1] - words.begin[row];
  PairTable table(pairs);
  std::vector<std::int32_t> first(prose.size());  // pairs that the line is the first to hold
  std::vector<std::int32_t> last(prose.size());   // the last
  std::int64_t all = 0;
  for (std::size_t line = 0; line < prose.size(); ++line) {
    for_each_pair(words, prose[line], [&](std::uint64_t pair) {
      const std::uint32_t before = table.put(pair, static_cast<std::uint32_t>(line));
      ++last[line];
      if (before != PairTable::none) {
        --last[before];
      } else {
        ++first[line];
        ++all;
      }
    });
  }
  std::vector<std::int16_t> result(prose.size(), unbroken);
  std::int64_t above = 0;  // pairs that stand above the line
  std::int64_t below = all;
  for (std::size_t line = 1; line < prose.size(); ++line) {
    above += first[line - 1];
    below -= last[line - 1];
    const std::int64_t shared = above + below - all;
    result[line] = per_mille(shared + granted_shared, std::min(above, below) + granted_pairs);
  }
  return result;
}

}  // namespace

void observe_topic_gaps(const std::vector<std::int32_t>& first_scores, const Words& words,
                        Columns& columns) {
  const std::size_t rows = columns.rows();
  const bool is_html = rows > 0 && columns[Feature::group_words][0] != -1;
  if (is_html) return;
  const auto set = [&](Observation observation, std::size_t row, std::int64_t value) {
    columns[observation][row] = clamp_value(value);
  };
  std::vector<std::size_t> prose;
  for (std::size_t row = 0; row < rows; ++row) {
    if (first_scores[row] > 0 && columns[Feature::words][row] >= fewest_words) prose.push_back(row);
  }
  const std::vector<std::int16_t> bridge = bridges(prose, words);
  const auto weakest = std::min_element(bridge.begin(), bridge.end());
  const std::size_t gap = weakest == bridge.begin()
                              ? no_row
                              : prose[static_cast<std::size_t>(weakest - bridge.begin())];
  std::int16_t least = unbroken;
  std::size_t next = 0;  // line of prose
  std::int64_t datelines = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    const bool is_prose = next < prose.size() && prose[next] == row;
    if (is_prose) least = std::min(least, bridge[next++]);
    set(Observation::bridge_above, row, least);
    set(Observation::bridge_weakest, row, gap == no_row ? unbroken : *weakest);
    if (next > 0 && columns[Feature::hit_dateline][row] != 0 && !is_prose) ++datelines;
    set(Observation::datelines_in_prose, row, datelines);
  }
  least = unbroken;
  next = prose.size();
  for (std::size_t row = rows; row-- > 0;) {
    set(Observation::bridge_below, row, least);
    if (next > 0 && prose[next - 1] == row) least = std::min(least, bridge[--next]);
  }
  const std::int64_t good_at_gap = gap == no_row ? 0 : columns[Observation::good_words_before][gap];
  for (std::size_t row = 0; row < rows; ++row) {
    const bool known = gap != no_row;
    const auto lines = static_cast<std::int64_t>(row) - static_cast<std::int64_t>(gap);
    set(Observation::lines_since_gap, row, known ? lines : smallest_value);
    set(Observation::good_words_since_gap, row,
        known ? columns[Observation::good_words_before][row] - good_at_gap : smallest_value);
  }
}

}  // namespace thanbai
