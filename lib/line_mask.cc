// Lines that recur on a site differ in numbers and dates: "Bình luận (3)", "Thứ hai, 22/07/2019".
// A mask leaves these out, and a pattern made of it hits all of them.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "date_names.h"
#include "thanbai/pack.h"
#include "unicode.h"

namespace thanbai {
namespace {

constexpr std::string_view number_pattern = "\\p{Nd}+(?:[.,]\\p{Nd}+)*";
constexpr std::string_view name_pattern = "[\\pL\\pM]+";
constexpr std::string_view escaped = "#@\\";
constexpr std::string_view meta = "\\.+*?()|[]{}^$";

bool is_digit(char32_t c) { return (unicode::classes(c) & unicode::digit) != 0; }
bool is_letter(char32_t c) {
  return (unicode::classes(c) & (unicode::letter | unicode::mark)) != 0;
}

/// Reads a folded line code point by code point.
class Reader {
 public:
  explicit Reader(std::string_view text) : at_(text.data()), end_(at_ + text.size()) {}

  bool done() const { return at_ == end_; }
  char32_t peek() const {
    if (done()) return 0;
    const char* p = at_;
    return unicode::valid_next(p);
  }
  /// What stands behind the next code point; 0 at the end.
  char32_t peek_second() const {
    Reader copy = *this;
    copy.skip();
    return copy.peek();
  }
  void skip() {
    if (!done()) unicode::valid_next(at_);
  }
  template <class Fits>
  std::string_view take_while(Fits fits) {
    const char* const begin = at_;
    while (!done() && fits(peek())) skip();
    return {begin, static_cast<std::size_t>(at_ - begin)};
  }

 private:
  const char* at_;
  const char* end_;
};

/// A number, with the points and commas inside it.
void take_number(Reader& reader) {
  reader.take_while(is_digit);
  while ((reader.peek() == '.' || reader.peek() == ',') && is_digit(reader.peek_second())) {
    reader.skip();
    reader.take_while(is_digit);
  }
}

bool has_digit(std::string_view folded) {
  for (Reader reader(folded); !reader.done(); reader.skip()) {
    if (is_digit(reader.peek())) return true;
  }
  return false;
}

/// Whether a word names a day or a month. Numerals do so after "thứ" or "tháng" only.
bool is_date_name(std::string_view word, NameRange before) {
  const NameRange names = names_of(word);
  if (name_value(names, NameKind::month) != absent) return true;
  if (name_value(names, NameKind::weekday) != absent) return true;
  const bool led = name_value(before, NameKind::weekday_lead) != absent ||
                   name_value(before, NameKind::month_lead) != absent;
  return led && name_value(names, NameKind::numeral) != absent;
}

}  // namespace

std::string mask_line(std::string_view text) {
  std::uint64_t replaced = 0;
  std::string folded;
  unicode::valid_fold(unicode::valid_to_nfc(unicode::any_to_valid(text, replaced)), folded);
  const std::string_view line = unicode::strip_edges(folded);
  const bool may_hold_date = has_digit(line);
  std::string mask;
  NameRange before;
  for (Reader reader(line); !reader.done();) {
    const char32_t c = reader.peek();
    if (is_digit(c)) {
      take_number(reader);
      mask += '#';
    } else if (is_letter(c)) {
      const std::string_view word = reader.take_while(is_letter);
      const bool masked = may_hold_date && is_date_name(word, before);
      masked ? mask += '@' : mask += word;
      before = names_of(word);
    } else {
      if (c < 0x80 && escaped.find(static_cast<char>(c)) != escaped.npos) mask += '\\';
      unicode::append(mask, c);
      reader.skip();
    }
  }
  return mask;
}

std::string mask_pattern(std::string_view mask) {
  std::string pattern;
  for (std::size_t i = 0; i < mask.size(); ++i) {
    const bool literal = mask[i] == '\\' && i + 1 < mask.size();
    if (literal) ++i;
    if (!literal && mask[i] == '#') {
      pattern += number_pattern;
    } else if (!literal && mask[i] == '@') {
      pattern += name_pattern;
    } else {
      if (meta.find(mask[i]) != meta.npos) pattern += '\\';
      pattern += mask[i];
    }
  }
  return pattern;
}

}  // namespace thanbai
