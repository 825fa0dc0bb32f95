// Any bytes in any charset: the first byte says which, or that it is to be found out.
#include <algorithm>
#include <array>

#include "laws.h"
#include "unicode.h"

using namespace thanbai;
using fuzz::require;

namespace {

constexpr std::array<std::string_view, 24> labels = {
    "",           "utf-8",        "utf-16le", "utf-16be",    "utf-32",      "windows-1258",
    "latin1",     "windows-1251", "koi8-r",   "iso-8859-15", "macintosh",   "gb18030",
    "big5",       "shift_jis",    "euc-jp",   "euc-kr",      "iso-2022-jp", "utf-7",
    "hz-gb-2312", "scsu",         "bocu-1",   "ibm-037",     "iso-2022-cn", "imap-mailbox-name"};

void check_offsets(const Utf8& utf8) {
  const std::size_t size = utf8.text.size();
  require(utf8.source_offset(size) == utf8.input_bytes, "the end came from the end");
  const std::size_t step = std::max<std::size_t>(size / 512, 1);
  std::uint32_t before = 0;
  for (std::size_t at = 0; at < size; at += step) {
    const std::uint32_t offset = utf8.source_offset(at);
    require(offset >= before && offset <= utf8.input_bytes, "offsets ascend, inside the input");
    before = offset;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string_view label = labels[*data % labels.size()];
  const auto utf8 = to_utf8(bytes, label);
  if (!utf8) {
    require(utf8.error().code == ErrorCode::unknown_charset, "the only error of to_utf8");
    return 0;
  }
  require(utf8->input_bytes == bytes.size(), "input_bytes is the size of the input");
  require(utf8->replaced_bytes <= bytes.size(), "no more bytes replaced than there are");
  require(!utf8->charset.empty(), "the charset has a name");
  if (utf8->converted) require(unicode::any_is_valid(utf8->text), "what is converted is valid");
  check_offsets(*utf8);
  const auto again = to_utf8(bytes, label);
  require(again && again->text == utf8->text && again->charset == utf8->charset, "the same twice");
  const Lines lines = read_text(*utf8);
  fuzz::check_lines(lines, bytes.size());
  const Utf8 html = html_to_utf8(bytes, label);
  check_offsets(html);
  fuzz::check_lines(read_html(html), bytes.size());
  return 0;
}
