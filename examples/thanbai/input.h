// Input: the bytes of a file, and their Lines. The one place that knows input forms.
#pragma once

#include <map>
#include <string>

#include "thanbai/line.h"

namespace thanbai::program {

/// The form of the input. `automatic` will look at the bytes once there is more than one.
enum class From { automatic, text };
extern const std::map<std::string, From> from_names;

/// Reads all of a file, FIFO or device, or standard input if `path` is "-". On failure false, and
/// the reason in `problem`. A page of 4 GiB or more is a failure: spans could not count its bytes.
bool read_file(const std::string& path, std::string& bytes, std::string& problem);

/// The lines of a page; `utf8` must outlive them.
Lines read_lines(const Utf8& utf8, From from);

}  // namespace thanbai::program
