// Three things tell an article from a page of teasers: the words of its longest run of kept lines,
// how sure their scores are, and what an HTML page says it is. Teasers look like prose, but their
// headlines and dates make each doubtful, while an article's lines vouch for each other.
#include "verdict.h"

#include <algorithm>
#include <cmath>

#include "context.h"
#include "line_features.h"

namespace thanbai {
namespace {

// Words (Vietnamese syllables; CJK characters count half) of a run from which a page is as likely
// an article as not, and how fast that changes (natural logarithm of words); beyond
// `most_from_words` more words say nothing more. Seen on development pages: articles of 60 words,
// teaser pages with runs of 560.
constexpr double even_words = 45;
constexpr double words_weight = 2.2;
constexpr double most_from_words = 1.0;
// The same for the mean score of kept lines, by words, and for what the lines alone say, the first
// trees' probability: later scores are relative to the page, so that the best of any page look
// good. Set on development pages.
constexpr double even_score = 0.815;
constexpr double score_weight = 50;
constexpr double even_first = 0.66;
constexpr double first_weight = 10;
// What metadata that only articles have adds, and what "website" without such takes, or an HTML
// page that says neither. Home pages often call themselves articles by og:type alone.
constexpr double says_article = 4;
constexpr double says_website = -6;
constexpr double says_nothing = -3;
constexpr float sure = 0.75F;            // probability from which a verdict is not `uncertain`
constexpr std::size_t longest_hole = 6;  // dropped lines that a run may hold one after the other

double declared(const Metadata& metadata, bool is_html) {
  const auto is_schema = [&](std::string_view type) {
    return metadata.schema_type.find(type) != std::string_view::npos;
  };
  if (is_schema("Article") || is_schema("Posting") || !metadata.published.empty()) {
    return says_article;
  }
  if (metadata.type == "website") return says_website;
  return is_html ? says_nothing : 0;
}

}  // namespace

double article_odds(const Columns& columns, const Zones& zones, const Metadata& metadata,
                    bool is_html, const LabelledLine* lines) {
  double run = 0;
  double longest = 0;
  double words_kept = 0;
  double score_sum = 0;
  double first_sum = 0;
  std::size_t hole = 0;
  for (std::size_t row = zones.first; zones.first != no_row && row <= zones.last; ++row) {
    const LabelledLine& line = lines[row];
    if (!is_kept(line.label) || line.label == Label::title) {
      if (++hole > longest_hole) run = 0;
      continue;
    }
    const double words = columns[Feature::words][row] + 1;
    hole = 0;
    run += words;
    longest = std::max(longest, run);
    words_kept += words;
    score_sum += words * static_cast<double>(line.score);
    const double first = columns[Observation::first_score][row] / 100.0;  // log-odds
    first_sum += words / (1 + std::exp(-first));
  }
  const double from_words =
      std::min(most_from_words, words_weight * std::log((longest + 1) / even_words));
  const double from_score = words_kept > 0
                                ? score_weight * (score_sum / words_kept - even_score) +
                                      first_weight * (first_sum / words_kept - even_first)
                                : 0;
  return from_words + from_score + declared(metadata, is_html);
}

void set_verdict(double article_odds, Document& document) {
  const auto article = static_cast<float>(1.0 / (1.0 + std::exp(-article_odds)));
  document.verdict = article >= sure       ? Verdict::article
                     : article <= 1 - sure ? Verdict::no_article
                                           : Verdict::uncertain;
  document.confidence = document.verdict == Verdict::article ? article
                        : document.verdict == Verdict::no_article
                            ? 1 - article
                            : 1 - 2 * std::abs(article - 0.5F);
}

}  // namespace thanbai
