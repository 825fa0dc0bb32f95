// A word of a template that surely stands as a word of its own is what a line must hold, and so are
// its marks and the trigrams of all its letters.
#include "pattern_needs.h"

#include <algorithm>

#include "pattern_templates.h"
#include "unicode.h"
#include "word_hash.h"

namespace thanbai {
namespace {

using namespace symbols;  // NOLINT: they are used on every line below

/// Digits and ASCII marks but those that strip_edges (unicode.h) takes off a line: where the whole
/// line matches, only characters that match give it these.
constexpr std::uint64_t told_apart = [] {
  std::uint64_t result = marks::digit;
  for (char32_t c = '!'; c < 0x7F; ++c) {
    const bool is_digit = c >= '0' && c <= '9';
    const bool is_letter = (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z';
    if (!is_digit && !is_letter) result |= marks::bit(c);
  }
  for (const char32_t c : std::u32string_view(U"|*-+>:.»›•…")) result &= ~marks::bit(c);
  return result;
}();

/// The words, of those that surely stand there, by which a line is found.
void choose_words(const std::vector<TemplateRun>& runs, bool at_start, Need& need) {
  std::size_t best = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const TemplateRun& run = runs[i];
    const bool first = at_start && run.is_first;
    if (first && i + 1 < runs.size() && runs[i + 1].follows_closely) {
      need.word = Need::Word::first_two;
      need.hash = pair_hash(run.hash, runs[i + 1].hash);
      break;
    }
    const std::size_t worth = run.worth + (first ? 4 : 0);
    if (worth <= best) continue;
    best = worth;
    need.word = run.is_stem ? Need::Word::stem : first ? Need::Word::first : Need::Word::any;
    need.hash = run.hash;
  }
  best = 0;
  for (std::size_t i = need.word == Need::Word::first_two ? 2 : 0; i < runs.size(); ++i) {
    if (runs[i].hash == need.hash || runs[i].worth <= best) continue;
    best = runs[i].worth;
    need.also = runs[i].hash;
    need.also_is_stem = runs[i].is_stem;
  }
}

Need need_of(const Template& t, bool at_start) {
  Need need;
  std::size_t digits_in_row = 0;
  char32_t before = no_word;
  for (const char32_t c : t) {
    const bool is_mark =
        !is_symbol(c) && is_no_word(c) && (unicode::classes(c) & unicode::space) == 0;
    if (is_mark) need.holds.marks |= marks::bit(c);
    if (is_digit(c)) need.holds.marks |= marks::digit;
    digits_in_row = is_digit(c) ? digits_in_row + 1 : 0;
    if (digits_in_row == 4) need.holds.marks |= marks::four_digits;
    const auto is_one_word = [](char32_t a, char32_t b) {
      return is_digit(a) && (is_letter(b) || b == cased_letter);
    };
    if (is_one_word(before, c) || is_one_word(c, before)) need.holds.marks |= marks::mixed;
    before = c;
  }
  Trigrams trigrams;
  for (std::size_t i = 0; i < t.size(); ++i) {
    std::size_t behind = i;
    while (behind + 1 < t.size() && t[behind] == maybe) ++behind;
    if (is_letter(t[i])) {
      trigrams.add(t[i]);
    } else if (is_spaceless(t[i])) {
      trigrams.add_spaceless(t[i]);
    } else if (ends_run(t[behind])) {
      trigrams.end_letters();
    } else {
      trigrams.forget();
    }
  }
  need.holds.trigrams = trigrams.set();
  const bool is_whole = t.front() == no_word && t.back() == no_word;
  const auto count = [&t](auto is) { return std::count_if(t.begin(), t.end(), is); };
  if (is_whole && count(may_be_letter) == 0) {
    need.holds.marks |= marks::no_letter;
  }
  if (is_whole && count(is_no_word) + 1 == static_cast<std::ptrdiff_t>(t.size()) &&
      count([](char32_t c) { return c == one_letter; }) == 1) {
    need.holds.marks |= marks::one_letter;
  }
  choose_words(runs_of(t), at_start, need);
  if (need.word == Need::Word::first_two) return need;
  if (!at_start || t.size() < 2) return need;
  const char32_t c = t[1];  // t[0] is the line's edge
  if (is_digit(c)) {
    need.first_char = Need::digit_char;
  } else if (!is_symbol(c)) {
    need.first_char = c < 0x80 ? static_cast<std::int16_t>(c) : Need::not_ascii;
  }
  return need;
}

/// Leaves out what needs more than another.
void add_need(const Need& need, std::vector<Need>& needs) {
  const auto covers = [](const Need& a, const Need& b) {
    return a.word == b.word && a.hash == b.hash && b.holds.holds(a.holds) &&
           (a.also == 0 || (a.also == b.also && a.also_is_stem == b.also_is_stem)) &&
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

void letter_runs(std::string_view folded, std::vector<LetterRun>& runs) {
  constexpr auto in_word = unicode::letter | unicode::digit | unicode::mark;
  std::uint32_t hash = hash_start;
  std::uint32_t stem = hash_start;
  std::size_t letters = 0;
  bool after_word = false;  // what stands before the run belongs to its word
  const unicode::ClassTable& table = unicode::class_table();
  for (const char *p = folded.data(), *end = p + folded.size(); p != end;) {
    const char32_t c = unicode::valid_next(p);
    const std::uint16_t classes = table(c);
    const bool is_letter = is_letter_class(classes);
    const bool goes_on = (classes & in_word) != 0;
    if (is_letter) {
      hash = add_to_hash(hash, c);
      if (++letters <= stem_letters) stem = hash;
      if (p != end) continue;
    }
    if (letters != 0) {
      runs.push_back(
          {finish_hash(hash), finish_hash(stem), !after_word && (is_letter || !goes_on)});
    }
    after_word = goes_on;
    hash = hash_start;
    letters = 0;
  }
}

std::vector<Need> needs_of(std::string_view pattern, bool at_start, bool at_end) {
  std::vector<Need> needs;
  const PatternForm form = read_pattern(pattern, at_start);
  for (const Template& read : form.templates) {
    const Template t =
        Template(1, at_start ? no_word : anything) + read + (at_end ? no_word : anything);
    add_need(need_of(t, at_start), needs);
  }
  if (needs.empty()) return {Need()};
  for (Need& need : needs) {
    need.holds.marks |= form.holds.all_of;
    need.one_of = form.holds.one_of;
    need.least = form.holds.least;
    need.digits = form.holds.digits;
    if ((at_start || form.holds.begins_line) && (at_end || form.holds.ends_line)) {
      need.none_of = told_apart & ~form.holds.marks;
      if (form.holds.most < Holds::most_counted) need.most = form.holds.most;
    }
    need.holds.trigrams |= form.holds.trigrams;
  }
  return needs;
}

bool begins_with_letter(std::string_view pattern) {
  const Templates templates = read_pattern(pattern, false).templates;
  return !templates.empty() && std::all_of(templates.begin(), templates.end(), [](const auto& t) {
    return !t.empty() && is_letter(t.front());
  });
}

}  // namespace thanbai
