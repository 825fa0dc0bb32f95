#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <string>

#include "thanbai/line.h"
#include "unicode.h"

namespace thanbai {
namespace {

using namespace std::string_view_literals;

struct Case {
  std::string_view html;
  std::vector<std::string> lines;
  const char* why;
};

std::vector<std::string> texts(const Lines& lines) {
  std::vector<std::string> out;
  for (const Line& line : lines.items) out.emplace_back(line.text);
  return out;
}

template <class Cases>
void expect_texts(const Cases& cases) {
  for (const Case& c : cases) {
    EXPECT_EQ(texts(read_html(c.html)), c.lines) << c.why << ": " << c.html;
  }
}

// "h2 Text", "* p Text": the kind and level of each line, "*" if it opens a block.
std::vector<std::string> kinds(const Lines& lines) {
  static constexpr const char* names[] = {"plain", "p",    "h",       "li",
                                          "quote", "cell", "caption", "image"};
  std::vector<std::string> out;
  for (const Line& line : lines.items) {
    std::string text = line.opens_block ? "* " : "";
    text += names[static_cast<int>(line.block)];
    if (line.level != 0) text += std::to_string(line.level);
    out.push_back(text + ' ' + std::string(line.text));
  }
  return out;
}

template <class Cases>
void expect_kinds(const Cases& cases) {
  for (const Case& c : cases) {
    EXPECT_EQ(kinds(read_html(c.html)), c.lines) << c.why << ": " << c.html;
  }
}

// ---- lines

TEST(ReadHtml, BreaksAtBlocks) {
  const Case cases[] = {
      {"", {}, "empty"},
      {"a", {"a"}, "text alone"},
      {"<p>a<p>b", {"a", "b"}, "a paragraph ends the one before"},
      {"<p>a</p>b", {"a", "b"}, "text after a paragraph"},
      {"a<div>b</div>c", {"a", "b", "c"}, "a block in text"},
      {"<p>a<div>b</div>", {"a", "b"}, "a block ends a paragraph"},
      {"a<hr>b", {"a", "b"}, "a rule"},
      {"<ul><li>a<li>b</ul>", {"a", "b"}, "an item ends the one before"},
      {"<ul><li>a<ul><li>b</ul>c</ul>", {"a", "b", "c"}, "but not the one around its list"},
      {"<dl><dt>a<dd>b<dt>c</dl>", {"a", "b", "c"}, "terms and descriptions end each other"},
      {"<h1>a<h2>b", {"a", "b"}, "a heading ends the one before"},
      {"<h1>a</h2>b", {"a", "b"}, "any heading's end tag ends a heading"},
      {"<p><b>a</p>b</b>c", {"a", "bc"}, "an inline end tag far from its start breaks nothing"},
      {"a</div>b", {"ab"}, "an end tag without a start is nothing"},
      {"a</p>b", {"a", "b"}, "save </p>, an empty paragraph"},
      {"<button>a</button><button>b</button>", {"a", "b"}, "buttons stand alone"},
      {"<p>a<button>b</button>c", {"a", "b", "c"}, "in a paragraph, too"},
      {"<p>a <b>b<button class=x><svg><path></svg> </button></b>, c<p>d",
       {"a b, c", "d"},
       "but one without text parts no sentence"},
      {"<p>a<button><noscript>x</noscript></button>b", {"ab"}, "nor one with hidden text"},
      {"<p>a<button><p>b</button>c", {"a", "b", "c"}, "a block in it does"},
      {"<x-a>a</x-a><x-b>b</x-b>", {"ab"}, "an unknown element flows, as in browsers"},
      {"<DIV>a</Div><P>b", {"a", "b"}, "case of names"},
      {"<div>a<div>b</div", {"a", "b"}, "a page cut off in a tag"},
      {"<div>a<!-- b", {"a"}, "or in a comment"},
      {"a<!-- <p> -->b", {"ab"}, "comments are not there"},
  };
  expect_texts(cases);
}

TEST(ReadHtml, FlowsThroughInlineElements) {
  const Case cases[] = {
      {"<p>Th\xE1\xBB\xA7 <b>t\xC6\xB0\xE1\xBB\x9Bng</b>, n\xC3\xB3i", {"Thủ tướng, nói"}, "bold"},
      {"<p><span>T</span>h\xC3\xA2n", {"Thân"}, "a drop cap is part of its word"},
      {"a<wbr>b<img src=x>c", {"abc"}, "what has no text splits nothing"},
      {"<a href=1>a</a><a href=2>b</a>", {"a b"}, "two links are never one word"},
      {"<p>By X<time>1 May</time>, Y", {"By X 1 May, Y"}, "a time is no part of the word before"},
      {"<p>a <i> b </i> c", {"a b c"}, "white space on both sides of a tag is one space"},
      {"<ruby>\xE6\xBC\xA2<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>\xE5\xAD\x97",
       {"漢字"},
       "readings are left out"},
  };
  expect_texts(cases);
}

TEST(ReadHtml, PartsTextsThatTouchAtATag) {
  const Case cases[] = {
      {"<p><span>Hà Giang</span>Hơn 23h", {"Hà Giang Hơn 23h"}, "a place and the lead"},
      {"<p><span>Ở</span>Huế, <i>xa</i>Đà Lạt",
       {"ỞHuế, xa Đà Lạt"},
       "a capital before it parts none"},
      {"<p>By<a href=x>Mai Q.</a><b>May 1, 2025</b><b>Updated",
       {"By Mai Q. May 1, 2025 Updated"},
       "credits"},
      {"<p>It is done.<span></span>She left!<b>Why?</b>He:<b>So",
       {"It is done. She left! Why? He: So"},
       "sentences"},
      {"<p>done.She<!-- -->left.<wbr>He", {"done.Sheleft.He"}, "no tag stands there"},
      {"<p>CO<sub>2</sub>And x<sup>a</sup>B", {"CO2And xaB"}, "indices touch"},
      {"<p><b>i</b>Phone, the <b>e</b>Bay",
       {"iPhone, the eBay"},
       "a small letter alone may be half a word"},
      {"<p>C<i>25</i>K 4<b>K</b>", {"C25K 4K"}, "so may a capital behind a number"},
      {"<p><b>T</b>hân <b>B</b>ÀI <b>un</b>til",
       {"Thân BÀI until"},
       "drop caps, and marked parts of words"},
      {"<p>\xE4\xB8\xAD<b>TV</b> \xED\x95\x9C<b>TV",
       {"中TV 한TV"},
       "scripts without small letters"},
      {"<pre><b>std.</b><i>Map</i><b>get</b><i>All", {"std.MapgetAll"}, "code is as it is"},
      {"<p>a\xC3<b>B</b>\xFF<b>C",
       {"a\xEF\xBF\xBD"
        "B\xEF\xBF\xBD"
        "C"},
       "ill-formed bytes are no letters"},
  };
  expect_texts(cases);
}

TEST(ReadHtml, CollapsesWhiteSpace) {
  const Case cases[] = {
      {"<p>\n  a\n  b\t c \n</p>", {"a b c"}, "hard-wrapped and indented sources"},
      {"<p>a\r\nb\rc", {"a b c"}, "line ends of all kinds"},
      {"<p>&nbsp;</p><p>\xC2\xA0\xE2\x80\x8B</p>",
       {},
       "no-break and zero-width spaces alone are blank"},
      {"<p>&nbsp; a &nbsp;</p>", {"a"}, "and do not stand at ends"},
      {"<p>Ge&shy;schlecht <a href=x>ch\uFEFFarg&#173;ing</a>",
       {"Geschlecht charging"},
       "soft hyphens and byte order marks are no part of words"},
      {"<p>1&nbsp;000",
       {"1\xC2\xA0"
        "000"},
       "but stay inside"},
      {"<p>a&#10;b", {"a b"}, "a reference to white space is white space"},
      {"<pre>a  b\n c\n\nd</pre>", {"a b", "c", "d"}, "pre keeps its lines"},
      {"<p style='white-space: pre-line'>a\nb", {"a", "b"}, "and so does the style of that name"},
      {"<p>a\xE2\x80\xA8"
       "b\0c"sv,
       {"a b c"},
       "separators and controls are spaces"},
  };
  expect_texts(cases);
}

TEST(ReadHtml, ResolvesReferences) {
  const Case cases[] = {
      {"<p>Ti&#7871;ng Vi&ecirc;̣t &amp; &lt;b&gt;",
       {"Tiếng Việt & <b>"},
       "accents as references, then composed"},
      {"<p>AT&T &copy", {"AT&T ©"}, "an ampersand of its own; no semicolon"},
      {"<p>e\xCC\x81t\xC3\xA9", {"été"}, "combining marks are composed"},
      {"<p>a\xFF"
       "b",
       {"a\xEF\xBF\xBD"
        "b"},
       "ill-formed bytes are replaced"},
  };
  expect_texts(cases);
  EXPECT_EQ(read_html("<p class='\xFF'>a\xFF"
                      "b<script>\xFF</script>")
                .replaced_bytes,
            1U)
      << "those in a line are counted";
}

TEST(ReadHtml, TellsLineBreaksFromBlocks) {
  const Case cases[] = {
      {"a<br>b", {"* plain a", "plain b"}, "one <br> ends a line"},
      {"a<br><br>b", {"* plain a", "* plain b"}, "two end the block"},
      {"a<br/> &nbsp; <br />b", {"* plain a", "* plain b"}, "so do two with blanks between"},
      {"a</br>b", {"* plain a", "plain b"}, "</br> is <br>"},
      {"<p>a<br>b</p><p>c", {"* p a", "p b", "* p c"}, "in paragraphs"},
      {"<pre>a\nb\n\nc", {"* plain a", "plain b", "* plain c"}, "a blank line in pre"},
  };
  expect_kinds(cases);
}

TEST(ReadHtml, KnowsKindsOfBlock) {
  const Case cases[] = {
      {"<h1>a</h1><h6>b</h6>", {"* h1 a", "* h6 b"}, "headings"},
      {"<h2><a href=x>a</a></h2>", {"* h2 a"}, "with a link inside"},
      {"<a href=x><h3>a</h3></a>", {"* h3 a"}, "or around"},
      {"<li>a", {"* li1 a"}, "an item without list"},
      {"<ul><li>a<ol><li><p>b</ol></ul>", {"* li1 a", "* li2 b"}, "lists in lists"},
      {"<blockquote><p>a</p>b</blockquote>c", {"* quote a", "* quote b", "* plain c"}, "quotes"},
      {"<figure><img alt=x><figcaption><p>a</figcaption></figure>",
       {"* caption a"},
       "captions; no line for the image"},
      {"<li><h3>a</h3><p>b", {"* h3 a", "* li1 b"}, "a heading in an item"},
  };
  expect_kinds(cases);
}

TEST(ReadHtml, JoinsCellsOfARow) {
  const std::string long_cell(400, 'x');
  const std::string layout = "<table><tr><td>menu<td>" + long_cell + "</table>";
  const Case cases[] = {
      {"<table><tr><td>a</td><td>b</td></tr><tr><th>c<td>d</table>",
       {"* cell a b", "* cell c d"},
       "a row is a line"},
      {"<table><caption>t<tr><td>a</table>", {"* caption t", "* cell a"}, "a table's caption"},
      {"<table><tbody><tr><td> <b>a</b> b <td>&nbsp;<td>c",
       {"* cell a b c"},
       "empty cells leave no trace"},
      {"<table><tr><td>x<td><p>a<p>b<td>c</table>",
       {"* cell x", "* p a", "* p b", "* cell c"},
       "a cell of blocks gives its own lines"},
      {"<table><tr><td>a<br><br>b</table>",
       {"* plain a", "* plain b"},
       "an article in a cell, by <br>"},
      {layout, {"* cell menu", "* plain " + long_cell}, "or in one long text"},
      {"<table><tr><td>a<table><tr><td>b<td>c</table>d<td>e</table>",
       {"* plain a", "* cell b c", "* plain d", "* cell e"},
       "tables in tables"},
      {"<td>a<td>b", {"* cell a b"}, "cells without a table"},
  };
  expect_kinds(cases);
}

TEST(ReadHtml, SkipsWhatIsNeverShown) {
  const Case cases[] = {
      {"<head><title>t</title><style>p{}</style></head><body>a", {"a"}, "the head"},
      {"a<script>if (b<c) '<p>d'</script>e", {"ae"}, "scripts, which break nothing"},
      {"a<style>b</style><textarea>c</textarea><iframe>d</iframe><svg><title>e</title><text>f</"
       "text></svg>g",
       {"ag"},
       "nor do other texts that are not"},
      {"<svg><path><p>a", {"a"}, "an <svg> never closed"},
      {"<select><option>a<option>b</select>c", {"c"}, "choices"},
      {"<p hidden>a<p>b", {"b"}, "hidden ends where its element does, implied or not"},
      {"<div style='color:red; DISPLAY : none'>a</div>b", {"b"}, "hidden by style"},
      {"<div style='display:block'>a</div>", {"a"}, "not by another"},
      {"<p>a<span aria-hidden=true>b</span>c", {"ac"}, "hidden inside a line"},
      {"<p>a<span aria-hidden=false>b</span>c", {"abc"}, "hidden from nobody"},
      {"<a hidden href=x>a<a href=y>b", {"b"}, "a hidden link ends where the next begins"},
      {"<dialog>a</dialog><dialog open>b</dialog>", {"b"}, "dialogs that are open"},
      {"<template>a</template><template shadowrootmode=open>b</template>",
       {"b"},
       "templates that are shown"},
      {"<p>a<noscript><div>b</div></noscript>c", {"ac"}, "noscript breaks nothing either"},
      {"<div hidden><p>a<div>b</div></div>c", {"c"}, "hidden blocks in hidden blocks"},
      {"<div role=region hidden>a</div><div class=MyCollapse hidden>b</div>",
       {"a", "b"},
       "what a click opens is not hidden"},
      {"<div hidden id='S:0'>a</div>", {"a"}, "nor what a framework is about to show"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(texts(read_html(c.html)), c.lines) << c.why << ": " << c.html;
  }
}

TEST(ReadHtml, KeepsTheArticleWhereverItIs) {
  const std::string paragraph = "<p>" + std::string(100, 'a') + ".</p>";
  std::string article;
  for (int i = 0; i < 5; ++i) article += paragraph;
  for (const std::string& page : {"<p>x<noscript>" + article + "</noscript><p>y",
                                  "<p>x<div style='visibility:hidden'>" + article + "</div>y"}) {
    const Lines lines = read_html(page);
    ASSERT_EQ(lines.items.size(), 7U) << page;
    EXPECT_EQ(lines.items.front().text, "x");
    EXPECT_EQ(lines.items.back().text, "y");
  }
  const std::string both = article + "<div hidden>" + article + "</div>";
  EXPECT_EQ(read_html(both).items.size(), 5U) << "the page shows an article";
}

TEST(ReadHtml, CountsLinkText) {
  struct Links {
    std::string_view html;
    std::vector<std::uint32_t> bytes;
    const char* why;
  };
  const Links cases[] = {
      {"a <a href=x>bc</a> d", {2}, "a link in a line"},
      {"<a href=x>b <i>c</i></a>", {3}, "the space inside counts"},
      {"<a name=x>bc</a>", {0}, "an anchor is no link"},
      {"<a href=x>a<a href=y>bc</a>d", {4}, "a link ends the one before"},
      {"<a href=x><p>ab</p><p>c</p></a><p>d", {2, 1, 0}, "a link around blocks"},
      {"<p><a href=x>ab</p><p>c</a>d", {2, 0}, "a link never closed ends with its block"},
      {"<table><tr><td><a href=x>a</a><td>b", {1}, "in a row"},
      {"<a href=x>e\xCC\x81</a>", {2}, "at most the text"},
  };
  for (const Links& c : cases) {
    std::vector<std::uint32_t> bytes;
    for (const Line& line : read_html(c.html).items) bytes.push_back(line.link_bytes);
    EXPECT_EQ(bytes, c.bytes) << c.why << ": " << c.html;
  }
}

TEST(ReadHtml, CollectsLinksOnRequest) {
  const std::string_view page =
      "<p>a <a href=' /x?a=1&amp;b=2 '><b>b</b> c</a><table><tr><td>d<td><a href=y>e</a></table>"
      "<p>&eacute; <a href=z>e\xCC\x81</a><a href=empty><img></a>";
  EXPECT_TRUE(read_html(page).links.empty());
  HtmlOptions options;
  options.links = true;
  const Lines lines = read_html(page, options);
  ASSERT_EQ(lines.links.size(), 3U);
  EXPECT_EQ(lines.links[0].row, 0U);
  EXPECT_EQ(lines.links[0].text, "b c");
  EXPECT_EQ(lines.links[0].href, "/x?a=1&b=2");
  EXPECT_EQ(page.substr(lines.links[0].source.begin, 8), "b</b> c<");
  EXPECT_EQ(lines.links[1].row, 1U);
  EXPECT_EQ(lines.links[1].text, "e");
  EXPECT_EQ(lines.items[1].text, "d e");
  EXPECT_EQ(lines.links[2].text, "é");
  EXPECT_EQ(lines.links[2].href, "z");
}

// ---- hints

TEST(ReadHtml, GivesHints) {
  struct Hint {
    std::string_view html;
    std::string_view hints;
    const char* why;
  };
  const Hint cases[] = {
      {"<div><p>a", "", "elements that say nothing"},
      {"<body class=x><p>a", "", "the body says nothing of a line"},
      {"<aside class='Related  Box' id=B1><p>a", "aside b1 related box",
       "name, id and class in lower case"},
      {"<nav><ul class=m><li>a", "li ul m nav", "from the inside out"},
      {"<p>a</p><div class=x></div>", "", "not what is beside"},
      {"<p><strong>a</strong></p>", "strong", "what is around all of the line"},
      {"<p><strong>a</strong> b</p>", "", "not around a part"},
      {"<p><strong>a</strong><i></i></p>", "strong", "even if more follows"},
      {"<div type=Related data-Role='Box' data-url='/a/b' data-id=42>a", "related box",
       "short words of data attributes"},
      {"<table class=t><tr class=r><td class=c>a<td class=d>b", "r table t",
       "a row's, not its cells'"},
      {"<div class='a\xC3\xA9 b'>a", "b", "ASCII only"},
      {"<div class='px-6 md:flex w-[10%] post-123 h2 top_box' data-x=true>a", "h2 top_box",
       "words, not numbers and style"},
      {"<a rel='noopener' class=x>a", "x", "what a link is"},
      {"<a rel='author' class=x>a", "author x", "not how it is followed"},
  };
  for (const Hint& c : cases) {
    const Lines lines = read_html(c.html);
    ASSERT_EQ(lines.items.size(), 1U) << c.html;
    EXPECT_EQ(lines.items[0].hints, c.hints) << c.why << ": " << c.html;
  }
}

TEST(ReadHtml, TheFirstOfRepeatedAttributesCounts) {
  const Case cases[] = {
      {"<p style='color:red' style='display:none'>a", {"a"}, "style"},
      {"<p style='display:none' style='color:red'>a", {}, "and of hidden text, too"},
      {"<p STYLE='' style='display:none'>a", {"a"}, "in any case, and empty"},
      {"<p aria-hidden=false aria-hidden=true>a", {"a"}, "aria-hidden"},
      {"<p hidden class=x class=collapse>a", {}, "what discloses"},
      {"<p hidden class=collapse class=x>a", {"a"}, "what discloses, first"},
  };
  expect_texts(cases);
  const auto hints = [](std::string_view page) {
    const Lines lines = read_html(page);
    return std::string(lines.items.at(0).hints);
  };
  EXPECT_EQ(hints("<div class=a id=c class=b ID=d role=e>t"), hints("<div class=a id=c role=e>t"));
  EXPECT_EQ(hints("<div data-a=b data-A=c data-d=e>t"), hints("<div data-a=b data-d=e>t"));
  const Lines lines = read_html(
      "<script type=application/ld+json type=text/plain>"
      R"({"@type": "NewsArticle", "headline": "A headline"}</script>)"
      "<span itemprop=name itemprop=author>X</span>"
      "<time itemprop=datePublished itemprop=dateModified datetime=2023-01-02 datetime=2024>t");
  EXPECT_EQ(lines.metadata.headline, "A headline");
  EXPECT_TRUE(lines.metadata.authors.empty());
  EXPECT_EQ(lines.metadata.published, "2023-01-02");
}

TEST(ReadHtml, SharesAndBoundsHints) {
  std::string page;
  for (int i = 0; i < 100; ++i) page += "<div class='word" + std::to_string(i) + "'>";
  const std::string_view items = "<p class=x>a</p><p class=x>b</p><p>c</p>";
  page += items;
  const Lines lines = read_html(page);
  ASSERT_EQ(lines.items.size(), 3U);
  EXPECT_LE(lines.items[0].hints.size(), 256U);
  EXPECT_EQ(lines.items[0].hints.substr(0, 15), "x word99 word98");
  EXPECT_NE(lines.items[0].hints.back(), ' ');
  EXPECT_EQ(lines.items[0].hints.data(), lines.items[1].hints.data()) << "made once";
}

// ---- metadata

TEST(ReadHtml, ReadsMetadata) {
  const Lines lines = read_html(R"(<!DOCTYPE html><html lang="vi"><head>
    <title>T&ocirc;i
      | B&aacute;o</title><title>second</title>
    <meta property="og:title" content="Tôi &amp; anh"><meta property=og:site_name content=Báo>
    <meta name="description" content=" M&ocirc; tả ">
    <meta name=author content="Mai Quý"><meta property="article:author" content="https://x.y/z">
    <meta property="article:published_time" content="2024-05-01T08:00:00+07:00">
    <meta property="article:modified_time" content="2024-05-02"><meta property=og:type content=article>
    <meta property="og:image" content="/i.jpg"><meta property=og:url content=/weak>
    <link rel=canonical href="https://bao.vn/a.html"></head><body><svg><title>icon</title></svg>a)");
  const Metadata& m = lines.metadata;
  EXPECT_EQ(m.title, "Tôi | Báo");
  EXPECT_EQ(m.headline, "Tôi & anh");
  EXPECT_EQ(m.site, "Báo");
  EXPECT_EQ(m.description, "Mô tả");
  EXPECT_EQ(m.authors, (std::vector<std::string_view>{"Mai Quý"}));
  EXPECT_EQ(m.published, "2024-05-01T08:00:00+07:00");
  EXPECT_EQ(m.modified, "2024-05-02");
  EXPECT_EQ(m.type, "article");
  EXPECT_EQ(m.image, "/i.jpg");
  EXPECT_EQ(m.url, "https://bao.vn/a.html");
  EXPECT_EQ(m.language, "vi");
  HtmlOptions options;
  options.metadata = false;
  EXPECT_EQ(read_html("<title>t</title>", options).metadata.title, "");
}

TEST(ReadHtml, PlacesMayDeclareSeveralHeadlines) {
  struct Case {
    const char* why;
    std::string page;
    std::string_view headline;
    std::vector<std::string_view> others;
  };
  const std::string_view json = R"(<script type="application/ld+json">
      {"@type":"Article","headline":"J"}</script>)";
  const std::string og = "<meta property=og:title content=O>";
  const std::string page = og + "<meta name=twitter:title content=T>" + std::string(json);
  const Case cases[] = {
      {"the more telling first", page, "J", {"O", "T"}},
      {"each once", "<meta name=twitter:title content=O>" + og, "O", {}},
      {"of equals the first", og + "<meta name=parsely-title content=P>", "O", {}},
      {"an element's may be a teaser's", og + "<h3 itemprop=headline>H</h3>", "O", {}},
      {"if nothing else is declared it is taken", "<h3 itemprop=headline>H</h3>", "H", {}},
  };
  for (const Case& c : cases) {
    const Lines lines = read_html(c.page);
    EXPECT_EQ(lines.metadata.headline, c.headline) << c.why;
    EXPECT_EQ(lines.metadata.other_headlines, c.others) << c.why;
  }
}

// What a page with that JSON-LD declares. Its texts live in `keep`.
Metadata json_ld(std::string_view json, Lines& keep) {
  const std::string page = "<script type='application/ld+json'>" + std::string(json) + "</script>";
  keep = read_html(page);
  return keep.metadata;
}

TEST(ReadHtml, ReadsJsonLd) {
  Lines keep;
  const Metadata full = json_ld(
      R"({"@context":"https://schema.org","@type":"NewsArticle","headline":"A &quot;B&quot;","datePublished":"2024-05-01",
      "dateModified":"2024-05-02","author":[{"@type":"Person","name":"X"},{"name":"Y"},"Z"],
      "publisher":{"@type":"Organization","name":"P","logo":{"url":"l.png"}},"articleBody":"one\n\ntwo","url":"/u",
      "image":[{"url":"i.jpg"},"j.jpg"],"inLanguage":"vi"})",
      keep);
  EXPECT_EQ(full.headline, "A \"B\"");
  EXPECT_EQ(full.published, "2024-05-01");
  EXPECT_EQ(full.modified, "2024-05-02");
  EXPECT_EQ(full.authors, (std::vector<std::string_view>{"X", "Y", "Z"}));
  EXPECT_EQ(full.site, "P");
  EXPECT_EQ(full.article_body, "one\ntwo");
  EXPECT_EQ(full.url, "/u");
  EXPECT_EQ(full.image, "i.jpg");
  EXPECT_EQ(full.language, "vi");
  EXPECT_EQ(full.schema_type, "NewsArticle");

  const Metadata graph = json_ld(
      R"({"@graph":[{"@type":"WebSite","name":"S"},{"@type":["WebPage"],"datePublished":"2024-01-01"},
      {"@type":"Article","headline":"H","author":{"@id":"#x"}},{"@type":"Person","@id":"#x","name":"X"}]})",
      keep);
  EXPECT_EQ(graph.headline, "H");
  EXPECT_EQ(graph.authors, (std::vector<std::string_view>{"X"})) << "by reference";
  EXPECT_EQ(graph.published, "2024-01-01") << "of the page";
  EXPECT_EQ(graph.site, "S");

  const Metadata page = json_ld(
      R"({"@type":"Article","isAccessibleForFree":false,"wordCount":-1,"copyrightYear":2024,"rating":4.5,
      "thumbnail":null,"headline":"H","description":"D","mainEntityOfPage":{"@type":"WebPage","@id":"/p"}})",
      keep);
  EXPECT_EQ(page.headline, "H") << "among values that are no texts";
  EXPECT_EQ(page.description, "D");
  EXPECT_EQ(page.url, "/p");
  EXPECT_EQ(json_ld(R"({"@type":"Article","mainEntityOfPage":"/q","mainEntity":"x"})", keep).url,
            "/q");

  struct Broken {
    std::string_view json;
    std::string_view headline;
    const char* why;
  };
  const Broken cases[] = {
      {R"([{"@type":"BreadcrumbList"},{"@type":"BlogPosting","headline":"H"}])", "H", "an array"},
      {"<!-- {\"@type\":\"Article\",\"headline\":\"H\"} -->", "H", "in a comment"},
      {"{\"@type\":\"Article\",\"headline\":\"H\nI\"}", "H I", "a line break in a string"},
      {R"({"@type":"Article","headline":"H","x":[1,],"y":2})", "H", "a mistake later on"},
      {R"({"@type":"Article","headline":"H")", "H", "cut off"},
      {R"({"@type":"ItemList","itemListElement":[{"@type":"Article","headline":"H"}]})", "",
       "other articles"},
      {R"({"@type":"Article","headline":["H","I"]})", "H", "several headlines"},
      {R"({"@type":"Article","headline":{"a":1},"name":"N"})", "N", "an object for a text"},
      {"{\"@type\":\"Article\",\"headline\":\"\\ud800 \xFF\"}", "", "no Unicode: the parser stops"},
      {R"({"@type":"Article","headline":"H"}{"@type":"Article","headline":"I"})", "H",
       "two values"},
      {R"({"@type":"Article","x":99999999999999999999999999,"headline":"H"})", "H",
       "a large number"},
      {R"({"@type":"Article","headline":"H "I" J","x":2})", "H", "a quotation in a string"},
      {"no json", "", "nothing"},
  };
  for (const Broken& c : cases) EXPECT_EQ(json_ld(c.json, keep).headline, c.headline) << c.why;
  EXPECT_EQ(json_ld(std::string(200000, '['), keep).headline, "") << "deep";
}

// Whole blocks and those with a mistake are read by two parsers: a mistake at the very end changes
// nothing.
TEST(ReadHtml, ReadsJsonLdWithAMistakeAsTheSame) {
  const std::string deep = std::string(70, '[') + "\"x\"" + std::string(70, ']');
  const std::string cases[] = {
      R"({"@type":"Article","headline":"\u1ea4 \"b\" \/","author":["X",{"name":"Y"}],"url":"/u"})",
      R"([{"@type":"WebSite","name":"S"},{"@graph":[{"@type":"Article","headline":["H","I"]}]}])",
      R"({"@type":"Article","publisher":{"@id":"#p"},"x":[{"@id":"#p","name":"P"}],"headline":""})",
      R"({"@type":"Article","image":)" + deep + R"(,"headline":"after what is deep"})",
      R"({"@type":"Article","headline":"H","articleBody":")" + std::string(1 << 20, 'x') + "\"}",
  };
  for (const std::string& json : cases) {
    Lines of_whole;
    Lines of_broken;
    const Metadata whole = json_ld(json, of_whole);
    const Metadata broken = json_ld(json + "]", of_broken);
    EXPECT_EQ(whole.schema_type, "Article");
    EXPECT_EQ(whole.schema_type, broken.schema_type);
    EXPECT_EQ(whole.headline, broken.headline);
    EXPECT_EQ(whole.authors, broken.authors);
    EXPECT_EQ(whole.site, broken.site);
    EXPECT_EQ(whole.url, broken.url);
    EXPECT_EQ(whole.image, broken.image);
    EXPECT_EQ(whole.article_body, broken.article_body);
  }
}

TEST(ReadHtml, KnowsMetaNamesHoweverWritten) {
  for (const std::string_view name :
       {"article:published_time", "article.published-time", "Article:Published:Time"}) {
    const std::string page =
        "<meta name=x><meta content=2024-01-02 name='" + std::string(name) + "'>";
    EXPECT_EQ(read_html(page).metadata.published, "2024-01-02") << name;
  }
}

TEST(ReadHtml, ReadsTheBaseOfUrls) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"<base href=' https://a.example/b/?c&amp;d '>", "https://a.example/b/?c&d"},
      {"<base target=_blank><base href=/b/><base href=/c/>", "/b/"},  // the first that has one
      {"<base target=_blank>", ""},
      {"<a href=/b/>x</a>", ""},
  };
  for (const auto& [page, base] : cases) {
    EXPECT_EQ(read_html(page).metadata.base, base) << page;
  }
}

TEST(ReadHtml, ReadsMicrodata) {
  const Lines lines = read_html(
      "<h1 itemprop=headline>H <b>I</b></h1><span itemprop=author><a href=/x "
      "itemprop=name>X</a></span>"
      "<time itemprop=datePublished datetime=2024-05-01>1 May</time><time "
      "datetime=2020-01-01>x</time>");
  EXPECT_EQ(lines.metadata.headline, "H I");
  EXPECT_EQ(lines.metadata.authors, (std::vector<std::string_view>{"X"}));
  EXPECT_EQ(lines.metadata.published, "2024-05-01");
  EXPECT_EQ(read_html("<a rel=author href=x>A B</a>").metadata.authors.size(), 1U);
  EXPECT_EQ(read_html("<time datetime=2020-01-01>x</time>").metadata.published, "2020-01-01");
}

// ---- charset

TEST(ReadHtml, FindsTheCharset) {
  struct Charset {
    std::string_view bytes;
    std::string_view http;
    std::string_view charset;
    const char* why;
  };
  const std::string late = "<!--" + std::string(1100, 'x') + "--><meta charset=koi8-r>";
  const Charset cases[] = {
      {"\xEF\xBB\xBF<meta charset=koi8-r>", "windows-1251", "UTF-8", "a byte order mark wins"},
      {"<meta charset=koi8-r>\xC1", "windows-1251", "windows-1251", "then the header"},
      {"<meta charset=koi8-r>\xC1", "nonsense", "KOI8-R", "if it is known"},
      {"<META CHARSET = 'koi8-r'>\xC1", "", "KOI8-R", "then meta"},
      {"<meta http-equiv=Content-Type content='text/html; charset = koi8-r; x'>\xC1", "", "KOI8-R",
       "in both forms"},
      {"<meta name=x content='text/html; charset=koi8-r'>\xC1", "", "windows-1252",
       "not in a third"},
      {"<!-- <meta charset=big5> --><meta charset=koi8-r>\xC1", "", "KOI8-R", "not in a comment"},
      {"<title><meta charset=koi8-r></title>\xC1", "", "KOI8-R", "the prescan knows no text modes"},
      {"<?xml version='1.0' encoding='koi8-r'?>\xC1", "", "KOI8-R", "XML"},
      {"<meta charset=utf-16>\xE1\xBA\xBF", "", "UTF-8", "it cannot be UTF-16"},
      {"<meta charset=iso-8859-1>Ti\xE1\xBA\xBFng", "", "UTF-8", "flawless UTF-8 is not latin1"},
      {"<meta charset=iso-8859-1>a", "", "windows-1252", "ASCII may be"},
      {late, "", "UTF-8", "not behind 1024 bytes"},
      {"<meta charset=unicode>a", "", "UTF-8", "another label of UTF-16"},
      {"<meta charset=utf-7>+ADw-", "", "UTF-8", "browsers know no UTF-7"},
      {"<meta charset=koi8-r>\xC1", "utf-7", "KOI8-R", "nor in the header"},
      {"<meta charset=scsu>\xE9", "CESU-8", "windows-1252", "nor much else that ICU knows"},
      {"<meta charset=ibm037>a", "", "UTF-8", "EBCDIC is not of the web"},
      {"<meta charset=iso-2022-kr>a", "", "replacement", "refused"},
      {"<meta charset=koi8-r>\xC1", "HZ-GB-2312", "replacement", "refused, and it counts"},
      {"<meta charset=csISO88596E>\xC7", "", "ISO-8859-6", "a label ICU does not know"},
      {"<meta charset=cp866>\x80", "", "IBM866", "one that it does"},
      {"", "", "UTF-8", "empty"},
  };
  for (const Charset& c : cases)
    EXPECT_EQ(html_to_utf8(c.bytes, c.http).charset, c.charset) << c.why;
}

TEST(ReadHtml, APageInACharsetThatIsRefusedSaysNothing) {
  const std::string_view page = "<meta charset=iso-2022-cn><p>\x0E<script>";
  const Utf8 utf8 = html_to_utf8(page);
  EXPECT_EQ(utf8.text, "\uFFFD");
  EXPECT_EQ(utf8.replaced_bytes, page.size());
  const Lines lines = read_html(utf8);
  ASSERT_EQ(lines.items.size(), 1U);
  EXPECT_EQ(lines.items[0].source, (Span{0, static_cast<std::uint32_t>(page.size())}));
  EXPECT_EQ(html_to_utf8("", "iso-2022-kr").text, "");
}

TEST(ReadHtml, SpansReferToTheBytesGiven) {
  const std::string_view page = "<meta charset=windows-1258><p>Ti\xEA\xECng <b>Vi\xEA\xF2t</b> x";
  const Utf8 utf8 = html_to_utf8(page);
  HtmlOptions options;
  options.links = true;
  const Lines lines = read_html(utf8, options);
  ASSERT_EQ(lines.items.size(), 1U);
  EXPECT_EQ(lines.items[0].text, "Tiếng Việt x");
  EXPECT_EQ(page.substr(lines.items[0].source.begin), page.substr(page.find("Ti\xEA")));
  EXPECT_EQ(lines.items[0].source.end, page.size());
  EXPECT_EQ(lines.input_bytes, page.size());
}

// ---- laws

void expect_laws(std::string_view page, const Lines& lines) {
  EXPECT_EQ(lines.input_bytes, page.size());
  std::uint32_t last = 0;
  for (const Line& line : lines.items) {
    ASSERT_LE(last, line.source.begin);
    ASSERT_LT(line.source.begin, line.source.end);
    ASSERT_LE(line.source.end, page.size());
    last = line.source.end;
    ASSERT_FALSE(line.text.empty());
    ASSERT_TRUE(unicode::any_is_valid(line.text));
    ASSERT_TRUE(unicode::valid_is_nfc(line.text));
    ASSERT_EQ(unicode::valid_trim(line.text), line.text);
    ASSERT_EQ(line.text.find_first_of("\n\r\f\v"), line.text.npos);
    ASSERT_LE(line.link_bytes, line.text.size());
    ASSERT_LE(line.hints.size(), 256U);
    ASSERT_EQ(line.level != 0, line.block == Block::heading || line.block == Block::list_item);
    const bool is_slice =
        line.text.data() >= page.data() && line.text.data() < page.data() + page.size();
    if (is_slice) {
      ASSERT_EQ(page.substr(line.source.begin, line.source.end - line.source.begin), line.text);
    }
  }
  for (const Link& link : lines.links) {
    ASSERT_LT(link.row, lines.items.size());
    const Line& line = lines.items[link.row];
    ASSERT_LE(line.source.begin, link.source.begin);
    ASSERT_LE(link.source.end, line.source.end);
    ASSERT_FALSE(link.text.empty());
  }
}

TEST(ReadHtml, IsTotal) {
  static constexpr std::string_view pieces[] = {
      "<p>",
      "</p>",
      "<div class=x hidden>",
      "<div>",
      "</div>",
      "<table>",
      "<tr>",
      "<td>",
      "</td>",
      "</tr>",
      "</table>",
      "<a href=x>",
      "</a>",
      "<li>",
      "<ul>",
      "</ul>",
      "<span aria-hidden=true>",
      "</span>",
      "<br>",
      "<noscript>",
      "</noscript>",
      "<svg>",
      "</svg>",
      "<pre>",
      "</pre>",
      "<h2>",
      "</h1>",
      "<script>",
      "</script>",
      "<caption>",
      "<tbody>",
      "<b itemprop=author>",
      "</b>",
      "text",
      " ",
      "\n",
      "&nbsp;",
      "&amp;",
      "e\xCC\x81",
      "\xFF",
      "\xC3",
      "\0"sv,
      "<",
      ">",
      "<x-y>",
      "</x-y>",
      "<time>",
      "</time>",
      "<dialog>",
      "<title>",
      "<template>",
      "a sentence long enough to be one of an article, as far as bytes count, and more of it. "};
  std::mt19937 random(20261122);
  HtmlOptions options;
  options.links = true;
  for (int i = 0; i < 3000; ++i) {
    std::string soup;
    const std::size_t n = random() % 80;
    for (std::size_t j = 0; j < n; ++j) soup += pieces[random() % std::size(pieces)];
    const auto tight = std::make_unique<char[]>(soup.size());
    soup.copy(tight.get(), soup.size());
    const std::string_view page(tight.get(), soup.size());
    SCOPED_TRACE(soup);
    expect_laws(page, read_html(page, options));
    if (HasFatalFailure()) return;
  }
  for (int i = 0; i < 3000; ++i) {
    std::string bytes(random() % 200, '\0');
    for (char& c : bytes)
      c = random() % 3 == 0 ? "<>/='\" &;-!"[random() % 11] : static_cast<char>(random());
    expect_laws(bytes, read_html(bytes, options));
    if (HasFatalFailure()) return;
  }
}

// What some parsers hang or overflow on is only long here: a page of each is read to its end.
TEST(ReadHtml, ReadsWorstCases) {
  const auto repeat = [](std::string_view piece, std::size_t n) {
    std::string out;
    for (std::size_t i = 0; i < n; ++i) out += piece;
    return out;
  };
  struct Worst {
    std::string page;
    std::size_t lines;
    const char* why;
  };
  std::string attributes = "<p";
  for (int i = 0; i < 100000; ++i) attributes += " a" + std::to_string(i) + "=b";
  const Worst cases[] = {
      {repeat("<div>", 100000) + "a" + repeat("</div>", 100000) + "b", 2, "nested blocks"},
      {repeat("<span>", 100000) + "a" + repeat("</span>", 100000) + "b", 1,
       "nested inline elements"},
      {repeat("<table><tr><td>", 100000) + "a", 1, "nested tables"},
      {repeat("<b>", 200) + repeat("</i>", 1000000) + "a", 1, "end tags without a start"},
      {repeat("<i>", 1) + repeat("<div>", 200) + repeat("</i>", 1000000) + "a", 1,
       "end tags far from their start"},
      {repeat("<p>a", 50000), 50000, "paragraphs never closed"},
      {repeat("<br>", 100000) + "a", 1, "line breaks"},
      {repeat("<a href=x>a", 100000), 1, "links never closed"},
      {attributes + ">a", 1, "attributes"},
      {repeat("<td>a", 100000), 1, "a row of many cells"},
      {repeat("a<b> ", 1000000), 1, "one endless line"},
      {repeat("<p hidden>a", 100000), 0, "hidden paragraphs"},
  };
  for (const Worst& c : cases) EXPECT_EQ(read_html(c.page).items.size(), c.lines) << c.why;
}

TEST(ReadHtml, AnArticleInAStringOfAScript) {
  const auto paragraph = [](std::string_view end) {
    std::string out;
    for (int i = 0; i < 20; ++i) out += "Nước về sông \\\"Trà\\\" sớm. ";
    return "\\u003cp class=\\\"b\\\"\\u003e" + out + std::string(end) + "\\u003c/p\\u003e";
  };
  const std::string first = paragraph("Một");
  const std::string said = [] {
    std::string out;
    for (int i = 0; i < 20; ++i) out += "Nước về sông \"Trà\" sớm. ";
    return out;
  }();
  const std::string caption =
      "\\u003cdiv class=\\\"caption\\\"\\u003e\\u003cp\\u003eẢnh\\u003c/p\\u003e\\u003c/div\\u003e";
  const struct {
    const char* why;
    std::string page;
    std::string body;
  } cases[] = {
      {"in a string", "<script>push([1,\"" + first + "\"])</script>", said + "Một"},
      {"captions and what is no paragraph left out",
       "<script>f({\"html\":\"" + caption + "$AD$" + first + "\"})</script>", said + "Một"},
      {"the longest of all scripts",
       "<script>f(\"" + first + "\")</script><script>g(\"" + first + paragraph("Hai") +
           "\")</script>",
       said + "Một\n" + said + "Hai"},
      {"HTML as it is", "<script>f(\"<p>" + std::string(500, 'a') + "</p>\")</script>",
       std::string(500, 'a')},
      {"a page with paragraphs of its own",
       "<p>" + std::string(500, 'b') + "</p><script>f(\"" + first + "\")</script>", ""},
      {"a short string", "<script>f(\"\\u003cp\\u003eMột\\u003c/p\\u003e\")</script>", ""},
      {"without paragraphs", "<script>f(\"" + std::string(500, 'a') + "\")</script>", ""},
      {"that does not end", "<script>f(\"" + first + "</script>", ""},
      {"that JSON does not know", "<script>f(\"" + first + "\\x\")</script>", ""},
      {"whose own scripts are not looked into",
       "<script>f(\"<script>g('" + first + "')<\\/script>\")</script>", ""},
      {"what JSON-LD says wins",
       "<script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\"Ba\"}</script>"
       "<script>f(\"" +
           first + "\")</script>",
       "Ba"},
  };
  for (const auto& c : cases) {
    const Lines lines = read_html(c.page);
    EXPECT_EQ(lines.metadata.article_body, c.body) << c.why;
    HtmlOptions without;
    without.metadata = false;
    EXPECT_EQ(read_html(c.page, without).metadata.article_body, "") << c.why;
  }
  HtmlOptions short_of_lines;
  short_of_lines.limits.lines = 1;
  const std::string two = "<script>f(\"" + first + paragraph("Hai") + "\")</script>";
  const Lines lines = read_html(two, short_of_lines);
  EXPECT_EQ(lines.metadata.article_body, said + "Một");
  EXPECT_TRUE(lines.truncated.lines) << "a limit met in it is told";
}

}  // namespace
}  // namespace thanbai
