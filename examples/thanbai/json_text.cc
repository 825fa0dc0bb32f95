#include "json_text.h"

#include <simdjson.h>

#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

namespace thanbai::program {
namespace {

constexpr std::uint64_t each_byte = 0x0101010101010101;
constexpr std::uint64_t each_high_bit = 0x80 * each_byte;

/// Not zero if one of the word's bytes is below `limit`, which is at most 128.
constexpr std::uint64_t has_below(std::uint64_t word, std::uint64_t limit) {
  return (word - limit * each_byte) & ~word & each_high_bit;
}

bool needs_escape(char c) { return static_cast<unsigned char>(c) < ' ' || c == '"' || c == '\\'; }

bool needs_escape(std::uint64_t word) {
  return (has_below(word, ' ') | has_below(word ^ (each_byte * '"'), 1) |
          has_below(word ^ (each_byte * '\\'), 1)) != 0;
}

/// The first byte from `begin` on that cannot stand in a JSON string as it is.
std::size_t find_escape(std::string_view text, std::size_t begin) {
  std::uint64_t word = 0;
  for (; begin + sizeof word <= text.size(); begin += sizeof word) {
    std::memcpy(&word, text.data() + begin, sizeof word);
    if (needs_escape(word)) break;
  }
  while (begin < text.size() && !needs_escape(text[begin])) ++begin;
  return begin;
}

void add_escape(char c, std::string& out) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr std::string_view named = "\"\\\b\f\n\r\t";
  constexpr std::string_view names = "\"\\bfnrt";
  const std::size_t name = named.find(c);
  out += '\\';
  if (name != std::string_view::npos) {
    out += names[name];
  } else {
    out += "u00";
    out += digits[static_cast<unsigned char>(c) >> 4];
    out += digits[static_cast<unsigned char>(c) & 15];
  }
}

}  // namespace

void add_string(std::string_view text, std::string& out) {
  if (!simdjson::validate_utf8(text)) {
    out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return;
  }
  out += '"';
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = find_escape(text, begin);
    out += text.substr(begin, end - begin);
    if (end < text.size()) add_escape(text[end], out);
    begin = end + 1;
  }
  out += '"';
}

void add_string_or_null(std::string_view text, std::string& out) {
  if (text.empty()) {
    out += "null";
  } else {
    add_string(text, out);
  }
}

void add_decimal(double value, std::string& out) {
  const auto parts = static_cast<std::int64_t>(std::llround(std::abs(value) * 1e4));
  if (value < 0 && parts != 0) out += '-';
  out += std::to_string(parts / 10000);
  std::string decimals = std::to_string(10000 + parts % 10000);
  decimals[0] = '.';
  while (decimals.size() > 2 && decimals.back() == '0') decimals.pop_back();
  out += decimals;
}

void add_name(std::string_view name, std::string& out) {
  if (!out.empty() && out.back() != '{' && out.back() != '[' && out.back() != ',') out += ',';
  out += '"';
  out += name;
  out += "\":";
}

void add_member(std::string_view name, std::string_view text, std::string& out) {
  add_name(name, out);
  add_string(text, out);
}

void add_member(std::string_view name, std::uint64_t number, std::string& out) {
  add_name(name, out);
  out += std::to_string(number);
}

void add_member_or_null(std::string_view name, std::string_view text, std::string& out) {
  add_name(name, out);
  add_string_or_null(text, out);
}

}  // namespace thanbai::program
