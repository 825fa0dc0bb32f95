// Each limit at, below and above: what is met is said, and what is left out is what the header
// says.
#include <gtest/gtest.h>

#include <string>

#include "page_limits.h"
#include "thanbai/extractor.h"

namespace thanbai {
namespace {

std::vector<std::string> texts(const Lines& lines) {
  std::vector<std::string> out;
  for (const Line& line : lines.items) out.emplace_back(line.text);
  return out;
}

template <class Value>
Limits with(Value Limits::*limit, std::size_t value) {
  Limits limits;
  limits.*limit = static_cast<Value>(value);
  return limits;
}

HtmlOptions html_with(const Limits& limits) {
  HtmlOptions options;
  options.links = true;
  options.limits = limits;
  return options;
}

TEST(Limits, HaveNames) {
  EXPECT_EQ(to_string(Truncated{}), "");
  EXPECT_FALSE(Truncated{}.any());
  Truncated met;
  met.links = true;
  EXPECT_EQ(to_string(met), "links");
  EXPECT_TRUE(met.any());
  EXPECT_EQ(to_string(Truncated{true, true, true, true, true}),
            "input_bytes, lines, line_bytes, nesting, links");
}

TEST(Limits, InputBytes) {
  struct Case {
    std::size_t bytes;
    std::vector<std::string> lines;
    std::uint32_t read;
    bool is_met;
    const char* why;
  };
  const std::string text = "ab\ncầu";  // 8 bytes, of which "ầ" is three
  const Case cases[] = {
      {9, {"ab", "cầu"}, 8, false, "below"},
      {8, {"ab", "cầu"}, 8, false, "at"},
      {7, {"ab", "cầ"}, 7, true, "above"},
      {6, {"ab", "c"}, 4, true, "no half character"},
      {5, {"ab", "c"}, 4, true, "nor a third"},
      {2, {"ab"}, 2, true, "a line"},
      {0, {}, 0, true, "nothing"},
  };
  const auto utf8 = to_utf8(text);
  ASSERT_TRUE(utf8);
  for (const Case& c : cases) {
    const Limits limits = with(&Limits::input_bytes, c.bytes);
    for (const Lines& lines : {read_text(text, limits), read_text(*utf8, limits)}) {
      EXPECT_EQ(texts(lines), c.lines) << c.why;
      EXPECT_EQ(lines.input_bytes, c.read) << c.why;
      EXPECT_EQ(lines.replaced_bytes, 0U) << c.why;
      EXPECT_EQ(lines.truncated.input_bytes, c.is_met) << c.why;
    }
    const Lines html = read_html("<p>ab<p>cầu", html_with(with(&Limits::input_bytes, c.bytes + 5)));
    EXPECT_EQ(html.truncated.input_bytes, c.is_met) << c.why;
  }
  EXPECT_EQ(
      texts(read_text("\x80\x80\x80\x80\x80\x80", with(&Limits::input_bytes, 5))).at(0).size(), 15U)
      << "bytes that are no characters are cut anywhere";
}

TEST(Limits, InputBytesOfAnotherCharset) {
  const std::string bytes = "a\xE9\xE9\xE9";  // windows-1252; "é" has two bytes in UTF-8
  const auto utf8 = to_utf8(bytes, "latin1");
  ASSERT_TRUE(utf8);
  const Lines lines = read_text(*utf8, with(&Limits::input_bytes, 5));
  EXPECT_EQ(texts(lines), std::vector<std::string>{"aéé"});
  EXPECT_EQ(lines.input_bytes, 3U) << "bytes of the caller's buffer, not of the text";
  EXPECT_TRUE(lines.truncated.input_bytes);
}

TEST(Limits, CountOfLines) {
  for (const std::size_t count : {0U, 1U, 2U, 3U}) {
    const std::string text = "a\n\nb\n\n";
    const std::vector<std::string> all = {"a", "b"};
    const std::vector<std::string> expected(all.begin(),
                                            all.begin() + std::min<std::ptrdiff_t>(2, count));
    const Limits limits = with(&Limits::lines, count);
    const Lines from_text = read_text(text, limits);
    EXPECT_EQ(texts(from_text), expected);
    EXPECT_EQ(from_text.truncated.lines, count < 2);
    const Lines from_html = read_html("<p>a<p>b<p>", html_with(limits));
    EXPECT_EQ(texts(from_html), expected);
    EXPECT_EQ(from_html.truncated.lines, count < 2);
    EXPECT_EQ(to_string(from_html.truncated), count < 2 ? "lines" : "");
  }
}

TEST(Limits, WhatIsConcealedCountsOnlyIfItIsKept) {
  const Limits limits = with(&Limits::lines, 1);
  EXPECT_FALSE(read_html("<p>a</p><div hidden><p>b<p>c</div>", html_with(limits)).truncated.any());
  const std::string long_text(500, 'x');
  const std::string page = "<div hidden><p>" + long_text + "<p>c</div><p>d";
  const Lines lines = read_html(page, html_with(limits));
  EXPECT_EQ(texts(lines), std::vector<std::string>{long_text});
  EXPECT_TRUE(lines.truncated.lines);
}

TEST(Limits, LineBytes) {
  struct Case {
    std::string text;
    std::vector<std::string> lines;
    const char* why;
  };
  const std::string x64(64, 'x');
  const std::string x50(50, 'x');
  const std::string accents = [] {
    std::string out;
    for (int i = 0; i < 40; ++i) out += "é";
    return out;
  }();
  const Case cases[] = {
      {x64.substr(1), {x64.substr(1)}, "below"},
      {x64, {x64}, "at"},
      {x64 + "y", {x64, "y"}, "above"},
      {x64 + x64 + "y", {x64, x64, "y"}, "twice"},
      {x50 + " " + x50, {x50, x50}, "behind a space that is near"},
      {"x " + x64, {"x " + x64.substr(2), "xx"}, "not far back"},
      {accents, {accents.substr(0, 64), accents.substr(64)}, "between characters"},
      {"x" + accents, {"x" + accents.substr(0, 62), accents.substr(62)}, "not in a character"},
  };
  const Limits limits = with(&Limits::line_bytes, 64);
  for (const Case& c : cases) {
    const bool is_met = c.lines.size() > 1;
    const Lines from_text = read_text(c.text, limits);
    EXPECT_EQ(texts(from_text), c.lines) << c.why;
    EXPECT_EQ(from_text.truncated.line_bytes, is_met) << c.why;
    const std::string page = "<p>" + c.text + "<p>z";
    const Lines from_html = read_html(page, html_with(limits));
    std::vector<std::string> lines = c.lines;
    lines.emplace_back("z");
    EXPECT_EQ(texts(from_html), lines) << c.why;
    EXPECT_EQ(from_html.truncated.line_bytes, is_met) << c.why;
    std::uint32_t at = 0;
    for (const Line& line : from_html.items) {
      EXPECT_GE(line.source.begin, at) << c.why;
      at = line.source.end;
    }
  }
  EXPECT_EQ(texts(read_text(x64, with(&Limits::line_bytes, 0))), std::vector<std::string>{x64})
      << "less than 64 is 64";
}

TEST(Limits, LineBytesOfPiecesAndCells) {
  const HtmlOptions options = html_with(with(&Limits::line_bytes, 64));
  const std::string x30(30, 'x');
  const std::string b = "<b>" + x30 + "</b>";
  const std::string two = b + " " + b;
  EXPECT_EQ(texts(read_html(two, options)), std::vector<std::string>{x30 + " " + x30});
  const std::string three = b + b + b;
  const Lines pieces = read_html(three, options);
  EXPECT_EQ(texts(pieces), (std::vector<std::string>{x30 + x30, x30}))
      << "a piece that is too many";
  EXPECT_TRUE(pieces.truncated.line_bytes);
  const std::string td = "<td>" + x30 + "</td>";
  const std::string row = "<table><tr>" + td + td + td;
  const Lines cells = read_html(row, options);
  EXPECT_EQ(texts(cells), (std::vector<std::string>{x30 + " " + x30, x30})) << "a cell too many";
  EXPECT_TRUE(cells.truncated.line_bytes);
  const std::string references = std::string(60, 'x') + "&amp;&notin;";
  EXPECT_EQ(texts(read_html(references, options)),
            (std::vector<std::string>{std::string(60, 'x'), "&∉"}))
      << "no reference is cut";
}

TEST(Limits, Nesting) {
  for (const std::size_t nesting : {1U, 2U, 3U}) {
    const Lines lines = read_html("<div><blockquote>a</blockquote>b</div>c",
                                  html_with(with(&Limits::nesting, nesting)));
    EXPECT_EQ(texts(lines), (std::vector<std::string>{"a", "b", "c"})) << nesting;
    EXPECT_EQ(lines.truncated.nesting, nesting < 2) << nesting;
    EXPECT_EQ(lines.items[0].block, nesting < 2 ? Block::plain : Block::quote) << nesting;
  }
  std::string deep;
  for (int i = 0; i < 255; ++i) deep += "<div>";
  EXPECT_FALSE(read_html(deep).truncated.any()) << "the default, at";
  deep += "<div>";
  EXPECT_EQ(to_string(read_html(deep).truncated), "nesting") << "and above";
  EXPECT_FALSE(read_html(deep, html_with(with(&Limits::nesting, 4096))).truncated.any());
}

TEST(Limits, Links) {
  const std::string page = "<a href=1>a</a> <a href=2>b</a>";
  for (const std::size_t links : {0U, 1U, 2U, 3U}) {
    const Lines lines = read_html(page, html_with(with(&Limits::links, links)));
    EXPECT_EQ(lines.links.size(), std::min<std::size_t>(links, 2));
    EXPECT_EQ(lines.truncated.links, links < 2);
    EXPECT_EQ(lines.items.at(0).link_bytes, 3U) << "the share of link text does not change";
  }
}

TEST(Limits, ReachTheDocument) {
  Options options;
  options.limits.lines = 2;
  const auto extractor = Extractor::create(options);
  ASSERT_TRUE(extractor);
  EXPECT_FALSE(extractor->extract("a\nb").truncated.any());
  for (const Document& page :
       {extractor->extract("a\nb\nc"), extractor->extract(read_text("a\nb\nc"))}) {
    EXPECT_EQ(page.lines.size(), 2U);
    EXPECT_EQ(to_string(page.truncated), "lines");
  }
  HtmlOptions html;
  html.links = true;
  html.limits.nesting = 1;
  const Document page =
      extractor->extract(read_html("<p>a<p>b<p><a href=1>c</a><div><i>d</i></div>", html));
  EXPECT_EQ(to_string(page.truncated), "lines, nesting") << "the reader's and the extractor's";
  for (const Link& link : page.links) EXPECT_LT(link.row, 2U);
  options.limits.links = 1;
  html.limits = {};
  Lines own = read_html("<p><a href=1>a</a> <a href=2>b</a>", html);
  keep_to(options.limits, own);
  EXPECT_EQ(own.links.size(), 1U);
  EXPECT_TRUE(own.truncated.links);
}

}  // namespace
}  // namespace thanbai
