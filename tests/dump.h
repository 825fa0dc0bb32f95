// All of a Document that a reader can see, as text: two that are the same to the last bit have one.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>

#include "thanbai/document.h"

namespace thanbai {

inline std::string dump(const Document& page) {
  std::string out;
  const auto add = [&out](const auto&... parts) {
    ((out += parts, out += '\t'), ...);
    out += '\n';
  };
  const auto number = [](double value) {  // as bits, which no locale changes
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return std::to_string(bits);
  };
  const auto span = [](Span s) { return std::to_string(s.begin) + "-" + std::to_string(s.end); };
  add(to_string(page.verdict), number(page.confidence), page.title, page.lead, page.byline,
      page.source, page.date, page.published, page.language, page.modified, page.site, page.url,
      page.image, page.description);
  for (const std::string_view author : page.authors) add(author);
  for (const Paragraph& p : page.paragraphs) add(to_string(p.label), p.text, span(p.source));
  for (const Link& link : page.links) add(span(link.source), link.text, link.href);
  for (const LabelledLine& line : page.lines) {
    add(to_string(line.label), number(line.score), line.line.text, span(line.line.source));
    for (std::uint32_t i = line.evidence_begin; i < line.evidence_end; ++i) {
      add(page.evidence[i].name, number(page.evidence[i].weight));
    }
  }
  for (const std::string_view pack : page.packs) add(pack);
  return out;
}

}  // namespace thanbai
