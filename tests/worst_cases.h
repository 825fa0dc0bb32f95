// Pages built to be as hard as may be: what parsers hang or overflow on, and what our own steps
// might look at too often. Each is a page of n pieces; docs/limits.md lists what they take.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thanbai {

inline std::string repeat(std::string_view piece, std::size_t n) {
  std::string out;
  out.reserve(piece.size() * n);
  for (std::size_t i = 0; i < n; ++i) out += piece;
  return out;
}

/// `before` i `after` for each i below n.
inline std::string numbered(std::string_view before, std::string_view after, std::size_t n) {
  std::string out;
  for (std::size_t i = 0; i < n; ++i) out.append(before).append(std::to_string(i)).append(after);
  return out;
}

struct WorstCase {
  const char* name;
  bool is_html;
  std::string (*page)(std::size_t n);
};

inline const std::vector<WorstCase>& worst_cases() {
  using std::size_t;
  static const std::vector<WorstCase> cases = {
      // elements
      {"nested div", true, [](size_t n) { return repeat("<div>", n) + "a" + repeat("</div>", n); }},
      {"nested span", true, [](size_t n) { return repeat("<span>", n) + "a"; }},
      {"nested b and p", true, [](size_t n) { return repeat("<b><p>a", n); }},
      {"nested lists", true, [](size_t n) { return repeat("<ul><li>a", n); }},
      {"nested tables", true, [](size_t n) { return repeat("<table><tr><td>a", n); }},
      {"nested svg", true, [](size_t n) { return repeat("<svg><p>a", n); }},
      {"nested template", true, [](size_t n) { return repeat("<template>a", n); }},
      {"nested elements nobody knows", true, [](size_t n) { return numbered("<x-", ">a", n); }},
      {"end tags without a start", true,
       [](size_t n) { return repeat("<b>", 200) + repeat("</i></x-y>", n) + "a"; }},
      {"end tags far from their start", true,
       [](size_t n) { return "<i><a href=1>" + repeat("<div>", 200) + repeat("</i></a>", n); }},
      {"short paragraphs", true, [](size_t n) { return repeat("<p>a b.</p>\n", n); }},
      {"paragraphs never closed", true, [](size_t n) { return repeat("<p>a", n); }},
      {"line breaks", true, [](size_t n) { return repeat("<br>", n) + "a"; }},
      {"lines of line breaks", true, [](size_t n) { return repeat("a<br>", n); }},
      {"links never closed", true, [](size_t n) { return repeat("<a href=x>a", n); }},
      {"links of their own", true,
       [](size_t n) { return numbered("<p><a href=/", ">a b c</a></p>", n); }},
      {"cells of one row", true, [](size_t n) { return "<table><tr>" + repeat("<td>a", n); }},
      {"hidden paragraphs", true, [](size_t n) { return repeat("<p hidden>a", n); }},
      {"one endless line", true, [](size_t n) { return repeat("a<b> </b>", n); }},
      // tags
      {"attributes", true, [](size_t n) { return "<p" + numbered(" a", "=b", n) + ">a"; }},
      {"the same attribute", true, [](size_t n) { return "<p" + repeat(" class=b", n) + ">a"; }},
      {"words of a class", true,
       [](size_t n) { return "<p class='" + numbered("c-", "x ", n) + "'>a"; }},
      {"classes of their own", true,
       [](size_t n) { return numbered("<div class=a", "b><p>a</div>", n); }},
      {"properties of a style", true,
       [](size_t n) { return "<p style='" + repeat("display : x;", n) + "'>a"; }},
      {"tags never ended", true, [](size_t n) { return repeat("<a ", n); }},
      {"quotes never closed", true, [](size_t n) { return repeat("<a b=\"", n); }},
      {"less-than signs", true, [](size_t n) { return repeat("<", n); }},
      {"comments never ended", true, [](size_t n) { return repeat("<!--", n); }},
      {"comments that nearly end", true, [](size_t n) { return "<!--" + repeat("--!", n); }},
      {"scripts never ended", true, [](size_t n) { return repeat("<script></scrip", n); }},
      {"escaped scripts", true, [](size_t n) { return repeat("<script><!--<script>", n); }},
      {"cdata never ended", true, [](size_t n) { return "<svg>" + repeat("<![CDATA[", n); }},
      {"ampersands", true, [](size_t n) { return repeat("&", n); }},
      {"references", true, [](size_t n) { return repeat("&notit;&#x41;&amp", n); }},
      {"digits of one reference", true, [](size_t n) { return "&#" + repeat("1", n) + ";"; }},
      // what a page declares
      {"authors", true, [](size_t n) { return numbered("<meta name=author content='A", "'>", n); }},
      {"authors shown", true, [](size_t n) { return numbered("<b itemprop=author>A", "</b>", n); }},
      {"JSON-LD, nested arrays", true,
       [](size_t n) { return "<script type=application/ld+json>" + repeat("[", n); }},
      {"JSON-LD, nested objects", true,
       [](size_t n) { return "<script type=application/ld+json>" + repeat("{\"author\":", n); }},
      {"JSON-LD, named nodes", true,
       [](size_t n) {
         return "<script type=application/ld+json>[" +
                numbered("{\"@id\":\"", "\",\"name\":\"a\",\"author\":{\"@id\":\"1\"}},", n) +
                "{}]";
       }},
      {"JSON-LD blocks", true,
       [](size_t n) {
         return repeat("<script type=application/ld+json>{\"@type\":\"Article\"}</script>", n);
       }},
      // text
      {"lines", false, [](size_t n) { return repeat("a\n", n); }},
      {"empty lines", false, [](size_t n) { return repeat("\n", n) + "a"; }},
      {"paragraphs of text", false, [](size_t n) { return repeat("Cầu mới.\n\n", n); }},
      {"sentences of one line", false, [](size_t n) { return repeat("Cầu mới đã xong. ", n); }},
      {"one endless word", false, [](size_t n) { return repeat("a", n); }},
      {"combining marks", false, [](size_t n) { return "a" + repeat("\xCC\x81", n); }},
      {"combining marks out of order", false,
       [](size_t n) { return "a" + repeat("\xCC\x81\xCC\xA3", n); }},
      {"ill-formed bytes", false, [](size_t n) { return repeat("\xFF", n); }},
      {"controls", false, [](size_t n) { return repeat("a\x01", n); }},
      {"marks of lists", false, [](size_t n) { return repeat("- ", n); }},
      {"pipes", false, [](size_t n) { return repeat("| a ", n); }},
      {"topics", false, [](size_t n) { return repeat("# A\n", n); }},
      {"links of Markdown", false, [](size_t n) { return repeat("[a](", n); }},
      {"images of Markdown", false, [](size_t n) { return repeat("![](a) ", n); }},
      {"phrases", false, [](size_t n) { return repeat("Tin khác\n", n); }},
      {"phrases of one line", false, [](size_t n) { return repeat("Tin khác ", n); }},
      {"dates", false, [](size_t n) { return repeat("Thứ hai, 12/07/2020 14:57 GMT+7\n", n); }},
      {"dates of one line", false, [](size_t n) { return repeat("12/07/2020 ", n); }},
      {"names", false, [](size_t n) { return "Theo " + repeat("An Bình, ", n); }},
      {"bylines", false, [](size_t n) { return repeat("By An Bình\n", n); }},
      {"brackets", false, [](size_t n) { return repeat("(", n) + "a" + repeat(")", n); }},
      {"quotation marks", false, [](size_t n) { return repeat("“", n); }},
      {"headlines again and again", false,
       [](size_t n) { return repeat("Cầu mới nối hai bờ sông Hồng\n", n); }},
      {"headlines of their own", false,
       [](size_t n) { return numbered("Cầu mới ", " nối hai bờ sông\n", n); }},
      {"headings that show the title", true,
       [](size_t n) {
         return "<title>Cầu mới nối hai bờ</title>" + repeat("<h1>Cầu mới<br>nối hai</h1>", n);
       }},
      {"separators in a title", true,
       [](size_t n) { return "<title>" + repeat("a - ", n) + "</title><h1>a</h1>"; }},
      {"Chinese", false, [](size_t n) { return repeat("桥", n); }},
  };
  return cases;
}

}  // namespace thanbai
