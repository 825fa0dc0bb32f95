// Whole-line phrases, most of any pack, are looked up in a hash table. What RE2 must look for is
// sorted into four sets by what it sees (the folded line or the line as written) and by where it
// may begin (at the start of the line or anywhere), each rule one alternation in each set that it
// needs. A set anchored at the start gives up most lines after a few bytes.
#include "pattern_set.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "unicode.h"

namespace thanbai {
namespace {

// Of a hint without max_bytes: longer lines are prose, which no hint is for.
constexpr std::size_t default_max_bytes = 160;
constexpr std::string_view not_word = "[^\\pL\\pN\\pM]";
// The edges that unicode::strip_edges takes off a folded line, for lines matched as written.
constexpr std::string_view written_start = "[\\s|*+»>›•\\-]*";
constexpr std::string_view written_end = "[\\s:.…»>›|*\\-]*";

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

RE2::Options options(bool case_sensitive, std::size_t memory_bytes) {
  RE2::Options result(RE2::Quiet);
  result.set_case_sensitive(case_sensitive);
  result.set_max_mem(static_cast<std::int64_t>(memory_bytes));
  return result;
}

std::string folded(std::string_view phrase) {
  std::string result;
  unicode::valid_fold(unicode::valid_to_nfc(phrase), result);
  return std::string(unicode::valid_trim(result));
}

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

bool ends_word(std::string_view text) {
  const char* p = text.data() + text.size() - 1;
  while ((static_cast<unsigned char>(*p) & 0xC0) == 0x80) --p;
  return needs_word_edge(unicode::valid_next(p));
}

void append_alternative(std::string& alternation, std::string_view alternative) {
  if (!alternation.empty()) alternation += '|';
  alternation.append(alternative);
}

/// The phrases as a pattern on the folded line. Punctuation that strip_edges would take off the
/// line's ends may be missing there. Word edges are dear in RE2, so phrases share them.
std::string phrase_pattern(const std::vector<std::string>& phrases, Rule::Where where) {
  std::array<std::string, 4> by_edges;  // bit 0: begins with a word, bit 1: ends with one
  for (const std::string& phrase : phrases) {
    const std::string whole = folded(phrase);
    const std::string_view core = unicode::strip_edges(whole);
    const auto begin = static_cast<std::size_t>(core.data() - whole.data());
    const std::string_view head = std::string_view(whole).substr(0, begin);
    const std::string_view tail = std::string_view(whole).substr(begin + core.size());
    std::string pattern = RE2::QuoteMeta(piece(core));
    bool word_start = false;
    bool word_end = false;
    if (where != Rule::Where::line_start) {
      if (head.empty()) {
        word_start = starts_word(core);
      } else {
        pattern.insert(0, "(?:^|" + RE2::QuoteMeta(piece(head)) + ")");
      }
    }
    if (where != Rule::Where::line_end) {
      if (tail.empty()) {
        word_end = ends_word(core);
      } else {
        pattern += "(?:$|" + RE2::QuoteMeta(piece(tail)) + ")";
      }
    }
    append_alternative(by_edges[(word_start ? 1U : 0U) | (word_end ? 2U : 0U)], pattern);
  }
  std::string result;
  for (std::size_t edges = 0; edges < by_edges.size(); ++edges) {
    if (by_edges[edges].empty()) continue;
    std::string pattern = "(?:" + by_edges[edges] + ")";
    if ((edges & 1U) != 0) pattern.insert(0, "(?:^|" + std::string(not_word) + ")");
    if ((edges & 2U) != 0) pattern.append("(?:$|").append(not_word).append(")");
    append_alternative(result, pattern);
  }
  if (where == Rule::Where::line_end) result = "(?:" + result + ")$";
  return result;
}

/// The rule's patterns as one, held to where the rule says.
std::string rule_pattern(const Rule& rule) {
  std::string result;
  for (const std::string& pattern : rule.patterns) {
    append_alternative(result, "(?:" + pattern + ")");
  }
  result = "(?:" + result + ")";
  const bool starts =
      rule.where == Rule::Where::whole_line || rule.where == Rule::Where::line_start;
  const bool ends = rule.where == Rule::Where::whole_line || rule.where == Rule::Where::line_end;
  if (rule.case_sensitive && starts) result.insert(0, written_start);
  if (rule.case_sensitive && ends) result.append(written_end);
  if (ends) result += '$';
  return result;
}

/// One RE2::Set and, for each of its patterns, the rule it came from.
struct Group {
  bool as_written = false;    // sees the line as written, not folded
  bool at_start = false;      // its patterns begin where the line does
  std::size_t max_bytes = 0;  // longest line that any of its rules is tried on
  std::vector<std::pair<std::uint16_t, std::string>> patterns;  // rule, pattern
  std::optional<RE2::Set> set;

  RE2::Anchor anchor() const { return at_start ? RE2::ANCHOR_START : RE2::UNANCHORED; }

  void add(std::size_t rule, const Rule& from, std::string pattern) {
    patterns.emplace_back(static_cast<std::uint16_t>(rule), std::move(pattern));
    max_bytes = std::max<std::size_t>(max_bytes, longest_line(from));
  }

  bool compile(std::size_t memory_bytes) {
    if (patterns.empty()) return true;
    set.emplace(options(as_written, memory_bytes), anchor());
    for (const auto& [rule, pattern] : patterns) {
      if (set->Add(piece(pattern), nullptr) < 0) return false;
    }
    return set->Compile();
  }

  void match(std::string_view line, std::vector<int>& hits) const {
    RE2::Set::ErrorInfo error{RE2::Set::kNoError};
    if (set->Match(piece(line), &hits, &error) || error.kind == RE2::Set::kNoError) return;
    hits.clear();
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      const RE2 pattern(piece(patterns[i].second), options(as_written, std::size_t{8} << 20));
      if (pattern.Match(piece(line), 0, line.size(), anchor(), nullptr, 0)) {
        hits.push_back(static_cast<int>(i));
      }
    }
  }
};

Error error_in(const Pack& pack, ErrorCode code, std::string message, std::uint32_t line) {
  return {code, std::move(message), pack.name, line};
}

}  // namespace

struct PatternSet::Impl {
  std::unordered_map<std::string_view, std::vector<std::uint16_t>> whole_lines;  // phrase -> rules
  std::vector<std::string> phrases;         // what the keys of whole_lines view
  std::size_t longest_phrase = 0;           // in bytes
  std::array<Group, 4> groups;              // bit 0: as_written, bit 1: at_start
  std::vector<std::size_t> rule_max_bytes;  // of each rule
  std::size_t max_bytes = 0;
};

std::string phrase_error(std::string_view phrase) {
  if (!unicode::any_is_valid(phrase)) return "the phrase is not valid UTF-8";
  if (unicode::strip_edges(folded(phrase)).empty()) {
    return "the phrase has nothing but white space and edge punctuation";
  }
  return {};
}

std::string pattern_error(std::string_view pattern, bool case_sensitive) {
  if (!unicode::any_is_valid(pattern)) return "the pattern is not valid UTF-8";
  const RE2 compiled(piece(pattern), options(case_sensitive, std::size_t{8} << 20));
  if (!compiled.ok()) return "the pattern is not valid: " + compiled.error();
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

Result<PatternSet> PatternSet::compile(const Pack& pack, std::size_t memory_bytes, bool proved) {
  if (pack.rules.size() > UINT16_MAX) {
    return error_in(pack, ErrorCode::rules_too_large, "a pack holds at most 65535 rules", 0);
  }
  auto impl = std::make_shared<Impl>();
  for (std::size_t i = 0; i < impl->groups.size(); ++i) {
    impl->groups[i].as_written = (i & 1U) != 0;
    impl->groups[i].at_start = (i & 2U) != 0;
  }
  std::vector<std::uint16_t> phrase_rules;  // of impl->phrases
  for (std::size_t i = 0; i < pack.rules.size(); ++i) {
    const Rule& rule = pack.rules[i];
    if (rule.where == Rule::Where::word || rule.where == Rule::Where::hints) {  // the lexicon's
      impl->rule_max_bytes.push_back(0);
      continue;
    }
    impl->rule_max_bytes.push_back(longest_line(rule));
    impl->max_bytes = std::max(impl->max_bytes, longest_line(rule));
    for (std::size_t k = 0; k < rule.phrases.size() && !proved; ++k) {
      if (std::string why = phrase_error(rule.phrases[k]); !why.empty()) {
        return error_in(pack, ErrorCode::bad_pattern, rule.name + ": " + why, rule.line);
      }
    }
    for (std::size_t k = 0; k < rule.patterns.size() && !proved; ++k) {
      if (std::string why = pattern_error(rule.patterns[k], rule.case_sensitive); !why.empty()) {
        return error_in(pack, ErrorCode::bad_pattern, rule.name + ": " + why, rule.line);
      }
    }
    const bool whole = rule.where == Rule::Where::whole_line;
    const std::size_t at_start = whole || rule.where == Rule::Where::line_start ? 2 : 0;
    if (whole) {
      for (const std::string& phrase : rule.phrases) {
        impl->phrases.emplace_back(unicode::strip_edges(folded(phrase)));
        impl->longest_phrase = std::max(impl->longest_phrase, impl->phrases.back().size());
        phrase_rules.push_back(static_cast<std::uint16_t>(i));
      }
    } else if (!rule.phrases.empty()) {
      impl->groups[at_start].add(i, rule, phrase_pattern(rule.phrases, rule.where));
    }
    if (!rule.patterns.empty()) {
      impl->groups[at_start + (rule.case_sensitive ? 1 : 0)].add(i, rule, rule_pattern(rule));
    }
  }
  for (std::size_t i = 0; i < impl->phrases.size(); ++i) {
    impl->whole_lines[impl->phrases[i]].push_back(phrase_rules[i]);
  }
  for (Group& group : impl->groups) {
    if (!group.compile(memory_bytes / impl->groups.size())) {
      return error_in(pack, ErrorCode::rules_too_large,
                      "the compiled rules do not fit " + std::to_string(memory_bytes) + " bytes",
                      0);
    }
  }
  return PatternSet(std::move(impl));
}

void PatternSet::match(std::string_view text, std::string_view folded_text,
                       std::vector<std::uint16_t>& out) const {
  if (text.size() > impl_->max_bytes) return;
  const std::size_t before = out.size();
  if (folded_text.size() <= impl_->longest_phrase) {
    if (const auto found = impl_->whole_lines.find(folded_text);
        found != impl_->whole_lines.end()) {
      out.insert(out.end(), found->second.begin(), found->second.end());
    }
  }
  std::vector<int> hits;
  for (const Group& group : impl_->groups) {
    if (!group.set || text.size() > group.max_bytes) continue;
    hits.clear();
    group.match(group.as_written ? text : folded_text, hits);
    for (const int hit : hits) out.push_back(group.patterns[static_cast<std::size_t>(hit)].first);
  }
  const auto first = out.begin() + static_cast<std::ptrdiff_t>(before);
  std::sort(first, out.end());
  out.erase(std::unique(first, out.end()), out.end());
  out.erase(
      std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                     [&](std::uint16_t rule) { return text.size() > impl_->rule_max_bytes[rule]; }),
      out.end());
}

std::size_t longest_line(const Rule& rule) noexcept {
  if (rule.max_bytes != 0) return rule.max_bytes;
  const bool decides = rule.effect == Rule::Effect::is || rule.effect == Rule::Effect::ends;
  return decides ? UINT32_MAX : default_max_bytes;
}

std::size_t PatternSet::max_bytes() const noexcept { return impl_->max_bytes; }

}  // namespace thanbai
