// Title scores -> the line that is the title, and how all others stand to it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "columns.h"

namespace thanbai {

/// Whether a row may be the title: the page's first lines and those around the run's first.
bool may_be_title(std::size_t row, const Columns& columns) noexcept;

/// Fills the columns that say how a line stands to the title, from each row's title score
/// (thousandths of log-odds), of which only those of rows that may be the title count. Returns the
/// title's row, or no_row.
std::size_t observe_title(const std::vector<std::int32_t>& title_scores, Columns& columns);

}  // namespace thanbai
