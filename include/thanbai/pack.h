// Packs: the phrases of one language or one site, as data. Rule, Pack, and how to get them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "thanbai/document.h"
#include "thanbai/export.h"
#include "thanbai/result.h"

namespace thanbai {

/// One kind of phrase and what it says about a line that holds it. A plain value.
struct Rule {
  /// Where in a line's text a phrase or pattern must stand. White space and closing punctuation
  /// (": . … > »") at either end of the line do not count.
  enum class Where : std::uint8_t {
    whole_line,
    line_start,
    line_end,
    anywhere,
    list,   // the whole line is nothing but phrases, three or more, separated by spaces and marks
            // such as | / > · & and commas; no patterns
    hints,  // what stands in Line::hints. `hint`: single words ("caption"), counted; `is` and
            // `ends`: whole names ("media-caption"). No patterns
    word,   // single words, counted wherever they stand in lines of any length; hint only, no
            // patterns
  };

  /// What a hit does.
  enum class Effect : std::uint8_t {
    hint,   // evidence for `label`, weighed with all else
    opens,  // the same, and a block of that label, a dropped one, begins: "Related news"
    is,     // the line is `label`, whatever else says, unless a caption is a photo story's text;
            // by a caller's rule the scores of other lines stay as they were. Later packs overrule
            // earlier ones
    ends,   // as `is`, and no later line is kept once the article has begun
  };

  std::string name;  // unique in its pack, such as "related.header"
  Label label = Label::other;
  Where where = Where::whole_line;
  Effect effect = Effect::hint;
  bool case_sensitive = false;  // for `patterns`; phrases always match case-folded
  std::uint16_t max_bytes = 0;  // lines with longer text are not tried; 0 means 160 for hints and
                                // openers, no limit for `is` and `ends`
  std::vector<std::string> phrases = {};   // literal texts
  std::vector<std::string> patterns = {};  // RE2 syntax, see docs/packs.md
  std::vector<std::string> hits = {};      // lines it must hit and
  std::vector<std::string> misses = {};    // lines it must not: check() tries both
  std::uint32_t line = 0;  // 1-based line of its name in the pack's text; 0 if made by hand
};

/// The rules and function words of one language or one site. A plain value.
struct Pack {
  std::string name;           // prefix of its rules in evidence, such as "vi"
  std::string language = {};  // BCP 47 tag; "und" if its rules hold in any language
  std::string hash = {};      // 16 hex digits of the text it was parsed from; empty if by hand
  std::vector<std::string> stopwords = {};  // frequent function words: they tell its language
  std::vector<Rule> rules = {};
};

/// Names of the packs compiled in, "und" first, then by name. Static storage.
THANBAI_EXPORT const std::vector<std::string_view>& builtin_pack_names();

/// A pack compiled in. Error: unknown_language.
THANBAI_EXPORT Result<Pack> builtin_pack(std::string_view name);

/// Reads a pack in the form of docs/packs.md; `origin` names it in errors, which carry the 1-based
/// line. Errors: bad_pack, bad_pattern, duplicate_rule.
THANBAI_EXPORT Result<Pack> parse_pack(std::string_view text, std::string_view origin);

/// What lines of one kind have in common: the text as phrases and folded patterns see it
/// (docs/packs.md), each number as "#" and, if there is one, each name of a day or month as "@". A
/// "#", "@" or "\" of the text's own gets a "\" before it. Any bytes.
THANBAI_EXPORT std::string mask_line(std::string_view text);

/// A folded pattern that hits, as a whole line, what has this mask.
THANBAI_EXPORT std::string mask_pattern(std::string_view mask);

/// The host of a URL, by which packs for one site are named: in lower case, without "www."; empty
/// if the URL has none, or one longer than hosts are.
THANBAI_EXPORT std::string host_of(std::string_view url);

/// One bad_example for each example line that its rule treats otherwise; bad_pattern or
/// rules_too_large, as creation answers, if the rules cannot be tried. Empty if all is well.
[[nodiscard]] THANBAI_EXPORT std::vector<Error> check(const Pack& pack);

}  // namespace thanbai
