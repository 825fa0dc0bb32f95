// Labelled lines and what the page declares -> the fields and paragraphs of a Document. Never
// changes a label.
#pragma once

#include <vector>

#include "headline.h"
#include "thanbai/document.h"

namespace thanbai {

/// Fills the fields, paragraphs and links of `document`, whose lines are labelled and judged.
/// `keep`: labels whose lines become paragraphs. `lines`: what was read, its items aside. What the
/// page shows wins over what it declares, unless it is less plausible; the verdict changes only
/// where the page shows no article and declares one whole. New texts go to
/// `document.storage`, which then keeps alive what it did before, too.
void assemble(const std::vector<Label>& keep, bool day_first, const Lines& lines,
              const Headline& headline, Document& document);

}  // namespace thanbai
