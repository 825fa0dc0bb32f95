// Final scores and rules' verdicts -> the label of every line, by where it stands: before the
// article, in it, in a hole of it, after it. The only step that names labels from their place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "columns.h"
#include "context.h"
#include "label.h"
#include "thanbai/document.h"
#include "thanbai/line.h"

namespace thanbai {

/// The labels of a page's lines, one a row, and what was found on the way.
struct Zones {
  std::vector<Label> labels;
  std::size_t title = no_row;  // row of the title
  std::size_t first = no_row;  // first and last kept row, title aside; no_row if nothing is kept
  std::size_t last = no_row;
};

/// `scores`: thousandths of log-odds of being kept, as Trees::score gives them; kept from
/// `threshold` on. Those of lines that are kept for their neighbours' sake are raised. `title`: the
/// row most like a title, or no_row.
Zones name_zones(const Lines& lines, const Columns& columns, std::vector<std::int32_t>& scores,
                 std::int32_t threshold, std::size_t title, const std::vector<RuleVerdict>& rules);

}  // namespace thanbai
