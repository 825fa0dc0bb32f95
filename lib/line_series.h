// Lines in a row that begin alike: the dates of a tour, a timetable, the speakers of an interview,
// the items of a menu. They belong to the article as one, or not at all.
#pragma once

#include <cstdint>
#include <vector>

#include "columns.h"
#include "thanbai/line.h"

namespace thanbai {

/// Fills the columns series_size and series_place. Linear.
void find_series(const Lines& lines, Columns& columns);

/// Fills the observations of series from the first scores (thousandths of log-odds).
void observe_series(const std::vector<std::int32_t>& first_scores, Columns& columns);

}  // namespace thanbai
