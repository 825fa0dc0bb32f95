#include "neighbours.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <numeric>

#include "context.h"

namespace thanbai {
namespace {

class Neighbours {
 public:
  Neighbours(const std::vector<std::int32_t>& first, Columns& columns)
      : rows_(columns.rows()), first_(first), columns_(columns), weights_(rows_ + widest - 1) {}

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
    constexpr std::int32_t edge = -500;
    weigh([&](std::size_t row) { return std::clamp(first_[row] / 10, -600, 600); }, edge);
    window<5, 5>(Observation::score_of_5);
    window<11, 11>(Observation::score_of_11);
    window<31, 31>(Observation::score_of_31);
    weigh([&](std::size_t row) { return std::min(value(Feature::words, row), 60) * 10; });
    window<5, 5>(Observation::words_of_5);
    window<11, 11>(Observation::words_of_11);
    weigh([&](std::size_t row) { return value(Feature::ends_sentence, row) * 1000; });
    window<5, 5>(Observation::ends_sentence_of_5);
    window<11, 11>(Observation::ends_sentence_of_11);
    weigh([&](std::size_t row) { return value(Feature::link_share, row); });
    window<5, 5>(Observation::link_share_of_5);
    weigh([&](std::size_t row) { return value(Feature::digit_share, row); });
    window<5, 5>(Observation::digit_share_of_5);
    weigh([&](std::size_t row) { return value(Feature::capital_share, row); });
    window<5, 5>(Observation::capital_share_of_5);
    weigh([&](std::size_t row) { return value(Feature::clock_times, row) > 0 ? 1 : 0; });
    window<31>(Observation::clock_times_of_31);
    weigh([&](std::size_t row) {
      const int hits = value(Feature::hit_related, row) + value(Feature::hit_navigation, row) +
                       value(Feature::hit_comments, row) + value(Feature::hit_share, row) +
                       value(Feature::hit_advert, row) + value(Feature::hit_footer, row);
      return hits > 0 ? 1 : 0;
    });
    window<5>(Observation::drop_hits_of_5);
    window<31>(Observation::drop_hits_of_31);
    weigh([&](std::size_t row) {
      return value(Feature::hit_share, row) + std::min(value(Feature::cue_share_words, row), 3);
    });
    window<31>(Observation::share_hits_of_31);
    weigh([&](std::size_t row) { return value(Feature::repeats, row) > 1 ? 1 : 0; });
    window<5>(Observation::repeats_of_5);
    weigh([&](std::size_t row) { return value(Feature::hit_dateline, row); });
    window<11>(Observation::datelines_of_11);
  }

 private:
  static constexpr std::size_t widest = 31;  // window

  int value(Feature feature, std::size_t row) const { return columns_[feature][row]; }

  /// Copies `from` moved by `offset` rows; rows beyond the page's ends get `outside`.
  template <class From>
  void shift(From from, std::ptrdiff_t offset, Observation to, std::int16_t outside) {
    const std::int16_t* const source = columns_[from];
    std::int16_t* const target = columns_[to];
    const auto rows = static_cast<std::ptrdiff_t>(rows_);
    const std::ptrdiff_t moved = std::min(std::abs(offset), rows);
    if (offset < 0) {
      std::fill_n(target, moved, outside);
      std::copy_n(source, rows - moved, target + moved);
    } else {
      std::copy_n(source + moved, rows - moved, target);
      std::fill_n(target + rows - moved, moved, outside);
    }
  }

  /// What windows sum from here on: a weight for each row, `outside` beyond the page's ends.
  template <class Weight>
  void weigh(Weight weight, std::int32_t outside = 0) {
    std::fill_n(weights_.begin(), widest / 2, outside);
    for (std::size_t row = 0; row < rows_; ++row) weights_[row + widest / 2] = weight(row);
    std::fill_n(weights_.end() - widest / 2, widest / 2, outside);
  }

  /// Sums the weights of the `width` rows around each row.
  template <std::size_t width, std::int32_t divisor = 1>
  void window(Observation to) {
    static_assert(width <= widest);
    const std::int32_t* const first = weights_.data() + widest / 2 - width / 2;
    std::int16_t* const target = columns_[to];
    std::int32_t sum = std::accumulate(first, first + width - 1, std::int32_t{0});
    for (std::size_t row = 0; row < rows_; ++row) {
      sum += first[row + width - 1];
      target[row] = clamp_value(sum / divisor);
      sum -= first[row];
    }
  }

  std::size_t rows_;
  const std::vector<std::int32_t>& first_;
  Columns& columns_;
  std::vector<std::int32_t> weights_;  // with half a window before and behind
};

}  // namespace

void observe_neighbours(const std::vector<std::int32_t>& first_scores, Columns& columns) {
  Neighbours neighbours(first_scores, columns);
  neighbours.single();
  neighbours.windows();
}

}  // namespace thanbai
