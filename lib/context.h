// First scores -> numbers that say how a line stands among its neighbours and in the article's run.
// Looks at numbers only, never at text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "columns.h"
#include "line_features.h"

namespace thanbai {

// First scores are in hundredths of log-odds here. "Run" is the stretch of lines whose first
// scores, weighted by words, add up to the most; "prose run" the same from lengths and sentence
// ends alone.
// clang-format off
#define THANBAI_OBSERVATIONS(X)                                                                    \
  X(first_score)                                                                                   \
  X(page_cut)              /* where the page's first scores of prose part in two, by words */      \
  X(score_over_cut)        /* first score, less that */                                            \
  X(score_to_good)         /* first score, less the mean of those above the cut */                 \
  X(in_run)                                                                                        \
  X(lines_into_run)        /* since its first line; negative before it */                          \
  X(lines_to_run_end)      /* until its last line; negative after it */                            \
  X(in_prose_run)                                                                                  \
  X(lines_into_prose_run)                                                                          \
  X(lines_to_prose_run_end)                                                                        \
  X(score_1_before) X(score_2_before) X(score_3_before)                                            \
  X(score_1_after) X(score_2_after) X(score_3_after)                                               \
  X(words_1_before) X(words_2_before) X(words_1_after) X(words_2_after)                            \
  X(ends_sentence_1_before) X(ends_sentence_1_after)                                               \
  X(upper_share_1_before) X(upper_share_1_after)                                                   \
  X(opens_block_1_after)                                                                           \
  X(block_1_before) X(block_1_after)                                                               \
  X(link_share_1_before) X(link_share_1_after)                                                     \
  X(score_of_5) X(score_of_11) X(score_of_31)  /* means of the 5, 11, 31 lines around */           \
  X(words_of_5) X(words_of_11)                                                                     \
  X(ends_sentence_of_5) X(ends_sentence_of_11)                                                     \
  X(link_share_of_5)                                                                               \
  X(good_words_before)     /* expected words of the article before the line */                     \
  X(good_words_after)                                                                              \
  X(good_words_share)      /* per mille of all that are before it */                               \
  X(lines_since_good)      /* lines of negative first score just before it */                      \
  X(words_since_good)                                                                              \
  X(lines_to_good)                                                                                 \
  X(words_to_good)                                                                                 \
  X(gap_to_run)            /* most such lines in a row between the line and the run */             \
  X(topic_share)           /* words that other good lines of the run hold, of words */             \
  X(topic_share_rare)      /* the same of words that few lines of the page hold */                 \
  X(opened_label)          /* label + 1 of the last rule of effect `opens` before the line */      \
  X(lines_since_opened)                                                                            \
  X(words_since_opened)                                                                            \
  X(opened_since_run)      /* such rules that hit between the run's start and the line */          \
  X(in_open_block)         /* after such a rule's line, before two lines of prose in a row */ \
  X(prose_pairs_after)     /* good lines of prose that follow another, among the 31 after */ \
  X(caption_hit_after)     /* hits of neighbours */                                                \
  X(caption_hit_before)                                                                            \
  X(related_hit_before)                                                                            \
  X(drop_hits_of_5)        /* lines with a hit of any dropped label among the 5 around */          \
  X(drop_hits_of_31)                                                                               \
  X(share_hits_of_31)                                                                              \
  X(comments_before)       /* comment hits before the line */                                      \
  X(lines_since_byline)                                                                            \
  X(lines_to_byline)                                                                               \
  X(lines_since_dateline)                                                                          \
  X(digit_share_of_5)      /* mean of the 5 lines around */                                        \
  X(capital_share_of_5)                                                                            \
  X(clock_times_of_31)     /* lines with one among the 31 around */                                \
  X(lines_since_colon)     /* since a line that ends in a colon */                                 \
  X(score_at_colon)        /* that line's first score */                                           \
  X(group_good_share)      /* good words of the line's container, of all good words; -1 */         \
  X(outer_good_share)      /* the same of the container around, with the containers in it */       \
  X(group_purity)          /* good words of the container, of its words */                         \
  X(outer_purity)                                                                                  \
  X(best_group)            /* 3: has the most good words, 2: stands in it, 1: is around it */      \
  X(alike_good_share)      /* good words of lines with the same hints, of all good words; -1 */    \
  X(alike_purity)          /* the same, of their words */                                          \
  X(alike_score)           /* mean of their first scores by words, less the page's cut */          \
  X(branch_score)          /* the same of the branch, see below */                                 \
  X(levels_out)            /* from the article's element up to the one around it that holds the line */ \
  X(levels_in)             /* from there down to the line's container */                           \
  X(branch_words)          /* the branch below that element in which the line stands */            \
  X(branch_link_share)                                                                             \
  X(branch_good_share)                                                                             \
  X(branch_purity)                                                                                 \
  X(hints_beyond)          /* words of hints for dropped labels, beyond those of the best line */  \
  X(hints_lacking)         /* words of hints for bodies that the best line has more of */          \
  X(hint_odds_to_good)     /* less the mean of good lines, by words; -1 without markup */          \
  X(series_score)          /* mean first score of the lines in a row that begin alike */           \
  X(score_before_series)   /* of the line right before them */                                     \
  X(score_after_series)                                                                            \
  X(cohesion_above)        /* least cohesion of the places between prose above the line: see       \
                              topic_gaps.h */                                                      \
  X(cohesion_below)        /* of those below it */                                                 \
  X(cohesion_weakest)      /* of all places: the same for all lines */                             \
  X(lines_since_gap)       /* since that place; negative above it; -32000 if there is none */      \
  X(good_words_since_gap)  /* the same */                                                          \
  X(datelines_in_prose)    /* lines of dates between the first prose and the line */               \
  X(repeats_of_5)          /* lines among the 5 around that repeat another */                      \
  X(datelines_of_11)                                                                               \
  X(title_score)           /* hundredths of log-odds of being the title; 0 until it is known */    \
  X(lines_since_title)     /* negative before it; -32000 if the page has none */                   \
  X(words_since_title)                                                                             \
  X(good_words_since_title)                                                                        \
  X(headings_since_title)  /* as high as the title, or the highest if it is none */
// clang-format on

/// Columns of observations follow those of features in one table.
enum class Observation : std::uint8_t {
  before_first = feature_count - 1,
#define THANBAI_NAME(name) name,
  THANBAI_OBSERVATIONS(THANBAI_NAME)
#undef THANBAI_NAME
};
inline constexpr std::array observation_names = {
#define THANBAI_NAME(name) std::string_view(#name),
    THANBAI_OBSERVATIONS(THANBAI_NAME)
#undef THANBAI_NAME
};
inline constexpr std::size_t column_count = feature_count + observation_names.size();
static_assert(column_count <= 255);

/// A feature's or an observation's name by its column.
constexpr std::string_view column_name(std::size_t column) noexcept {
  return column < feature_count ? feature_names[column] : observation_names[column - feature_count];
}

inline constexpr std::size_t no_row = static_cast<std::size_t>(-1);

/// Half-open range of rows.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Fills the observation columns from the feature columns and the first scores (thousandths of
/// log-odds, one a row). `words` are as measure() left them and get their run counts. Returns the
/// run.
Run observe(const std::vector<std::int32_t>& first_scores, Words& words, Columns& columns);

}  // namespace thanbai
