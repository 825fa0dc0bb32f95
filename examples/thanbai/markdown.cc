#include "markdown.h"

#include <string_view>
#include <vector>

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

void append_escaped(std::string& out, std::string_view text, std::size_t mark) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == mark || std::string_view("\\`*_[]<&|~").find(text[i]) != std::string_view::npos) {
      out += '\\';
    }
    out += text[i];
  }
}

/// A link's destination between "<" and ">", which may hold anything but these and line ends.
void append_destination(std::string& out, std::string_view href) {
  out += "](<";
  for (const char c : href) {
    if (c == '<') out += "%3C";
    if (c == '>') out += "%3E";
    if (c == '\\') out += '\\';
    if (c != '<' && c != '>' && c != '\n' && c != '\r') out += c;
  }
  out += ">)";
}

using Links = std::vector<Link>;

/// One line of text; of the links from `link` on, those whose text stands in it.
void append_line(std::string& out, std::string_view line, Links::const_iterator& link,
                 Links::const_iterator links_end) {
  std::size_t mark = block_mark(line);
  for (; link != links_end && !link->href.empty(); ++link) {
    const std::size_t at = line.find(link->text);
    if (at == std::string_view::npos) break;
    append_escaped(out, line.substr(0, at), mark);
    if (mark != std::string_view::npos) mark = mark < at ? std::string_view::npos : mark - at;
    out += '[';
    append_escaped(out, link->text, mark);
    append_destination(out, link->href);
    line.remove_prefix(at + link->text.size());
    mark = std::string_view::npos;
  }
  append_escaped(out, line, mark);
}

/// What stands before a paragraph's text, and whether it goes on from the one before.
struct Shape {
  std::string prefix;
  Block block = Block::plain;
};

Shape shape_of(const Paragraph& paragraph, const Document& document) {
  Shape shape;
  std::uint8_t level = 0;
  if (paragraph.lines_begin < paragraph.lines_end) {
    const Line& line = document.lines[paragraph.lines_begin].line;
    shape.block = line.block;
    level = line.level;
  }
  if (paragraph.label == Label::heading) {
    const bool known = shape.block == Block::heading && level >= 2;
    shape.prefix = std::string(known ? level : 2, '#') + ' ';  // one # is the title's
    shape.block = Block::heading;
  } else if (paragraph.label == Label::quote || shape.block == Block::quote) {
    shape.prefix = "> ";
    shape.block = Block::quote;
  } else if (shape.block == Block::list_item) {
    shape.prefix = std::string(level > 1 ? 2U * (level - 1U) : 0U, ' ') + "- ";
  }
  return shape;
}

/// List items stand together; rows of a table are lines of one paragraph.
void append_gap(std::string& out, Block before, Block now) {
  if (out.empty()) return;
  if (before == now && now == Block::cell) out.insert(out.size() - 1, "\\");
  if (before == now && (now == Block::cell || now == Block::list_item)) return;
  if (before == now && now == Block::quote) out += '>';  // one quote of several paragraphs
  out += '\n';
}

void append_lines(std::string& out, const std::string& prefix, std::string_view text,
                  Links::const_iterator link, Links::const_iterator links_end) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    out += prefix;
    append_line(out, text.substr(0, end), link, links_end);
    out += '\n';
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

}  // namespace

std::string as_markdown(const Document& document, bool with_title) {
  std::string out;
  const auto none = document.links.end();
  if (with_title) append_lines(out, "# ", document.title, none, none);
  Block before = Block::plain;
  auto link = document.links.begin();
  for (const Paragraph& paragraph : document.paragraphs) {
    const Shape shape = shape_of(paragraph, document);
    append_gap(out, before, shape.block);
    auto end = link;
    while (end != none && end->row < paragraph.lines_end) ++end;
    append_lines(out, shape.prefix, paragraph.text, link, end);
    link = end;
    before = shape.block;
  }
  return out;
}

}  // namespace thanbai::program
