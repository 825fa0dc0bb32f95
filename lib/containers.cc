#include "containers.h"

#include <algorithm>
#include <cstddef>

#include "context.h"
#include "line_features.h"

namespace thanbai {
namespace {

/// What lines weigh, summed up for each container alone and with the containers in it.
class Sums {
 public:
  template <class Weight>
  Sums(const Lines& lines, std::size_t containers, Weight weight)
      : own_(containers), whole_(containers) {
    for (std::size_t row = 0; row < lines.items.size(); ++row) {
      const Line& line = lines.items[row];
      const std::int64_t value = weight(row);
      own_[line.container] += value;
      whole_[line.container] += value;
      if (line.outer_container != line.container) whole_[line.outer_container] += value;
    }
  }

  std::int64_t group(const Line& line) const { return own_[line.container]; }
  std::int64_t outer(const Line& line) const { return whole_[line.outer_container]; }

  /// The container with the most; of equals the first.
  std::uint32_t best() const {
    return static_cast<std::uint32_t>(std::max_element(own_.begin(), own_.end()) - own_.begin());
  }

 private:
  std::vector<std::int64_t> own_, whole_;
};

/// One more than the largest number of a container; 1 if there are none.
std::size_t count_containers(const Lines& lines) {
  std::uint32_t last = 0;
  for (const Line& line : lines.items) {
    last = std::max({last, line.container, line.outer_container});
  }
  return std::size_t{last} + 1;
}

}  // namespace

void measure_containers(const Lines& lines, Columns& columns) {
  constexpr Feature all[] = {Feature::group_words,          Feature::group_link_share,
                             Feature::group_sentence_share, Feature::outer_words,
                             Feature::outer_link_share,     Feature::outer_sentence_share};
  const std::size_t containers = count_containers(lines);
  if (containers == 1) {
    for (const Feature each : all) std::fill_n(columns[each], columns.rows(), std::int16_t{-1});
    return;
  }
  const auto words = [&](std::size_t row) -> std::int64_t { return columns[Feature::words][row]; };
  const Sums all_words(lines, containers, words);
  const Sums links(lines, containers, [&](std::size_t row) {
    return words(row) * std::max<std::int64_t>(columns[Feature::link_share][row], 0) / 1000;
  });
  const Sums sentences(lines, containers, [&](std::size_t row) {
    return words(row) * columns[Feature::ends_sentence][row];
  });
  for (std::size_t row = 0; row < lines.items.size(); ++row) {
    const Line& line = lines.items[row];
    columns[Feature::group_words][row] = clamp_value(all_words.group(line));
    columns[Feature::group_link_share][row] = per_mille(links.group(line), all_words.group(line));
    columns[Feature::group_sentence_share][row] =
        per_mille(sentences.group(line), all_words.group(line));
    columns[Feature::outer_words][row] = clamp_value(all_words.outer(line));
    columns[Feature::outer_link_share][row] = per_mille(links.outer(line), all_words.outer(line));
    columns[Feature::outer_sentence_share][row] =
        per_mille(sentences.outer(line), all_words.outer(line));
  }
}

void observe_containers(const std::vector<std::int32_t>& first_scores, const Lines& lines,
                        Columns& columns) {
  constexpr Observation all[] = {Observation::group_good_share, Observation::outer_good_share,
                                 Observation::group_purity, Observation::outer_purity,
                                 Observation::best_group};
  const std::size_t containers = count_containers(lines);
  if (containers == 1) {
    for (const Observation each : all) std::fill_n(columns[each], columns.rows(), std::int16_t{-1});
    return;
  }
  std::int64_t all_good = 0;
  const Sums good(lines, containers, [&](std::size_t row) -> std::int64_t {
    const std::int64_t value = first_scores[row] > 0 ? columns[Feature::words][row] : 0;
    all_good += value;
    return value;
  });
  const std::uint32_t best = good.best();
  std::uint32_t around_best = 0;
  for (const Line& line : lines.items) {
    if (line.container == best) around_best = line.outer_container;
  }
  for (std::size_t row = 0; row < lines.items.size(); ++row) {
    const Line& line = lines.items[row];
    columns[Observation::group_good_share][row] = per_mille(good.group(line), all_good);
    columns[Observation::outer_good_share][row] = per_mille(good.outer(line), all_good);
    columns[Observation::group_purity][row] =
        per_mille(good.group(line), columns[Feature::group_words][row]);
    columns[Observation::outer_purity][row] =
        per_mille(good.outer(line), columns[Feature::outer_words][row]);
    columns[Observation::best_group][row] = line.container == best          ? 3
                                            : line.outer_container == best  ? 2
                                            : line.container == around_best ? 1
                                                                            : 0;
  }
}

}  // namespace thanbai
