// Comments look like an article's prose, and there may be more of them than of it; but markup names
// them.
#pragma once

#include <cstdint>
#include <vector>

#include "columns.h"

namespace thanbai {

/// Lowers the first scores (thousandths of log-odds) of lines in elements named as comments, if a
/// line elsewhere scores above zero: on a page of nothing but comments they may be the article.
void lower_comments(const Columns& columns, std::vector<std::int32_t>& first_scores);

}  // namespace thanbai
