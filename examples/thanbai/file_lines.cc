#include "file_lines.h"

#include <algorithm>

namespace thanbai::program {

std::vector<FileLine> file_lines(const Utf8& utf8, const Document& document) {
  const std::string_view text = utf8.text;
  const char line_end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
  std::vector<FileLine> lines;
  auto next = document.lines.begin();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(line_end, begin), text.size());
    const bool last = end == text.size();
    FileLine line{text.substr(begin, end - begin), nullptr};
    if (!line.text.empty() && line.text.back() == '\r') line.text.remove_suffix(1);
    const auto length = [](const LabelledLine& l) { return l.line.text.size(); };
    for (; next != document.lines.end() &&
           (last || next->line.source.begin < utf8.source_offset(end));
         ++next) {
      if (line.labelled == nullptr || length(*next) > length(*line.labelled)) {
        line.labelled = &*next;
      }
    }
    lines.push_back(line);
    begin = end + 1;
  }
  return lines;
}

}  // namespace thanbai::program
