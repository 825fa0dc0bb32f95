// Labelled lines and what the page declares -> the page's title.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "headline.h"
#include "thanbai/document.h"

namespace thanbai {

/// The title as the page shows it: in the row labelled title (`row`; lines.size() if there is none)
/// or in a heading of level 1 more like what the page declares; without a kicker before it and
/// without the site's name. What is declared if neither is plausible. A view of a line, of
/// `headline`, or of `joined`, which takes a heading of several lines.
std::string_view page_title(const std::vector<LabelledLine>& lines, std::size_t row,
                            const Headline& headline, std::string& joined);

}  // namespace thanbai
