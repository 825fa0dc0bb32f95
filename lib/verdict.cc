// A page of teasers has sentences too, but they stand apart: few of its kept words are in runs of
// kept lines, and most of the page is something else. The measure is the kept words, each line's by
// how sure its score is, less what the same page's dropped prose suggests.
#include "verdict.h"

#include <algorithm>
#include <cmath>

#include "line_features.h"

namespace thanbai {
namespace {

// Words (Vietnamese syllables; CJK characters count half) of sure, connected prose from which a
// page is as likely an article as not, and how fast that changes (natural logarithm of words).
constexpr double even_words = 45;
constexpr double steepness = 2.2;
constexpr float sure = 0.75F;  // probability from which a verdict is not `uncertain`

}  // namespace

void judge(const Columns& columns, const Zones& zones, Document& document) {
  double run = 0;
  double best = 0;
  double total = 0;
  std::size_t dropped_between = 0;
  if (zones.first != no_row) {
    for (std::size_t row = zones.first; row <= zones.last; ++row) {
      const LabelledLine& line = document.lines[row];
      const double words = columns[Feature::words][row];
      if (is_kept(line.label) && line.label != Label::title) {
        const double sureness = std::max(0.0, 2.0 * static_cast<double>(line.score) - 1.0);
        run += words * sureness;
        total += words * sureness;
        best = std::max(best, run);
        dropped_between = 0;
      } else if (++dropped_between > 6) {
        run = 0;
      }
    }
  }
  const double strength = best + 0.25 * (total - best);
  const double odds = steepness * std::log((strength + 1) / even_words);
  const auto article = static_cast<float>(1.0 / (1.0 + std::exp(-odds)));
  document.verdict = article >= sure       ? Verdict::article
                     : article <= 1 - sure ? Verdict::no_article
                                           : Verdict::uncertain;
  document.confidence = document.verdict == Verdict::article ? article
                        : document.verdict == Verdict::no_article
                            ? 1 - article
                            : 1 - 2 * std::abs(article - 0.5F);
}

}  // namespace thanbai
