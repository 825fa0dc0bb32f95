#include "output.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "file_lines.h"
#include "markdown.h"
#include "page_json.h"

namespace thanbai::program {
namespace {

std::string as_text(const Format& format, const Document& document) {
  std::string out(format.title ? document.title : std::string_view());
  const std::string text = document.text();
  if (!out.empty() && !text.empty()) out += "\n\n";
  out += text;
  if (!out.empty()) out += '\n';
  return out;
}

std::string as_labels(const Utf8& utf8, const Document& document) {
  std::string out;
  for (const FileLine& line : file_lines(utf8, document)) {
    out += line.labelled == nullptr ? "blank" : to_string(line.labelled->label);
    out += '\n';
  }
  return out;
}

}  // namespace

const std::map<std::string, To> to_names = {{"text", To::text},
                                            {"markdown", To::markdown},
                                            {"json", To::json},
                                            {"jsonl", To::jsonl},
                                            {"labels", To::labels}};

const std::map<std::string, Verdict> verdict_names = {{"article", Verdict::article},
                                                      {"no_article", Verdict::no_article},
                                                      {"uncertain", Verdict::uncertain}};

std::string format_page(const Format& format, std::string_view id, const Utf8& utf8,
                        const Document& document) {
  const bool wanted = format.verdicts.empty() ||
                      std::find(format.verdicts.begin(), format.verdicts.end(), document.verdict) !=
                          format.verdicts.end();
  switch (format.to) {
    case To::text: return wanted ? as_text(format, document) : "";
    case To::markdown: return wanted ? as_markdown(document, format.title) : "";
    case To::json:
    case To::jsonl: return as_json(format, id, document);
    case To::labels: return as_labels(utf8, document);
  }
  return {};
}

Written write_out(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && errno == EPIPE) return Written::reader_left;
    if (n < 0) {
      complain("standard output", std::strerror(errno));
      return Written::failed;
    }
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return Written::all;
}

void complain(std::string_view name, std::string_view problem) {
  std::string line = "thanbai: " + std::string(name) + ": " + std::string(problem);
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') c = '?';
  }
  std::fprintf(stderr, "%s\n", line.c_str());
}

}  // namespace thanbai::program
