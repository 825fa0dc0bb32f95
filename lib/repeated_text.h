// Some pages hold the whole article once more: in a single line, for readers' devices or for
// sharing, or line by line, a copy for wide screens and one for narrow ones.
#pragma once

#include <cstdint>
#include <vector>

#include "columns.h"
#include "line_features.h"

namespace thanbai {

/// Scores of lines that say once more what the other kept lines say together, and of the second of
/// two copies of the article's lines, fall below `threshold`. `scores`: thousandths of log-odds, as
/// Trees::score gives them; kept from `threshold` on. Linear.
void drop_repeated_text(const Words& words, const Columns& columns, std::int32_t threshold,
                        std::vector<std::int32_t>& scores);

}  // namespace thanbai
