// The lines of a file as an editor shows them, and the ledger's line in each.
#pragma once

#include <string_view>
#include <vector>

#include "thanbai/document.h"

namespace thanbai::program {

/// A line of the file and the longest ledger line that begins in it; null if the line is blank.
/// Longest, because a reader also breaks at marks that are no line ends to an editor (U+2028).
struct FileLine {
  std::string_view text;  // without its line end; views `utf8`
  const LabelledLine* labelled = nullptr;
};

/// The file's lines: what ends in \n, or in \r if the file has no \n at all; the empty line after
/// the last end does not count. As many as `wc -l` tells, and one more if the end is missing.
std::vector<FileLine> file_lines(const Utf8& utf8, const Document& document);

}  // namespace thanbai::program
