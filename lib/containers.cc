#include "containers.h"

#include <algorithm>
#include <cstddef>

#include "container_tree.h"
#include "context.h"
#include "line_features.h"

namespace thanbai {
namespace {

constexpr std::int64_t most_line_words = 60;  // of a line in a mean
constexpr std::int64_t most_score = 600;      // hundredths of log-odds

/// The sums of each container, and of each with the containers right in it.
class Sums {
 public:
  Sums(const Lines& lines, const std::vector<LineTotals>& of_lines) {
    std::uint32_t last = 0;
    for (const Line& line : lines.items) {
      last = std::max({last, line.container, line.outer_container});
    }
    own_.resize(std::size_t{last} + 1);
    whole_.resize(own_.size());
    for (std::size_t row = 0; row < lines.items.size(); ++row) {
      const Line& line = lines.items[row];
      own_[line.container] += of_lines[row];
      whole_[line.container] += of_lines[row];
      if (line.outer_container != line.container) whole_[line.outer_container] += of_lines[row];
    }
  }

  const LineTotals& group(const Line& line) const { return own_[line.container]; }
  const LineTotals& outer(const Line& line) const { return whole_[line.outer_container]; }

  /// The container with the most good words; of equals the first.
  std::uint32_t best() const {
    const auto fewer = [](const LineTotals& a, const LineTotals& b) { return a.good < b.good; };
    return static_cast<std::uint32_t>(std::max_element(own_.begin(), own_.end(), fewer) -
                                      own_.begin());
  }

 private:
  std::vector<LineTotals> own_, whole_;
};

bool has_containers(const Lines& lines) {
  return std::any_of(lines.items.begin(), lines.items.end(),
                     [](const Line& line) { return line.container != 0; });
}

/// A caller may number containers at will. `lines`, or, if some are not in the tree, in
/// `renumbered` the same with those counted on behind it, in their order.
const Lines& with_dense_containers(const Lines& lines, Lines& renumbered) {
  const std::size_t known = std::max<std::size_t>(lines.containers.size(), 1);
  std::vector<std::uint32_t> others;
  for (const Line& line : lines.items) {
    if (line.container >= known) others.push_back(line.container);
    if (line.outer_container >= known) others.push_back(line.outer_container);
  }
  if (others.empty()) return lines;
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  const auto renumber = [&](std::uint32_t& container) {
    if (container < known) return;
    const auto at = std::lower_bound(others.begin(), others.end(), container);
    container = static_cast<std::uint32_t>(known + static_cast<std::size_t>(at - others.begin()));
  };
  renumbered.items = lines.items;
  renumbered.containers = lines.containers;
  for (Line& line : renumbered.items) {
    renumber(line.container);
    renumber(line.outer_container);
  }
  return renumbered;
}

template <class Name, std::size_t count>
void fill_unknown(const Name (&names)[count], Columns& columns) {
  for (const Name each : names) std::fill_n(columns[each], columns.rows(), std::int16_t{-1});
}

/// What a line adds to sums, as far as its features tell.
LineTotals totals_of(const Columns& columns, std::size_t row) {
  LineTotals result;
  const std::int64_t link_share = columns[Feature::link_share][row];
  const bool ends_sentence = columns[Feature::ends_sentence][row] != 0;
  result.lines = 1;
  result.words = columns[Feature::words][row];
  result.linked = result.words * std::max<std::int64_t>(link_share, 0) / 1000;
  result.sentences = ends_sentence ? result.words : 0;
  return result;
}

/// The same with its first score. The core is sure words: of weak lines there may be many.
LineTotals totals_of(const Columns& columns, std::size_t row, std::int32_t first_score) {
  LineTotals result = totals_of(columns, row);
  result.good = first_score > 0 ? result.words : 0;
  result.weight = std::min(result.words, most_line_words);
  result.core = first_score > 0 ? result.weight * first_score : 0;
  result.score = result.weight * std::clamp<std::int64_t>(columns[Observation::score_over_cut][row],
                                                          -most_score, most_score);
  return result;
}

std::int16_t mean_score(const LineTotals& sums) {
  return sums.weight == 0 ? std::int16_t{0} : clamp_value(sums.score / sums.weight);
}

/// The longest good line of a container.
std::size_t longest_good(const std::vector<std::int32_t>& first_scores, const Lines& lines,
                         std::uint32_t container, const Columns& columns) {
  std::size_t best = no_row;
  for (std::size_t row = 0; row < lines.items.size(); ++row) {
    if (lines.items[row].container != container || first_scores[row] <= 0) continue;
    const std::int16_t* words = columns[Feature::words];
    if (best == no_row || words[row] > words[best]) best = row;
  }
  return best;
}

/// The mean of the good lines' hint_odds by their words; 0 if there are none.
std::int64_t good_hint_odds(const std::vector<std::int32_t>& first_scores, const Columns& columns) {
  std::int64_t words = 0;
  std::int64_t sum = 0;
  for (std::size_t row = 0; row < columns.rows(); ++row) {
    if (first_scores[row] <= 0) continue;
    words += columns[Feature::words][row];
    sum += std::int64_t{columns[Feature::words][row]} * columns[Feature::hint_odds][row];
  }
  return words == 0 ? 0 : sum / words;
}

/// Words of hints for dropped labels that a line has and the article's best line has not.
std::int64_t hints_beyond(const Columns& columns, std::size_t row, std::size_t best) {
  constexpr Feature dropped[] = {
      Feature::hint_caption,    Feature::hint_byline,   Feature::hint_related,
      Feature::hint_navigation, Feature::hint_comments, Feature::hint_share,
      Feature::hint_advert,     Feature::hint_footer,   Feature::hint_other};
  std::int64_t sum = 0;
  for (const Feature hint : dropped) {
    sum += std::max(0, columns[hint][row] - (best == no_row ? 0 : columns[hint][best]));
  }
  return sum;
}

}  // namespace

void measure_containers(const Lines& given, const AlikeLines& alike, Columns& columns) {
  constexpr Feature all[] = {Feature::group_words,          Feature::group_link_share,
                             Feature::group_sentence_share, Feature::outer_words,
                             Feature::outer_link_share,     Feature::outer_sentence_share,
                             Feature::alike_lines,          Feature::alike_words,
                             Feature::alike_link_share,     Feature::alike_sentence_share};
  if (!has_containers(given)) return fill_unknown(all, columns);
  Lines renumbered;
  const Lines& lines = with_dense_containers(given, renumbered);
  std::vector<LineTotals> of_lines(lines.items.size());
  for (std::size_t row = 0; row < of_lines.size(); ++row) of_lines[row] = totals_of(columns, row);
  const Sums sums(lines, of_lines);
  const std::vector<LineTotals> alike_sums = alike.sums(of_lines);
  for (std::size_t row = 0; row < lines.items.size(); ++row) {
    const Line& line = lines.items[row];
    const auto set = [&](Feature feature, std::int64_t value) {
      columns[feature][row] = clamp_value(value);
    };
    const LineTotals& group = sums.group(line);
    set(Feature::group_words, group.words);
    set(Feature::group_link_share, per_mille(group.linked, group.words));
    set(Feature::group_sentence_share, per_mille(group.sentences, group.words));
    const LineTotals& outer = sums.outer(line);
    set(Feature::outer_words, outer.words);
    set(Feature::outer_link_share, per_mille(outer.linked, outer.words));
    set(Feature::outer_sentence_share, per_mille(outer.sentences, outer.words));
    const LineTotals& like = alike_sums[alike.first_like(row)];
    set(Feature::alike_lines, like.lines);
    set(Feature::alike_words, like.words);
    set(Feature::alike_link_share, per_mille(like.linked, like.words));
    set(Feature::alike_sentence_share, per_mille(like.sentences, like.words));
  }
}

void observe_containers(const std::vector<std::int32_t>& first_scores, const Lines& given,
                        const AlikeLines& alike, Columns& columns) {
  constexpr Observation all[] = {Observation::group_good_share,  Observation::outer_good_share,
                                 Observation::group_purity,      Observation::outer_purity,
                                 Observation::best_group,        Observation::alike_good_share,
                                 Observation::alike_purity,      Observation::alike_score,
                                 Observation::branch_score,      Observation::levels_out,
                                 Observation::levels_in,         Observation::branch_words,
                                 Observation::branch_link_share, Observation::branch_good_share,
                                 Observation::branch_purity,     Observation::hints_beyond,
                                 Observation::hints_lacking,     Observation::hint_odds_to_good};
  if (!has_containers(given)) return fill_unknown(all, columns);
  Lines renumbered;
  const Lines& lines = with_dense_containers(given, renumbered);
  std::vector<LineTotals> of_lines(lines.items.size());
  for (std::size_t row = 0; row < of_lines.size(); ++row) {
    of_lines[row] = totals_of(columns, row, first_scores[row]);
  }
  const Sums sums(lines, of_lines);
  const ContainerTree tree(lines, of_lines);
  const std::vector<LineTotals> alike_sums = alike.sums(of_lines);
  const std::int64_t all_good = tree.page().good;
  const std::uint32_t best = sums.best();
  std::uint32_t around_best = 0;
  for (const Line& line : lines.items) {
    if (line.container == best) around_best = line.outer_container;
  }
  const std::size_t best_row = longest_good(first_scores, lines, best, columns);
  const std::int64_t good_odds = good_hint_odds(first_scores, columns);
  const std::int16_t* bodies = columns[Feature::hint_body];
  for (std::size_t row = 0; row < lines.items.size(); ++row) {
    const Line& line = lines.items[row];
    const auto set = [&](Observation observation, std::int64_t value) {
      columns[observation][row] = clamp_value(value);
    };
    const LineTotals& group = sums.group(line);
    set(Observation::group_good_share, per_mille(group.good, all_good));
    set(Observation::group_purity, per_mille(group.good, group.words));
    const LineTotals& outer = sums.outer(line);
    set(Observation::outer_good_share, per_mille(outer.good, all_good));
    set(Observation::outer_purity, per_mille(outer.good, outer.words));
    set(Observation::best_group, line.container == best          ? 3
                                 : line.outer_container == best  ? 2
                                 : line.container == around_best ? 1
                                                                 : 0);
    const LineTotals& like = alike_sums[alike.first_like(row)];
    set(Observation::alike_good_share, per_mille(like.good, all_good));
    set(Observation::alike_purity, per_mille(like.good, like.words));
    set(Observation::alike_score, mean_score(like));
    const LineTotals& branch = tree.branch(line);
    set(Observation::levels_out, tree.place(line).levels_out);
    set(Observation::levels_in, tree.place(line).levels_in);
    set(Observation::branch_words, branch.words);
    set(Observation::branch_link_share, per_mille(branch.linked, branch.words));
    set(Observation::branch_good_share, per_mille(branch.good, all_good));
    set(Observation::branch_purity, per_mille(branch.good, branch.words));
    set(Observation::branch_score, mean_score(branch));
    set(Observation::hints_beyond, hints_beyond(columns, row, best_row));
    set(Observation::hints_lacking, best_row == no_row ? 0 : bodies[best_row] - bodies[row]);
    set(Observation::hint_odds_to_good, columns[Feature::hint_odds][row] - good_odds);
  }
}

}  // namespace thanbai
