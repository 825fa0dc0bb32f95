// Labelled lines -> whether the page is an article at all, and how surely.
#pragma once

#include "columns.h"
#include "thanbai/document.h"
#include "zones.h"

namespace thanbai {

/// How much labelled lines and what the page says it is speak for an article, in log-odds; an HTML
/// page that says nothing is less likely one. `lines`: one for each row of `columns`.
double article_odds(const Columns& columns, const Zones& zones, const Metadata& metadata,
                    bool is_html, const LabelledLine* lines);

/// Fills verdict and confidence.
void set_verdict(double article_odds, Document& document);

}  // namespace thanbai
