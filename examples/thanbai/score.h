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

/// Pages below this F1 are bad: the article is not usable.
inline constexpr double bad_below = 0.8;

/// A page as sums see it.
struct PageScore {
  Score score;
  bool has_article = true;  // by gold
  Verdict verdict = Verdict::article;
  std::optional<bool> title_right;  // nullopt if gold has no title
  std::uint32_t exact_lines = 0;    // lines whose gold names the label,
  std::uint32_t exact_right = 0;    // and those of them that got it
};

/// Sums over pages.
struct Summary {
  std::uint32_t pages = 0;
  std::uint32_t bad = 0;
  std::uint32_t titles = 0;
  std::uint32_t titles_right = 0;
  std::uint32_t verdicts_wrong = 0;  // article for no_article or the other way round
  std::uint32_t verdicts_uncertain = 0;
  std::uint32_t exact_lines = 0;
  std::uint32_t exact_right = 0;

  void add(const PageScore& page);
  Score mean() const;  // each figure per page, then averaged; zeros if there is no page

 private:
  Score sum_;
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
