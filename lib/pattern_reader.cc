// The syntax of RE2, read by recursive descent. Where there would be too many templates, parts are
// given up to "anything".
#include <algorithm>
#include <string>

#include "pattern_needs.h"
#include "pattern_templates.h"
#include "unicode.h"
#include "word_hash.h"

namespace thanbai {
namespace {

using namespace symbols;  // NOLINT: they are used on every line below

class PatternReader {
 public:
  explicit PatternReader(std::string_view pattern) {
    for (const char *p = pattern.data(), *end = p + pattern.size(); p != end;) {
      pattern_ += unicode::valid_next(p);
    }
  }

  /// Empty if the pattern is not understood.
  Templates read(bool at_start) {
    Templates result = alternation(at_start, 0);
    if (failed_ || at_ != pattern_.size()) return {};
    return result;
  }

  const Holds& holds() const noexcept { return holds_; }

 private:
  bool has(std::u32string_view text) const { return pattern_.compare(at_, text.size(), text) == 0; }
  bool take(std::u32string_view text) {
    if (!has(text)) return false;
    at_ += text.size();
    return true;
  }
  char32_t next() { return at_ < pattern_.size() ? pattern_[at_++] : fail(); }
  char32_t fail() {
    failed_ = true;
    at_ = pattern_.size();
    return 0;
  }

  Templates alternation(bool at_start, int depth) {
    if (depth > 50) fail();
    Templates result = sequence(at_start, depth);
    Holds holds = holds_;
    while (take(U"|")) {
      Templates other = sequence(at_start, depth);
      holds.or_else(holds_);
      if (result.size() + other.size() > most_templates) {
        for (Templates* some : {&result, &other}) {
          for (Template& t : *some) cut_behind_first(t);
        }
      }
      unite(result, std::move(other));
    }
    holds_ = holds;
    return result;
  }

  Templates sequence(bool at_start, int depth) {
    Templates result = {Template()};
    bool first = true;
    Holds holds;
    Trigrams trigrams;
    while (at_ < pattern_.size() && !has(U"|") && !has(U")")) {
      Templates next = repeated(at_start && first, depth);
      const bool is_character = next.size() == 1 && next[0].size() == 1;
      if (is_character && is_letter(next[0][0])) {
        trigrams.add(next[0][0]);
      } else if (is_character && ends_run(next[0][0])) {
        trigrams.end_letters();
      } else {
        trigrams.forget();
      }
      append(result, std::move(next), at_start);
      holds.and_then(holds_, first);
      first = false;
    }
    holds.trigrams |= trigrams.set();
    holds_ = holds;
    return result;
  }

  /// How well the words of any of the templates tell a line, at worst, between two such symbols.
  static std::size_t worth(const Templates& templates, char32_t before, char32_t behind) {
    std::size_t least = longest_template;
    for (const Template& t : templates) {
      least = std::min(least, worth_of(t, before, behind));
    }
    return least;
  }

  /// Gives up the part that tells less.
  static void simplify(Templates& to, Templates& from, bool at_start) {
    const char32_t start = at_start ? no_word : anything;
    const char32_t to_behind = all_end_runs(from, false) ? no_word : anything;
    const bool to_ends = std::all_of(to.begin(), to.end(), [at_start](const Template& t) {
      return t.empty() ? at_start : ends_run(t.back());
    });
    const char32_t from_before = to_ends ? no_word : anything;
    const std::size_t first = worth(to, start, to_behind);
    const std::size_t second = worth(from, from_before, anything);
    const bool second_may_tell = worth(from, from_before, no_word) > first;
    if (second > first || (second == first && second_may_tell)) {
      to = to_ends ? Templates{{anything, no_letter}} : summed_up(std::move(to));
    } else {
      from = summed_up(std::move(from));
    }
  }

  static void append(Templates& to, Templates from, bool at_start) {
    const auto open = static_cast<std::size_t>(std::count_if(
        to.begin(), to.end(), [&](const Template& t) { return !at_start || !is_cut(t); }));
    if (to.size() + open * from.size() > most_templates) simplify(to, from, at_start);
    if (from.size() == 1) {  // mostly a character
      for (Template& head : to) extend(head, from.front(), at_start);
      return put_in_order(to);
    }
    Templates result;
    result.reserve(to.size() * from.size());
    for (Template& head : to) {
      if (says_enough(head, at_start)) {
        extend(head, Template(), at_start);
        result.push_back(std::move(head));
        continue;
      }
      for (const Template& tail : from) {
        result.push_back(head);
        extend(result.back(), tail, at_start);
      }
    }
    put_in_order(result);
    if (result.size() > most_templates) result = summed_up(std::move(result));
    to = std::move(result);
  }
  /// A head that says enough gets no tail.
  static void extend(Template& head, const Template& tail, bool at_start) {
    if (says_enough(head, at_start)) {
      if (head.back() != anything) head += anything;
    } else {
      head += tail;
      if (at_start) shorten(head);
    }
  }
  static bool says_enough(const Template& t, bool at_start) {
    return t.size() > longest_template || (at_start && is_cut(t));
  }
  static bool is_cut(const Template& t) {
    return !t.empty() && t.back() == anything && has_two_runs(t);
  }

  Templates repeated(bool at_start, int depth) {
    Templates one = atom(at_start, depth);
    while (at_ < pattern_.size()) {
      unsigned least = 0;
      unsigned most = Holds::most_counted;
      if (take(U"?")) {
        most = 1;
      } else if (take(U"+")) {
        least = 1;
      } else if (!take(U"*") && !take_counts(least, most)) {
        break;
      }
      const bool may_lack = least == 0;
      const bool may_repeat = most > 1;
      const bool is_class = one.size() == 1 && one[0].size() == 1 && is_symbol(one[0][0]);
      const bool any_letter = is_class && (one[0][0] == one_letter || one[0][0] == cased_letter);
      if (may_repeat && any_letter) one[0][0] = anything;
      if (is_class && one[0][0] == digits) {
        one[0].assign(std::clamp(least, 1U, 4U), digits);
        if (least >= 4) holds_.all_of |= marks::four_digits;
      }
      if (may_repeat && !is_class) {
        const Template more = collapsed(one);
        if (may_lack) {
          one = {more};
        } else {
          append(one, {Template(), more}, false);
        }
      }
      holds_.repeat(least, most);
      if (may_lack) unite(one, {Template()});
    }
    return one;
  }

  /// "{2}", "{2,}", "{2,5}"; a brace that counts nothing is a character.
  bool take_counts(unsigned& least, unsigned& most) {
    const std::size_t begin = at_;
    if (take(U"{") && take_number(least)) {
      if (!take(U",")) {
        most = least;
      } else {
        take_number(most);
      }
      if (take(U"}")) return true;
    }
    at_ = begin;
    return false;
  }
  bool take_number(unsigned& number) {
    const std::size_t begin = at_;
    unsigned read = 0;
    for (; at_ < pattern_.size() && pattern_[at_] >= '0' && pattern_[at_] <= '9'; ++at_) {
      read = std::min(Holds::most_counted, read * 10 + static_cast<unsigned>(pattern_[at_] - '0'));
    }
    if (at_ != begin) number = read;
    return at_ != begin;
  }

  static Templates symbol(char32_t c) { return {Template(1, c)}; }
  static Templates literal(char32_t c) {
    const char32_t folded = unicode::fold(c);
    constexpr auto odd = unicode::control | unicode::not_nfc_safe;
    return symbol((unicode::classes(folded) & odd) != 0 ? anything : folded);
  }

  Templates atom(bool at_start, int depth) {
    holds_ = {};
    if (take(U"(")) return group(at_start, depth);
    if (take(U"\\")) return escape();
    if (take(U"^")) return line_edge(holds_.begins_line);
    if (take(U"$")) return line_edge(holds_.ends_line);
    if (take(U"[")) return character_class();
    if (take(U".")) return named('.', anything);
    return known(next());
  }

  static Templates line_edge(bool& is_there) {
    is_there = true;
    return symbol(no_word);
  }

  /// A character that stands for itself.
  Templates known(char32_t c) {
    holds_ = Holds::of(c);
    return literal(c);
  }

  /// A character of a kind that has a name, one of RE2's.
  Templates named(char32_t name, char32_t kind) {
    holds_ = holds_of(name, kind);
    return symbol(kind);
  }
  static Holds holds_of(char32_t name, char32_t kind) {
    if (kind == digits) return Holds::of_digit(name == 'd');
    const bool is_letter = kind == one_letter || kind == cased_letter;
    return Holds::of_any(is_letter ? 0 : Holds::any_marks);
  }

  Templates group(bool at_start, int depth) {
    if (take(U"?")) {
      if (take(U"P<") || take(U"<")) {
        while (at_ < pattern_.size() && next() != '>') {
        }
      } else {
        while (at_ < pattern_.size() && !has(U":") && !has(U")")) {
          const char32_t flag = next();
          if (flag != 'i' && flag != 's' && flag != 'U' && flag != '-') fail();
        }
        if (take(U")")) return {Template()};  // flags for what follows
        take(U":");
      }
    }
    Templates inside = alternation(at_start, depth + 1);
    if (!take(U")")) fail();
    return inside;
  }

  /// A kind of characters by name: \pL, \p{Lu}, \d, \s.
  char32_t named_class(char32_t c) {
    switch (c) {
      case 'd': return digits;
      case 's': return no_word;
      case 'D':
      case 'S':
      case 'w':
      case 'W': return anything;
      default: break;
    }
    Template name(1, next());
    if (name == U"{") {
      name.clear();
      for (char32_t in = next(); in != '}' && !failed_; in = next()) name += in;
    }
    if (c == 'P') return name == U"L" ? no_letter : anything;
    if (name == U"Nd") return digits;
    if (name.empty()) return anything;
    if (name == U"L") return one_letter;
    if (name == U"Lu" || name == U"Ll") return cased_letter;
    switch (name[0]) {
      case 'N':
      case 'M': return name.size() <= 2 ? no_letter : anything;
      case 'P':
      case 'S':
      case 'Z': return name.size() <= 2 ? no_word : anything;
      default: return anything;
    }
  }
  static bool is_named_class(char32_t c) {
    return std::u32string_view(U"dDsSwWpP").find(c) != std::u32string_view::npos;
  }

  /// What stands behind a backslash, if it is one character; 0 if it is something else.
  char32_t escaped_character() {
    const char32_t c = next();
    switch (c) {
      case 't': return '\t';
      case 'n': return '\n';
      case 'r': return '\r';
      case 'f': return '\f';
      case 'v': return '\v';
      default: break;
    }
    const bool is_letter_or_digit =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return is_letter_or_digit ? fail() : c;
  }

  Templates escape() {
    if (at_ >= pattern_.size()) fail();
    if (take(U"b") || take(U"B")) return {Template()};
    if (take(U"A")) return line_edge(holds_.begins_line);
    if (take(U"z")) return line_edge(holds_.ends_line);
    if (failed_ || !is_named_class(pattern_[at_])) return known(escaped_character());
    const char32_t name = next();
    return named(name, named_class(name));
  }

  Templates character_class() {
    const bool negated = take(U"^");
    bool letters = false, others = false, only_digits = true, excludes_letters = false;
    Templates listed;  // its characters, if they are few
    std::uint64_t excluded = 0;
    Holds holds;
    bool is_first = true;
    const auto add_holds = [&](const Holds& one) {
      is_first ? void(holds = one) : holds.or_else(one);
      is_first = false;
    };
    const auto add = [&](char32_t c) {
      const auto classes = unicode::classes(c);
      if ((classes & unicode::digit) == 0) only_digits = false;
      if ((classes & (unicode::letter | unicode::ideograph)) != 0) letters = true;
      if ((classes & (unicode::digit | unicode::mark)) != 0) others = true;
      if (listed.size() <= most_listed) unite(listed, literal(c));
      add_holds(Holds::of(c));
      excluded |= own_mark(c);
    };
    for (bool first = true; !failed_ && (first || !has(U"]")); first = false) {
      if (has(U"[:")) fail();
      char32_t c = next();
      if (c == '\\') {
        if (at_ < pattern_.size() && is_named_class(pattern_[at_])) {
          const std::size_t begin = at_;
          const char32_t kind = named_class(next());
          const Template name = pattern_.substr(begin, at_ - begin);
          excludes_letters |= name == U"pL" || name == U"p{L}";
          letters |= may_be_letter(kind);
          others |= kind != no_word;
          only_digits &= kind == digits;
          add_holds(holds_of(pattern_[begin], kind));
          if (name == U"pN" || name == U"p{N}") excluded |= marks::digit;
          listed.resize(most_listed + 1);
          continue;
        }
        c = escaped_character();
      }
      char32_t last = c;
      if (has(U"-") && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']') {
        take(U"-");
        last = next();
        if (last == '\\') last = escaped_character();
      }
      if (last < c || last - c > 0x400) {
        letters = true;
        only_digits = false;
        add_holds(Holds::of_any(Holds::any_marks));
        listed.resize(most_listed + 1);
        continue;
      }
      for (char32_t in = c; in <= last; ++in) add(in);
    }
    take(U"]");
    holds_ = negated ? Holds::of_any(~excluded) : holds;
    if (negated) return symbol(excludes_letters ? no_letter : anything);
    if (listed.size() <= most_listed && !only_digits) return listed;
    if (letters) return symbol(anything);
    return symbol(only_digits ? digits : others ? no_letter : no_word);
  }
  static constexpr std::size_t most_listed = 5;

  Template pattern_;
  std::size_t at_ = 0;
  bool failed_ = false;
  Holds holds_;  // what was read last
};

}  // namespace

PatternForm read_pattern(std::string_view pattern, bool at_start) {
  PatternReader reader(pattern);
  Templates templates = reader.read(at_start);
  return {std::move(templates), reader.holds()};
}

}  // namespace thanbai
