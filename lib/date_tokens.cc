#include "date_tokens.h"

#include <algorithm>

#include "unicode.h"

namespace thanbai {
namespace {

// First code points of the runs of ten digits that dates are printed in.
constexpr char32_t digit_zeros[] = {U'0', 0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10};

int digit_value(char32_t c) noexcept {
  for (const char32_t zero : digit_zeros) {
    if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
  }
  return -1;
}

bool is_space(char32_t c) noexcept { return (unicode::classes(c) & unicode::space) != 0; }

bool is_letter(char32_t c) noexcept {
  return (unicode::classes(c) & (unicode::letter | unicode::mark)) != 0 && digit_value(c) < 0;
}

// Scripts whose names of date parts are one character each.
bool is_syllable(char32_t c) noexcept {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
}

bool is_thai(char32_t c) noexcept { return c >= 0xE01 && c <= 0xE4E; }

char32_t plain_mark(char32_t c) noexcept {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  if (c == 0x3001) return U',';
  if (c == 0x2022 || c == 0xB7 || c == 0x30FB || c == 0x2502) return U'|';
  if ((unicode::classes(c) & unicode::dash) != 0 || c == 0x2212) return U'-';
  return c;
}

}  // namespace

const DateToken& DateTokens::at(std::size_t i) {
  while (count_ <= i) read(ring_[count_++ % window]);
  return ring_[i % window];
}

bool DateTokens::is_mark(std::size_t i, char32_t mark) {
  const DateToken& token = at(i);
  return token.kind == DateToken::Kind::mark && token.mark == mark;
}

int DateTokens::name(std::size_t i, NameKind kind) {
  const DateToken& token = at(i);
  return token.kind == DateToken::Kind::word ? name_value(token.names, kind) : absent;
}

bool DateTokens::is_text(std::size_t i, std::string_view a, std::string_view b) {
  const DateToken& token = at(i);
  if (token.kind != DateToken::Kind::word) return false;
  return token.word() == a || (!b.empty() && token.word() == b);
}

bool DateTokens::is_one_of(std::size_t i, std::u32string_view marks) {
  const DateToken& token = at(i);
  return token.kind == DateToken::Kind::mark && marks.find(token.mark) != marks.npos;
}

bool DateTokens::is_one_of_syllables(std::size_t i, std::string_view syllables) {
  const DateToken& token = at(i);
  return token.kind == DateToken::Kind::word && token.folded_bytes == 3 &&
         syllables.find(token.word()) != syllables.npos;
}

bool DateTokens::is_upper(std::size_t i) {
  const DateToken& token = at(i);
  const char* p = text_.data() + token.begin;
  const char* const end = text_.data() + token.end;
  while (p < end) {
    if ((unicode::classes(unicode::any_next(p, end)) & unicode::upper) == 0) return false;
  }
  return token.kind == DateToken::Kind::word;
}

void DateTokens::read(DateToken& token) {
  const char* start = next_;
  auto offset = [this](const char* p) { return static_cast<std::uint32_t>(p - text_.data()); };
  token.kind = DateToken::Kind::end;
  token.spaced = start == text_.data();
  token.begin = token.end = offset(start);
  char32_t c = 0;
  for (;; token.spaced = true) {
    start = next_;
    if (start == end_) return;
    c = unicode::any_next(next_, end_);
    if (!is_space(c)) break;
  }
  token.begin = offset(start);

  const int first_digit = digit_value(c);
  if (first_digit >= 0) {
    token.kind = DateToken::Kind::number;
    token.value = first_digit;
    token.digits = 1;
    for (const char* p = next_; p < end_; next_ = p, ++token.digits) {
      const int digit = digit_value(unicode::any_next(p, end_));
      if (digit < 0) break;
      if (token.digits < 9) token.value = token.value * 10 + digit;
    }
  } else if (is_letter(c)) {
    token.kind = DateToken::Kind::word;
    folded_.clear();
    unicode::append(folded_, unicode::fold(c));
    bool dotted = false;
    for (const char* p = next_; p < end_ && !is_syllable(c); next_ = p) {
      char32_t next = unicode::any_next(p, end_);
      // "ก.ค." is one word.
      const bool dot = next == U'.' && is_thai(c) && (dotted || next_ - start <= 9);
      if (dot) {
        dotted = true;
      } else if (!is_letter(next) || is_syllable(next)) {
        break;
      }
      if (!dot) c = next;
      if (folded_.size() < token.folded.size()) unicode::append(folded_, unicode::fold(next));
    }
    const bool fits = folded_.size() < token.folded.size();
    token.folded_bytes = static_cast<std::uint8_t>(fits ? folded_.size() : 0);
    std::copy_n(folded_.data(), token.folded_bytes, token.folded.data());
    token.names = names_of(token.word());
  } else {
    token.kind = DateToken::Kind::mark;
    token.mark = plain_mark(c);
  }
  token.end = offset(next_);
}

}  // namespace thanbai
