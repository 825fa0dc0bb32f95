// Columns, trees and rule hits -> why each line got its score. Changes no label.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "columns.h"
#include "rule_book.h"
#include "thanbai/document.h"
#include "trees.h"

namespace thanbai {

/// The reason of a line that is kept or dropped against its score, and by no rule.
inline constexpr std::string_view by_place = "by_place";

/// Appends to `evidence`, and fills the ranges of `lines`, one for each row: what decided against
/// its score, the rules that hit a line, and the columns that added most to its score, the
/// strongest first. `hits` are by row; a line is kept by its score if that is not below
/// `threshold`.
void add_evidence(const TreeParts& parts_of_score, const Columns& columns, const RuleBook& book,
                  const std::vector<Hit>& hits, const std::vector<std::int32_t>& scores,
                  std::int32_t threshold, LabelledLine* lines, std::vector<Evidence>& evidence);

}  // namespace thanbai
