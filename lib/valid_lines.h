// Lines of a caller's own may hold any bytes; the steps behind measure() read valid UTF-8.
#pragma once

#include "thanbai/line.h"

namespace thanbai {

/// Whether all of it is valid UTF-8, save perhaps article_body, which measure() looks at.
bool is_valid(const Metadata& metadata) noexcept;

/// Ill-formed UTF-8 in the texts of lines and metadata becomes U+FFFD and is counted in
/// replaced_bytes. What is repaired lives in `storage`, beside what that held. Linear.
void make_valid(Lines& lines);

}  // namespace thanbai
