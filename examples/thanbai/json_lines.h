// JSON Lines: an object a line.
#pragma once

#include <memory>

#include "records.h"

namespace thanbai::program {

/// `stream` and `flags` must outlive it.
std::unique_ptr<RecordReader> read_json_lines(ByteStream& stream, const RecordFlags& flags);

}  // namespace thanbai::program
