#include "clean_text.h"

#include <array>
#include <cstddef>

#include "unicode.h"

namespace thanbai {
namespace {

unsigned char byte(char c) noexcept { return static_cast<unsigned char>(c); }

bool is_space(char c) noexcept {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

// What a text holds. No branches but the loop, for the vectoriser.
struct Look {
  bool ascii = true;
  bool controls = false;  // C0 and DEL
  bool may_hold = false;  // controls, these or others
};

Look look(std::string_view text) noexcept {
  unsigned char all = 0;
  unsigned char controls = 0;
  unsigned char leads = 0;  // of C1, U+2028, U+2029, and of much else
  for (const char c : text) {
    all = static_cast<unsigned char>(all | byte(c));
    controls = static_cast<unsigned char>(controls | (byte(c) < 0x20) | (c == 0x7F));
    leads = static_cast<unsigned char>(leads | (byte(c) == 0xC2) | (byte(c) == 0xE2));
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

bool has_controls(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned char b = byte(text[i]);
    const bool may_be = b < 0x20 || b == 0x7F || b == 0xC2 || b == 0xE2;
    if (may_be && control_size(text.substr(i)) != 0) return true;
  }
  return false;
}

std::string without_controls(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = control_size(text.substr(i));
    out += size == 0 ? text[i] : ' ';
    i += size == 0 ? 1 : size;
  }
  return out;
}

}  // namespace

std::string_view trim_ascii(std::string_view text) noexcept {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view clean_text(std::string_view text, std::string& out, std::uint64_t& replaced) {
  const Look seen = look(text);
  if (seen.ascii && !seen.controls) return trim_ascii(text);
  if (!seen.ascii && !unicode::any_is_valid(text)) {
    text = out = unicode::any_to_valid(text, replaced);
  }
  if (seen.may_hold && has_controls(text)) text = out = without_controls(text);
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
