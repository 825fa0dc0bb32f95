#include "json_token.h"

#include <nlohmann/json.hpp>

namespace thanbai::program {
namespace {

constexpr std::size_t escape_size = 6;  // "\u0041"

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdefABCDEF") == text.npos;
}

/// Whether "\uXXXX" stands at `at`, XXXX from `first`00 to `last`FF, in hexadecimal.
bool is_escape_of(std::string_view text, std::size_t at, int first, int last) {
  const std::string_view escape = text.substr(std::min(at, text.size()), escape_size);
  if (escape.size() < escape_size || escape.substr(0, 2) != "\\u") return false;
  const int high = std::stoi(std::string(escape.substr(2, 2)), nullptr, 16);
  return high >= first && high <= last;
}

}  // namespace

bool is_json_number(std::string_view token) {
  std::size_t at = !token.empty() && token[0] == '-' ? 1 : 0;
  const std::size_t whole = at;
  at = skip_digits(token, at);
  if (at == whole || (token[whole] == '0' && at > whole + 1)) return false;
  if (at < token.size() && token[at] == '.') {
    const std::size_t fraction = at + 1;
    at = skip_digits(token, fraction);
    if (at == fraction) return false;
  }
  if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
    ++at;
    if (at < token.size() && (token[at] == '+' || token[at] == '-')) ++at;
    const std::size_t exponent = at;
    at = skip_digits(token, exponent);
    if (at == exponent) return false;
  }
  return at == token.size();
}

bool has_json_escapes(std::string_view token) {
  for (std::size_t i = token.find('\\'); i != token.npos; i = token.find('\\', i)) {
    const std::string_view escape = token.substr(i, escape_size);
    const bool is_hexadecimal =
        escape.size() == escape_size && escape[1] == 'u' && is_hex(escape.substr(2));
    const bool is_short =
        escape.size() > 1 && std::string_view("\"\\/bfnrt").find(escape[1]) != escape.npos;
    if (!is_hexadecimal && !is_short) return false;
    i += is_hexadecimal ? escape_size : 2;
  }
  return true;
}

bool unescape_json(std::string_view token, std::string& out) {
  if (!has_json_escapes(token)) return false;
  std::string mended(token);
  for (std::size_t i = token.find('\\'); i != token.npos; i = token.find('\\', i)) {
    const bool first = is_escape_of(token, i, 0xD8, 0xDB);
    const bool second = is_escape_of(token, i, 0xDC, 0xDF);
    const bool pair = first && is_escape_of(token, i + escape_size, 0xDC, 0xDF);
    if (!pair && (first || second)) mended.replace(i, escape_size, "\\uFFFD");
    i += pair ? 2 * escape_size : token[i + 1] == 'u' ? escape_size : 2;
  }
  const auto json = nlohmann::json::parse(mended, nullptr, false);
  if (!json.is_string()) return false;
  out = json.get_ref<const std::string&>();
  return true;
}

}  // namespace thanbai::program
