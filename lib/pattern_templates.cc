#include "pattern_templates.h"

#include <algorithm>
#include <iterator>

#include "pattern_needs.h"
#include "unicode.h"
#include "word_hash.h"

namespace thanbai {

using namespace symbols;  // NOLINT: they are used on every line below

bool is_symbol(char32_t c) noexcept { return c > unicode::last_code_point; }
bool is_letter(char32_t c) { return !is_symbol(c) && is_letter_class(unicode::classes(c)); }
bool is_spaceless(char32_t c) {
  return !is_symbol(c) && (unicode::classes(c) & unicode::ideograph) != 0;
}
bool is_no_word(char32_t c) {
  constexpr auto word = unicode::letter | unicode::mark | unicode::digit;
  return is_symbol(c) ? c == no_word : (unicode::classes(c) & word) == 0;
}
bool ends_run(char32_t c) {
  if (!is_symbol(c)) return !is_letter(c);
  return c == no_letter || c == no_word || c == digits;
}
bool is_digit(char32_t c) {
  return is_symbol(c) ? c == digits : (unicode::classes(c) & unicode::digit) != 0;
}
bool may_be_letter(char32_t c) {
  return is_symbol(c) ? !ends_run(c) : (unicode::classes(c) & unicode::letter) != 0;
}

bool all_end_runs(const Templates& templates, bool at_end) {
  return std::all_of(templates.begin(), templates.end(), [&](const Template& t) {
    return !t.empty() && ends_run(at_end ? t.back() : t.front());
  });
}

Template collapsed(const Templates& templates) {
  const bool has_letters = std::any_of(templates.begin(), templates.end(), [](const Template& t) {
    return std::any_of(t.begin(), t.end(), may_be_letter);
  });
  if (!has_letters) return Template(1, no_letter);
  Template result;
  if (all_end_runs(templates, false)) result += no_letter;
  result += anything;
  if (all_end_runs(templates, true)) result += no_letter;
  return result;
}

Templates summed_up(Templates templates) {
  const auto empty = std::remove(templates.begin(), templates.end(), Template());
  if (empty == templates.end()) return {collapsed(templates)};
  templates.erase(empty, templates.end());
  return {Template(1, all_end_runs(templates, false) ? maybe : anything)};
}

void unite(Templates& to, Templates from) {
  const auto order = [](Templates& some) {
    if (!std::is_sorted(some.begin(), some.end())) std::sort(some.begin(), some.end());
    some.erase(std::unique(some.begin(), some.end()), some.end());
  };
  order(to);  // it mostly is, and alternatives come one by one
  order(from);
  Templates all;
  all.reserve(to.size() + from.size());
  std::set_union(std::make_move_iterator(to.begin()), std::make_move_iterator(to.end()),
                 std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()),
                 std::back_inserter(all));
  to = std::move(all);
  if (to.size() > most_templates) to = summed_up(std::move(to));
}

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

void shorten(Template& t) {
  const std::vector<Run> runs = runs_of(no_word + t);
  if (runs.size() < 2 || !runs[0].is_first || !runs[1].follows_closely) return;
  t.resize(runs[1].end);  // of no_word + t: the character behind the word stays
  t += anything;
}

void cut_behind_first(Template& t) {
  const std::vector<Run> runs = runs_of(no_word + t);
  const std::size_t size = runs.empty() ? 1 : runs[0].end;
  if (t.size() <= size) return;
  t.resize(size);
  t += anything;
}

}  // namespace thanbai
