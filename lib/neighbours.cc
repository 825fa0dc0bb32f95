#include "neighbours.h"

#include <algorithm>
#include <cstddef>

#include "context.h"

namespace thanbai {
namespace {

class Neighbours {
 public:
  Neighbours(const std::vector<std::int32_t>& first, Columns& columns)
      : rows_(columns.rows()), first_(first), columns_(columns) {}

  void single() {
    constexpr std::int16_t edge = -500;  // hundredths of log-odds: the page's ends are no article
    shift(Observation::first_score, -1, Observation::score_1_before, edge);
    shift(Observation::first_score, -2, Observation::score_2_before, edge);
    shift(Observation::first_score, -3, Observation::score_3_before, edge);
    shift(Observation::first_score, 1, Observation::score_1_after, edge);
    shift(Observation::first_score, 2, Observation::score_2_after, edge);
    shift(Observation::first_score, 3, Observation::score_3_after, edge);
    shift(Feature::words, -1, Observation::words_1_before, 0);
    shift(Feature::words, -2, Observation::words_2_before, 0);
    shift(Feature::words, 1, Observation::words_1_after, 0);
    shift(Feature::words, 2, Observation::words_2_after, 0);
    shift(Feature::ends_sentence, -1, Observation::ends_sentence_1_before, 0);
    shift(Feature::ends_sentence, 1, Observation::ends_sentence_1_after, 0);
    shift(Feature::upper_share, -1, Observation::upper_share_1_before, 0);
    shift(Feature::upper_share, 1, Observation::upper_share_1_after, 0);
    shift(Feature::opens_block, 1, Observation::opens_block_1_after, 1);
    shift(Feature::block, -1, Observation::block_1_before, 0);
    shift(Feature::block, 1, Observation::block_1_after, 0);
    shift(Feature::link_share, -1, Observation::link_share_1_before, 0);
    shift(Feature::link_share, 1, Observation::link_share_1_after, 0);
    shift(Feature::hit_caption, 1, Observation::caption_hit_after, 0);
    shift(Feature::hit_caption, -1, Observation::caption_hit_before, 0);
    shift(Feature::hit_related, -1, Observation::related_hit_before, 0);
  }

  void windows() {
    constexpr std::int64_t edge = -500;
    const auto score = [&](std::size_t row) {
      return std::clamp<std::int64_t>(first_[row] / 10, -600, 600);
    };
    const auto words = [&](std::size_t row) {
      return std::min<std::int64_t>(value(Feature::words, row), 60) * 10;
    };
    const auto ends = [&](std::size_t row) { return value(Feature::ends_sentence, row) * 1000; };
    const auto links = [&](std::size_t row) { return value(Feature::link_share, row); };
    window(score, 5, edge, 5, Observation::score_of_5);
    window(score, 11, edge, 11, Observation::score_of_11);
    window(score, 31, edge, 31, Observation::score_of_31);
    window(words, 5, 0, 5, Observation::words_of_5);
    window(words, 11, 0, 11, Observation::words_of_11);
    window(ends, 5, 0, 5, Observation::ends_sentence_of_5);
    window(ends, 11, 0, 11, Observation::ends_sentence_of_11);
    window(links, 5, 0, 5, Observation::link_share_of_5);
    const auto digits = [&](std::size_t row) { return value(Feature::digit_share, row); };
    window(digits, 5, 0, 5, Observation::digit_share_of_5);
    const auto capitals = [&](std::size_t row) { return value(Feature::capital_share, row); };
    window(capitals, 5, 0, 5, Observation::capital_share_of_5);
    const auto timed = [&](std::size_t row) {
      return value(Feature::clock_times, row) > 0 ? 1 : 0;
    };
    window(timed, 31, 0, 1, Observation::clock_times_of_31);
    const auto dropped = [&](std::size_t row) {
      return value(Feature::hit_related, row) + value(Feature::hit_navigation, row) +
                         value(Feature::hit_comments, row) + value(Feature::hit_share, row) +
                         value(Feature::hit_advert, row) + value(Feature::hit_footer, row) >
                     0
                 ? 1
                 : 0;
    };
    window(dropped, 5, 0, 1, Observation::drop_hits_of_5);
    window(dropped, 31, 0, 1, Observation::drop_hits_of_31);
    const auto share = [&](std::size_t row) {
      return value(Feature::hit_share, row) + std::min(value(Feature::cue_share_words, row), 3);
    };
    window(share, 31, 0, 1, Observation::share_hits_of_31);
    const auto repeated = [&](std::size_t row) { return value(Feature::repeats, row) > 1 ? 1 : 0; };
    window(repeated, 5, 0, 1, Observation::repeats_of_5);
    const auto dated = [&](std::size_t row) { return value(Feature::hit_dateline, row); };
    window(dated, 11, 0, 1, Observation::datelines_of_11);
  }

 private:
  int value(Feature feature, std::size_t row) const { return columns_[feature][row]; }

  /// Copies `from` moved by `offset` rows; rows beyond the page's ends get `outside`.
  template <class From>
  void shift(From from, std::ptrdiff_t offset, Observation to, std::int16_t outside) {
    const std::int16_t* source = columns_[from];
    std::int16_t* target = columns_[to];
    const auto rows = static_cast<std::ptrdiff_t>(rows_);
    for (std::ptrdiff_t row = 0; row < rows; ++row) {
      const std::ptrdiff_t at = row + offset;
      target[row] = at >= 0 && at < rows ? source[at] : outside;
    }
  }

  /// Sums `weight` over the `width` rows around each row, divided by `divisor`; beyond the page's
  /// ends it counts `outside`.
  template <class Weight>
  void window(Weight weight, int width, std::int64_t outside, std::int64_t divisor,
              Observation to) {
    const std::ptrdiff_t half = width / 2;
    const auto rows = static_cast<std::ptrdiff_t>(rows_);
    const auto at = [&](std::ptrdiff_t row) -> std::int64_t {
      return row >= 0 && row < rows ? weight(static_cast<std::size_t>(row)) : outside;
    };
    std::int64_t sum = 0;
    for (std::ptrdiff_t row = -half; row < half; ++row) sum += at(row);
    for (std::ptrdiff_t row = 0; row < rows; ++row) {
      sum += at(row + half);
      columns_[to][row] = clamp_value(sum / divisor);
      sum -= at(row - half);
    }
  }

  std::size_t rows_;
  const std::vector<std::int32_t>& first_;
  Columns& columns_;
};

}  // namespace

void observe_neighbours(const std::vector<std::int32_t>& first_scores, Columns& columns) {
  Neighbours neighbours(first_scores, columns);
  neighbours.single();
  neighbours.windows();
}

}  // namespace thanbai
