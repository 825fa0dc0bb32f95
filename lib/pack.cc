// Pack text -> Pack, as docs/packs.md says: header rows, then a section for each rule, each row a
// key and a value. And check(): a pack tried on its own examples.
#include "thanbai/pack.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "builtin_packs.h"
#include "hint_rules.h"
#include "pattern_set.h"
#include "rule_pattern.h"
#include "unicode.h"

namespace thanbai {
namespace {

template <class T>
struct Named {
  std::string_view name;
  T value;
};

constexpr std::array<Named<Rule::Where>, 7> where_names = {{
    {"whole_line", Rule::Where::whole_line},
    {"line_start", Rule::Where::line_start},
    {"line_end", Rule::Where::line_end},
    {"anywhere", Rule::Where::anywhere},
    {"list", Rule::Where::list},
    {"word", Rule::Where::word},
    {"hints", Rule::Where::hints},
}};

constexpr std::array<Named<Rule::Effect>, 4> effect_names = {{
    {"hint", Rule::Effect::hint},
    {"opens", Rule::Effect::opens},
    {"is", Rule::Effect::is},
    {"ends", Rule::Effect::ends},
}};

constexpr std::array<Named<bool>, 2> case_names = {{{"folded", false}, {"sensitive", true}}};

template <class T, std::size_t n>
bool set_named(const std::array<Named<T>, n>& names, std::string_view name, T& value) {
  for (const Named<T>& known : names) {
    if (known.name != name) continue;
    value = known.value;
    return true;
  }
  return false;
}

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
  });
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blank = " \t\r\v\f";
  const std::size_t begin = text.find_first_not_of(blank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blank) + 1 - begin);
}

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string fnv1a_hex(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  std::string hex(16, '0');
  for (std::size_t i = 0; i < hex.size(); ++i) {
    hex[15 - i] = "0123456789abcdef"[(hash >> (4 * i)) & 0xF];
  }
  return hex;
}

/// Reads rows one by one. A function that finds a mistake says so in error_ and returns false.
class Parser {
 public:
  /// `proved`: phrases and patterns are known to be good, so that none need be compiled to see it.
  Parser(std::string_view text, std::string_view origin, bool proved)
      : text_(text), origin_(origin), proved_(proved) {}

  Result<Pack> run() {
    pack_.hash = fnv1a_hex(text_);
    std::string_view rest = text_;
    if (rest.substr(0, 3) == "\xEF\xBB\xBF") rest.remove_prefix(3);  // byte order mark
    while (!rest.empty()) {
      ++line_;
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      if (!row(trim(rest.substr(0, end)))) return *error_;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (!end_rule()) return *error_;
    if (pack_.name.empty()) fail("the pack has no name: add a row such as \"pack vi\"", 0);
    if (error_) return *error_;
    return std::move(pack_);
  }

 private:
  bool row(std::string_view row) {
    if (row.empty() || row.front() == '#') return true;
    if (!unicode::any_is_valid(row)) return fail("the row is not valid UTF-8");
    if (row.front() == '[') return section(row);
    const std::size_t key_end = std::min(row.find_first_of(" \t"), row.size());
    const std::string_view key = row.substr(0, key_end);
    const std::string value = unicode::valid_to_nfc(trim(row.substr(key_end)));
    if (value.empty()) return fail(in_quotes(key) + " has no value");
    return in_rule_ ? rule_row(key, value) : header_row(key, value);
  }

  bool section(std::string_view row) {
    if (!end_rule()) return false;
    if (row.back() != ']' || !is_name(row.substr(1, row.size() - 2))) {
      return fail("a rule begins with its name in brackets, such as \"[related.header]\"");
    }
    const std::string_view name = row.substr(1, row.size() - 2);
    const auto [known, is_new] = rule_lines_.emplace(name, line_);
    if (!is_new) {
      return fail("rule " + in_quotes(name) + " is also on line " + std::to_string(known->second),
                  line_, ErrorCode::duplicate_rule);
    }
    pack_.rules.emplace_back();
    pack_.rules.back().name = name;
    pack_.rules.back().line = line_;
    in_rule_ = true;
    return true;
  }

  bool header_row(std::string_view key, const std::string& value) {
    if (key == "pack") {
      if (!once(key)) return false;
      if (!is_name(value)) return fail("a pack's name holds letters, digits, \".\", \"_\", \"-\"");
      pack_.name = value;
    } else if (key == "language") {
      if (!once(key)) return false;
      if (!is_name(value)) return fail("a language is a BCP 47 tag, such as \"vi\"");
      pack_.language = value;
    } else if (key == "stopwords") {
      for (std::string_view rest = value; !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
        if (end > 0) pack_.stopwords.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    } else {
      return fail("unknown header row " + in_quotes(key));
    }
    return true;
  }

  bool rule_row(std::string_view key, const std::string& value) {
    Rule& rule = pack_.rules.back();
    if (key == "phrase") {
      if (!proved_) {
        if (const std::string why = phrase_error(value); !why.empty()) return fail(why);
      }
      rule.phrases.push_back(value);
    } else if (key == "pattern") {
      rule.patterns.push_back(value);
      pattern_lines_.push_back(line_);
    } else if (key == "hit") {
      rule.hits.push_back(value);
    } else if (key == "miss") {
      rule.misses.push_back(value);
    } else if (key == "label") {
      const auto label = label_from(value);
      if (!label) return fail("unknown label " + in_quotes(value));
      rule.label = *label;
      return once(key);
    } else if (key == "where") {
      return once(key) && (set_named(where_names, value, rule.where) || unknown_value(key, value));
    } else if (key == "effect") {
      return once(key) &&
             (set_named(effect_names, value, rule.effect) || unknown_value(key, value));
    } else if (key == "case") {
      return once(key) &&
             (set_named(case_names, value, rule.case_sensitive) || unknown_value(key, value));
    } else if (key == "max_bytes") {
      const char* end = value.data() + value.size();
      const auto [stop, problem] = std::from_chars(value.data(), end, rule.max_bytes);
      if (problem != std::errc{} || stop != end || rule.max_bytes == 0) {
        return fail("max_bytes is a number from 1 to 65535");
      }
      return once(key);
    } else {
      return fail("unknown key " + in_quotes(key));
    }
    return true;
  }

  /// What can be judged only when all rows of a rule are read.
  bool end_rule() {
    if (!in_rule_) return true;
    const Rule& rule = pack_.rules.back();
    if (std::find(seen_.begin(), seen_.end(), "label") == seen_.end()) {
      return fail("rule " + in_quotes(rule.name) + " has no label", rule.line);
    }
    if (const std::string why = rule_error(rule); !why.empty()) {
      return fail("rule " + in_quotes(rule.name) + " " + why, rule.line);
    }
    for (std::size_t i = 0; i < rule.patterns.size() && !proved_; ++i) {
      const std::string why = pattern_error(rule.patterns[i], rule.case_sensitive);
      if (!why.empty()) return fail(why, pattern_lines_[i], ErrorCode::bad_pattern);
    }
    pattern_lines_.clear();
    seen_.clear();
    return true;
  }

  bool once(std::string_view key) {
    if (std::find(seen_.begin(), seen_.end(), key) != seen_.end()) {
      return fail(in_quotes(key) + " is given twice");
    }
    seen_.emplace_back(key);
    return true;
  }

  bool unknown_value(std::string_view key, std::string_view value) {
    return fail("unknown value " + in_quotes(value) + " of " + in_quotes(key));
  }

  bool fail(std::string message) { return fail(std::move(message), line_); }
  bool fail(std::string message, std::uint32_t line, ErrorCode code = ErrorCode::bad_pack) {
    error_ = Error{code, std::move(message), std::string(origin_), line};
    return false;
  }

  std::string_view text_;
  std::string_view origin_;
  bool proved_;
  Pack pack_{{}, "und", {}, {}, {}};
  std::uint32_t line_ = 0;
  bool in_rule_ = false;
  std::vector<std::string> seen_;             // single-valued keys of this section so far
  std::vector<std::uint32_t> pattern_lines_;  // of this rule's patterns
  std::map<std::string_view, std::uint32_t> rule_lines_;  // by name, which text_ holds
  std::optional<Error> error_;
};

}  // namespace

const std::vector<std::string_view>& builtin_pack_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> result;
    for (const BuiltinPack& pack : builtin_packs()) result.push_back(pack.name);
    return result;
  }();
  return names;
}

Result<Pack> builtin_pack(std::string_view name) {
  for (const BuiltinPack& pack : builtin_packs()) {
    if (pack.name == name) return Parser(pack.text, std::string(name) + ".pack", true).run();
  }
  return Error{ErrorCode::unknown_language, "no built-in pack is named " + in_quotes(name), {}, 0};
}

Result<Pack> parse_pack(std::string_view text, std::string_view origin) {
  return Parser(text, origin, false).run();
}

std::vector<Error> check(const Pack& pack) {
  constexpr std::size_t memory_bytes = std::size_t{32} << 20;
  const HintRules named(pack);
  Pack searched = pack;  // words are searched for as phrases here; pages' are looked up one by one
  for (Rule& rule : searched.rules) {
    if (is_looked_up(rule) && !names_hints(rule)) rule.where = Rule::Where::anywhere;
  }
  const auto set = PatternSet::compile(searched, memory_bytes);
  if (!set) return {set.error()};
  std::vector<Error> errors;
  std::string folded;
  std::vector<std::uint16_t> hits;
  for (std::size_t i = 0; i < pack.rules.size(); ++i) {
    const Rule& rule = pack.rules[i];
    const auto try_line = [&](const std::string& line, bool should_hit) {
      std::uint64_t replaced = 0;
      const std::string valid = unicode::any_to_valid(line, replaced);
      const std::string nfc = unicode::valid_to_nfc(unicode::valid_trim(valid));
      unicode::valid_fold(nfc, folded);
      hits.clear();
      if (names_hints(rule)) {
        named.match(line, 0, hits);
      } else {
        set->match_all(nfc, unicode::strip_edges(folded), hits);
      }
      const bool hit = std::find(hits.begin(), hits.end(), i) != hits.end();
      if (hit == should_hit) return;
      errors.push_back({ErrorCode::bad_example,
                        rule.name + (hit ? " hits " : " misses ") + in_quotes(line), pack.name,
                        rule.line});
    };
    for (const std::string& line : rule.hits) try_line(line, true);
    for (const std::string& line : rule.misses) try_line(line, false);
  }
  return errors;
}

}  // namespace thanbai
