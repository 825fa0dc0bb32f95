// Limits as the steps ask for them: cutting an input, a line, and Lines that came from elsewhere.
#pragma once

#include <cstddef>
#include <string_view>

#include "thanbai/line.h"

namespace thanbai {

/// Bytes that a line may have.
std::size_t line_bytes_of(const Limits& limits) noexcept;

/// What either met.
Truncated operator|(Truncated a, Truncated b) noexcept;

/// `utf8` without what is beyond the limit and without the character that it would cut.
std::string_view keep_to(const Limits& limits, std::string_view utf8, Truncated& truncated);

/// Where to cut a line of any bytes, so that its first part has at most as many as a line may have:
/// behind a space in its last quarter, else between two characters. The line's size if it need not
/// be cut.
std::size_t cut_of(const Limits& limits, std::string_view line);

/// Leaves out what is beyond `lines` and `links`.
void keep_to(const Limits& limits, Lines& lines);

}  // namespace thanbai
