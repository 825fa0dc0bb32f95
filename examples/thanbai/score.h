// Scores of pages with gold: pure arithmetic over labels and word counts.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "thanbai/document.h"

namespace thanbai::program {

/// What gold says of a line: K, D, T or ?. Titles and unsure lines do not count in scores.
enum class Gold : std::uint8_t { keep, drop, title, unsure };
std::string_view to_string(Gold gold);

/// A line's gold. `exact` where the gold names the label itself.
struct GoldLine {
  Gold gold = Gold::drop;
  std::optional<Label> exact;
};

/// Reads K, D, T, ? or a label's name: title is T; lead, body, heading and quote are K; `blank` and
/// all others are D. nullopt for anything else.
std::optional<GoldLine> gold_from(std::string_view text);

/// A line as the score sees it.
struct ScoredLine {
  Gold gold = Gold::drop;
  bool kept = false;
  std::uint32_t words = 0;
};

/// In [0, 1]. Nothing kept of an article is 0 / 0 / 0. A page without gold words is 1 / 1 / 1 if
/// nothing of it is kept, and 0 / 1 / 0 otherwise.
struct Score {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};
Score score_page(const std::vector<ScoredLine>& lines);

/// How a page was measured: by its lines' labels, by shingles of its text, or by its verdict alone,
/// if it is HTML without an article.
enum class Measure : std::uint8_t { lines, shingles, verdict };

/// A page below this F1 is bad: the article is not usable. Of shingles, a few words too many or too
/// few at each paragraph's ends cost more.
constexpr double bad_below(Measure measure) { return measure == Measure::shingles ? 0.5 : 0.8; }

/// A page as sums see it.
struct PageScore {
  Score score;
  Measure measure = Measure::lines;
  bool has_article = true;  // by gold
  Verdict verdict = Verdict::article;
  std::optional<bool> title_right;  // each nullopt if gold has none
  std::optional<bool> day_right;    // of publication
  std::optional<bool> author_right;
  std::uint32_t exact_lines = 0;  // lines whose gold names the label,
  std::uint32_t exact_right = 0;  // and those of them that got it

  bool is_bad() const { return measure != Measure::verdict && score.f1 < bad_below(measure); }
};

/// How many of those that gold knows are right.
struct Ratio {
  std::uint32_t right = 0;
  std::uint32_t all = 0;

  void add(std::optional<bool> is_right);
};

/// Sums over pages.
struct Summary {
  std::uint32_t pages = 0;
  std::uint32_t bad = 0;
  Ratio titles;
  Ratio days;
  Ratio authors;
  std::uint32_t verdicts_wrong = 0;  // article for no_article or the other way round
  std::uint32_t verdicts_uncertain = 0;
  Ratio exact;

  void add(const PageScore& page);

  /// Precision and recall averaged over pages measured by text. So is F1, but that of pages all
  /// measured by shingles is the F1 of the averages. Zeros if there is no such page.
  Score mean() const;
  std::uint32_t measured() const { return lines_ + shingles_; }  // pages

 private:
  Score sum_;
  std::uint32_t lines_ = 0;  // pages by measure
  std::uint32_t shingles_ = 0;
};

/// How often a rule or feature pushed lines the right way or the wrong way, and how hard.
struct Tally {
  std::uint32_t helped = 0;  // lines
  std::uint32_t harmed = 0;
  double helped_weight = 0;  // sums of absolute weights
  double harmed_weight = 0;

  void add(float weight, Gold gold);  // a weight of 0, or a line that does not count, adds nothing
};

/// Each site's fold, 0 to folds - 1: the sites with most pages first, each to the fold with fewest
/// pages by then; of equals the first by name or number. `folds` is at least 1.
std::map<std::string, std::uint32_t> folds_by_site(
    const std::map<std::string, std::uint32_t>& pages_by_site, std::uint32_t folds);

}  // namespace thanbai::program
