// A line's text -> numbers, words and marks, made one by one as the date grammar asks for them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "date_names.h"

namespace thanbai {

struct DateToken {
  enum class Kind : std::uint8_t { end, number, word, mark };

  Kind kind = Kind::end;
  bool spaced = true;  // white space stands before it, or nothing
  std::uint8_t folded_bytes = 0;
  std::uint32_t digits = 0;  // of a number
  int value = 0;             // of a number of at most 9 digits
  char32_t mark = 0;         // a mark; dashes, full-width forms and "、" as their ASCII kin
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  NameRange names;              // what a word is
  std::array<char, 48> folded;  // a word, case-folded; empty if longer than any name

  std::string_view word() const noexcept { return {folded.data(), folded_bytes}; }
};

/// A window over the tokens of a text (any bytes). Constant memory: token i may be read until token
/// i + window has been.
class DateTokens {
 public:
  static constexpr std::size_t window = 128;

  explicit DateTokens(std::string_view text) noexcept
      : text_(text), next_(text.data()), end_(text.data() + text.size()) {}

  /// The i-th token; of kind `end` past the last.
  const DateToken& at(std::size_t i);

  // What token i is; `glued` forms ask that no white space precedes it.
  bool is_end(std::size_t i) { return at(i).kind == DateToken::Kind::end; }
  bool is_number(std::size_t i) { return at(i).kind == DateToken::Kind::number; }
  bool is_word(std::size_t i) { return at(i).kind == DateToken::Kind::word; }
  bool is_mark(std::size_t i, char32_t mark);
  bool is_glued(std::size_t i) { return !at(i).spaced; }
  bool is_glued_number(std::size_t i) { return is_number(i) && is_glued(i); }
  bool is_glued_mark(std::size_t i, char32_t mark) { return is_mark(i, mark) && is_glued(i); }
  bool is_name(std::size_t i, NameKind kind) { return name(i, kind) != absent; }
  int name(std::size_t i, NameKind kind);

  bool is_text(std::size_t i, std::string_view a, std::string_view b = {});
  bool is_one_of(std::size_t i, std::u32string_view marks);
  bool is_one_of_syllables(std::size_t i, std::string_view syllables);  // each 3 bytes

  /// Whether word i is printed in capitals throughout.
  bool is_upper(std::size_t i);

 private:
  void read(DateToken& token);

  std::string_view text_;
  const char* next_;
  const char* end_;
  std::size_t count_ = 0;
  std::string folded_;  // the word being read
  std::array<DateToken, window> ring_;
};

}  // namespace thanbai
