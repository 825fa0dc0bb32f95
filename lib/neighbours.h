// What stands right around each line: single neighbours, and means and counts over windows.
#pragma once

#include <cstdint>
#include <vector>

#include "columns.h"

namespace thanbai {

/// Fills the observations named _before, _after and _of_5 and wider. Needs the features, the rules'
/// hits, the first scores (thousandths of log-odds) and, of the observations, first_score.
void observe_neighbours(const std::vector<std::int32_t>& first_scores, Columns& columns);

}  // namespace thanbai
