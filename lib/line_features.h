// Lines -> numbers: what one line looks like, and how it stands in its page before anything is
// scored. Knows no phrase but those of the lexicon it is given; what asks for scores belongs to
// `context`.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "columns.h"
#include "container_tree.h"
#include "lexicon.h"
#include "signature.h"
#include "thanbai/line.h"
#include "word_cache.h"

namespace thanbai {

// Units: counts are counts; "share" is per mille; flags are 0 or 1; -1 means unknown.
// clang-format off
#define THANBAI_FEATURES(X)                                                                        \
  /* the line itself */                                                                            \
  X(chars)            /* code points */                                                            \
  X(words)            /* runs of letters and digits; two letters of a spaceless script are one */  \
  X(letter_share)     /* of chars */                                                               \
  X(upper_share)      /* of letters */                                                             \
  X(digit_share)      /* of chars */                                                               \
  X(punctuation_share)/* of chars */                                                               \
  X(symbols)                                                                                       \
  X(commas)           /* , ; and their kin */                                                      \
  X(comma_share)      /* per thousand words */                                                     \
  X(sentence_ends)    /* sentence-final marks that a space, a quotation mark or the end follows */ \
  X(sentence_share)   /* per thousand words */                                                     \
  X(ends_sentence)    /* flag; closing quotation marks and brackets aside */                       \
  X(ends_ellipsis)                                                                                 \
  X(ends_colon)                                                                                    \
  X(ends_bracket)                                                                                  \
  X(starts_upper)                                                                                  \
  X(starts_lower)                                                                                  \
  X(starts_digit)                                                                                  \
  X(starts_quote)                                                                                  \
  X(starts_mark)      /* other punctuation or symbol */                                            \
  X(word_length)      /* mean, tenths of a code point */                                           \
  X(longest_word)     /* code points */                                                            \
  X(capital_share)    /* words that begin with a capital, of words */                              \
  X(shout_share)      /* words of two or more letters, all capital, of words */                    \
  X(single_share)     /* words of one code point, of words */                                      \
  X(separators)       /* | / · and their kin */                                                    \
  X(brackets)                                                                                      \
  X(quotes)                                                                                        \
  X(colons)                                                                                        \
  X(spaceless_share)  /* letters of scripts without spaces, of chars */                            \
  X(web_marks)        /* @, http, www, .com */                                                     \
  X(years)            /* numbers 1900 to 2099 */                                                   \
  X(clock_times)      /* 9:30 */                                                                   \
  X(stopword_share)   /* function words of any language, of words */                             \
  X(cue_share_words)  /* words of the packs' `where word` rules, by label, counted */              \
  X(cue_related)                                                                                   \
  X(cue_comments)                                                                                  \
  X(cue_advert)                                                                                    \
  X(cue_footer)                                                                                    \
  X(cue_caption)                                                                                   \
  /* what the source says */                                                                       \
  X(block)            /* Block as a number */                                                      \
  X(opens_block)                                                                                   \
  X(level)                                                                                         \
  X(link_share)       /* of bytes; -1 without markup            */                                 \
  X(hint_title)       /* words of `where hints` rules in Line::hints, by label, counted */         \
  X(hint_lead)                                                                                     \
  X(hint_body)                                                                                     \
  X(hint_caption)                                                                                  \
  X(hint_byline)                                                                                   \
  X(hint_dateline)                                                                                 \
  X(hint_related)                                                                                  \
  X(hint_navigation)                                                                               \
  X(hint_comments)                                                                                 \
  X(hint_share)                                                                                    \
  X(hint_advert)                                                                                   \
  X(hint_footer)                                                                                   \
  X(hint_other)                                                                                    \
  X(hint_odds)        /* of all words of the hints, see hint_words.h; 0 without markup */          \
  X(hint_odds_over_page) /* less those of the page's prose: the upper quartile by words */         \
  X(group_words)      /* in lines of the line's container; -1 without markup, as those below */    \
  X(group_link_share) /* mean of its lines, by words */                                            \
  X(group_sentence_share) /* of its lines that end a sentence, by words */                         \
  X(outer_words)      /* the three of the container around, with the containers in it */           \
  X(outer_link_share)                                                                              \
  X(outer_sentence_share)                                                                          \
  X(alike_lines)      /* of the same block with the same hints, itself included; -1 as above */      \
  X(alike_words)      /* in them */                                                                \
  X(alike_link_share)                                                                              \
  X(alike_sentence_share)                                                                          \
  X(declared_share)   /* pairs of words that the declared article body holds; -1 if none is */     \
  X(description_overlap) /* pairs of the declared description that the line holds; -1 if none is */ \
  /* its place in the page */                                                                      \
  X(repeats)          /* lines of the page with the same folded text, itself included */           \
  X(is_repeat)        /* flag: one of them came before */                                          \
  X(common_share)     /* words that three or more lines of the page hold, of words */              \
  X(rare_share)       /* words that no other line holds, of words */                               \
  X(line_number)      /* 0-based */                                                                \
  X(lines_after)                                                                                   \
  X(relative_place)   /* words of the page before the line, share of all */                        \
  X(page_lines)                                                                                    \
  X(page_words)       /* tens */                                                                   \
  X(title_overlap)    /* words shared with the page's title, of the title's */                     \
  X(title_similarity) /* the same, of both; of the headline found, page-wide */                    \
  X(lines_since_headline)  /* negative before it; -32000 if none was found */                      \
  X(words_since_headline)  /* the same */                                                          \
  X(list_size)        /* items of the numbered list that the line is in; 0 if in none */           \
  X(list_place)       /* lines since its first item */                                             \
  X(series_size)      /* lines in a row that begin alike, see line_series.h */                     \
  X(series_place)     /* lines since the first of them */                                          \
  /* rules that hit: strength by label */                                                          \
  X(hit_dateline)                                                                                  \
  X(hit_byline)                                                                                    \
  X(hit_lead)                                                                                      \
  X(hit_body)                                                                                      \
  X(hit_caption)                                                                                   \
  X(hit_related)                                                                                   \
  X(hit_navigation)                                                                                \
  X(hit_comments)                                                                                  \
  X(hit_share)                                                                                     \
  X(hit_advert)                                                                                    \
  X(hit_footer)                                                                                    \
  X(hit_other)                                                                                     \
  X(opens_label)      /* a rule of effect `opens` hit: its label + 1 */
// clang-format on

enum class Feature : std::uint8_t {
#define THANBAI_NAME(name) name,
  THANBAI_FEATURES(THANBAI_NAME)
#undef THANBAI_NAME
};
inline constexpr std::array feature_names = {
#define THANBAI_NAME(name) std::string_view(#name),
    THANBAI_FEATURES(THANBAI_NAME)
#undef THANBAI_NAME
};
inline constexpr std::size_t feature_count = feature_names.size();

/// The feature that says a rule of this label hit.
Feature hit_feature(Label label) noexcept;

/// The feature that counts words of hints for this label.
Feature hint_feature(Label label) noexcept;

/// Whether a column is one of hit_feature's.
constexpr bool is_hit_column(std::size_t column) noexcept {
  return column >= static_cast<std::size_t>(Feature::hit_dateline) &&
         column <= static_cast<std::size_t>(Feature::hit_other);
}

/// The feature that counts cue words of this label; nullopt if such words are not counted.
std::optional<Feature> cue_feature(Label label) noexcept;

/// The words of a page by their hashes, line after line, in how many lines each stands, and which
/// lines are alike. Filled by measure().
struct Words {
  /// A word's lines are counted by its hash alone: words of one slot are taken for one word.
  struct Slot {
    std::uint32_t last_line = UINT32_MAX;
    std::uint16_t lines = 0;      // that hold the word, at most 65535
    std::uint16_t run_lines = 0;  // of these in the article's run, at most 2: context counts them
  };
  static constexpr std::size_t most_slots = std::size_t{1} << 16;

  std::vector<std::uint32_t> hashes;
  std::vector<std::uint32_t> stems;        // of the same words' first letters, see pattern_needs.h
  std::vector<std::uint32_t> begin;        // of each line in `hashes`, and one more: the end
  std::vector<Signature> signatures;       // of each line: what else it holds
  std::vector<std::uint32_t> line_hashes;  // of each line: of all its words
  std::vector<std::uint32_t> first_same;   // of each line: the first that has the same words
  std::vector<Slot> slots;                 // a power of two
  AlikeLines alike;                        // that markup makes alike

  /// How many words a line has.
  std::uint32_t count_in(std::size_t row) const noexcept { return begin[row + 1] - begin[row]; }

  Slot& slot(std::uint32_t hash) noexcept { return slots[hash & (slots.size() - 1)]; }
};

/// By what the language of a page is told.
struct LanguageCounts {
  std::array<std::uint32_t, Lexicon::max_packs> stopwords{};  // function words of each pack
  std::uint64_t words = 0;
  std::uint64_t letters = 0;
  std::uint64_t hangul = 0, kana = 0, thai = 0, han = 0;  // letters of these scripts
};

/// Fills all columns but those of rules (hit_…, opens_label), and `words` and `language`. `cache`
/// has seen words of no other lexicon. False, and nothing filled to be used, if a line's text, the
/// title or the article body is not valid UTF-8.
bool measure(const Lines& lines, const Lexicon& lexicon, WordCache& cache, std::size_t columns,
             Columns& features, Words& words, LanguageCounts& language);
bool measure(const Lines& lines, const Lexicon& lexicon, std::size_t columns, Columns& features,
             Words& words, LanguageCounts& language);

}  // namespace thanbai
