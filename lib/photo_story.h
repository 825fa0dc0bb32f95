// Photo stories: where nearly all prose around a line is captions, the captions are the article.
#pragma once

#include "columns.h"

namespace thanbai {

/// Takes back the caption hits of a photo story's lines. Comes before the first scores.
void settle_captions(Columns& columns);

}  // namespace thanbai
