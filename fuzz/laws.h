// What must hold for any bytes, as checks that end the process with a message. The fuzz targets
// share them; a target is one function that libFuzzer, or replay.cc, calls with bytes.
#pragma once

#include <string>
#include <string_view>

#include "dump.h"
#include "thanbai/extractor.h"

namespace thanbai::fuzz {

/// Ends the process if `holds` is false.
void require(bool holds, const char* law);

/// The Extractor that all checks use: the defaults, with evidence.
const Extractor& extractor();

/// Valid UTF-8 in NFC.
void check_clean(std::string_view text, const char* law);

/// Spans ascending and inside a buffer of `size` bytes; texts clean and trimmed; links in order.
void check_lines(const Lines& lines, std::size_t size);

/// The Document of `lines`, checked: nothing unaccounted for, numbers in their bounds, clean
/// fields, the same twice, from lines of the caller's own and, for one input in 16, from two
/// threads.
Document check_extract(const Lines& lines);

}  // namespace thanbai::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size);
