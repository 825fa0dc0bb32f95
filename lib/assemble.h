// Labelled lines -> the fields and paragraphs of a Document. Never changes a label.
#pragma once

#include <vector>

#include "thanbai/document.h"

namespace thanbai {

/// Fills title, lead, byline, source, date, published and paragraphs from document.lines, which are
/// labelled. `keep`: labels whose lines become paragraphs. New texts go to `document.storage`,
/// which then keeps alive what it did before, too.
void assemble(const std::vector<Label>& keep, bool day_first, Document& document);

}  // namespace thanbai
