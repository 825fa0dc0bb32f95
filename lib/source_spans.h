// Lines read from converted UTF-8 -> Lines that tell of the bytes it was made of.
#pragma once

#include "thanbai/line.h"

namespace thanbai {

/// Spans and sizes of `lines`, which were read from `utf8.text`, become those of the source; what
/// was replaced or cut by the conversion is added, and the converted text kept alive.
void refer_to_source(const Utf8& utf8, Lines& lines);

}  // namespace thanbai
