// Text from anywhere in a page -> text as a line may hold it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace thanbai {

/// `text` as valid UTF-8 in NFC, control characters other than tab and line separators as spaces,
/// soft hyphens and U+FEFF left out, trimmed: a slice of `text` if nothing but the ends had to go,
/// else `out`. Adds the ill-formed bytes to `replaced`. Linear; ASCII without controls costs one
/// look.
std::string_view clean_text(std::string_view text, std::string& out, std::uint64_t& replaced);

/// Appends `text` with each run of ASCII white space as one space, none at its start if `out` is
/// empty or ends in one.
void append_collapsed(std::string_view text, std::string& out);

/// Whether `text` stands for itself in a line: no references, no controls, no two spaces in a row.
bool is_plain(std::string_view text) noexcept;

/// `text` without ASCII white space at its ends.
std::string_view trim_ascii(std::string_view text) noexcept;

}  // namespace thanbai
