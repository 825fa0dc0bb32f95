#include "laws.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <vector>

#include "unicode.h"
#include "valid_lines.h"

namespace thanbai::fuzz {
namespace {

/// Lines as a caller builds them: texts of its own, the same numbers, nothing shared.
Lines own_lines(const Lines& lines, std::vector<std::string>& texts) {
  Lines own = lines;
  own.storage = nullptr;
  texts.clear();
  texts.reserve(2 * own.items.size());
  for (Line& line : own.items) {
    line.text = texts.emplace_back(line.text);
    line.hints = texts.emplace_back(line.hints);
  }
  return own;
}

void check_numbers(const Document& page) {
  require(page.confidence >= 0 && page.confidence <= 1, "confidence in [0, 1]");
  std::uint32_t at = 0;
  for (const LabelledLine& line : page.lines) {
    require(line.score >= 0 && line.score <= 1, "score in [0, 1]");
    require(line.evidence_begin == at && line.evidence_end >= at, "evidence in the lines' order");
    at = line.evidence_end;
    require(at <= page.evidence.size(), "evidence inside Document::evidence");
  }
  require(at == page.evidence.size(), "all evidence belongs to a line");
  for (const Evidence& reason : page.evidence) {
    require(std::abs(reason.weight) <= 100, "weights in [-100, 100]");
    require(!reason.name.empty(), "reasons have names");
  }
}

void check_paragraphs(const Document& page) {
  std::uint32_t line = 0;
  for (const Paragraph& p : page.paragraphs) {
    check_clean(p.text, "paragraph");
    if (p.lines_begin == p.lines_end) continue;  // declared by the page
    require(p.lines_begin >= line && p.lines_end > p.lines_begin, "paragraphs in reading order");
    require(p.lines_end <= page.lines.size(), "paragraphs are of lines");
    line = p.lines_end;
    require(p.source.begin == page.lines[p.lines_begin].line.source.begin &&
                p.source.end == page.lines[p.lines_end - 1].line.source.end,
            "a paragraph's span is that of its lines");
  }
  for (const Link& link : page.links) require(link.row < page.lines.size(), "links are of lines");
}

}  // namespace

void require(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "broken law: %s\n", law);
  std::abort();
}

const Extractor& extractor() {
  static const Extractor made = [] {
    Options options;
    options.evidence = true;
    auto result = Extractor::create(options);
    require(static_cast<bool>(result), "the default Extractor can be made");
    return *result;
  }();
  return made;
}

void check_clean(std::string_view text, const char* law) {
  require(unicode::any_is_valid(text), law);
  require(unicode::valid_is_nfc(text), law);
}

void check_lines(const Lines& lines, std::size_t size) {
  require(lines.input_bytes == size, "input_bytes is the size of the input");
  require(lines.replaced_bytes <= size, "no more bytes replaced than there are");
  std::uint32_t at = 0;
  for (const Line& line : lines.items) {
    require(line.source.begin >= at, "spans ascend");
    require(line.source.end >= line.source.begin, "spans do not run backwards");
    at = line.source.end;
    check_clean(line.text, "line");
    require(unicode::valid_trim(line.text) == line.text, "texts are trimmed");
    require(line.text.find('\n') == line.text.npos, "no line break in a line");
    require(line.link_bytes <= line.text.size(), "link_bytes is at most the text's size");
    check_clean(line.hints, "hints");
  }
  require(at <= size, "spans inside the input");
  std::uint32_t row = 0;
  for (const Link& link : lines.links) {
    require(link.row >= row && link.row < lines.items.size(), "links in the order of lines");
    row = link.row;
    require(!link.text.empty(), "links have texts");
    check_clean(link.text, "link");
    require(link.source.begin <= link.source.end && link.source.end <= size, "link in the input");
  }
  const Metadata& m = lines.metadata;
  for (const auto field : metadata_texts) check_clean(m.*field, "metadata");
  for (const std::string_view author : m.authors) check_clean(author, "metadata");
  for (const std::string_view other : m.other_headlines) check_clean(other, "metadata");
}

Document check_extract(const Lines& lines) {
  Document page = extractor().extract(lines);
  require(page.lines.size() == lines.items.size(), "every line comes back");
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    require(page.lines[i].line.text == lines.items[i].text, "a line's text is as it was");
    require(page.lines[i].line.source == lines.items[i].source, "a line's span is as it was");
  }
  check_numbers(page);
  check_paragraphs(page);
  for (const std::string_view field :
       {page.title, page.lead, page.byline, page.source, page.date, page.published, page.language,
        page.modified, page.site, page.url, page.base, page.image, page.description}) {
    check_clean(field, "field");
  }
  check_clean(page.text(), "text()");
  const std::string expected = dump(page);
  static Scratch kept;
  require(dump(extractor().extract(lines, kept)) == expected,
          "the same twice, in memory that is kept");
  std::vector<std::string> texts;
  const Lines own = own_lines(lines, texts);
  require(dump(extractor().extract(own)) == expected, "the same from lines of the caller's own");
  if (lines.input_bytes % 16 == 0) {
    std::string first, second;
    std::thread one([&] { first = dump(extractor().extract(lines)); });
    std::thread two([&] { second = dump(extractor().extract(lines)); });
    one.join();
    two.join();
    require(first == expected && second == expected, "the same from two threads");
  }
  return page;
}

}  // namespace thanbai::fuzz
