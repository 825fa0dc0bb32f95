// Validation is a finite automaton of nine states whose row for a byte is one 64-bit word; the next
// state is found by a shift, so that the speed hardly depends on the text.
#include <cstring>

#include "unicode.h"

namespace thanbai::unicode {
namespace {

constexpr char32_t replacement = 0xFFFD;

unsigned char byte(char c) noexcept { return static_cast<unsigned char>(c); }

// States (Unicode 15, table 3-7), each the place of its six bits in a row.
enum State : std::uint8_t {
  failed = 0,
  start = 6,
  tail1 = 12,     // one more byte 80..BF
  tail2 = 18,     // two more
  tail3 = 24,     // three more
  after_e0 = 30,  // A0..BF, then one
  after_ed = 36,  // 80..9F, then one
  after_f0 = 42,  // 90..BF, then two
  after_f4 = 48,  // 80..8F, then two
};

constexpr std::uint64_t row(int b) {
  const auto go = [](State from, State to) { return static_cast<std::uint64_t>(to) << from; };
  if (b < 0x80) return go(start, start);
  if (b < 0xC0) {
    std::uint64_t out = go(tail1, start) | go(tail2, tail1) | go(tail3, tail2);
    out |= b < 0xA0 ? go(after_ed, tail1) : go(after_e0, tail1);
    out |= b < 0x90 ? go(after_f4, tail2) : go(after_f0, tail2);
    return out;
  }
  if (b < 0xC2) return 0;
  if (b < 0xE0) return go(start, tail1);
  if (b == 0xE0) return go(start, after_e0);
  if (b == 0xED) return go(start, after_ed);
  if (b < 0xF0) return go(start, tail2);
  if (b == 0xF0) return go(start, after_f0);
  if (b < 0xF4) return go(start, tail3);
  if (b == 0xF4) return go(start, after_f4);
  return 0;
}

struct Rows {
  std::uint64_t of[256] = {};
  constexpr Rows() {
    for (int b = 0; b < 256; ++b) of[b] = row(b);
  }
};
constexpr Rows rows;

}  // namespace

char32_t any_next(const char*& p, const char* end) noexcept {
  const char* at = p++;
  std::uint64_t state = rows.of[byte(*at)] >> start & 63;
  if (state == start) return byte(*at);
  while (state != failed && state != start) {
    if (p == end) return replacement;
    state = rows.of[byte(*p)] >> state & 63;
    if (state != failed) ++p;
  }
  return state == failed ? replacement : valid_next(at);
}

char* put(char* to, char32_t c) noexcept {
  const auto tail = [c](int shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    *to++ = static_cast<char>(c);
  } else if (c < 0x800) {
    *to++ = static_cast<char>(0xC0 | (c >> 6));
    *to++ = tail(0);
  } else if (c < 0x10000) {
    *to++ = static_cast<char>(0xE0 | (c >> 12));
    *to++ = tail(6);
    *to++ = tail(0);
  } else {
    *to++ = static_cast<char>(0xF0 | (c >> 18));
    *to++ = tail(12);
    *to++ = tail(6);
    *to++ = tail(0);
  }
  return to;
}

void append(std::string& out, char32_t c) {
  char bytes[4];
  out.append(bytes, static_cast<std::size_t>(put(bytes, c) - bytes));
}

bool any_is_valid(std::string_view bytes) noexcept {
  const char* p = bytes.data();
  const char* const end = p + bytes.size();
  std::uint64_t state = start;
  while (end - p >= 16) {
    std::uint64_t words[2];
    std::memcpy(words, p, 16);
    if (((words[0] | words[1]) & 0x8080808080808080U) != 0 || (state & 63) != start) {
      for (int i = 0; i < 16; ++i) state = rows.of[byte(p[i])] >> (state & 63);
      if ((state & 63) == failed) return false;
    }
    p += 16;
  }
  for (; p != end; ++p) state = rows.of[byte(*p)] >> (state & 63);
  return (state & 63) == start;
}

std::string any_to_valid(std::string_view bytes, std::uint64_t& replaced) {
  std::string out;
  out.reserve(bytes.size());
  const char* p = bytes.data();
  const char* const end = p + bytes.size();
  while (p != end) {
    const char* const at = p;
    const char32_t c = any_next(p, end);
    const auto size = static_cast<std::size_t>(p - at);
    // A replacement character that stands in the input itself is its own three bytes.
    const bool was_there = size == 3 && std::memcmp(at, "\xEF\xBF\xBD", 3) == 0;
    if (c == replacement && !was_there) replaced += size;
    append(out, c);
  }
  return out;
}

}  // namespace thanbai::unicode
