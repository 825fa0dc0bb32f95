// The tokenizer against a table of its own, with a case or more for every state, and against laws
// that hold for any bytes.
#include "html_tokens.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "html_tokens_json.h"

namespace thanbai::html {
namespace {

using namespace std::string_view_literals;

struct Case {
  std::string_view page;
  std::string_view tokens;  // JSON, as in the html5lib tests
};

void check(const std::vector<Case>& cases, const TokenizerOptions& options) {
  for (const Case& c : cases) {
    EXPECT_EQ(print(tokens_of(c.page, options)), print(json::parse(c.tokens))) << c.page;
  }
}

TEST(Tokenizer, DataStates) {
  check(
      {
          {"", R"([])"},
          {"a", R"([["Character", "a"]])"},
          {"a\r\nb\rc\n\r\n", R"([["Character", "a\nb\nc\n\n"]])"},
          {"a\0b"sv, R"([["Character", "a\u0000b"]])"},  // the tree builder's to drop
          // "<" that opens nothing
          {"<", R"([["Character", "<"]])"},
          {"a < b <3 <= <<", R"([["Character", "a < b <3 <= <<"]])"},
          {"<<b>", R"([["Character", "<"], ["StartTag", "b", {}]])"},
          {"</", R"([["Character", "</"]])"},
          // end tag open
          {"</>a", R"([["Character", "a"]])"},
          {"a</>b", R"([["Character", "ab"]])"},
          {"</b>", R"([["EndTag", "b"]])"},
          {"</ b>", R"([["Comment", " b"]])"},
          {"</3>", R"([["Comment", "3"]])"},
      },
      in_state(State::data));
}

TEST(Tokenizer, TagStates) {
  check(
      {
          {"<b>", R"([["StartTag", "b", {}]])"},
          {"<DIV>", R"([["StartTag", "div", {}]])"},
          {"<h\0>"sv, R"([["StartTag", "h\ufffd", {}]])"},
          {"<x-ê>", R"([["StartTag", "x-ê", {}]])"},
          {"<a<b>", R"([["StartTag", "a<b", {}]])"},
          {"<br/>", R"([["StartTag", "br", {}, true]])"},
          {"<br / >", R"([["StartTag", "br", {}]])"},
          {"<br/a>", R"([["StartTag", "br", {"a": ""}]])"},
          {"<br//>", R"([["StartTag", "br", {}, true]])"},
          {"</b/>", R"([["EndTag", "b"]])"},
          {"</b a=1>", R"([["EndTag", "b"]])"},
          // a tag the page ends in is dropped
          {"a<b", R"([["Character", "a"]])"},
          {"a<b ", R"([["Character", "a"]])"},
          {"a<b/", R"([["Character", "a"]])"},
          {"a</b", R"([["Character", "a"]])"},
          {"a<b c", R"([["Character", "a"]])"},
          {"a<b c ", R"([["Character", "a"]])"},
          {"a<b c=", R"([["Character", "a"]])"},
          {"a<b c=d", R"([["Character", "a"]])"},
          {"a<b c='d>", R"([["Character", "a"]])"},
          {"a<b c=\"d>", R"([["Character", "a"]])"},
          {"a<b c=''", R"([["Character", "a"]])"},
      },
      in_state(State::data));
}

TEST(Tokenizer, AttributeStates) {
  check(
      {
          {"<a b>", R"([["StartTag", "a", {"b": ""}]])"},
          {"<a b c>", R"([["StartTag", "a", {"b": "", "c": ""}]])"},
          {"<a B=C>", R"([["StartTag", "a", {"b": "C"}]])"},
          {"<a\tb\n=\f'c'\r>", R"([["StartTag", "a", {"b": "c"}]])"},
          {"<a b=\"c'>\">", R"([["StartTag", "a", {"b": "c'>"}]])"},
          {"<a b='c\">'>", R"([["StartTag", "a", {"b": "c\">"}]])"},
          {"<a b=c/>", R"([["StartTag", "a", {"b": "c/"}]])"},
          {"<a b=c\"d'e<f=g>", R"([["StartTag", "a", {"b": "c\"d'e<f=g"}]])"},
          {"<a b=>", R"([["StartTag", "a", {"b": ""}]])"},
          {"<a b=''c>", R"([["StartTag", "a", {"b": "", "c": ""}]])"},
          {"<a b='c'/>", R"([["StartTag", "a", {"b": "c"}, true]])"},
          {"<a b/>", R"([["StartTag", "a", {"b": ""}, true]])"},
          {"<a b / c>", R"([["StartTag", "a", {"b": "", "c": ""}]])"},
          {"<a =b>", R"([["StartTag", "a", {"=b": ""}]])"},
          {"<a ==b>", R"([["StartTag", "a", {"=": "b"}]])"},
          {"<a b\"'<=c>", R"([["StartTag", "a", {"b\"'<": "c"}]])"},
          {"<a b\0=c\0>"sv, R"([["StartTag", "a", {"b\ufffd": "c\ufffd"}]])"},
          {"<a b='\0\r\n\r'>"sv, R"([["StartTag", "a", {"b": "\ufffd\n\n"}]])"},
          // the first of a name wins
          {"<a b=1 b=2 B=3 c b>", R"([["StartTag", "a", {"b": "1", "c": ""}]])"},
      },
      in_state(State::data));
}

TEST(Tokenizer, CommentStates) {
  check(
      {
          {"<!--a-->", R"([["Comment", "a"]])"},
          {"<!---->", R"([["Comment", ""]])"},
          {"<!-->a", R"([["Comment", ""], ["Character", "a"]])"},
          {"<!--->a", R"([["Comment", ""], ["Character", "a"]])"},
          {"<!---a-->", R"([["Comment", "-a"]])"},
          {"<!--a--->", R"([["Comment", "a-"]])"},
          {"<!--a--!>b", R"([["Comment", "a"], ["Character", "b"]])"},
          {"<!--a--!-->", R"([["Comment", "a--!"]])"},
          {"<!--a--!b-->", R"([["Comment", "a--!b"]])"},
          {"<!----!>", R"([["Comment", ""]])"},
          {"<!--!>-->", R"([["Comment", "!>"]])"},
          {"<!---!>-->", R"([["Comment", "-!>"]])"},
          {"<!--a->b-->", R"([["Comment", "a->b"]])"},
          {"<!--a--b-->", R"([["Comment", "a--b"]])"},
          {"<!--a<!b<!-c<!--d-->", R"([["Comment", "a<!b<!-c<!--d"]])"},
          {"<!--a<!-->", R"([["Comment", "a<!"]])"},
          {"<!--a<!-> -->", R"([["Comment", "a<!-> "]])"},
          {"<!--\0\r&amp;-->"sv, R"([["Comment", "\ufffd\n&amp;"]])"},
          // cut off
          {"<!--", R"([["Comment", ""]])"},
          {"<!---", R"([["Comment", ""]])"},
          {"<!----", R"([["Comment", ""]])"},
          {"<!--a", R"([["Comment", "a"]])"},
          {"<!--a-", R"([["Comment", "a"]])"},
          {"<!--a--", R"([["Comment", "a"]])"},
          {"<!--a---", R"([["Comment", "a-"]])"},
          {"<!--a--!", R"([["Comment", "a"]])"},
          {"<!--a--!-", R"([["Comment", "a--!"]])"},
          {"<!--a<!--", R"([["Comment", "a<!"]])"},
          // bogus
          {"<!a-->", R"([["Comment", "a--"]])"},
          {"<!-a>", R"([["Comment", "-a"]])"},
          {"<!>", R"([["Comment", ""]])"},
          {"<!", R"([["Comment", ""]])"},
          {"<?xml version='>'?>", R"([["Comment", "?xml version='"], ["Character", "'?>"]])"},
          {"<?", R"([["Comment", "?"]])"},
          {"<!\0>"sv, R"([["Comment", "\ufffd"]])"},
          {"<![CDATA[a]]>", R"([["Comment", "[CDATA[a]]"]])"},
      },
      in_state(State::data));
}

TEST(Tokenizer, DoctypeStates) {
  check(
      {
          {"<!DOCTYPE html>", R"([["DOCTYPE", "html", null, null, true]])"},
          {"<!doctypeHTML\n>", R"([["DOCTYPE", "html", null, null, true]])"},
          {"<!DOCTYPE \0>"sv, R"([["DOCTYPE", "\ufffd", null, null, true]])"},
          {"<!DOCTYPE>", R"([["DOCTYPE", null, null, null, false]])"},
          {"<!DOCTYPE >", R"([["DOCTYPE", null, null, null, false]])"},
          {"<!DOCTYPE a PUBLIC \"b\" 'c'>", R"([["DOCTYPE", "a", "b", "c", true]])"},
          {"<!DOCTYPE a public'b'\"c\" >", R"([["DOCTYPE", "a", "b", "c", true]])"},
          {"<!DOCTYPE a PUBLIC 'b'>", R"([["DOCTYPE", "a", "b", null, true]])"},
          {"<!DOCTYPE a PUBLIC '' ''>", R"([["DOCTYPE", "a", "", "", true]])"},
          {"<!DOCTYPE a PUBLIC>", R"([["DOCTYPE", "a", null, null, false]])"},
          {"<!DOCTYPE a PUBLIC b>", R"([["DOCTYPE", "a", null, null, false]])"},
          {"<!DOCTYPE a PUBLIC 'b>c'>",
           R"([["DOCTYPE", "a", "b", null, false], ["Character", "c'>"]])"},
          {"<!DOCTYPE a PUBLIC 'b' c>", R"([["DOCTYPE", "a", "b", null, false]])"},
          {"<!DOCTYPE a PUBLIC 'b' 'c>", R"([["DOCTYPE", "a", "b", "c", false]])"},
          {"<!DOCTYPE a SYSTEM 'b\0'>"sv, R"([["DOCTYPE", "a", null, "b\ufffd", true]])"},
          {"<!DOCTYPE a SYSTEM\"b\"c>", R"([["DOCTYPE", "a", null, "b", true]])"},
          {"<!DOCTYPE a SYSTEM>", R"([["DOCTYPE", "a", null, null, false]])"},
          {"<!DOCTYPE a b>c", R"([["DOCTYPE", "a", null, null, false], ["Character", "c"]])"},
          // cut off
          {"<!DOCTYPE", R"([["DOCTYPE", null, null, null, false]])"},
          {"<!DOCTYPE a", R"([["DOCTYPE", "a", null, null, false]])"},
          {"<!DOCTYPE a ", R"([["DOCTYPE", "a", null, null, false]])"},
          {"<!DOCTYPE a PUBLIC 'b", R"([["DOCTYPE", "a", "b", null, false]])"},
          {"<!DOCTYPE a PUBLIC 'b'", R"([["DOCTYPE", "a", "b", null, false]])"},
          {"<!DOCTYPE a SYSTEM 'b' ", R"([["DOCTYPE", "a", null, "b", false]])"},
          {"<!DOCTYPE a SYSTEM 'b' c", R"([["DOCTYPE", "a", null, "b", true]])"},
      },
      in_state(State::data));
}

TEST(Tokenizer, CharacterReferenceStates) {
  check(
      {
          {"&amp;&lt;&eacute;&Eacute;", R"([["Character", "&<éÉ"]])"},
          {"&amp", R"([["Character", "&"]])"},
          {"&ampx &ltfoo; &notin; &notit;", R"([["Character", "&x <foo; ∉ ¬it;"]])"},
          {"&", R"([["Character", "&"]])"},
          {"& &; &&amp; &x; &zz;", R"([["Character", "& &; && &x; &zz;"]])"},
          {"&CounterClockwiseContourIntegral;", R"([["Character", "∳"]])"},
          {"&CounterClockwiseContourIntegrals;",
           R"([["Character", "&CounterClockwiseContourIntegrals;"]])"},
          {"&NotEqualTilde;", R"([["Character", "\u2242\u0338"]])"},
          {"&ThickSpace", R"([["Character", "&ThickSpace"]])"},  // needs its ";"
          {"&#225;&#xE1;&#Xe1&#225 ", R"([["Character", "áááá "]])"},
          {"&# &#; &#x; &#xg;", R"([["Character", "&# &#; &#x; &#xg;"]])"},
          {"&#0;&#xD800;&#x110000;&#99999999999999999999;",
           R"([["Character", "\ufffd\ufffd\ufffd\ufffd"]])"},
          {"&#x80;&#x81;&#150;&#x9F;", R"([["Character", "€\u0081–Ÿ"]])"},
          {"&#13;\r&#10;", R"([["Character", "\r\n\n"]])"},
          {"&#x1F600;&#x10FFFF;", R"([["Character", "😀\udbff\udfff"]])"},
          {"&am<b>p;", R"([["Character", "&am"], ["StartTag", "b", {}], ["Character", "p;"]])"},
          // in attributes
          {"<a b='&copy;&copy &copy=&copyx'>", R"([["StartTag", "a", {"b": "©© &copy=&copyx"}]])"},
          {"<a b='&copy' c=&copy d='&notit;' e='&notin;'>",
           R"([["StartTag", "a", {"b": "©", "c": "©", "d": "&notit;", "e": "∉"}]])"},
          {"<a href='?a=1&b=2&lt=3&amp;c=4&#65=5'>",
           R"([["StartTag", "a", {"href": "?a=1&b=2&lt=3&c=4A=5"}]])"},
      },
      in_state(State::data));
}

TEST(Tokenizer, RcdataAndRawtextStates) {
  const std::vector<Case> both = {
      {"a</t>", R"([["Character", "a"], ["EndTag", "t"]])"},
      {"</T >a", R"([["EndTag", "t"], ["Character", "a"]])"},
      {"a</t/><b>", R"([["Character", "a"], ["EndTag", "t"], ["StartTag", "b", {}]])"},
      {"<b><!--a--></b></tt></ t></t", R"([["Character", "<b><!--a--></b></tt></ t></t"]])"},
      {"a</t b", R"([["Character", "a"]])"},  // a tag cut off
      {"<</t>", R"([["Character", "<"], ["EndTag", "t"]])"},
      {"\0\r\n"sv, R"([["Character", "\ufffd\n"]])"},
  };
  check(both, in_state(State::rcdata, "t"));
  check(both, in_state(State::rawtext, "t"));
  check({{"&amp;</t>&amp;", R"([["Character", "&"], ["EndTag", "t"], ["Character", "&"]])"}},
        in_state(State::rcdata, "t"));
  check({{"&amp;</t>&amp;", R"([["Character", "&amp;"], ["EndTag", "t"], ["Character", "&"]])"}},
        in_state(State::rawtext, "t"));
  check({{"</t></>", R"([["Character", "</t></>"]])"}}, in_state(State::rcdata));
}

TEST(Tokenizer, ScriptDataStates) {
  // A script that hides the end tag after it; that after "-->" is the one that counts.
  for (const std::string_view script :
       {"<!--<script>", "<!-- a <SCRIPT\n", "<!--<script/--", "<!-- <!-- <script>",
        "<!--</scrip><script>", "<!--<script></script><script>"}) {
    const std::string text = std::string(script) + "</script>-->a";
    EXPECT_EQ(print(tokens_of(text + "</script >", in_state(State::script_data, "script"))),
              print(json::array({{"Character", text}, {"EndTag", "script"}})));
  }
  check(
      {
          {"a && b < c</script>", R"([["Character", "a && b < c"], ["EndTag", "script"]])"},
          {"&amp;\0</SCRIPT\t>"sv, R"([["Character", "&amp;\ufffd"], ["EndTag", "script"]])"},
          {"</scripts></script", R"([["Character", "</scripts></script"]])"},
          {"<script></script>", R"([["Character", "<script>"], ["EndTag", "script"]])"},
          {"<!-</script>", R"([["Character", "<!-"], ["EndTag", "script"]])"},
          // escaped: the end tag still ends it
          {"<!--a</script>", R"([["Character", "<!--a"], ["EndTag", "script"]])"},
          {"<!--<scripts></script>", R"([["Character", "<!--<scripts>"], ["EndTag", "script"]])"},
          {"<!--<script-></script>", R"([["Character", "<!--<script->"], ["EndTag", "script"]])"},
          // no longer escaped
          {"<!--><script></script>", R"([["Character", "<!--><script>"], ["EndTag", "script"]])"},
          {"<!---><script></script>", R"([["Character", "<!---><script>"], ["EndTag", "script"]])"},
          {"<!--a--><script></script>",
           R"([["Character", "<!--a--><script>"], ["EndTag", "script"]])"},
          {"<!--<script>---></script>",
           R"([["Character", "<!--<script>--->"], ["EndTag", "script"]])"},
          {"<!--<script></script></script>",
           R"([["Character", "<!--<script></script>"], ["EndTag", "script"]])"},
          {"<!--<script></scripts></script x",
           R"([["Character", "<!--<script></scripts></script x"]])"},
      },
      in_state(State::script_data, "script"));
}

TEST(Tokenizer, PlaintextState) {
  check({{"a</plaintext><b>&amp;\0\r"sv, R"([["Character", "a</plaintext><b>&amp;\ufffd\n"]])"}},
        in_state(State::plaintext, "plaintext"));
}

TEST(Tokenizer, CdataStates) {
  check(
      {
          {"", R"([])"},
          {"a]]>", R"([["Character", "a"]])"},
          {"]]>", R"([])"},
          {"a]]]><b>", R"([["Character", "a]"], ["StartTag", "b", {}]])"},
          {"<b>&amp;\0\r]>]] >"sv, R"([["Character", "<b>&amp;\u0000\n]>]] >"]])"},
          {"a]]", R"([["Character", "a]]"]])"},
      },
      in_state(State::cdata));
}

TEST(Tokenizer, FollowsTagsAsABrowserDoes) {
  check(
      {
          {"<title><b>&amp;</title><b>",
           R"([["StartTag", "title", {}], ["Character", "<b>&"], ["EndTag", "title"],
               ["StartTag", "b", {}]])"},
          {"<TEXTAREA><b></textarea>",
           R"([["StartTag", "textarea", {}], ["Character", "<b>"], ["EndTag", "textarea"]])"},
          {"<style>a>b</styles>&amp;</style>",
           R"([["StartTag", "style", {}], ["Character", "a>b</styles>&amp;"],
               ["EndTag", "style"]])"},
          {"<iframe><p></iframe>",
           R"([["StartTag", "iframe", {}], ["Character", "<p>"], ["EndTag", "iframe"]])"},
          {"<script>'<b>'</script>",
           R"([["StartTag", "script", {}], ["Character", "'<b>'"], ["EndTag", "script"]])"},
          {"<script/>a</script>",  // "/" means nothing here
           R"([["StartTag", "script", {}, true], ["Character", "a"], ["EndTag", "script"]])"},
          {"<plaintext></plaintext>",
           R"([["StartTag", "plaintext", {}], ["Character", "</plaintext>"]])"},
          {"<noscript><p></noscript>",
           R"([["StartTag", "noscript", {}], ["StartTag", "p", {}], ["EndTag", "noscript"]])"},
          // SVG and MathML
          {"<svg><script/><title/><![CDATA[<]]>&amp;</svg><![CDATA[a]]>",
           R"([["StartTag", "svg", {}], ["StartTag", "script", {}, true],
               ["StartTag", "title", {}, true], ["Character", "<&"], ["EndTag", "svg"],
               ["Comment", "[CDATA[a]]"]])"},
          {"<svg/><![CDATA[a]]>", R"([["StartTag", "svg", {}, true], ["Comment", "[CDATA[a]]"]])"},
          {"<svg><math></math><![CDATA[a]]>",
           R"([["StartTag", "svg", {}], ["StartTag", "math", {}], ["EndTag", "math"],
               ["Character", "a"]])"},
          // left open, and closed by an element that only HTML has
          {"<svg><p><style><b></style>",
           R"([["StartTag", "svg", {}], ["StartTag", "p", {}], ["StartTag", "style", {}],
               ["Character", "<b>"], ["EndTag", "style"]])"},
          {"</svg><![CDATA[a]]>", R"([["EndTag", "svg"], ["Comment", "[CDATA[a]]"]])"},
      },
      {});
  TokenizerOptions scripting;
  scripting.scripting = true;
  check({{"<noscript><p></noscript>",
          R"([["StartTag", "noscript", {}], ["Character", "<p>"], ["EndTag", "noscript"]])"}},
        scripting);
}

TEST(Tokenizer, TokensKnowTheirPlace) {
  constexpr std::string_view page = "a&amp;<P Id = 'x' id=y>b<!--c--></><p";
  struct Place {
    TokenKind kind;
    std::string_view bytes;
    std::string_view raw;
  };
  const std::vector<Place> places = {
      {TokenKind::text, "a&amp;", "a&amp;"}, {TokenKind::start_tag, "<P Id = 'x' id=y>", "P"},
      {TokenKind::text, "b", "b"},           {TokenKind::comment, "<!--c-->", "c"},
      {TokenKind::text, "</>", ""},          {TokenKind::eof, "<p", ""},
  };
  Tokenizer tokenizer(page);
  Token token;
  for (const Place& place : places) {
    EXPECT_EQ(tokenizer.next(token), place.kind != TokenKind::eof);
    EXPECT_EQ(token.kind, place.kind) << place.bytes;
    EXPECT_EQ(page.substr(token.begin, token.end - token.begin), place.bytes);
    EXPECT_EQ(token.raw, place.raw) << place.bytes;
    if (token.kind != TokenKind::start_tag) {
      EXPECT_EQ(tokenizer.attribute("id"), nullptr) << place.bytes;
      continue;
    }
    EXPECT_EQ(token.tag, Tag::p);
    ASSERT_NE(tokenizer.attribute("id"), nullptr);
    EXPECT_EQ(tokenizer.attribute("id")->value, "x");
    EXPECT_EQ(tokenizer.attribute("id")->value.data(), page.data() + page.find('x')) << "a view";
    EXPECT_EQ(tokenizer.attribute("class"), nullptr);
    EXPECT_EQ(tokenizer.attributes().size(), 2U) << "as they stand";
  }
  EXPECT_FALSE(tokenizer.next(token)) << "the end stays the end";
}

TEST(Tokenizer, AttributesAreBounded) {
  std::string page = "<p";
  for (std::size_t i = 0; i <= max_attributes; ++i) page += " a" + std::to_string(i);
  page += ">b";
  Tokenizer tokenizer(page);
  Token token;
  ASSERT_TRUE(tokenizer.next(token));
  EXPECT_EQ(tokenizer.attributes().size(), max_attributes);
  ASSERT_TRUE(tokenizer.next(token));
  EXPECT_EQ(token.raw, "b");
}

TEST(Tag, NamesRoundTripInAnyCase) {
  for (std::size_t i = 1; i < tag_count; ++i) {
    const auto tag = static_cast<Tag>(i);
    std::string name(to_string(tag));
    EXPECT_EQ(tag_of(name), tag) << name;
    name[0] = static_cast<char>(name[0] - 0x20);
    EXPECT_EQ(tag_of(name), tag) << name;
  }
  for (const std::string_view name : {"", "h", "h7", "h\x11", "divs", "x-p", "blockquotes"}) {
    EXPECT_EQ(tag_of(name), Tag::unknown) << name;
  }
  EXPECT_EQ(to_string(Tag::unknown), "");
}

TEST(Characters, CopyOnlyWhatChanges) {
  constexpr std::string_view plain =
      "Thân bài của một bài báo, dài hơn ba mươi hai byte, không đổi gì";
  std::string scratch;
  for (const Reading reading :
       {Reading::data, Reading::rcdata, Reading::attribute, Reading::rawtext, Reading::cdata}) {
    EXPECT_EQ(characters(plain, reading, scratch).data(), plain.data());
  }
  EXPECT_EQ(characters("onclick", Reading::name, scratch), "onclick");
  EXPECT_EQ(characters("a &amp; b", Reading::rawtext, scratch), "a &amp; b");
  EXPECT_EQ(characters("a\0b"sv, Reading::data, scratch), "a\0b"sv);
  EXPECT_TRUE(scratch.empty());
  // ill-formed bytes stay
  EXPECT_EQ(characters("\xFF&lt;\xC3", Reading::data, scratch), "\xFF<\xC3");
}

// Laws.

void check_laws(std::string_view bytes, const TokenizerOptions& options) {
  // A buffer of its own, so that a sanitizer sees each byte read beyond the page.
  const std::vector<char> buffer(bytes.begin(), bytes.end());
  const std::string_view page(buffer.data(), buffer.size());
  const std::string_view shown = bytes.substr(0, 100);
  const auto inside = [page](std::string_view view, const Token& token) {
    return view.data() == nullptr || (view.data() >= page.data() + token.begin &&
                                      view.data() + view.size() <= page.data() + token.end);
  };
  Tokenizer tokenizer(page, options);
  std::string scratch;
  std::size_t end = 0;
  Token token;
  for (bool more = true; more;) {
    more = tokenizer.next(token);
    ASSERT_EQ(token.begin, end) << shown;
    ASSERT_TRUE(!more || token.end > token.begin) << shown;
    end = token.end;
    ASSERT_LE(end, page.size()) << shown;
    ASSERT_TRUE(inside(token.raw, token)) << shown;
    characters(token.raw, token.reading, scratch);
    for (const Attribute& attribute : tokenizer.attributes()) {
      ASSERT_TRUE(inside(attribute.name, token) && inside(attribute.value, token)) << shown;
      characters(attribute.name, Reading::name, scratch);
      characters(attribute.value, Reading::attribute, scratch);
    }
    if (token.kind == TokenKind::doctype) parse_doctype(token.raw);
  }
  ASSERT_EQ(end, page.size()) << shown;
}

TEST(TokenizerLaws, TokensTileAnyBytes) {
  const std::vector<std::string_view> pieces = {
      "<",       ">",         "/",         "!",        "-",       "--",       "-->",
      "--!>",    "<!--",      "=",         "\"",       "'",       " ",        "\n",
      "\r",      "&",         ";",         "#",        "x",       "&amp",     "&#x",
      "]]>",     "<![CDATA[", "<!DOCTYPE", " PUBLIC ", "a",       "Z",        "9",
      "<p",      "</p>",      "<script",   "</script", "<title>", "</title>", "<style>",
      "</style", "<svg>",     "\0"sv,      "\xFF",     "\xC3",    "đ",        "?"};
  std::mt19937 random(20261122);
  for (int round = 0; round < 20000; ++round) {
    std::string bytes;
    for (std::size_t n = random() % 24; n != 0; --n) bytes += pieces[random() % pieces.size()];
    check_laws(bytes, {});
    check_laws(bytes, in_state(static_cast<State>(random() % 6), "script"));
  }
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 64, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    check_laws(bytes, {});
  }
}

// What looked at the rest of the page again and again would take far longer than tests may.
TEST(TokenizerLaws, WorstCasesAreLinear) {
  constexpr std::size_t size = 4'000'000;
  const auto repeat = [](std::string_view piece) {
    std::string page;
    while (page.size() < size) page += piece;
    return page;
  };
  for (const std::string_view piece : {"<",
                                       "</",
                                       "<!",
                                       "<?",
                                       "<p",
                                       "<p ",
                                       "<p a=",
                                       "<p a='",
                                       "<p a=\"b\" ",
                                       "<a/",
                                       "&",
                                       "&a",
                                       "&#",
                                       "&amp",
                                       "&#1",
                                       "<!--",
                                       "<!-- ",
                                       "--",
                                       "->",
                                       "<!--<script>",
                                       "<script><!--",
                                       "<script><!--</script>",
                                       "<script>",
                                       "</script",
                                       "<title>",
                                       "<title></titl",
                                       "<style></s",
                                       "<svg>",
                                       "<![CDATA[",
                                       "<svg><![CDATA[",
                                       "]>",
                                       "<!DOCTYPE '",
                                       "\r",
                                       " ",
                                       "<plaintext>"}) {
    check_laws(repeat(piece), {});
    check_laws("<script><!--" + repeat(piece), {});
  }
  std::string tag = "<p";  // attributes, most of them repeated
  for (std::size_t i = 0; tag.size() < size; ++i) tag += " a" + std::to_string(i % 100'000);
  check_laws(tag + ">", {});
}

}  // namespace
}  // namespace thanbai::html
