#include "rule_pattern.h"

#include <algorithm>

#include "hint_rules.h"
#include "pattern_needs.h"
#include "pattern_set_regex.h"
#include "unicode.h"

namespace thanbai {
namespace {

constexpr std::string_view not_word = "[^\\pL\\pN\\pM]";
// The edges that unicode::strip_edges takes off a folded line, for lines matched as written.
constexpr std::string_view written_start = "[\\s|*+»>›•\\-]*";
constexpr std::string_view list_marks = "[\\s,;|•·/>›»&+-]+";  // between the phrases of a list
constexpr std::string_view written_end = "[\\s:.…»>›|*\\-]*";

/// Whether a word may not go on next to `c`: false for scripts written without spaces.
bool needs_word_edge(char32_t c) {
  const auto classes = unicode::classes(c);
  return (classes & (unicode::letter | unicode::digit | unicode::mark)) != 0 &&
         (classes & unicode::ideograph) == 0;
}

bool starts_word(std::string_view text) {
  const char* p = text.data();
  return needs_word_edge(unicode::valid_next(p));
}

bool is_whole(const Rule& rule) noexcept {
  return rule.where == Rule::Where::whole_line || rule.where == Rule::Where::list;
}

/// Whether a rule of words that are looked up has what it needs: single words to be counted, or
/// single names.
bool is_of_words(const Rule& rule) {
  const auto has_space = [](const std::string& word) { return word.find(' ') != word.npos; };
  const bool decides = rule.effect == Rule::Effect::is || rule.effect == Rule::Effect::ends;
  return (rule.effect == Rule::Effect::hint || (names_hints(rule) && decides)) &&
         rule.patterns.empty() && std::none_of(rule.phrases.begin(), rule.phrases.end(), has_space);
}

bool ends_word(std::string_view text) {
  const char* p = text.data() + text.size() - 1;
  while ((static_cast<unsigned char>(*p) & 0xC0) == 0x80) --p;
  return needs_word_edge(unicode::valid_next(p));
}

}  // namespace

std::string folded_phrase(std::string_view phrase) {
  std::string result;
  unicode::valid_fold(unicode::valid_to_nfc(phrase), result);
  return std::string(unicode::valid_trim(result));
}

bool is_at_start(const Rule& rule) noexcept {
  return is_whole(rule) || rule.where == Rule::Where::line_start;
}
bool is_at_end(const Rule& rule) noexcept {
  return is_whole(rule) || rule.where == Rule::Where::line_end;
}

std::size_t longest_line(const Rule& rule) noexcept {
  if (rule.max_bytes != 0) return rule.max_bytes;
  const bool decides = rule.effect == Rule::Effect::is || rule.effect == Rule::Effect::ends;
  return decides ? UINT32_MAX : default_max_bytes;
}

std::string phrase_pattern(std::string_view phrase, Rule::Where where) {
  const std::string whole = folded_phrase(phrase);
  const std::string_view core = unicode::strip_edges(whole);
  const auto begin = static_cast<std::size_t>(core.data() - whole.data());
  const std::string_view head = std::string_view(whole).substr(0, begin);
  const std::string_view tail = std::string_view(whole).substr(begin + core.size());
  std::string pattern = quoted(core);
  if (where != Rule::Where::line_start) {
    if (!head.empty()) {
      pattern.insert(0, "(?:^|" + quoted(head) + ")");
    } else if (starts_word(core)) {
      pattern.insert(0, "(?:^|" + std::string(not_word) + ")");
    }
  }
  if (where == Rule::Where::line_end) return pattern + "$";
  if (!tail.empty()) {
    pattern += "(?:$|" + quoted(tail) + ")";
  } else if (ends_word(core)) {
    pattern.append("(?:$|").append(not_word).append(")");
  }
  return pattern;
}

std::string list_pattern(const std::vector<std::string>& phrases) {
  std::string one;
  for (const std::string& phrase : phrases) {
    one += one.empty() ? "(?:" : "|";
    one += quoted(unicode::strip_edges(folded_phrase(phrase)));
  }
  one += ')';
  return "(?:" + one + std::string(list_marks) + "){" + std::to_string(fewest_listed - 1) + ",}" +
         one;
}

std::string rule_pattern(const Rule& rule, const std::string& pattern) {
  std::string result = "(?:" + pattern + ")";
  // What begins with a letter begins a word.
  if (!is_at_start(rule) && begins_with_letter(pattern)) {
    result.insert(0, "(?:^|" + std::string(not_word) + ")");
  }
  if (rule.case_sensitive && is_at_start(rule)) result.insert(0, written_start);
  if (rule.case_sensitive && is_at_end(rule)) result.append(written_end);
  if (is_at_end(rule)) result += '$';
  return result;
}

bool is_looked_up(const Rule& rule) noexcept {
  return rule.where == Rule::Where::word || rule.where == Rule::Where::hints;
}

std::string rule_error(const Rule& rule) {
  if (static_cast<std::size_t>(rule.label) >= label_count || rule.effect > Rule::Effect::ends ||
      rule.where > Rule::Where::word) {
    return "has a label, an effect or a place that is none";
  }
  if (rule.effect == Rule::Effect::opens && is_kept(rule.label)) {
    return "opens a block of a label that is kept";
  }
  if (rule.phrases.empty() && rule.patterns.empty()) return "has no phrase and no pattern";
  if (rule.where == Rule::Where::list && !rule.patterns.empty()) {
    return "is a list of phrases: no pattern";
  }
  if (is_looked_up(rule) && !is_of_words(rule)) {
    return "looks words up: hint (of hints also is, ends), no pattern, no space in a phrase";
  }
  return {};
}

std::string phrase_error(std::string_view phrase) {
  if (!unicode::any_is_valid(phrase)) return "the phrase is not valid UTF-8";
  if (unicode::strip_edges(folded_phrase(phrase)).empty()) {
    return "the phrase has nothing but white space and edge punctuation";
  }
  return {};
}

std::string pattern_error(std::string_view pattern, bool case_sensitive) {
  if (!unicode::any_is_valid(pattern)) return "the pattern is not valid UTF-8";
  if (const std::string why = regex_error(pattern, case_sensitive); !why.empty()) {
    return "the pattern is not valid: " + why;
  }
  if (case_sensitive) return {};
  for (const char* p = pattern.data(); p < pattern.data() + pattern.size();) {
    const char32_t c = unicode::valid_next(p);
    const char32_t seen = unicode::fold(c);
    if (c >= 0x80 && seen < 0x80 && (unicode::classes(c) & unicode::letter) == 0) {
      std::string message = "a folded line never holds \"";
      unicode::append(message, c);
      message += "\": write \"";
      unicode::append(message, seen);
      return message + "\" or make the rule case sensitive";
    }
  }
  return {};
}

}  // namespace thanbai
