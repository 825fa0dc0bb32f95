// A line's rule hits -> what the rules say of it. Looks at no score and at no neighbour.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "rule_book.h"
#include "thanbai/document.h"

namespace thanbai {

/// What the rules say of one line. `label` is nullopt if none hit.
struct RuleVerdict {
  std::optional<Label> label;
  bool is_certain = false;     // a rule of effect `is` or `ends` hit
  bool opens_block = false;    // one of effect `opens`
  bool ends_article = false;   // one of effect `ends`
  bool hints_caption = false;  // one of effect `hint` that says caption
};

/// The verdict for each row. Of several hits of a row the strongest effect decides (ends, is,
/// opens, hint), then the later pack, then the later rule.
std::vector<RuleVerdict> label_by_rules(const std::vector<Hit>& hits, const RuleBook& book,
                                        std::size_t rows);

}  // namespace thanbai
