#include "comment_section.h"

#include <algorithm>

#include "line_features.h"

namespace thanbai {
namespace {

// Words for comments in a line's hints. Of 56,000 words of lines with two and more on the
// development pages, 350 belong to an article (one such word: 800 of 5,000).
constexpr std::int16_t comment_hints = 2;
constexpr std::int32_t comment_score = -3000;  // at most
constexpr std::int16_t fewest_words = 8;       // of the line elsewhere

}  // namespace

void lower_comments(const Columns& columns, std::vector<std::int32_t>& first_scores) {
  const std::int16_t* hints = columns[Feature::hint_comments];
  const std::int16_t* words = columns[Feature::words];
  bool has_comments = false;
  bool has_more = false;
  for (std::size_t row = 0; row < columns.rows(); ++row) {
    const bool is_comment = hints[row] >= comment_hints;
    has_comments |= is_comment;
    has_more |= !is_comment && words[row] >= fewest_words && first_scores[row] > 0;
  }
  if (!has_comments || !has_more) return;
  for (std::size_t row = 0; row < columns.rows(); ++row) {
    if (hints[row] < comment_hints) continue;
    first_scores[row] = std::min(first_scores[row], comment_score);
  }
}

}  // namespace thanbai
