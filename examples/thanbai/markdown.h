// A Document as CommonMark: headings and quotes as such, all else as paragraphs.
#pragma once

#include <string>

#include "thanbai/document.h"

namespace thanbai::program {

/// The page in Markdown, with a final line end; whatever the text holds is shown as it stands.
std::string as_markdown(const Document& document, bool with_title);

}  // namespace thanbai::program
