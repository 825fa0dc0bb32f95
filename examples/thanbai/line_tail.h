// What a line ends with, if its form tells what the line is: a credit in brackets or behind a
// colon, a number behind a dash.
#pragma once

#include <string>
#include <string_view>

namespace thanbai::program {

/// A folded pattern of the tails that are like that of the line with this mask, for a rule on
/// `line_end`; empty if the line has none.
std::string tail_pattern(std::string_view mask);

}  // namespace thanbai::program
