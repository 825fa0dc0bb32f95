// Most text stands for itself, so the search for a byte that does not is what must be fast; only
// from there on are characters copied. Named references are found through a hash index that the
// compiler builds over the sorted rows of html_entities.inc.
#include "html_characters.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "unicode.h"

namespace thanbai::html {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Entity {
  char name[32];  // without "&" and ";"
  bool bare;      // may lack the ";"
  std::uint32_t first;
  std::uint32_t second;  // 0 if the name stands for one code point
};

constexpr Entity entities[] = {
#include "html_entities.inc"
};
constexpr std::size_t entity_count = sizeof(entities) / sizeof(entities[0]);
constexpr std::size_t longest_name = sizeof(Entity::name) - 1;
constexpr std::size_t longest_bare_name = 6;   // "frac14"
constexpr std::size_t shortest_bare_name = 2;  // "lt"

constexpr std::size_t bucket_count = 2048;

constexpr std::size_t bucket(std::string_view name) noexcept {
  std::uint32_t hash = 0x811C9DC5;  // FNV-1a
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193;
  return (hash ^ hash >> 15) % bucket_count;
}

// Rows by bucket: those of bucket b are rows[begin[b]] to rows[begin[b + 1] - 1].
struct EntityIndex {
  std::array<std::uint16_t, bucket_count + 1> begin{};
  std::array<std::uint16_t, entity_count> rows{};
};

constexpr EntityIndex make_index() noexcept {
  EntityIndex index;
  std::array<std::uint16_t, entity_count> buckets{};
  for (std::size_t i = 0; i < entity_count; ++i) {
    buckets[i] = static_cast<std::uint16_t>(bucket(entities[i].name));
    ++index.begin[buckets[i] + std::size_t{1}];
  }
  for (std::size_t b = 0; b < bucket_count; ++b) {
    index.begin[b + 1] = static_cast<std::uint16_t>(index.begin[b + 1] + index.begin[b]);
  }
  std::array<std::uint16_t, bucket_count + 1> next = index.begin;
  for (std::size_t i = 0; i < entity_count; ++i) {
    index.rows[next[buckets[i]]++] = static_cast<std::uint16_t>(i);
  }
  return index;
}

constexpr EntityIndex index = make_index();

const Entity* find_entity(std::string_view name) noexcept {
  const std::size_t b = bucket(name);
  for (std::size_t i = index.begin[b]; i < index.begin[b + 1]; ++i) {
    const Entity& entity = entities[index.rows[i]];
    if (name == entity.name) return &entity;
  }
  return nullptr;
}

// What numeric references to C1 controls mean, by the standard: windows-1252; 0 is the control.
constexpr std::array<char16_t, 32> c1_controls = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_alphanumeric(char c) noexcept {
  return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'z');
}

// Each of the next three takes the text from a "&" on, appends what the reference there stands for
// and returns its length; 0, with nothing appended, if there is none.

std::size_t numeric_reference(std::string_view text, std::string& out) {
  std::size_t i = 2;
  const bool hexadecimal = i < text.size() && to_lower(text[i]) == 'x';
  if (hexadecimal) ++i;
  const std::size_t digits = i;
  std::uint32_t code = 0;
  for (; i < text.size(); ++i) {
    const char c = to_lower(text[i]);
    const bool letter = hexadecimal && c >= 'a' && c <= 'f';
    if (!letter && !is_digit(c)) break;
    const auto digit = static_cast<std::uint32_t>(letter ? c - 'a' + 10 : c - '0');
    code = std::min(code * (hexadecimal ? 16 : 10) + digit, std::uint32_t{0x110000});
  }
  if (i == digits) return 0;
  if (i < text.size() && text[i] == ';') ++i;
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  if (code == 0 || code > 0x10FFFF || surrogate) code = replacement;
  if (code >= 0x80 && code < 0xA0 && c1_controls[code - 0x80] != 0) code = c1_controls[code - 0x80];
  unicode::append(out, code);
  return i;
}

std::size_t named_reference(std::string_view text, bool in_attribute, std::string& out) {
  std::size_t end = 1;  // of the name, at most
  while (end < text.size() && end <= longest_name && is_alphanumeric(text[end])) ++end;
  const Entity* entity = nullptr;
  std::size_t size = 0;
  if (end < text.size() && text[end] == ';') {
    entity = find_entity(text.substr(1, end - 1));
    size = end + 1;
  }
  // Names that may lack the ";" match as far as they go, but in an attribute only where no letter,
  // digit or "=" follows: "?a=1&copy=2" is no sign.
  for (std::size_t n = std::min(end - 1, longest_bare_name);
       entity == nullptr && n >= shortest_bare_name; --n) {
    entity = find_entity(text.substr(1, n));
    size = n + 1;
    if (entity != nullptr && !entity->bare) entity = nullptr;
    if (entity != nullptr && in_attribute && size < text.size() &&
        (text[size] == '=' || is_alphanumeric(text[size]))) {
      return 0;
    }
  }
  if (entity == nullptr) return 0;
  unicode::append(out, entity->first);
  if (entity->second != 0) unicode::append(out, entity->second);
  return size;
}

std::size_t reference(std::string_view text, bool in_attribute, std::string& out) {
  if (text.size() < 2) return 0;
  return text[1] == '#' ? numeric_reference(text, out) : named_reference(text, in_attribute, out);
}

constexpr bool has_references(Reading reading) noexcept {
  return reading == Reading::data || reading == Reading::rcdata || reading == Reading::attribute;
}
constexpr bool keeps_nul(Reading reading) noexcept {
  return reading == Reading::data || reading == Reading::cdata;
}

// The first byte of text from `from` on that may not stand for itself, or its end.
template <class Special>
std::size_t find_special(std::string_view text, std::size_t from, Special special) noexcept {
  constexpr std::size_t block = 32;  // tried at once, without a branch, so compilers vectorise it
  for (; text.size() - from >= block; from += block) {
    bool any = false;
    for (std::size_t i = 0; i < block; ++i) any |= special(text[from + i]);
    if (any) break;
  }
  while (from < text.size() && !special(text[from])) ++from;
  return from;
}

std::size_t find_special(std::string_view text, std::size_t from, Reading reading) noexcept {
  if (reading == Reading::name) {
    return find_special(text, from, [](char c) { return to_lower(c) != c || c == '\0'; });
  }
  const char ampersand = has_references(reading) ? '&' : '\r';
  const char nul = keeps_nul(reading) ? '\r' : '\0';
  return find_special(text, from,
                      [ampersand, nul](char c) { return c == '\r' || c == ampersand || c == nul; });
}

}  // namespace

std::string_view characters(std::string_view raw, Reading reading, std::string& scratch) {
  std::size_t next = find_special(raw, 0, reading);
  if (next == raw.size()) return raw;
  scratch.clear();
  std::size_t done = 0;
  for (; next < raw.size(); next = find_special(raw, done, reading)) {
    scratch.append(raw, done, next - done);
    const char c = raw[next];
    done = next + 1;
    if (c == '&' && has_references(reading)) {
      const bool in_attribute = reading == Reading::attribute;
      const std::size_t size = reference(raw.substr(next), in_attribute, scratch);
      if (size == 0) {
        scratch += c;
      } else {
        done = next + size;
      }
    } else if (c == '\r') {
      scratch += '\n';
      if (done < raw.size() && raw[done] == '\n') ++done;
    } else if (c == '\0' && !keeps_nul(reading)) {
      unicode::append(scratch, replacement);
    } else {
      scratch += reading == Reading::name ? to_lower(c) : c;
    }
  }
  scratch.append(raw, done, raw.size() - done);
  return scratch;
}

}  // namespace thanbai::html
