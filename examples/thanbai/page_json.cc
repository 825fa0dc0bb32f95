#include "page_json.h"

#include <nlohmann/json.hpp>

#include "json_text.h"

namespace thanbai::program {
namespace {

void add_span(Span span, std::string& out) {
  add_member("begin", std::uint64_t{span.begin}, out);
  add_member("end", std::uint64_t{span.end}, out);
}

/// An array of what `add` adds for each item.
template <class Items, class Add>
void add_array(std::string_view name, const Items& items, std::string& out, const Add& add) {
  add_name(name, out);
  out += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += ',';
    first = false;
    add(item);
  }
  out += ']';
}

void add_strings(std::string_view name, const std::vector<std::string_view>& strings,
                 std::string& out) {
  add_array(name, strings, out, [&](std::string_view text) { add_string(text, out); });
}

void add_entry(const LabelledLine& line, const Document& document, std::string& out) {
  out += '{';
  add_member("label", to_string(line.label), out);
  add_name("score", out);
  add_decimal(static_cast<double>(line.score), out);
  add_member("text", line.line.text, out);
  add_span(line.line.source, out);
  add_name("evidence", out);
  out += '[';
  for (std::uint32_t i = line.evidence_begin; i < line.evidence_end; ++i) {
    const Evidence& reason = document.evidence[i];
    out += i == line.evidence_begin ? "{" : ",{";
    add_member("name", reason.name, out);
    add_name("weight", out);
    add_decimal(static_cast<double>(reason.weight), out);
    out += '}';
  }
  out += "]}";
}

/// Adds `lines` to an object's text that is still open. When pretty, each entry is a line.
void add_ledger(const Document& document, bool pretty, std::string& out) {
  out += pretty ? ",\n  \"lines\": [" : ",\"lines\":[";
  std::string_view between = pretty ? "\n    " : "";
  for (const LabelledLine& line : document.lines) {
    out += between;
    add_entry(line, document, out);
    between = pretty ? ",\n    " : ",";
  }
  out += pretty ? "\n  ]" : "]";
}

}  // namespace

void add_article(const Format& format, const Document& document, std::string& out) {
  add_member("verdict", to_string(document.verdict), out);
  add_name("confidence", out);
  add_decimal(static_cast<double>(document.confidence), out);
  add_member_or_null("title", document.title, out);
  add_member_or_null("lead", document.lead, out);
  add_member_or_null("byline", document.byline, out);
  add_member_or_null("source", document.source, out);
  add_member_or_null("date", document.date, out);
  add_member_or_null("published", document.published, out);
  add_member_or_null("language", document.language, out);
  add_member_or_null("text", document.text(), out);
  add_array("paragraphs", document.paragraphs, out, [&](const Paragraph& paragraph) {
    out += '{';
    add_member("label", to_string(paragraph.label), out);
    add_member("text", paragraph.text, out);
    add_span(paragraph.source, out);
    out += '}';
  });
  add_member("replaced_bytes", document.replaced_bytes, out);
  if (document.truncated.any()) add_member("truncated", to_string(document.truncated), out);
  add_strings("packs", document.packs, out);
  add_member_or_null("url", document.url, out);
  add_member_or_null("base", document.base, out);
  add_member_or_null("site", document.site, out);
  add_strings("authors", document.authors, out);
  add_member_or_null("modified", document.modified, out);
  add_member_or_null("image", document.image, out);
  add_member_or_null("description", document.description, out);
  if (!format.links) return;
  add_array("links", document.links, out, [&](const Link& link) {
    out += '{';
    add_member("text", link.text, out);
    add_member("href", link.href, out);
    add_span(link.source, out);
    out += '}';
  });
}

std::string as_json(const Format& format, std::string_view id, const Document& document) {
  std::string out = "{";
  add_member("id", id, out);
  out += ',';
  add_article(format, document, out);
  if (format.pretty) {
    out = nlohmann::ordered_json::parse(out + '}').dump(2);
    out.resize(out.find_last_not_of("}\n") + 1);
  }
  if (format.ledger) add_ledger(document, format.pretty, out);
  out += format.pretty ? "\n}\n" : "}\n";
  return out;
}

void add_article_member(const Format& format, const Document& document, std::string& out) {
  add_name("article", out);
  out += '{';
  add_article(format, document, out);
  if (format.ledger) add_ledger(document, false, out);
  out += '}';
}

}  // namespace thanbai::program
