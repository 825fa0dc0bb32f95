// Tokens of JSON that simdjson only skips: whether they are JSON, whatever their size, and strings
// that hold half a character.
#pragma once

#include <string>
#include <string_view>

namespace thanbai::program {

/// Whether a token is a number of any size and precision (RFC 8259, 6).
bool is_json_number(std::string_view token);

/// Whether every backslash in a string's token, quotes included or not, begins an escape.
bool has_json_escapes(std::string_view token);

/// A string's token, quotes included, as text. Escapes of lone surrogates, which JSON allows and
/// UTF-8 has no bytes for, become U+FFFD. False if it is no string.
bool unescape_json(std::string_view token, std::string& out);

}  // namespace thanbai::program
