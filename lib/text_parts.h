// Where to part a text that is too long to be one page.
#pragma once

#include <cstddef>

#include "thanbai/line.h"

namespace thanbai {

/// The end of the part that begins at row `begin`, of at most `most` lines (at least 4), and not
/// before `begin`; so many rows as there are if it is the last. Of the last quarter of those lines
/// the middle of the most short ones in a row: there one page's foot meets the next one's menu,
/// hardly ever two paragraphs.
std::size_t end_of_part(const Lines& lines, std::size_t begin, std::size_t most);

}  // namespace thanbai
