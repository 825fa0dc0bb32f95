#include "output.h"

#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>

#include "file_lines.h"
#include "markdown.h"

namespace thanbai::program {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

/// Four decimals say all a score can and read better than a float's digits.
double rounded(float value) { return std::round(static_cast<double>(value) * 1e4) / 1e4; }

Json paragraphs_of(const Document& document) {
  Json out = Json::array();
  for (const Paragraph& paragraph : document.paragraphs) {
    out.push_back({{"label", to_string(paragraph.label)},
                   {"text", paragraph.text},
                   {"begin", paragraph.source.begin},
                   {"end", paragraph.source.end}});
  }
  return out;
}

Json links_of(const Document& document) {
  Json out = Json::array();
  for (const Link& link : document.links) {
    out.push_back({{"text", link.text},
                   {"href", link.href},
                   {"begin", link.source.begin},
                   {"end", link.source.end}});
  }
  return out;
}

std::string dump(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json entry_of(const LabelledLine& line, const Document& document) {
  Json evidence = Json::array();
  for (std::uint32_t i = line.evidence_begin; i < line.evidence_end; ++i) {
    const Evidence& reason = document.evidence[i];
    evidence.push_back({{"name", reason.name}, {"weight", rounded(reason.weight)}});
  }
  return {{"label", to_string(line.label)}, {"score", rounded(line.score)},
          {"text", line.line.text},         {"begin", line.line.source.begin},
          {"end", line.line.source.end},    {"evidence", std::move(evidence)}};
}

/// Adds `lines` to a JSON object's text, one entry at a time: a tree of a million would fill the
/// memory. When pretty, each entry is a line.
void append_ledger(std::string& object, const Document& document, bool pretty) {
  object.resize(object.find_last_not_of("}\n") + 1);
  object += pretty ? ",\n  \"lines\": [" : ",\"lines\":[";
  std::string_view between = pretty ? "\n    " : "";
  for (const LabelledLine& line : document.lines) {
    object += between;
    object += dump(entry_of(line, document));
    between = pretty ? ",\n    " : ",";
  }
  object += pretty ? "\n  ]\n}" : "]}";
}

Json json_of(const Format& format, const Document& document) {
  Json page = {{"verdict", to_string(document.verdict)},
               {"confidence", rounded(document.confidence)},
               {"title", or_null(document.title)},
               {"lead", or_null(document.lead)},
               {"byline", or_null(document.byline)},
               {"source", or_null(document.source)},
               {"date", or_null(document.date)},
               {"published", or_null(document.published)},
               {"language", or_null(document.language)},
               {"text", or_null(document.text())},
               {"paragraphs", paragraphs_of(document)},
               {"replaced_bytes", document.replaced_bytes},
               {"packs", document.packs},
               {"url", or_null(document.url)},
               {"site", or_null(document.site)},
               {"authors", document.authors},
               {"modified", or_null(document.modified)},
               {"image", or_null(document.image)},
               {"description", or_null(document.description)}};
  if (format.links) page["links"] = links_of(document);
  return page;
}

std::string as_json(const Format& format, std::string_view id, const Document& document) {
  Json page = {{"id", id}};
  page.update(json_of(format, document));
  std::string out = dump(page, format.pretty ? 2 : -1);
  if (format.ledger) append_ledger(out, document, format.pretty);
  out += '\n';
  return out;
}

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

std::string format_page(const Format& format, std::string_view id, const Utf8& utf8,
                        const Document& document) {
  switch (format.to) {
    case To::text: return as_text(format, document);
    case To::markdown: return as_markdown(document, format.title);
    case To::json:
    case To::jsonl: return as_json(format, id, document);
    case To::labels: return as_labels(utf8, document);
  }
  return {};
}

std::string article_json(const Format& format, const Document& document) {
  std::string out = dump(json_of(format, document));
  if (format.ledger) append_ledger(out, document, false);
  return out;
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
