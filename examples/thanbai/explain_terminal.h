// Explained pages for a terminal, or for whatever reads plain text.
#pragma once

#include <string>

#include "explain_page.h"

namespace thanbai::program {

struct TerminalFormat {
  bool color = false;
  std::size_t columns = 0;  // that lines are cut to; 0 means they are not
  std::size_t reasons = 3;  // shown of a line
};

/// The page's fields, then two rows for each of its lines: label, score and text; reasons. Controls
/// in the page's text cannot move the cursor.
std::string as_terminal(const ExplainedPage& page, const TerminalFormat& format);

/// Shows text through $PAGER, or less, if it has more rows than the terminal; else prints it.
/// False if standard output failed.
bool show(const std::string& text, std::size_t terminal_rows);

}  // namespace thanbai::program
