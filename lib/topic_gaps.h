// Where one text ends and another begins: of the pairs of words that stand in several lines, few
// stand both above and below such a place.
#pragma once

#include <cstdint>
#include <vector>

#include "columns.h"
#include "line_features.h"

namespace thanbai {

/// Fills the observations `cohesion_…`, `…_since_gap` and `datelines_in_prose` from the first
/// scores (thousandths of log-odds) and the words of lines of prose that score well. The cohesion
/// of a place between two such lines is the number of pairs that stand on both sides, per mille of
/// those that would if all lines were shuffled. That words tell where a topic ends is M. Hearst's
/// TextTiling (1997). Linear.
void observe_topic_gaps(const std::vector<std::int32_t>& first_scores, const Words& words,
                        Columns& columns);

}  // namespace thanbai
