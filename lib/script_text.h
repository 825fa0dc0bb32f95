// Pages that a browser's script builds may hold the article only as HTML inside a string of a
// script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "thanbai/line.h"

namespace thanbai {

/// The paragraphs, headings, items and quotations of the longest string that holds paragraphs,
/// captions left out, a line each; empty if no string of 400 bytes does. A string is what stands
/// between two quotation marks, read as JSON writes it. Adds to `truncated` the limits it met.
/// Total and linear.
std::string text_in_scripts(const std::vector<std::string_view>& scripts, const Limits& limits,
                            Truncated& truncated);

}  // namespace thanbai
