#include "pattern_templates.h"

#include <algorithm>
#include <iterator>

#include "pattern_needs.h"
#include "unicode.h"
#include "word_hash.h"

namespace thanbai {

using namespace symbols;  // NOLINT: they are used on every line below

namespace {

// As unicode::classes, as far as templates ask; most are of ASCII letters.
std::uint16_t classes_of(char32_t c) {
  return (c | 0x20U) - U'a' < 26 ? std::uint16_t{unicode::letter} : unicode::classes(c);
}

// Calls act(run) for the runs of `t` between two symbols, 0 for none, until it gives false.
template <class Act>
void for_each_run(const Template& t, char32_t before, char32_t behind, Act act) {
  const auto at = [&](std::size_t i) { return i < t.size() ? t[i] : behind; };
  const auto surely_ends = [](char32_t c) { return c != 0 && ends_run(c); };
  bool clear = before == 0 || is_no_word(before);  // only no_word so far
  bool closely = false;
  for (std::size_t i = 0; i < t.size();) {
    if (is_spaceless(t[i]) && i + 1 < t.size() && is_spaceless(t[i + 1])) {
      const std::uint32_t hash = finish_hash(add_to_hash(add_to_hash(hash_start, t[i]), t[i + 1]));
      if (!act(TemplateRun{i, i + 2, hash, 4, false, false, false})) return;
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
    const bool is_begin = surely_ends(begin > 0 ? t[begin - 1] : before);
    std::size_t next = i;
    while (next < t.size() && t[next] == maybe) ++next;
    const bool is_whole = is_begin && surely_ends(at(next));
    const bool is_stem = !is_whole && is_begin && i - begin >= stem_letters;
    const TemplateRun run{begin,
                          i,
                          finish_hash(is_stem ? stem : hash),
                          is_stem ? 1 : i - begin + 1,
                          is_stem,
                          clear && is_whole,
                          closely && is_whole};
    if ((is_whole || is_stem) && !act(run)) return;
    closely = is_whole && is_no_word(at(i));
    clear = false;
  }
}

}  // namespace

bool is_symbol(char32_t c) noexcept { return c > unicode::last_code_point; }
bool is_letter(char32_t c) { return !is_symbol(c) && is_letter_class(classes_of(c)); }
bool is_spaceless(char32_t c) { return !is_symbol(c) && (classes_of(c) & unicode::ideograph) != 0; }
bool is_no_word(char32_t c) {
  constexpr auto word = unicode::letter | unicode::mark | unicode::digit;
  return is_symbol(c) ? c == no_word : (classes_of(c) & word) == 0;
}
bool ends_run(char32_t c) {
  if (!is_symbol(c)) return !is_letter(c);
  return c == no_letter || c == no_word || c == digits;
}
bool is_digit(char32_t c) {
  return is_symbol(c) ? c == digits : (classes_of(c) & unicode::digit) != 0;
}
bool may_be_letter(char32_t c) {
  return is_symbol(c) ? !ends_run(c) : (classes_of(c) & unicode::letter) != 0;
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

void put_in_order(Templates& templates) {  // most are
  if (!std::is_sorted(templates.begin(), templates.end())) {
    std::sort(templates.begin(), templates.end());
  }
  templates.erase(std::unique(templates.begin(), templates.end()), templates.end());
}

void unite(Templates& to, Templates from) {
  put_in_order(to);
  put_in_order(from);
  Templates all;
  all.reserve(to.size() + from.size());
  std::set_union(std::make_move_iterator(to.begin()), std::make_move_iterator(to.end()),
                 std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()),
                 std::back_inserter(all));
  to = std::move(all);
  if (to.size() > most_templates) to = summed_up(std::move(to));
}

std::vector<TemplateRun> runs_of(const Template& t) {
  std::vector<TemplateRun> runs;
  for_each_run(t, 0, 0, [&runs](const TemplateRun& run) {
    runs.push_back(run);
    return true;
  });
  return runs;
}

std::size_t worth_of(const Template& t, char32_t before, char32_t behind) {
  std::size_t most = 0;
  for_each_run(t, before, behind, [&most](const TemplateRun& run) {
    most = std::max(most, run.worth);
    return true;
  });
  return most;
}

bool has_two_runs(const Template& t) {
  int runs = 0;
  for_each_run(t, no_word, 0, [&runs](const TemplateRun&) { return ++runs < 2; });
  return runs == 2;
}

void shorten(Template& t) {
  int runs = 0;
  std::size_t end = 0;  // of the second, which follows the first closely
  for_each_run(t, no_word, 0, [&](const TemplateRun& run) {
    if (++runs == 1) return run.is_first;
    if (run.follows_closely) end = run.end;
    return false;
  });
  if (end == 0) return;
  t.resize(end + 1);  // the character behind the word stays
  t += anything;
}

void cut_behind_first(Template& t) {
  std::size_t end = 0;  // of the first
  for_each_run(t, no_word, 0, [&end](const TemplateRun& run) {
    end = run.end;
    return false;
  });
  if (t.size() <= end + 1) return;
  t.resize(end + 1);
  t += anything;
}

}  // namespace thanbai
