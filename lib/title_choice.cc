#include "title_choice.h"

#include <algorithm>
#include <iterator>

#include "context.h"

namespace thanbai {
namespace {

// Scores below this (thousandths of log-odds) are no title: the page has none.
constexpr std::int32_t least_score = 1000;
constexpr std::int32_t no_score = -20000;  // of rows that cannot be the title
constexpr std::size_t first_rows = 16;
constexpr int rows_before_run = 64;
constexpr int rows_into_run = 16;
constexpr std::int32_t headline_handicap = 3000;
constexpr int most_words_above = 10;  // expected words of the article between title and headline

/// Whether a rule says that a row is something a title never is.
bool is_no_title(const Columns& columns, std::size_t row) {
  constexpr Feature others[] = {Feature::hit_dateline, Feature::hit_navigation,
                                Feature::hit_comments, Feature::hit_share,
                                Feature::hit_advert,   Feature::hit_footer};
  return std::any_of(std::begin(others), std::end(others),
                     [&](Feature other) { return columns[other][row] != 0; });
}

}  // namespace

bool may_be_title(std::size_t row, const Columns& columns) noexcept {
  const int into_run = columns[Observation::lines_into_run][row];
  return row < first_rows || (into_run >= -rows_before_run && into_run < rows_into_run);
}

std::size_t observe_title(const std::vector<std::int32_t>& title_scores, Columns& columns) {
  const std::size_t rows = columns.rows();
  std::size_t title = no_row;
  std::int32_t most = least_score;
  for (std::size_t row = 0; row < rows; ++row) {
    if (title_scores[row] <= most || !may_be_title(row, columns)) continue;
    if (is_no_title(columns, row)) continue;
    most = title_scores[row];
    title = row;
  }
  // The first line of a text is often the page's title with the outlet's name; the headline that
  // repeats it, with nothing of the article between them, has it alone.
  if (title == 0 && columns[Feature::lines_since_headline][0] != smallest_value) {
    const auto headline = static_cast<std::size_t>(-columns[Feature::lines_since_headline][0]);
    const bool is_above_prose =
        columns[Observation::good_words_before][headline] <= most_words_above;
    const bool may_be =
        is_above_prose && may_be_title(headline, columns) && !is_no_title(columns, headline);
    if (may_be && title_scores[headline] > most - headline_handicap) title = headline;
  }
  const bool known = title != no_row;
  std::int64_t words_before = 0;
  for (std::size_t row = 0; row < rows && row < title && title != no_row; ++row) {
    words_before += columns[Feature::words][row];
  }
  const std::int64_t good_before =
      title == no_row ? 0 : columns[Observation::good_words_before][title];
  const std::int16_t level =
      known ? std::max<std::int16_t>(1, columns[Feature::level][title]) : std::int16_t{0};
  std::int64_t words = 0;
  std::int64_t headings = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::int16_t own_level = columns[Feature::level][row];
    if (row > title && own_level != 0 && own_level <= level) ++headings;
    columns[Observation::headings_since_title][row] = clamp_value(headings);
    const std::int32_t score = may_be_title(row, columns) ? title_scores[row] : no_score;
    columns[Observation::title_score][row] = clamp_value(score / 10);
    const auto since = [&](Observation to, std::int64_t value) {
      columns[to][row] = clamp_value(known ? value : smallest_value);
    };
    since(Observation::lines_since_title,
          static_cast<std::int64_t>(row) - static_cast<std::int64_t>(title));
    since(Observation::words_since_title, words - words_before);
    since(Observation::good_words_since_title,
          columns[Observation::good_words_before][row] - good_before);
    words += columns[Feature::words][row];
  }
  return title;
}

}  // namespace thanbai
