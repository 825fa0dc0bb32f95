// A rule's phrases and patterns -> regular expressions, and why some cannot be used.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "thanbai/pack.h"

namespace thanbai {

/// Of a rule that only hints and has no max_bytes: longer lines are prose, which no hint is for.
inline constexpr std::size_t default_max_bytes = 160;

/// Whether a match begins, or ends, where the line does.
bool is_at_start(const Rule& rule) noexcept;
bool is_at_end(const Rule& rule) noexcept;

/// The longest line, in bytes of text, that a rule is tried on.
std::size_t longest_line(const Rule& rule) noexcept;

/// A phrase as lines are folded.
std::string folded_phrase(std::string_view phrase);

/// A phrase as a pattern on the folded line. Punctuation that strip_edges would take off the line's
/// ends may be missing there.
std::string phrase_pattern(std::string_view phrase, Rule::Where where);

/// So many of its phrases, or more, make a line a list.
inline constexpr std::size_t fewest_listed = 3;

/// A line of phrases as a pattern on the folded line.
std::string list_pattern(const std::vector<std::string>& phrases);

/// A pattern of the rule, held to where the rule says.
std::string rule_pattern(const Rule& rule, const std::string& pattern);

/// Whether a rule's words are looked up one by one, not searched for.
bool is_looked_up(const Rule& rule) noexcept;

/// Why a rule has not what its `where` and `effect` ask for, as the end of a sentence that begins
/// with its name; empty if it has.
std::string rule_error(const Rule& rule);

/// Why a phrase, or a pattern of a rule, cannot be used, as a sentence without a full stop; empty
/// if it can.
std::string phrase_error(std::string_view phrase);
std::string pattern_error(std::string_view pattern, bool case_sensitive);

}  // namespace thanbai
