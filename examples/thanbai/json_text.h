// JSON written straight into a string. nlohmann's tree and dump take as long as the extraction;
// reading JSON is left to libraries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace thanbai::program {

/// Any bytes as a JSON string; what is no UTF-8 becomes U+FFFD.
void add_string(std::string_view text, std::string& out);
void add_string_or_null(std::string_view text, std::string& out);  // null if empty

/// In [-1e6, 1e6], to four decimals: all that a score can say.
void add_decimal(double value, std::string& out);

/// A comma if `out` ends in a value, then the name, which needs no escape, and a colon.
void add_name(std::string_view name, std::string& out);

void add_member(std::string_view name, std::string_view text, std::string& out);
void add_member(std::string_view name, std::uint64_t number, std::string& out);
void add_member_or_null(std::string_view name, std::string_view text, std::string& out);

}  // namespace thanbai::program
