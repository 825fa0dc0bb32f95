// Where one text ends and another begins: of the pairs of words that stand above such a place, few
// come again below it.
#pragma once

#include <cstdint>
#include <vector>

#include "columns.h"
#include "line_features.h"

namespace thanbai {

/// Fills the observations `bridge_…`, `…_since_gap` and `datelines_in_prose` from the first scores
/// (thousandths of log-odds) and the words of lines of prose that score well; those of HTML, whose
/// containers tell texts apart, stay 0. Linear.
void observe_topic_gaps(const std::vector<std::int32_t>& first_scores, const Words& words,
                        Columns& columns);

}  // namespace thanbai
