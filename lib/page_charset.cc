// The charset of an HTML page, in the order of the HTML standard (section 13.2.3.2).
#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>

#include "charset.h"
#include "html_charset.h"
#include "thanbai/line.h"
#include "unicode.h"

namespace thanbai {

Utf8 html_to_utf8(std::string_view bytes, std::string_view http_charset) {
  std::string_view mark;
  std::string label = web_charset_of(http_charset);
  if (byte_order_mark(bytes, mark) != 0) {
    label.clear();
  } else if (label.empty()) {
    label = web_charset_of(html::declared_charset(bytes));
    // In UTF-16 the declaration would not have been found.
    if (label == "UTF-16LE" || label == "UTF-16BE") label = "UTF-8";
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    const bool is_utf8 =
        unicode::any_is_valid(bytes) && !std::all_of(bytes.begin(), bytes.end(), is_ascii);
    if (is_utf8) label = "UTF-8";
  }
  if (Result<Utf8> out = to_utf8(bytes, label)) return *std::move(out);
  if (Result<Utf8> out = to_utf8(bytes, "UTF-8")) return *std::move(out);
  Utf8 out;  // ICU has no memory for a converter
  out.charset = "UTF-8";
  out.text = bytes.substr(0, std::numeric_limits<std::uint32_t>::max());
  out.input_bytes = static_cast<std::uint32_t>(out.text.size());
  out.is_truncated = out.text.size() < bytes.size();
  return out;
}

}  // namespace thanbai
