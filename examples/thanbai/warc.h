// WARC files: a header that tells the size of the block behind it, record after record.
#pragma once

#include <memory>

#include "records.h"

namespace thanbai::program {

/// Takes the records that hold pages: of `wet` those of type conversion, of `warc` responses and
/// resources too. `stream` and `flags` must outlive it.
std::unique_ptr<RecordReader> read_warc(From from, ByteStream& stream, const RecordFlags& flags);

}  // namespace thanbai::program
