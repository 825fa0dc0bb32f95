// What stands together in an HTML page: paragraphs of an article are mostly children of one
// element, teasers and boxes of others.
#pragma once

#include <cstdint>
#include <vector>

#include "columns.h"
#include "container_tree.h"
#include "thanbai/line.h"

namespace thanbai {

/// Fills the columns group_… and outer_… of features.
void measure_containers(const Lines& lines, const AlikeLines& alike, Columns& columns);

/// Fills the observations about containers from the first scores (thousandths of log-odds).
void observe_containers(const std::vector<std::int32_t>& first_scores, const Lines& lines,
                        const AlikeLines& alike, Columns& columns);

}  // namespace thanbai
