// Labels of charsets -> the converter to use; bytes without a label -> the likeliest charset.
#pragma once

#include <string>
#include <string_view>

namespace thanbai {

/// A charset under the name that users see and the name that ICU opens.
struct Charset {
  std::string name;       // preferred MIME name, such as "windows-1252"
  std::string converter;  // empty: there is no such charset
};

/// The charset that browsers mean by `label` (WHATWG Encoding, section 4.2), else the one ICU does.
/// Case, "-", "_", ":" and white space do not matter.
Charset charset_of(std::string_view label);

/// The name of the charset that a page gets which declares `label`: one that browsers have;
/// "replacement" if they refuse to read it, so that all of the page is one U+FFFD; empty if they
/// know no such label, be it one of ICU's such as UTF-7.
std::string web_charset_of(std::string_view label);

/// Size of the byte order mark that `bytes` begin with, 0 if there is none; its charset in `label`.
std::size_t byte_order_mark(std::string_view bytes, std::string_view& label) noexcept;

/// Label of the charset that `bytes` are likeliest in. Looks at the first 64 KiB, except that UTF-8
/// is looked for in all.
std::string detect_charset(std::string_view bytes);

}  // namespace thanbai
