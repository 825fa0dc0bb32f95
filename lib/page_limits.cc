#include "page_limits.h"

#include <algorithm>

namespace thanbai {
namespace {

bool continues(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The last place at or before `at` where a character begins; `at` itself if none is near.
std::size_t character_begin(std::string_view text, std::size_t at) noexcept {
  std::size_t begin = at;
  while (begin != 0 && at - begin < 4 && continues(text[begin])) --begin;
  return continues(text[begin]) || begin == 0 ? at : begin;
}

}  // namespace

std::string to_string(Truncated truncated) {
  std::string out;
  const auto add = [&out](bool is_met, const char* name) {
    if (is_met) out.append(out.empty() ? "" : ", ").append(name);
  };
  add(truncated.input_bytes, "input_bytes");
  add(truncated.lines, "lines");
  add(truncated.line_bytes, "line_bytes");
  add(truncated.nesting, "nesting");
  add(truncated.links, "links");
  return out;
}

std::size_t line_bytes_of(const Limits& limits) noexcept {
  constexpr std::size_t least = 64;
  return std::max<std::size_t>(limits.line_bytes, least);
}

Truncated operator|(Truncated a, Truncated b) noexcept {
  return {a.input_bytes || b.input_bytes, a.lines || b.lines, a.line_bytes || b.line_bytes,
          a.nesting || b.nesting, a.links || b.links};
}

std::string_view keep_to(const Limits& limits, std::string_view utf8, Truncated& truncated) {
  if (utf8.size() <= limits.input_bytes) return utf8;
  truncated.input_bytes = true;
  const std::size_t size = limits.input_bytes;
  return utf8.substr(0, size == 0 ? 0 : character_begin(utf8, size));
}

std::size_t cut_of(const Limits& limits, std::string_view line) {
  const std::size_t most = line_bytes_of(limits);
  if (line.size() <= most) return line.size();
  const std::size_t space = line.substr(0, most).find_last_of(" \t");
  if (space != line.npos && space >= most - most / 4) return space + 1;
  return character_begin(line, most);
}

void keep_to(const Limits& limits, Lines& lines) {
  if (lines.items.size() > limits.lines) {
    lines.items.resize(limits.lines);
    lines.truncated.lines = true;
    const auto is_gone = [&](const Link& link) { return link.row >= limits.lines; };
    lines.links.erase(std::remove_if(lines.links.begin(), lines.links.end(), is_gone),
                      lines.links.end());
  }
  if (lines.links.size() > limits.links) {
    lines.links.resize(limits.links);
    lines.truncated.links = true;
  }
}

}  // namespace thanbai
