// Columns, trees and rule hits -> why each line got its score. Changes no label.
#pragma once

#include <vector>

#include "columns.h"
#include "rule_book.h"
#include "thanbai/document.h"
#include "trees.h"

namespace thanbai {

/// Appends to `evidence`, and fills the ranges of `lines`, one for each row: the rules that hit a
/// line, and the columns that added most to its score, the strongest first. `hits` are by row.
void add_evidence(const TreeParts& parts_of_score, const Columns& columns, const RuleBook& book,
                  const std::vector<Hit>& hits, LabelledLine* lines,
                  std::vector<Evidence>& evidence);

}  // namespace thanbai
