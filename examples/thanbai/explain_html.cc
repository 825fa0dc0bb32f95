#include "explain_html.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "words.h"

namespace thanbai::program {
namespace {

constexpr double longest_bar = 2.0;  // log-odds: a reason of this weight has a full bar
constexpr int bar_steps = 10;

std::string decimals(float value) {
  char text[16];
  std::snprintf(text, sizeof text, "%.2f", static_cast<double>(value));
  return text;
}

std::string name(Label label) { return std::string(to_string(label)); }

std::string class_of(Label label) { return "l-" + name(label); }

/// ` lang="vi"`, if the language is known and is a tag and nothing else.
std::string lang(std::string_view language) {
  const bool is_tag = !language.empty() && language.size() <= 35 &&
                      std::all_of(language.begin(), language.end(), [](char c) {
                        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                               (c >= '0' && c <= '9') || c == '-';
                      });
  return is_tag ? " lang=\"" + std::string(language) + "\"" : "";
}

std::string head(const std::string& title, const Asset& script) {
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '" +
         std::string(style_asset.hash) + "'; script-src '" + std::string(script.hash) +
         "'; base-uri 'none'; form-action 'none'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
         escaped(title) + "</title>\n<style>" + std::string(style_asset.text) +
         "</style>\n</head>\n";
}

std::string foot(const Asset& script) {
  return "<script>" + std::string(script.text) + "</script>\n</body>\n</html>\n";
}

std::string field(const char* what, std::string_view value) {
  if (value.empty()) return {};
  return "<div><dt>" + std::string(what) + "</dt><dd dir=\"auto\">" + escaped(value) +
         "</dd></div>";
}

std::string badge(Verdict verdict, float confidence) {
  const std::string text(to_string(verdict));
  return "<span class=\"badge v-" + text + "\">" + text + " <b>" + decimals(confidence) +
         "</b></span>";
}

std::string evidence(const ExplainedPage& page, const LabelledLine& line, const std::string& id) {
  std::string out = "<div class=\"why\" role=\"tooltip\" id=\"" + id + "\"><p>" + name(line.label) +
                    ", " + decimals(line.score) + "</p><ul>";
  for (const Evidence& reason : reasons_of(page.document, line)) {
    const double share = std::min(1.0, std::abs(static_cast<double>(reason.weight)) / longest_bar);
    const auto bar = static_cast<int>(std::lround(share * bar_steps));
    out += "<li class=\"" + std::string(reason.weight < 0 ? "against" : "for") + "\"><b>" +
           weight_text(reason.weight) + "</b><i class=\"b" + std::to_string(bar) + "\"></i> " +
           escaped(reason.name) + "</li>";
  }
  return out + "</ul></div>";
}

std::string lines_of(const ExplainedPage& page) {
  const Document& document = page.document;
  const std::vector<Zone> zones = zones_of(document);
  std::string out = "<ol class=\"lines\">\n";
  for (std::size_t i = 0; i < zones.size(); ++i) {
    const LabelledLine& line = document.lines[i];
    if (i == 0 || zones[i] != zones[i - 1]) {
      const bool deep = zones[i] == Zone::hole || (i > 0 && zones[i - 1] == Zone::hole);
      const bool back = deep && zones[i] == Zone::article;
      out += "<li class=\"zone" + std::string(deep ? " deep" : "") + "\">" +
             (back ? "back in it" : std::string(to_string(zones[i]))) + "</li>\n";
    }
    const std::string number = std::to_string(i + 1);
    const std::string why = "e" + number;
    out += "<li class=\"line " + class_of(line.label) + (is_kept(line.label) ? " kept" : "") +
           "\" id=\"l" + number + "\" tabindex=\"0\" aria-describedby=\"" + why +
           "\"><span class=\"n\">" + number + "</span><span class=\"label\">" + name(line.label) +
           "</span><span class=\"score\">" + decimals(line.score) +
           "</span><span class=\"text\" dir=\"auto\"" + lang(document.language) + ">" +
           escaped(line.line.text) + "</span>" + evidence(page, line, why) + "</li>\n";
  }
  return out + "</ol>";
}

std::string article_of(const ExplainedPage& page) {
  const Document& document = page.document;
  std::string out = "<article dir=\"auto\"" + lang(document.language) + ">\n";
  if (!document.title.empty()) out += "<h2>" + escaped(document.title) + "</h2>\n";
  std::string credit(document.byline.empty() ? document.source : document.byline);
  if (!document.published.empty()) {
    credit += (credit.empty() ? "" : " · ") + std::string(document.published);
  }
  if (!credit.empty()) out += "<p class=\"credit\">" + escaped(credit) + "</p>\n";
  for (const Paragraph& paragraph : document.paragraphs) {
    const char* tag = paragraph.label == Label::heading ? "h3"
                      : paragraph.label == Label::quote ? "blockquote"
                                                        : "p";
    const bool shown = paragraph.lines_begin < paragraph.lines_end;
    out += "<" + std::string(tag) + " class=\"" + class_of(paragraph.label) + "\"" +
           (shown ? " data-line=\"" + std::to_string(paragraph.lines_begin + 1) + "\"" : "") + ">" +
           escaped(paragraph.text) + "</" + tag + ">\n";
  }
  if (document.paragraphs.empty()) out += "<p class=\"none\">Nothing is kept.</p>\n";
  return out + "</article>";
}

std::array<std::uint32_t, label_count> counts_of(const Document& document) {
  std::array<std::uint32_t, label_count> counts{};
  for (const LabelledLine& line : document.lines) ++counts[static_cast<std::size_t>(line.label)];
  return counts;
}

std::string filters_of(const Document& document) {
  std::string out = "<fieldset class=\"filters\"><legend>Show</legend>";
  const auto counts = counts_of(document);
  for (std::size_t i = 0; i < label_count; ++i) {
    if (counts[i] == 0) continue;
    const auto label = static_cast<Label>(i);
    out += "<label class=\"chip " + class_of(label) +
           "\"><input type=\"checkbox\" checked data-label=\"" + name(label) + "\">" + name(label) +
           " <b>" + std::to_string(counts[i]) + "</b></label>";
  }
  return out +
         "<button type=\"button\" id=\"all\">all</button>"
         "<button type=\"button\" id=\"kept\">kept only</button></fieldset>";
}

constexpr const char* search_box =
    "<label class=\"search\">Search <input type=\"search\" id=\"search\" autocomplete=\"off\">"
    "</label><output id=\"found\" aria-live=\"polite\"></output>"
    "<button type=\"button\" id=\"theme\">Dark</button>";

/// Blocks of one label next to each other as one box each, as wide as their words ask for.
std::string strip_of(const Document& document) {
  std::array<std::string, label_count> paths;
  std::size_t at = 0;
  const auto& lines = document.lines;
  for (std::size_t i = 0; i < lines.size();) {
    const Label label = lines[i].label;
    std::size_t wide = 0;
    for (; i < lines.size() && lines[i].label == label; ++i) {
      wide += 2 + static_cast<std::size_t>(std::sqrt(count_words(lines[i].line.text)) * 2);
    }
    paths[static_cast<std::size_t>(label)] += "M" + std::to_string(at) + " 0h" +
                                              std::to_string(wide) + "v9h-" + std::to_string(wide) +
                                              "z";
    at += wide;
  }
  std::string told;
  std::string drawn;
  const auto counts = counts_of(document);
  for (std::size_t i = 0; i < label_count; ++i) {
    if (counts[i] == 0) continue;
    const auto label = static_cast<Label>(i);
    told += (told.empty() ? "" : ", ") + std::to_string(counts[i]) + ' ' + name(label);
    drawn += "<path class=\"" + class_of(label) + "\" d=\"" + paths[i] + "\"/>";
  }
  return "<svg class=\"strip\" role=\"img\" viewBox=\"0 0 " +
         std::to_string(std::max<std::size_t>(at, 1)) +
         " 9\" preserveAspectRatio=\"none\" aria-label=\"" + told + "\">" + drawn + "</svg>";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      case '\0': out += "\xEF\xBF\xBD"; break;
      default: out += c;
    }
  }
  return out;
}

std::string path_url(std::string_view path) {
  constexpr std::string_view plain = "-._~/";
  std::string out;
  for (const char c : path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || plain.find(c) != plain.npos) {
      out += c;
    } else {
      char code[4];
      std::snprintf(code, sizeof code, "%%%02X",
                    static_cast<unsigned>(static_cast<unsigned char>(c)));
      out += code;
    }
  }
  return out;
}

std::string as_html(const ExplainedPage& page) {
  const Document& document = page.document;
  std::string packs;
  for (const std::string_view pack : document.packs) packs += std::string(pack) + ' ';
  return head(page.name, page_script) +
         "<body class=\"page\">\n<header>\n<div class=\"top\"><h1 dir=\"auto\">" +
         escaped(page.name) + "</h1>" + badge(document.verdict, document.confidence) +
         strip_of(document) + "</div>\n<dl>" + field("title", document.title) +
         field("published", document.published) + field("byline", document.byline) +
         field("source", document.source) + field("language", document.language) +
         field("url", document.url) + field("packs", packs) + "</dl>\n<div class=\"tools\">" +
         filters_of(document) + search_box +
         "</div>\n</header>\n<main>\n<section aria-label=\"Lines\">\n" + lines_of(page) +
         "\n</section>\n<section class=\"read\" aria-label=\"The article as a reader sees it\">\n" +
         article_of(page) + "\n</section>\n</main>\n" + foot(page_script);
}

IndexEntry index_entry(const ExplainedPage& page, std::string href) {
  const Document& document = page.document;
  IndexEntry entry;
  entry.href = std::move(href);
  entry.name = page.name;
  entry.title = document.title;
  entry.verdict = document.verdict;
  entry.confidence = document.confidence;
  entry.lines = static_cast<std::uint32_t>(document.lines.size());
  entry.kept = static_cast<std::uint32_t>(
      std::count_if(document.lines.begin(), document.lines.end(),
                    [](const LabelledLine& line) { return is_kept(line.label); }));
  entry.strip = strip_of(document);
  return entry;
}

std::string as_index(std::vector<IndexEntry> entries) {
  const auto rank = [](const IndexEntry& entry) {
    return entry.verdict == Verdict::no_article ? 0 : entry.verdict == Verdict::uncertain ? 1 : 2;
  };
  std::stable_sort(entries.begin(), entries.end(), [&](const IndexEntry& a, const IndexEntry& b) {
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    return a.confidence < b.confidence;
  });
  std::array<std::size_t, 3> verdicts{};
  for (const IndexEntry& entry : entries) ++verdicts[static_cast<std::size_t>(entry.verdict)];
  std::string out = head(std::to_string(entries.size()) + " pages", index_script) +
                    "<body class=\"index\">\n<header>\n<div class=\"top\"><h1>" +
                    std::to_string(entries.size()) +
                    " pages</h1></div>\n<div class=\"tools\">"
                    "<fieldset class=\"filters\"><legend>Show</legend>";
  for (const Verdict verdict : {Verdict::article, Verdict::no_article, Verdict::uncertain}) {
    const std::string text(to_string(verdict));
    out += "<label class=\"chip v-" + text + "\"><input type=\"checkbox\" checked data-verdict=\"" +
           text + "\">" + text + " <b>" +
           std::to_string(verdicts[static_cast<std::size_t>(verdict)]) + "</b></label>";
  }
  out += "</fieldset>" + std::string(search_box) + "</div>\n<p class=\"legend\">";
  for (std::size_t i = 0; i < label_count; ++i) {
    const auto label = static_cast<Label>(i);
    out += "<span class=\"" + class_of(label) + "\">" + name(label) + "</span> ";
  }
  out += "</p>\n</header>\n<main>\n<table>\n<thead><tr>";
  for (const char* const column : {"page", "verdict", "sure", "lines", "kept", "title"}) {
    out += "<th scope=\"col\"><button type=\"button\">" + std::string(column) + "</button></th>";
  }
  out += "<th scope=\"col\">labels</th></tr></thead>\n<tbody>\n";
  for (const IndexEntry& entry : entries) {
    const std::string verdict(to_string(entry.verdict));
    out += "<tr data-verdict=\"" + verdict + "\"><td><a dir=\"auto\" href=\"" +
           escaped(entry.href) + "\">" + escaped(entry.name) +
           "</a></td><td><span class=\"badge v-" + verdict + "\">" + verdict + "</span></td><td>" +
           decimals(entry.confidence) + "</td><td>" + std::to_string(entry.lines) + "</td><td>" +
           std::to_string(entry.kept) + "</td><td dir=\"auto\">" + escaped(entry.title) +
           "</td><td>" + entry.strip + "</td></tr>\n";
  }
  return out + "</tbody>\n</table>\n</main>\n" + foot(index_script);
}

}  // namespace thanbai::program
