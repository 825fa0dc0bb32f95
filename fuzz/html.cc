// Any bytes as HTML, with links and metadata and without, from bytes and by way of html_to_utf8.
#include "laws.h"

using namespace thanbai;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  HtmlOptions options;
  options.links = true;
  const Lines lines = read_html(bytes, options);
  fuzz::check_lines(lines, size);
  (void)fuzz::check_extract(lines);

  options.links = options.metadata = false;
  const Lines plain = read_html(bytes, options);
  require(plain.items.size() == lines.items.size(), "options change no line");
  for (std::size_t i = 0; i < plain.items.size(); ++i) {
    require(plain.items[i].text == lines.items[i].text, "options change no line");
    require(plain.items[i].hints == lines.items[i].hints, "options change no line");
  }

  const Utf8 utf8 = html_to_utf8(bytes);
  fuzz::check_lines(read_html(utf8), size);
  return 0;
}
