// What the tokenizer's states ask of the bytes ahead: classes of bytes, searches, comparisons.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "html_characters.h"

namespace thanbai::html {

/// What a byte may do in markup.
enum ByteClass : std::uint8_t {
  space = 1,
  ends_tag_name = 2,
  ends_attribute_name = 4,
  ends_unquoted_value = 8,
  letter = 16,
  opens_markup = 32,  // after "<"
};

constexpr std::array<std::uint8_t, 256> make_classes() noexcept {
  std::array<std::uint8_t, 256> classes{};
  for (const char c : {' ', '\t', '\n', '\f', '\r'}) {
    classes[static_cast<unsigned char>(c)] =
        space | ends_tag_name | ends_attribute_name | ends_unquoted_value;
  }
  for (std::size_t c = 'a'; c <= 'z'; ++c) {
    classes[c] = classes[c - 0x20] = letter | opens_markup;
  }
  classes['/'] = ends_tag_name | ends_attribute_name | opens_markup;
  classes['>'] = ends_tag_name | ends_attribute_name | ends_unquoted_value;
  classes['='] = ends_attribute_name;
  classes['!'] = classes['?'] = opens_markup;
  return classes;
}
inline constexpr std::array<std::uint8_t, 256> classes = make_classes();

inline bool is(char c, unsigned mask) noexcept {
  return (classes[static_cast<unsigned char>(c)] & mask) != 0;
}

/// The first c in [p, end), or end.
inline const char* find(const char* p, const char* end, char c) noexcept {
  if (p == end) return end;
  const void* found = std::memchr(p, c, static_cast<std::size_t>(end - p));
  return found != nullptr ? static_cast<const char*>(found) : end;
}

inline const char* skip_space(const char* p, const char* end) noexcept {
  while (p != end && is(*p, space)) ++p;
  return p;
}

inline const char* skip_until(const char* p, const char* end, unsigned mask) noexcept {
  while (p != end && !is(*p, mask)) ++p;
  return p;
}

inline std::string_view view(const char* begin, const char* end) noexcept {
  return {begin, static_cast<std::size_t>(end - begin)};
}

/// Whether [p, end) begins with `lower`, in any case.
inline bool starts_with(const char* p, const char* end, std::string_view lower) noexcept {
  return static_cast<std::size_t>(end - p) >= lower.size() && name_is({p, lower.size()}, lower);
}

/// Whether two names are one, in any case.
inline bool same_name(std::string_view a, std::string_view b) noexcept {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return to_lower(x) == to_lower(y);
         });
}

inline bool ends_with(std::string_view text, std::string_view end) noexcept {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// The ">" of the first "-->" in [p, end), or end.
inline const char* find_dashes_end(const char* p, const char* end) noexcept {
  if (end - p < 3) return end;
  for (const char* q = p + 2;; ++q) {
    q = find(q, end, '>');
    if (q == end || (q[-1] == '-' && q[-2] == '-')) return q;
  }
}

}  // namespace thanbai::html
