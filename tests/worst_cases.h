// Pages built to be as hard as may be: what parsers hang or overflow on, and what our own steps
// might look at too often. Each is a page of n pieces; docs/limits.md lists what they take.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "thanbai/extractor.h"
#include "word_hash.h"

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

/// `before` name `after` for n names whose hashes fall close together in a table for n of them: as
/// whoever knows the hash may choose them.
inline std::string colliding(std::string_view before, std::string_view after, std::size_t n,
                             std::size_t (*hash)(std::string_view name)) {
  std::size_t size = 64;
  while (size < 2 * n) size *= 2;
  std::string out;
  for (std::size_t i = 0; n > 0; ++i) {
    std::string name;
    for (std::size_t rest = i; rest > 0; rest /= 26) name += static_cast<char>('a' + rest % 26);
    if ((hash(name) & (size - 1)) >= size / 64) continue;
    out.append(before).append(name).append(after);
    --n;
  }
  return out;
}

/// What AlikeLines and store_repeats have in their tables.
inline std::size_t hash_of_hints(std::string_view hints) {
  return std::hash<std::string_view>()(hints);
}
inline std::size_t hash_of_line(std::string_view word) {
  const std::uint32_t words[] = {word_hash(word)};
  return line_hash(words, 1);
}

struct WorstCase {
  enum class Kind { html, text, pack };

  const char* name;
  Kind kind;
  std::string (*page)(std::size_t n);
};

/// Reads a page and extracts from it; of a pack reads it.
inline void run(const WorstCase& each, const Extractor& extractor, const std::string& page) {
  if (each.kind == WorstCase::Kind::pack) {
    (void)parse_pack(page, each.name);
  } else {
    (void)extractor.extract(each.kind == WorstCase::Kind::html ? read_html(page) : read_text(page));
  }
}

/// What may be asked for besides: reasons, and packs of a user's own, one of them for a site.
inline Options all_options() {
  constexpr std::string_view rules =
      "[whole]\nlabel share\nphrase a b\n"
      "[start]\nlabel byline\nwhere line_start\nphrase by\npattern a+b\n"
      "[end]\nlabel advert\neffect opens\nwhere line_end\nphrase a\n"
      "[any]\nlabel related\neffect is\nwhere anywhere\nphrase Tin khác\npattern [0-9]+x\n"
      "[names]\nlabel caption\neffect is\nwhere hints\nphrase b\n"
      "[words]\nlabel footer\nwhere word\nphrase a\n";
  Options options;
  options.evidence = true;
  options.packs = {*parse_pack("pack own\nstopwords a theo\n" + std::string(rules), "own")};
  options.site_packs = {*parse_pack("pack a.example\n" + std::string(rules), "site")};
  return options;
}

inline const std::vector<WorstCase>& worst_cases() {
  using std::size_t;
  constexpr auto html = WorstCase::Kind::html;
  constexpr auto text = WorstCase::Kind::text;
  constexpr auto pack = WorstCase::Kind::pack;
  static const std::vector<WorstCase> cases = {
      // elements
      {"nested div", html, [](size_t n) { return repeat("<div>", n) + "a" + repeat("</div>", n); }},
      {"nested span", html, [](size_t n) { return repeat("<span>", n) + "a"; }},
      {"nested b and p", html, [](size_t n) { return repeat("<b><p>a", n); }},
      {"nested lists", html, [](size_t n) { return repeat("<ul><li>a", n); }},
      {"nested tables", html, [](size_t n) { return repeat("<table><tr><td>a", n); }},
      {"nested svg", html, [](size_t n) { return repeat("<svg><p>a", n); }},
      {"nested template", html, [](size_t n) { return repeat("<template>a", n); }},
      {"nested elements nobody knows", html, [](size_t n) { return numbered("<x-", ">a", n); }},
      {"end tags without a start", html,
       [](size_t n) { return repeat("<b>", 200) + repeat("</i></x-y>", n) + "a"; }},
      {"end tags far from their start", html,
       [](size_t n) { return "<i><a href=1>" + repeat("<div>", 200) + repeat("</i></a>", n); }},
      {"short paragraphs", html, [](size_t n) { return repeat("<p>a b.</p>\n", n); }},
      {"paragraphs never closed", html, [](size_t n) { return repeat("<p>a", n); }},
      {"line breaks", html, [](size_t n) { return repeat("<br>", n) + "a"; }},
      {"lines of line breaks", html, [](size_t n) { return repeat("a<br>", n); }},
      {"links never closed", html, [](size_t n) { return repeat("<a href=x>a", n); }},
      {"links of their own", html,
       [](size_t n) { return numbered("<p><a href=/", ">a b c</a></p>", n); }},
      {"cells of one row", html, [](size_t n) { return "<table><tr>" + repeat("<td>a", n); }},
      {"hidden paragraphs", html, [](size_t n) { return repeat("<p hidden>a", n); }},
      {"one endless line", html, [](size_t n) { return repeat("a<b> </b>", n); }},
      // tags
      {"attributes", html, [](size_t n) { return "<p" + numbered(" a", "=b", n) + ">a"; }},
      {"the same attribute", html, [](size_t n) { return "<p" + repeat(" class=b", n) + ">a"; }},
      {"words of a class", html,
       [](size_t n) { return "<p class='" + numbered("c-", "x ", n) + "'>a"; }},
      {"classes of their own", html,
       [](size_t n) { return numbered("<div class=a", "b><p>a</div>", n); }},
      {"properties of a style", html,
       [](size_t n) { return "<p style='" + repeat("display : x;", n) + "'>a"; }},
      {"tags never ended", html, [](size_t n) { return repeat("<a ", n); }},
      {"quotes never closed", html, [](size_t n) { return repeat("<a b=\"", n); }},
      {"less-than signs", html, [](size_t n) { return repeat("<", n); }},
      {"comments never ended", html, [](size_t n) { return repeat("<!--", n); }},
      {"comments that nearly end", html, [](size_t n) { return "<!--" + repeat("--!", n); }},
      {"scripts never ended", html, [](size_t n) { return repeat("<script></scrip", n); }},
      {"escaped scripts", html, [](size_t n) { return repeat("<script><!--<script>", n); }},
      {"cdata never ended", html, [](size_t n) { return "<svg>" + repeat("<![CDATA[", n); }},
      {"ampersands", html, [](size_t n) { return repeat("&", n); }},
      {"references", html, [](size_t n) { return repeat("&notit;&#x41;&amp", n); }},
      {"digits of one reference", html, [](size_t n) { return "&#" + repeat("1", n) + ";"; }},
      // what a page declares
      {"authors", html, [](size_t n) { return numbered("<meta name=author content='A", "'>", n); }},
      {"authors shown", html, [](size_t n) { return numbered("<b itemprop=author>A", "</b>", n); }},
      {"JSON-LD, nested arrays", html,
       [](size_t n) { return "<script type=application/ld+json>" + repeat("[", n); }},
      {"JSON-LD, nested objects", html,
       [](size_t n) { return "<script type=application/ld+json>" + repeat("{\"author\":", n); }},
      {"JSON-LD, named nodes", html,
       [](size_t n) {
         return "<script type=application/ld+json>[" +
                numbered("{\"@id\":\"", "\",\"name\":\"a\",\"author\":{\"@id\":\"1\"}},", n) +
                "{}]";
       }},
      {"JSON-LD blocks", html,
       [](size_t n) {
         return repeat("<script type=application/ld+json>{\"@type\":\"Article\"}</script>", n);
       }},
      {"domains of an address", html,
       [](size_t n) { return "<link rel=canonical href=//" + repeat("a.", n) + "><p>a"; }},
      {"domains of a site's name", html,
       [](size_t n) { return "<meta property=og:site_name content=" + repeat("a.", n) + "><p>a"; }},
      {"a site's name and a title's parts", html,
       [](size_t n) {
         return "<meta property=og:site_name content=" + repeat("a", n) + "b><title>" +
                repeat("aaa - ", 60) + "</title><h1>a</h1>";
       }},
      // made to collide
      {"lines that collide", html,
       [](size_t n) { return colliding("<p class=a>", "", n, hash_of_line); }},
      {"classes that collide", html,
       [](size_t n) { return colliding("<p class=", ">a", n, hash_of_hints); }},
      // text
      {"lines", text, [](size_t n) { return repeat("a\n", n); }},
      {"empty lines", text, [](size_t n) { return repeat("\n", n) + "a"; }},
      {"paragraphs of text", text, [](size_t n) { return repeat("Cầu mới.\n\n", n); }},
      {"sentences of one line", text, [](size_t n) { return repeat("Cầu mới đã xong. ", n); }},
      {"one endless word", text, [](size_t n) { return repeat("a", n); }},
      {"combining marks", text, [](size_t n) { return "a" + repeat("\xCC\x81", n); }},
      {"combining marks out of order", text,
       [](size_t n) { return "a" + repeat("\xCC\x81\xCC\xA3", n); }},
      {"ill-formed bytes", text, [](size_t n) { return repeat("\xFF", n); }},
      {"controls", text, [](size_t n) { return repeat("a\x01", n); }},
      {"marks of lists", text, [](size_t n) { return repeat("- ", n); }},
      {"pipes", text, [](size_t n) { return repeat("| a ", n); }},
      {"topics", text, [](size_t n) { return repeat("# A\n", n); }},
      {"links of Markdown", text, [](size_t n) { return repeat("[a](", n); }},
      {"images of Markdown", text, [](size_t n) { return repeat("![](a) ", n); }},
      {"phrases", text, [](size_t n) { return repeat("Tin khác\n", n); }},
      {"phrases of one line", text, [](size_t n) { return repeat("Tin khác ", n); }},
      {"dates", text, [](size_t n) { return repeat("Thứ hai, 12/07/2020 14:57 GMT+7\n", n); }},
      {"dates of one line", text, [](size_t n) { return repeat("12/07/2020 ", n); }},
      {"names", text, [](size_t n) { return "Theo " + repeat("An Bình, ", n); }},
      {"bylines", text, [](size_t n) { return repeat("By An Bình\n", n); }},
      {"brackets", text, [](size_t n) { return repeat("(", n) + "a" + repeat(")", n); }},
      {"quotation marks", text, [](size_t n) { return repeat("“", n); }},
      {"headlines again and again", text,
       [](size_t n) { return repeat("Cầu mới nối hai bờ sông Hồng\n", n); }},
      {"headlines of their own", text,
       [](size_t n) { return numbered("Cầu mới ", " nối hai bờ sông\n", n); }},
      {"headings that show the title", html,
       [](size_t n) {
         return "<title>Cầu mới nối hai bờ</title>" + repeat("<h1>Cầu mới<br>nối hai</h1>", n);
       }},
      {"separators in a title", html,
       [](size_t n) { return "<title>" + repeat("a - ", n) + "</title><h1>a</h1>"; }},
      {"Chinese", text, [](size_t n) { return repeat("桥", n); }},
      // packs
      {"rules", pack,
       [](size_t n) { return "pack a\n" + numbered("[r", "]\nlabel share\nphrase a\n", n); }},
      {"phrases of one rule", pack,
       [](size_t n) { return "pack a\n[r]\nlabel share\n" + numbered("phrase a", "\n", n); }},
      {"words of a pack", pack,
       [](size_t n) { return "pack a\nstopwords " + numbered("a", " ", n) + "\n"; }},
  };
  return cases;
}

}  // namespace thanbai
