// Labelled lines -> whether the page is an article at all, and how surely.
#pragma once

#include "columns.h"
#include "thanbai/document.h"
#include "zones.h"

namespace thanbai {

/// Fills verdict and confidence from document.lines and what the page says it is.
void judge(const Columns& columns, const Zones& zones, const Metadata& metadata,
           Document& document);

}  // namespace thanbai
