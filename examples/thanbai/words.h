// What scores need to know of Unicode: words and titles. The program's only user of ICU.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace thanbai::program {

/// Runs of letters, numbers and underscores, as `\w+` finds them in Python; marks part words there,
/// as they do here. Any bytes.
std::uint32_t count_words(std::string_view text);
std::vector<std::string_view> words_of(std::string_view text);

/// Whether two titles are equal but for white space, case, normal form, and a site's name that one
/// of them has at its end (" - Example News", " | Example"), no longer than the title itself.
bool same_title(std::string_view a, std::string_view b);

/// Whether two names are equal but for white space, case and normal form.
bool same_name(std::string_view a, std::string_view b);

}  // namespace thanbai::program
