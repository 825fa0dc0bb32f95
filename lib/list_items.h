// Numbered items -> lists: "1. …", "2) …" with anything between them belong together, and the lines
// between them belong to the list.
#pragma once

#include "columns.h"
#include "thanbai/line.h"

namespace thanbai {

/// Fills the columns list_size and list_place.
void find_lists(const Lines& lines, Columns& columns);

}  // namespace thanbai
