// Any bytes as text: what is between lines is blank, and text that was cleaned holds, cleaned
// again, nothing that it did not hold.
#include "laws.h"
#include "unicode.h"

using namespace thanbai;
using fuzz::require;

namespace {

void check_blank(std::string_view gap) {
  for (const char *p = gap.data(), *end = p + gap.size(); p != end;) {
    const char32_t c = unicode::any_next(p, end);
    require((unicode::classes(c) & (unicode::space | unicode::control)) != 0,
            "what is in no line is blank");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Lines lines = read_text(bytes);
  fuzz::check_lines(lines, size);
  std::uint32_t at = 0;
  for (const Line& line : lines.items) {
    require(line.source.begin < line.source.end, "a line of text has bytes");
    check_blank(bytes.substr(at, line.source.begin - at));
    at = line.source.end;
  }
  check_blank(bytes.substr(at));

  const Document page = fuzz::check_extract(lines);
  require(dump(fuzz::extractor().extract(bytes)) == dump(page), "text and its lines give the same");
  const std::string clean = page.text();
  const Document again = fuzz::extractor().extract(clean);
  require(again.replaced_bytes == 0, "clean text needs no repair");
  for (const LabelledLine& line : again.lines) {
    require(clean.find(line.line.text) != clean.npos, "cleaning clean text adds nothing");
  }
  return 0;
}
