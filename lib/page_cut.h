// Where the scores of a page part in two: on a page that looks unlike others all are lower or
// higher.
#pragma once

#include <cstdint>
#include <vector>

#include "columns.h"

namespace thanbai {

/// Thousandths of log-odds, as the scores it is made of.
struct PageCut {
  std::int32_t at = 0;    // lines of the article score above it
  std::int32_t good = 0;  // the mean of those above
};

/// Where the scores of lines of prose part best in two classes, by words (Otsu's method).
PageCut cut_of(const std::vector<std::int32_t>& scores, const Columns& columns);

/// Raises the final scores (thousandths of log-odds) of a page on which the article's lines score
/// low, too: zero moves to where its prose parts in two, at most one unit of log-odds.
void settle_scores(const Columns& columns, std::vector<std::int32_t>& scores);

}  // namespace thanbai
