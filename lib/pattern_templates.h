// What a pattern can match, as texts in which some symbols stand for what is not known.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pattern_holds.h"
#include "unicode.h"

namespace thanbai {

/// Code points, folded, and symbols. Each text of some form fits one of its templates.
using Template = std::u32string;
using Templates = std::vector<Template>;

/// Symbols beyond Unicode. All but `anything` are one or more characters, or the line's edge.
namespace symbols {
inline constexpr char32_t anything = 0x110000;   // any text, or none
inline constexpr char32_t no_letter = 0x110001;  // digits and marks may be among them
inline constexpr char32_t no_word = 0x110002;    // no letters, digits, marks
inline constexpr char32_t digits = 0x110003;
inline constexpr char32_t one_letter = 0x110004;
inline constexpr char32_t maybe = 0x110005;         // nothing, or no_letter and anything
inline constexpr char32_t cased_letter = 0x110006;  // one, of a script with spaces
}  // namespace symbols

inline constexpr std::size_t most_templates = 600;
inline constexpr std::size_t longest_template = 200;

bool is_symbol(char32_t c) noexcept;
/// A letter of a script with spaces, by its classes (unicode.h).
constexpr bool is_letter_class(std::uint16_t classes) noexcept {
  constexpr auto relevant = unicode::letter | unicode::mark | unicode::ideograph;
  return (classes & relevant) == unicode::letter;
}
bool is_letter(char32_t c);     // the same
bool is_spaceless(char32_t c);  // a letter of a script without
bool is_no_word(char32_t c);
bool is_digit(char32_t c);  // for sure
bool may_be_letter(char32_t c);
/// Whether a run of letters surely ends at `c`: lines with marks and digits in words are tried by
/// their runs of letters.
bool ends_run(char32_t c);
/// Whether all begin, or end, with what ends a run.
bool all_end_runs(const Templates& templates, bool at_end);

/// All of them as one template.
Template collapsed(const Templates& templates);
/// The same where some may be empty.
Templates summed_up(Templates templates);
/// Ascending, each once.
void put_in_order(Templates& templates);
/// Adds `from` to `to`, in order, each once; too many are summed up.
void unite(Templates& to, Templates from);

/// A word, or the beginning of one, that surely stands in each text of a template's form.
struct TemplateRun {
  std::size_t begin;
  std::size_t end;
  std::uint32_t hash;
  std::size_t worth;     // how rarely it may stand in a line: the longer the rarer
  bool is_stem;          // more letters may follow: `hash` is of the first stem_letters
  bool is_first;         // it is surely the line's first word, if the template begins as the line
  bool follows_closely;  // nothing but no_word between it and the run before
};

std::vector<TemplateRun> runs_of(const Template& t);

/// The most that a run of `t` is worth between these symbols.
std::size_t worth_of(const Template& t, char32_t before, char32_t behind);
/// Whether there are two runs in a template that begins where the line does.
bool has_two_runs(const Template& t);

/// Of a template that begins where the line does: cut behind its second word, if it has one.
void shorten(Template& t);
/// The same, cut behind the first word or the first character.
void cut_behind_first(Template& t);

/// What a pattern in RE2 syntax can match. No templates if it is not understood.
struct PatternForm {
  Templates templates;
  Holds holds;
};

/// `at_start`: the match begins where the line does; then templates may be cut behind their second
/// word.
PatternForm read_pattern(std::string_view pattern, bool at_start);

}  // namespace thanbai
