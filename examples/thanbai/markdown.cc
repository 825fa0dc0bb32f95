#include "markdown.h"

#include <string_view>

namespace thanbai::program {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Where a line would begin a heading, list, quote or rule if left as it is: the place of the
/// character to escape, or npos.
std::size_t block_mark(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return first;
  if (std::string_view("#+-=>~").find(line[first]) != std::string_view::npos) return first;
  std::size_t end = first;
  while (end < line.size() && is_digit(line[end])) ++end;
  const bool numbered = end > first && end < line.size() && (line[end] == '.' || line[end] == ')');
  return numbered ? end : std::string_view::npos;
}

void append_line(std::string& out, std::string_view line) {
  const std::size_t mark = block_mark(line);
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i == mark || std::string_view("\\`*_[]<&|~").find(line[i]) != std::string_view::npos) {
      out += '\\';
    }
    out += line[i];
  }
}

void append_block(std::string& out, std::string_view prefix, std::string_view text) {
  if (!out.empty()) out += '\n';
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    out += prefix;
    append_line(out, text.substr(0, end));
    out += '\n';
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

std::string_view prefix_of(Label label) {
  switch (label) {
    case Label::heading: return "## ";
    case Label::quote: return "> ";
    default: return "";
  }
}

}  // namespace

std::string as_markdown(const Document& document, bool with_title) {
  std::string out;
  if (with_title && !document.title.empty()) append_block(out, "# ", document.title);
  for (const Paragraph& paragraph : document.paragraphs) {
    append_block(out, prefix_of(paragraph.label), paragraph.text);
  }
  return out;
}

}  // namespace thanbai::program
