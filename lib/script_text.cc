#include "script_text.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "json_ld.h"
#include "page_limits.h"

namespace thanbai {
namespace {

constexpr std::size_t least_bytes = 400;  // of a string that may be an article

/// Where the string that begins at `begin`, behind its quotation mark, ends: at the next mark that
/// no backslash escapes; npos if it does not.
std::size_t end_of_string(std::string_view script, std::size_t begin) {
  for (std::size_t at = script.find('"', begin); at != script.npos; at = script.find('"', at + 1)) {
    std::size_t backslashes = 0;
    while (at - backslashes > begin && script[at - backslashes - 1] == '\\') ++backslashes;
    if (backslashes % 2 == 0) return at;
  }
  return script.npos;
}

bool holds_paragraphs(std::string_view written) {
  constexpr std::string_view ends[] = {"\\u003c/p\\u003e", "\\u003C/p\\u003E", "</p>", "<\\/p>"};
  return std::any_of(std::begin(ends), std::end(ends),
                     [&](std::string_view end) { return written.find(end) != written.npos; });
}

bool is_of_article(const Line& line) {
  const bool is_text = line.block == Block::paragraph || line.block == Block::heading ||
                       line.block == Block::list_item || line.block == Block::quote;
  return is_text && line.hints.find("caption") == line.hints.npos;
}

}  // namespace

std::string text_in_scripts(const std::vector<std::string_view>& scripts, const Limits& limits,
                            Truncated& truncated) {
  std::string_view longest;  // with its quotation marks
  for (const std::string_view script : scripts) {
    for (std::size_t at = script.find('"'); at != script.npos; at = script.find('"', at)) {
      const std::size_t end = end_of_string(script, at + 1);
      if (end == script.npos) break;
      const std::string_view written = script.substr(at, end + 1 - at);
      const bool is_longer = written.size() > std::max(longest.size(), least_bytes);
      if (is_longer && holds_paragraphs(written)) longest = written;
      at = end + 1;
    }
  }
  if (longest.empty()) return {};
  const std::string html = json_string(longest);
  HtmlOptions options;
  options.metadata = false;  // so that its own scripts are not looked into
  options.limits = limits;
  const Lines lines = read_html(html, options);
  truncated = truncated | lines.truncated;
  std::string text;
  for (const Line& line : lines.items) {
    if (!is_of_article(line)) continue;
    text.append(text.empty() ? "" : "\n").append(line.text);
  }
  return text;
}

}  // namespace thanbai
