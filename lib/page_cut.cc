#include "page_cut.h"

#include <algorithm>
#include <array>

#include "line_features.h"

namespace thanbai {
namespace {

constexpr int fewest_words = 8;  // of a line of prose
constexpr int most_words = 60;   // of a line; one endless line is not an article

// Bins of scores, thousandths of log-odds; scores beyond the last count there.
constexpr int bins = 80;
constexpr int middle_bin = bins / 2;
constexpr int bin_width = 100;
constexpr std::int32_t deepest = -1000;  // cut that final scores are raised to

}  // namespace

PageCut cut_of(const std::vector<std::int32_t>& scores, const Columns& columns) {
  std::array<std::int64_t, bins> weights{};
  std::int64_t all = 0, all_moment = 0;
  for (std::size_t row = 0; row < columns.rows(); ++row) {
    const int words = std::min<int>(columns[Feature::words][row], most_words);
    if (words < fewest_words) continue;
    const std::int32_t bin = std::clamp(scores[row] / bin_width + middle_bin, 0, bins - 1);
    weights[static_cast<std::size_t>(bin)] += words;
    all += words;
    all_moment += std::int64_t{words} * bin;
  }
  const auto weight = [&](int bin) { return weights[static_cast<std::size_t>(bin)]; };
  std::int64_t below = 0, moment = 0;
  int best = middle_bin - 1;
  double most = 0;
  double upper_mean = middle_bin;
  for (int bin = 0; bin + 1 < bins; ++bin) {
    below += weight(bin);
    moment += weight(bin) * bin;
    if (below == 0 || below == all) continue;
    const auto lower = static_cast<double>(below), upper = static_cast<double>(all - below);
    const double mean = static_cast<double>(all_moment - moment) / upper;
    const double apart = mean - static_cast<double>(moment) / lower;
    const double between = lower * upper * apart * apart;
    if (between <= most) continue;
    most = between;
    best = bin;
    upper_mean = mean;
  }
  // In the middle of the empty bins, if there are any; far up if nothing parts.
  int next = best + 1;
  while (next + 1 < bins && weight(next) == 0) ++next;
  return {(best + next + 1 - bins) * bin_width / 2,
          static_cast<std::int32_t>((upper_mean + 0.5 - middle_bin) * bin_width)};
}

void settle_scores(const Columns& columns, std::vector<std::int32_t>& scores) {
  const std::int32_t cut = std::clamp(cut_of(scores, columns).at, deepest, std::int32_t{0});
  for (std::int32_t& score : scores) score -= cut;
}

}  // namespace thanbai
