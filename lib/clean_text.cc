#include "clean_text.h"

#include <array>
#include <cstddef>
#include <cstring>

#include "thanbai/line.h"
#include "unicode.h"

namespace thanbai {
namespace {

unsigned char byte(char c) noexcept { return static_cast<unsigned char>(c); }

bool is_space(char c) noexcept {
  constexpr std::uint64_t spaces =
      std::uint64_t{1} << ' ' | 1U << '\n' | 1U << '\t' | 1U << '\r' | 1U << '\f';
  return byte(c) <= ' ' && (spaces >> byte(c) & 1) != 0;
}

// What a text holds. No branches but the loop, for the vectoriser.
struct Look {
  bool ascii = true;
  bool controls = false;  // C0 and DEL
  bool may_hold = false;  // controls, these or others, and what prints nothing
};

Look look(std::string_view text) noexcept {
  unsigned char all = 0;
  unsigned char controls = 0;
  unsigned char leads = 0;  // of C1, U+2028, U+2029, U+00AD, U+FEFF, and of much else
  for (const char c : text) {
    all = static_cast<unsigned char>(all | byte(c));
    controls = static_cast<unsigned char>(controls | (byte(c) < 0x20) | (c == 0x7F));
    leads = static_cast<unsigned char>(leads | (byte(c) == 0xC2) | (byte(c) == 0xE2) |
                                       (byte(c) == 0xEF));
  }
  return {all < 0x80, controls != 0, (controls | leads) != 0};
}

// Whether a reference, a control or a second space is among so many characters; one more is looked
// at. No branches, as above.
constexpr std::size_t look_block = 32;
bool any_special(const char* p) noexcept {
  unsigned char any = 0;
  for (std::size_t i = 0; i < look_block; ++i) {
    any = static_cast<unsigned char>(any | (byte(p[i]) < 0x20) | (p[i] == '&') |
                                     ((p[i] == ' ') & (p[i + 1] == ' ')));
  }
  return any != 0;
}

// Size of what must become a space at the start of valid text: C0 but tab, DEL, C1, U+2028, U+2029.
std::size_t control_size(std::string_view text) noexcept {
  const unsigned char b = byte(text[0]);
  if (b < 0x20 || b == 0x7F) return b == '\t' ? 0 : 1;
  if (b == 0xC2) return byte(text[1]) < 0xA0 ? 2 : 0;
  if (b == 0xE2 && byte(text[1]) == 0x80) return (byte(text[2]) & 0xFE) == 0xA8 ? 3 : 0;
  return 0;
}

// Size of what prints nothing there and cuts words: the soft hyphen, and the byte order mark, which
// joins as U+2060 does.
std::size_t invisible_size(std::string_view text) noexcept {
  for (const std::string_view one : {"\u00AD", "\uFEFF"}) {
    if (text.substr(0, one.size()) == one) return one.size();
  }
  return 0;
}

// Whether either is not 0 somewhere. No branches, as above, but for the last two bytes.
bool has_unwanted(std::string_view text) noexcept {
  unsigned char any = 0;
  const char* const p = text.data();
  std::size_t i = 0;
  for (; i + 2 < text.size(); ++i) {
    const unsigned char b = byte(p[i]);
    const unsigned char next = byte(p[i + 1]);
    const unsigned char after = byte(p[i + 2]);
    any = static_cast<unsigned char>(any | ((b < 0x20) & (b != '\t')) | (b == 0x7F) |
                                     ((b == 0xC2) & ((next < 0xA0) | (next == 0xAD))) |
                                     ((b == 0xEF) & (next == 0xBB) & (after == 0xBF)) |
                                     ((b == 0xE2) & (next == 0x80) & ((after & 0xFE) == 0xA8)));
  }
  for (; any == 0 && i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    any = control_size(rest) + invisible_size(rest) != 0 ? 1 : 0;
  }
  return any != 0;
}

std::string without_unwanted(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    if (const std::size_t size = invisible_size(rest); size != 0) {
      i += size;
      continue;
    }
    const std::size_t size = control_size(rest);
    out += size == 0 ? text[i] : ' ';
    i += size == 0 ? 1 : size;
  }
  return out;
}

}  // namespace

std::string clean_line(std::string_view text) {
  std::string cleaned;
  std::uint64_t replaced = 0;
  std::string line;
  append_collapsed(clean_text(text, cleaned, replaced), line);
  return line;
}

std::string_view trim_ascii(std::string_view text) noexcept {
  constexpr std::string_view indent = "        ";
  const char* p = text.data();
  const char* end = p + text.size();
  while (p != end && is_space(*p)) {
    ++p;
    while (static_cast<std::size_t>(end - p) >= indent.size() &&
           std::memcmp(p, indent.data(), indent.size()) == 0) {
      p += indent.size();
    }
  }
  while (p != end && is_space(end[-1])) --end;
  return {p, static_cast<std::size_t>(end - p)};
}

std::string_view clean_text(std::string_view text, std::string& out, std::uint64_t& replaced) {
  const Look seen = look(text);
  if (seen.ascii && !seen.controls) return trim_ascii(text);
  if (!seen.ascii && !unicode::any_is_valid(text)) {
    text = out = unicode::any_to_valid(text, replaced);
  }
  if (seen.may_hold && has_unwanted(text)) text = out = without_unwanted(text);
  if (!seen.ascii && !unicode::valid_is_surely_nfc(text) && !unicode::valid_is_nfc(text)) {
    text = out = unicode::valid_to_nfc(text);
  }
  return unicode::valid_trim(text);
}

void append_collapsed(std::string_view text, std::string& out) {
  bool after_space = out.empty() || out.back() == ' ';
  for (std::size_t i = 0; i < text.size();) {
    if (is_space(text[i])) {
      if (!after_space) out += ' ';
      after_space = true;
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    out.append(text, begin, i - begin);
    after_space = false;
  }
}

bool is_plain(std::string_view text) noexcept {
  std::size_t i = 0;
  for (; i + look_block < text.size(); i += look_block) {
    if (any_special(text.data() + i)) return false;
  }
  std::array<char, look_block + 1> rest;
  rest.fill('.');
  text.copy(rest.data(), look_block, i);
  return !any_special(rest.data());
}

}  // namespace thanbai
