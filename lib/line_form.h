// What a line of the article is by its form: its block, its size, its marks. Looks at no score and
// no place.
#pragma once

#include <cstddef>

#include "columns.h"
#include "thanbai/document.h"
#include "thanbai/line.h"

namespace thanbai {

/// Quote, heading or body: what is no heading by its block is one if it is short, ends like none
/// and stands above a line of more words, `words_below`.
Label label_by_form(const Line& line, const Columns& columns, std::size_t row, int words_below);

/// Whether a line marked up as a heading reads like one: short, no sentence.
bool is_heading(const Line& line, const Columns& columns, std::size_t row);

/// Whether it is prose: some pages mark up their lead so.
bool is_prose_in_heading(const Line& line, const Columns& columns, std::size_t row);

}  // namespace thanbai
