// ASCII letters in lower case, whatever the locale; other bytes stay.
#pragma once

#include <string>
#include <string_view>

namespace thanbai {

constexpr char to_lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

inline std::string to_lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = to_lower(c);
  return result;
}

}  // namespace thanbai
