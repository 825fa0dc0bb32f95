// Labelled lines -> whether the page is an article at all, and how surely.
#pragma once

#include "columns.h"
#include "thanbai/document.h"
#include "zones.h"

namespace thanbai {

/// Fills verdict and confidence from document.lines.
void judge(const Columns& columns, const Zones& zones, Document& document);

}  // namespace thanbai
