#include "score.h"

#include <algorithm>
#include <cmath>

namespace thanbai::program {

std::string_view to_string(Gold gold) {
  switch (gold) {
    case Gold::keep: return "K";
    case Gold::drop: return "D";
    case Gold::title: return "T";
    case Gold::unsure: return "?";
  }
  return "?";
}

std::optional<GoldLine> gold_from(std::string_view text) {
  for (const Gold gold : {Gold::keep, Gold::drop, Gold::title, Gold::unsure}) {
    if (text == to_string(gold)) return GoldLine{gold, std::nullopt};
  }
  if (text == "blank") return GoldLine{Gold::drop, std::nullopt};
  const std::optional<Label> label = label_from(text);
  if (!label) return std::nullopt;
  if (*label == Label::title) return GoldLine{Gold::title, label};
  return GoldLine{is_kept(*label) ? Gold::keep : Gold::drop, label};
}

Score score_page(const std::vector<ScoredLine>& lines) {
  double kept = 0;
  double gold = 0;
  double common = 0;
  for (const ScoredLine& line : lines) {
    if (line.gold != Gold::keep && line.gold != Gold::drop) continue;
    const bool keep = line.gold == Gold::keep;
    if (line.kept) kept += line.words;
    if (keep) gold += line.words;
    if (keep && line.kept) common += line.words;
  }
  if (gold == 0) return kept == 0 ? Score{1, 1, 1} : Score{0, 1, 0};
  if (common == 0) return {0, 0, 0};
  const double precision = common / kept;
  const double recall = common / gold;
  return {precision, recall, 2 * precision * recall / (precision + recall)};
}

void Ratio::add(std::optional<bool> is_right) {
  if (!is_right) return;
  ++all;
  if (*is_right) ++right;
}

void Summary::add(const PageScore& page) {
  ++pages;
  if (page.measure != Measure::verdict) {
    ++(page.measure == Measure::lines ? lines_ : shingles_);
    sum_.precision += page.score.precision;
    sum_.recall += page.score.recall;
    sum_.f1 += page.score.f1;
  }
  if (page.is_bad()) ++bad;
  titles.add(page.title_right);
  days.add(page.day_right);
  authors.add(page.author_right);
  const Verdict expected = page.has_article ? Verdict::article : Verdict::no_article;
  if (page.verdict == Verdict::uncertain) {
    ++verdicts_uncertain;
  } else if (page.verdict != expected) {
    ++verdicts_wrong;
  }
  exact.all += page.exact_lines;
  exact.right += page.exact_right;
}

Score Summary::mean() const {
  if (measured() == 0) return {};
  Score mean{sum_.precision / measured(), sum_.recall / measured(), sum_.f1 / measured()};
  if (lines_ == 0 && mean.precision + mean.recall > 0) {
    mean.f1 = 2 * mean.precision * mean.recall / (mean.precision + mean.recall);
  }
  return mean;
}

void Tally::add(float weight, Gold gold) {
  if (weight == 0 || (gold != Gold::keep && gold != Gold::drop)) return;
  const bool right = (weight > 0) == (gold == Gold::keep);
  ++(right ? helped : harmed);
  (right ? helped_weight : harmed_weight) += std::abs(static_cast<double>(weight));
}

std::map<std::string, std::uint32_t> folds_by_site(
    const std::map<std::string, std::uint32_t>& pages_by_site, std::uint32_t folds) {
  std::vector<std::pair<std::string, std::uint32_t>> sites(pages_by_site.begin(),
                                                           pages_by_site.end());
  std::stable_sort(sites.begin(), sites.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::uint32_t> pages(folds, 0);
  std::map<std::string, std::uint32_t> fold_of;
  for (const auto& [site, count] : sites) {
    const auto least = std::min_element(pages.begin(), pages.end());
    *least += count;
    fold_of[site] = static_cast<std::uint32_t>(least - pages.begin());
  }
  return fold_of;
}

}  // namespace thanbai::program
