// The pattern is read into templates: texts in which some symbols stand for what is not known. Each
// text that the pattern matches has the form of one of them. Where there would be too many, parts
// are given up to "anything". A word of a template that surely stands as a word of its own is what
// a line must hold.
#include "pattern_needs.h"

#include <algorithm>
#include <string>

#include "unicode.h"
#include "word_hash.h"

namespace thanbai {
namespace {

using Template = std::u32string;
using Templates = std::vector<Template>;

// Symbols beyond Unicode. All but `anything` are one or more characters, or the line's edge.
constexpr char32_t anything = 0x110000;   // any text, or none
constexpr char32_t no_letter = 0x110001;  // digits and marks may be among them
constexpr char32_t no_word = 0x110002;    // no letters, digits, marks
constexpr char32_t digits = 0x110003;
constexpr char32_t one_letter = 0x110004;
constexpr char32_t maybe = 0x110005;  // nothing, or no_letter and anything

constexpr std::size_t most_templates = 600;
constexpr std::size_t longest_template = 200;

bool is_symbol(char32_t c) { return c > unicode::last_code_point; }
bool is_letter(char32_t c) {
  constexpr auto relevant = unicode::letter | unicode::mark | unicode::ideograph;
  return !is_symbol(c) && (unicode::classes(c) & relevant) == unicode::letter;
}
bool is_spaceless(char32_t c) {
  return !is_symbol(c) && (unicode::classes(c) & unicode::ideograph) != 0;
}
bool is_no_word(char32_t c) {
  constexpr auto word = unicode::letter | unicode::mark | unicode::digit;
  return is_symbol(c) ? c == no_word : (unicode::classes(c) & word) == 0;
}
/// Whether a run of letters surely ends at `c`: lines with marks and digits in words are tried by
/// their runs of letters.
bool ends_run(char32_t c) {
  return is_symbol(c) ? c != anything && c != one_letter && c != maybe : !is_letter(c);
}

bool all_end_runs(const Templates& templates, bool at_end) {
  return std::all_of(templates.begin(), templates.end(), [&](const Template& t) {
    return !t.empty() && ends_run(at_end ? t.back() : t.front());
  });
}

/// All of them as one template.
Template collapsed(const Templates& templates) {
  Template result;
  if (all_end_runs(templates, false)) result += no_letter;
  result += anything;
  if (all_end_runs(templates, true)) result += no_letter;
  return result;
}

/// The same where some may be empty.
Templates summed_up(Templates templates) {
  const auto empty = std::remove(templates.begin(), templates.end(), Template());
  if (empty == templates.end()) return {collapsed(templates)};
  templates.erase(empty, templates.end());
  return {Template(1, all_end_runs(templates, false) ? maybe : anything)};
}

void unite(Templates& to, Templates from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  std::sort(to.begin(), to.end());
  to.erase(std::unique(to.begin(), to.end()), to.end());
  if (to.size() > most_templates) to = summed_up(std::move(to));
}

// ---- words of a template

struct Run {
  std::size_t begin;
  std::size_t end;
  std::uint32_t hash;
  std::size_t worth;     // how rarely it may stand in a line: the longer the rarer
  bool is_stem;          // more letters may follow: `hash` is of the first stem_letters
  bool is_first;         // it is surely the line's first word, if the template begins as the line
  bool follows_closely;  // nothing but no_word between it and the run before
};

std::vector<Run> runs_of(const Template& t) {
  std::vector<Run> runs;
  bool clear = true;  // only no_word so far
  bool closely = false;
  for (std::size_t i = 0; i < t.size();) {
    if (is_spaceless(t[i]) && i + 1 < t.size() && is_spaceless(t[i + 1])) {
      const std::uint32_t hash = finish_hash(add_to_hash(add_to_hash(hash_start, t[i]), t[i + 1]));
      runs.push_back({i, i + 2, hash, 4, false, false, false});
    }
    if (!is_letter(t[i])) {
      clear = clear && is_no_word(t[i]);
      closely = closely && is_no_word(t[i]);
      ++i;
      continue;
    }
    const std::size_t begin = i;
    std::uint32_t hash = hash_start;
    std::uint32_t stem = hash_start;
    for (; i < t.size() && is_letter(t[i]); ++i) {
      hash = add_to_hash(hash, t[i]);
      if (i - begin < stem_letters) stem = hash;
    }
    const bool is_begin = begin > 0 && ends_run(t[begin - 1]);
    std::size_t behind = i;
    while (behind < t.size() && t[behind] == maybe) ++behind;
    const bool is_whole = is_begin && behind < t.size() && ends_run(t[behind]);
    if (is_whole) {
      runs.push_back({begin, i, finish_hash(hash), i - begin + 1, false, clear, closely});
    } else if (is_begin && i - begin >= stem_letters) {
      runs.push_back({begin, i, finish_hash(stem), 1, true, false, false});
    }
    closely = is_whole && is_no_word(t[i]);
    clear = false;
  }
  return runs;
}

/// Of a template that begins where the line does: cut behind its second word, if it has one.
void shorten(Template& t) {
  const std::vector<Run> runs = runs_of(no_word + t);
  if (runs.size() < 2 || !runs[0].is_first || !runs[1].follows_closely) return;
  t.resize(runs[1].end);  // of no_word + t: the character behind the word stays
  t += anything;
}

/// The same, cut behind the first word or the first character.
void cut_behind_first(Template& t) {
  const std::vector<Run> runs = runs_of(no_word + t);
  const std::size_t size = runs.empty() ? 1 : runs[0].end;
  if (t.size() <= size) return;
  t.resize(size);
  t += anything;
}

// ---- reading patterns

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

  /// Marks of which whatever was read last holds at least one; 0 if none are known.
  std::uint64_t one_of() const noexcept { return one_of_; }

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
    std::uint64_t one_of = one_of_;
    while (take(U"|")) {
      Templates other = sequence(at_start, depth);
      one_of = one_of != 0 && one_of_ != 0 ? one_of | one_of_ : 0;
      if (result.size() + other.size() > most_templates) {
        for (Templates* some : {&result, &other}) {
          for (Template& t : *some) cut_behind_first(t);
        }
      }
      unite(result, std::move(other));
    }
    one_of_ = one_of;
    return result;
  }

  Templates sequence(bool at_start, int depth) {
    Templates result = {Template()};
    bool first = true;
    std::uint64_t one_of = 0;
    while (at_ < pattern_.size() && !has(U"|") && !has(U")")) {
      append(result, repeated(at_start && first, depth), at_start);
      first = false;
      if (one_of == 0) one_of = one_of_;
    }
    one_of_ = one_of;
    return result;
  }

  /// How well the words of any of the templates tell a line, at worst, between two such symbols.
  static std::size_t worth(const Templates& templates, char32_t before, char32_t behind) {
    std::size_t least = longest_template;
    for (const Template& t : templates) {
      std::size_t best = 0;
      for (const Run& run : runs_of(before + t + behind)) best = std::max(best, run.worth);
      least = std::min(least, best);
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
    Templates result;
    result.reserve(to.size() * from.size());
    for (const Template& head : to) {
      if (head.size() > longest_template || (at_start && is_cut(head))) {
        result.push_back(head.back() == anything ? head : head + anything);
        continue;
      }
      for (const Template& tail : from) {
        result.push_back(head + tail);
        if (at_start) shorten(result.back());
      }
    }
    to.clear();
    unite(to, std::move(result));
  }
  static bool is_cut(const Template& t) {
    return !t.empty() && t.back() == anything && runs_of(no_word + t).size() >= 2;
  }

  Templates repeated(bool at_start, int depth) {
    Templates one = atom(at_start, depth);
    while (at_ < pattern_.size()) {
      bool may_lack = false;
      bool may_repeat = false;
      if (take(U"?")) {
        may_lack = true;
      } else if (take(U"*")) {
        may_lack = may_repeat = true;
      } else if (take(U"+")) {
        may_repeat = true;
      } else if (!take_counts(may_lack, may_repeat)) {
        break;
      }
      const bool is_class = one.size() == 1 && one[0].size() == 1 && is_symbol(one[0][0]);
      if (may_repeat && is_class && one[0][0] == one_letter) one[0][0] = anything;
      if (may_repeat && !is_class) {
        const Template more = collapsed(one);
        if (may_lack) {
          one = {more};
        } else {
          append(one, {Template(), more}, false);
        }
      }
      if (may_lack) {
        unite(one, {Template()});
        one_of_ = 0;
      }
    }
    return one;
  }

  /// "{2}", "{2,}", "{2,5}"; a brace that counts nothing is a character.
  bool take_counts(bool& may_lack, bool& may_repeat) {
    if (!has(U"{")) return false;
    std::size_t i = at_ + 1;
    unsigned least = 0;
    const std::size_t digits_begin = i;
    for (; i < pattern_.size() && pattern_[i] >= '0' && pattern_[i] <= '9'; ++i) {
      least = std::min(1000U, least * 10 + static_cast<unsigned>(pattern_[i] - '0'));
    }
    if (i == digits_begin) return false;
    const bool is_one = least == 1 && i < pattern_.size() && pattern_[i] == '}';
    if (i < pattern_.size() && pattern_[i] == ',') {
      ++i;
      while (i < pattern_.size() && pattern_[i] >= '0' && pattern_[i] <= '9') ++i;
    }
    if (i >= pattern_.size() || pattern_[i] != '}') return false;
    at_ = i + 1;
    may_lack = least == 0;
    may_repeat = !is_one;
    return true;
  }

  static Templates symbol(char32_t c) { return {Template(1, c)}; }
  static Templates literal(char32_t c) {
    const char32_t folded = unicode::fold(c);
    constexpr auto odd = unicode::control | unicode::not_nfc_safe;
    return symbol((unicode::classes(folded) & odd) != 0 ? anything : folded);
  }

  Templates atom(bool at_start, int depth) {
    one_of_ = 0;
    if (take(U"(")) return group(at_start, depth);
    if (take(U"[")) return character_class();
    if (take(U"\\")) return escape();
    const char32_t c = next();
    switch (c) {
      case '.': return symbol(anything);
      case '^':
      case '$': return symbol(no_word);
      default: one_of_ = bit_of(c); return literal(c);
    }
  }

  /// The bit of a mark; 0 of any other character.
  static std::uint64_t bit_of(char32_t c) {
    const char32_t folded = unicode::fold(c);
    const auto classes = unicode::classes(folded);
    const bool is_mark = is_no_word(folded) && (classes & (unicode::space | unicode::control)) == 0;
    return is_mark && !unicode::is_invisible(folded) ? marks::bit(folded) : 0;
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
    if (take(U"A") || take(U"z")) return symbol(no_word);
    if (!failed_ && is_named_class(pattern_[at_])) return symbol(named_class(next()));
    return literal(escaped_character());
  }

  Templates character_class() {
    const bool negated = take(U"^");
    bool letters = false, others = false, only_digits = true, excludes_letters = false;
    Templates listed;  // its characters, if they are few
    bool all_marks = !negated;
    std::uint64_t one_of = 0;
    const auto add = [&](char32_t c) {
      const auto classes = unicode::classes(c);
      if ((classes & unicode::digit) == 0) only_digits = false;
      if ((classes & (unicode::letter | unicode::ideograph)) != 0) letters = true;
      if ((classes & (unicode::digit | unicode::mark)) != 0) others = true;
      if (listed.size() <= most_listed) unite(listed, literal(c));
      all_marks &= bit_of(c) != 0;
      one_of |= bit_of(c);
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
          letters |= kind == anything || kind == one_letter;
          others |= kind != no_word;
          only_digits &= kind == digits;
          all_marks = false;
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
        all_marks = false;
        listed.resize(most_listed + 1);
        continue;
      }
      for (char32_t in = c; in <= last; ++in) add(in);
    }
    take(U"]");
    one_of_ = all_marks ? one_of : 0;
    if (negated) return symbol(excludes_letters ? no_letter : anything);
    if (listed.size() <= most_listed && !only_digits) return listed;
    if (letters) return symbol(anything);
    return symbol(only_digits ? digits : others ? no_letter : no_word);
  }
  static constexpr std::size_t most_listed = 5;

  Template pattern_;
  std::size_t at_ = 0;
  bool failed_ = false;
  std::uint64_t one_of_ = 0;
};

Need need_of(const Template& t, bool at_start) {
  Need need;
  for (const char32_t c : t) {
    if (c == digits) need.marks |= marks::digit;
    const bool is_mark =
        !is_symbol(c) && is_no_word(c) && (unicode::classes(c) & unicode::space) == 0;
    if (is_mark) need.marks |= marks::bit(c);
    if (!is_symbol(c) && (unicode::classes(c) & unicode::digit) != 0) need.marks |= marks::digit;
  }
  Trigrams trigrams;
  for (const char32_t c : t) {
    if (is_letter(c)) {
      trigrams.add(c);
    } else if (is_spaceless(c)) {
      trigrams.add_spaceless(c);
    } else {
      trigrams.end_letters();
    }
  }
  need.trigrams = trigrams.bits();
  const bool is_whole = t.front() == no_word && t.back() == no_word;
  const auto count = [&t](auto is) { return std::count_if(t.begin(), t.end(), is); };
  const auto may_be_letter = [](char32_t c) {
    return is_symbol(c) ? !ends_run(c) : (unicode::classes(c) & unicode::letter) != 0;
  };
  if (is_whole && count(may_be_letter) == 0) {
    need.marks |= marks::no_letter;
  }
  if (is_whole && count(is_no_word) + 1 == static_cast<std::ptrdiff_t>(t.size()) &&
      count([](char32_t c) { return c == one_letter; }) == 1) {
    need.marks |= marks::one_letter;
  }
  const std::vector<Run> runs = runs_of(t);
  std::size_t best = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Run& run = runs[i];
    const bool first = at_start && run.is_first;
    if (first && i + 1 < runs.size() && runs[i + 1].follows_closely) {
      need.word = Need::Word::first_two;
      need.hash = pair_hash(run.hash, runs[i + 1].hash);
      return need;
    }
    const std::size_t worth = run.worth + (first ? 4 : 0);
    if (worth <= best) continue;
    best = worth;
    need.word = run.is_stem ? Need::Word::stem : first ? Need::Word::first : Need::Word::any;
    need.hash = run.hash;
  }
  if (!at_start || t.size() < 2) return need;
  const char32_t c = t[1];  // t[0] is the line's edge
  if (c == digits || (!is_symbol(c) && (unicode::classes(c) & unicode::digit) != 0)) {
    need.first_char = Need::digit_char;
  } else if (!is_symbol(c)) {
    need.first_char = c < 0x80 ? static_cast<std::int16_t>(c) : Need::not_ascii;
  }
  return need;
}

/// Leaves out what needs more than another.
void add_need(const Need& need, std::vector<Need>& needs) {
  const auto covers = [](const Need& a, const Need& b) {
    return a.word == b.word && a.hash == b.hash && (a.marks & b.marks) == a.marks &&
           (a.trigrams & b.trigrams) == a.trigrams &&
           (a.first_char == b.first_char || a.first_char == Need::any_char);
  };
  const auto is_covered = [&](const Need& other) { return covers(need, other); };
  if (std::any_of(needs.begin(), needs.end(), [&](const Need& n) { return covers(n, need); })) {
    return;
  }
  needs.erase(std::remove_if(needs.begin(), needs.end(), is_covered), needs.end());
  needs.push_back(need);
}

}  // namespace

std::uint32_t pair_hash(std::uint32_t first, std::uint32_t second) noexcept {
  return finish_hash(add_to_hash(first, second));
}

void letter_runs(std::string_view folded, std::vector<std::uint32_t>& runs,
                 std::vector<std::uint32_t>& stems) {
  std::uint32_t hash = hash_start;
  std::uint32_t stem = hash_start;
  std::size_t letters = 0;
  for (const char *p = folded.data(), *end = p + folded.size(); p != end;) {
    const char32_t c = unicode::valid_next(p);
    if (is_letter(c)) {
      hash = add_to_hash(hash, c);
      if (++letters <= stem_letters) stem = hash;
    }
    if (letters == 0 || (is_letter(c) && p != end)) continue;
    runs.push_back(finish_hash(hash));
    stems.push_back(finish_hash(stem));
    hash = hash_start;
    letters = 0;
  }
}

std::vector<Need> needs_of(std::string_view pattern, bool at_start, bool at_end) {
  std::vector<Need> needs;
  PatternReader reader(pattern);
  const Templates templates = reader.read(at_start);
  for (const Template& read : templates) {
    const Template t =
        Template(1, at_start ? no_word : anything) + read + (at_end ? no_word : anything);
    add_need(need_of(t, at_start), needs);
  }
  if (needs.empty()) return {Need()};
  for (Need& need : needs) need.one_of = reader.one_of();
  return needs;
}

bool begins_with_letter(std::string_view pattern) {
  const Templates templates = PatternReader(pattern).read(false);
  return !templates.empty() && std::all_of(templates.begin(), templates.end(), [](const auto& t) {
    return !t.empty() && is_letter(t.front());
  });
}

}  // namespace thanbai
