// The charset an HTML page declares near its start.
#pragma once

#include <string>
#include <string_view>

namespace thanbai::html {

/// The label in the first 1024 bytes: of the XML declaration or of the first <meta charset> or
/// <meta http-equiv=content-type>, as section 13.2.3.2 of the HTML standard looks for it; empty if
/// there is none.
std::string declared_charset(std::string_view page);

}  // namespace thanbai::html
