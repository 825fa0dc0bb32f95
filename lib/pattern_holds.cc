#include "pattern_holds.h"

#include <algorithm>

#include "pattern_needs.h"
#include "pattern_templates.h"
#include "unicode.h"

namespace thanbai {
namespace {

constexpr std::uint32_t most_utf8 = 4;  // bytes of a character

std::uint32_t counted(std::uint32_t number) noexcept {
  return std::min(Holds::most_counted, number);
}

/// The bit of a mark; 0 of any other character.
std::uint64_t bit_of(char32_t folded) {
  const auto classes = unicode::classes(folded);
  const bool is_mark = is_no_word(folded) && (classes & (unicode::space | unicode::control)) == 0;
  return is_mark && !unicode::is_invisible(folded) ? marks::bit(folded) : 0;
}

}  // namespace

Holds Holds::of(char32_t c) {
  if (is_digit(c)) return of_digit(c < 0x80);
  Holds result;
  result.all_of = result.one_of = result.marks = bit_of(unicode::fold(c));
  result.least = 1;
  result.most = c < 0x80 ? 1 : most_utf8;
  return result;
}

Holds Holds::of_digit(bool is_ascii) {
  Holds result;
  result.all_of = result.marks = thanbai::marks::digit;
  result.least = 1;
  result.digits = is_ascii ? 1 : 0;
  result.most = is_ascii ? 1 : most_utf8;
  return result;
}

Holds Holds::of_any(std::uint64_t some_marks) {
  Holds result;
  result.marks = some_marks;
  result.least = 1;
  result.most = most_utf8;
  return result;
}

void Holds::or_else(const Holds& other) {
  all_of &= other.all_of;
  one_of = one_of != 0 && other.one_of != 0 ? one_of | other.one_of : 0;
  marks |= other.marks;
  trigrams &= other.trigrams;
  least = std::min(least, other.least);
  digits = std::min(digits, other.digits);
  most = std::max(most, other.most);
  begins_line = begins_line && other.begins_line;
  ends_line = ends_line && other.ends_line;
}

void Holds::and_then(const Holds& next, bool is_first) {
  all_of |= next.all_of;
  if (one_of == 0) one_of = next.one_of;
  marks |= next.marks;
  trigrams |= next.trigrams;
  least = counted(least + next.least);
  digits = counted(digits + next.digits);
  most = counted(most + next.most);
  if (is_first) begins_line = next.begins_line;
  ends_line = next.ends_line;
}

void Holds::repeat(std::uint32_t least_times, std::uint32_t most_times) {
  least = counted(least * least_times);
  digits = counted(digits * least_times);
  most = counted(most * most_times);
  if (least_times != 0) return;
  Holds none;  // they may lack
  none.marks = marks;
  none.most = most;
  *this = none;
}

// Nothing but itself is folded to it, and its bit is no other's.
std::uint64_t own_mark(char32_t c) noexcept {
  const bool is_digit = c >= '0' && c <= '9';
  const bool is_own = c > ' ' && c < 0x40 && !is_digit && c != '\'' && c != '"' && c != '-';
  return is_own ? marks::bit(c) : 0;
}

}  // namespace thanbai
