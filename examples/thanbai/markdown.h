// A Document as CommonMark: headings by level, lists, quotes and links as such, rows of a table as
// lines, all else as paragraphs.
#pragma once

#include <string>

#include "thanbai/document.h"

namespace thanbai::program {

/// The page in Markdown, with a final line end; whatever the text holds is shown as it stands.
/// Links are those of `document`.
std::string as_markdown(const Document& document, bool with_title);

}  // namespace thanbai::program
