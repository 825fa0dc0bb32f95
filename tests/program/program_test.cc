// The program from outside: what it prints where, and how it ends, whatever it is given.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "page.h"
#include "run.h"

namespace thanbai::test {
namespace {

using Json = nlohmann::ordered_json;

Ran thanbai(std::vector<std::string> arguments, const std::string& input = {},
            Out out = Out::captured) {
  arguments.insert(arguments.begin(), THANBAI_PROGRAM);
  return run(arguments, input, out);
}

std::size_t count_lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::string utf16(const std::string& ascii) {
  std::string out = "\xFF\xFE";
  for (const char c : ascii) out += {c, '\0'};
  return out;
}

TEST(Extract, TextIsTitleBlankLineParagraphs) {
  const Ran ran = thanbai({"extract"}, page);
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(ran.out.rfind(std::string(page_title) + "\n\n", 0), 0U) << ran.out;
  EXPECT_NE(ran.out.find("học sinh của xã"), std::string::npos);
  EXPECT_EQ(ran.out.find("Giá vàng"), std::string::npos) << "related, not body";
  EXPECT_EQ(ran.out.back(), '\n');
  EXPECT_EQ(thanbai({"extract", "-"}, page).out, ran.out) << "- is standard input";
}

TEST(Extract, PagesOfSomeVerdictsOnly) {
  const Folder folder;
  const std::string menu = folder.write("a.txt", "Trang chủ\nThời sự\nThể thao\nĐăng nhập\n");
  const std::string good = folder.write("b.txt", page);
  const std::string text = thanbai({"extract", good}).out;
  EXPECT_EQ(thanbai({"extract", "--verdict", "article", menu, good}).out, "\f\n" + text)
      << "the second text is the second page's";
  EXPECT_EQ(thanbai({"extract", "--verdict", "uncertain,article", menu, good}).out, "\f\n" + text);
  EXPECT_EQ(thanbai({"extract", "--verdict", "no_article", good}).out, "");
  EXPECT_EQ(thanbai({"extract", "--verdict", "no_article,uncertain,article", good}).out, text);
  EXPECT_EQ(thanbai({"extract", "--verdict", "no_article", "--to", "markdown", good}).out, "");
  EXPECT_EQ(thanbai({"extract", "--verdict", "article", "--to", "json", good}).status, 2)
      << "JSON has the verdict";
  EXPECT_EQ(thanbai({"extract", "--verdict", "maybe", good}).status, 2);
}

TEST(Extract, FoldersOfPages) {
  const Folder folder;
  const std::string a = folder.write("in/a.txt", page);
  const std::string b = folder.write("in/deep/b.html", html_page);
  folder.write("in/a.labels", "title\n");
  EXPECT_EQ(thanbai({"extract", "--to", "jsonl", folder.path() + "/in"}).out,
            thanbai({"extract", "--to", "jsonl", a, b}).out);
  folder.write("none/.hidden", page);
  const Ran none = thanbai({"extract", folder.path() + "/none"});
  EXPECT_EQ(none.status, 1);
  EXPECT_EQ(none.err, "thanbai: " + folder.path() + "/none: no pages in it\n");
}

TEST(Corpora, LearnAndExplainReadThemPageByPage) {
  const Folder folder;
  std::string lines;
  std::vector<std::string> files;
  for (const auto& each :
       std::filesystem::directory_iterator(THANBAI_SOURCE "/tests/data/new_site")) {
    if (each.path().extension() == ".txt") files.push_back(each.path().string());
  }
  std::sort(files.begin(), files.end());
  ASSERT_GE(files.size(), 10U);
  for (const std::string& path : files) {
    std::ifstream file(path);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    lines += Json{{"url", "http://nhipsong.example/"}, {"text", text}}.dump() + "\n";
  }
  const std::string corpus = folder.write("site.jsonl", lines + "{broken\n");
  const auto without_notes = [](const std::string& pack) {
    std::istringstream in(pack);
    std::string out;
    for (std::string line; std::getline(in, line);) {
      if (line.rfind('#', 0) != 0) out += line + '\n';
    }
    return out;
  };
  std::vector<std::string> of_files = {"learn", "--name", "nhipsong.example"};
  of_files.insert(of_files.end(), files.begin(), files.end());
  const Ran learned = thanbai({"learn", corpus});
  EXPECT_EQ(learned.status, 0) << learned.err;
  EXPECT_EQ(without_notes(learned.out), without_notes(thanbai(of_files).out))
      << "and its name is the host of the records' URLs";
  EXPECT_NE(learned.err.find("thanbai: " + corpus + ":" + std::to_string(files.size() + 1) + ": "),
            std::string::npos)
      << "the record that fails is named\n"
      << learned.err;

  const Ran explained = thanbai({"explain", "--from", "jsonl", corpus});
  EXPECT_NE(explained.out.find("site.jsonl:1: article, "), std::string::npos);
  EXPECT_NE(explained.out.find("\nsite.jsonl:12: article, "), std::string::npos);
  EXPECT_EQ(thanbai({"explain", "--from", "wet", corpus}).status, 1) << "none";
}

TEST(Check, TriesHitAndMissLines) {
  const Folder folder;
  const std::string rule = "pack p\n[r]\nlabel related\nphrase Tin khác\nhit Tin khác:\n";
  const std::string good = folder.write("good.pack", rule);
  const std::string bad = folder.write("bad.pack", rule + "miss TIN KHÁC\n");
  EXPECT_EQ(thanbai({"check", good}).status, 0);
  EXPECT_EQ(thanbai({"check", good}).err, "");
  const Ran ran = thanbai({"check", good, bad});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.err.rfind("thanbai: " + bad + ":2: r hits ", 0), 0U) << ran.err;
  EXPECT_EQ(count_lines(ran.err), 1U);
  EXPECT_EQ(thanbai({"check", folder.write("no.pack", "x")}).status, 2) << "no pack at all";
  EXPECT_EQ(thanbai({"check"}).status, 2);

  const std::string in = folder.write("page.txt", page);
  for (const char* command : {"extract", "learn"}) {  // which makes more than one extractor
    const Ran used = thanbai({command, "--pack", bad, in});
    EXPECT_EQ(used.status, 0) << "it is used all the same";
    EXPECT_NE(used.err.find(ran.err), std::string::npos) << used.err;
    EXPECT_EQ(used.err.find(ran.err), used.err.rfind(ran.err)) << "told once";
  }
}

TEST(Extract, JsonHasItsKeysInOrder) {
  const Ran ran = thanbai({"extract", "--to", "json"}, page);
  const Json json = Json::parse(ran.out);
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  EXPECT_EQ(keys, (std::vector<std::string>{
                      "id",         "verdict",    "confidence",     "title",     "lead",
                      "byline",     "source",     "date",           "published", "language",
                      "text",       "paragraphs", "replaced_bytes", "packs",     "url",
                      "base",       "site",       "authors",        "modified",  "image",
                      "description"}));
  EXPECT_EQ(json["id"], "-");
  EXPECT_EQ(json["verdict"], "article");
  EXPECT_EQ(json["title"], page_title);
  EXPECT_EQ(json["published"], "2025-01-13T08:30");
  EXPECT_TRUE(json["byline"].is_null()) << "absent fields are null";
  for (const Json& paragraph : json["paragraphs"]) {
    const std::size_t begin = paragraph["begin"];
    const std::size_t end = paragraph["end"];
    EXPECT_EQ(std::string(page).substr(begin, end - begin), paragraph["text"]);
  }
  EXPECT_GT(count_lines(ran.out), 10U) << "one page is indented";
}

TEST(Extract, HtmlIsSeenAsSuch) {
  const Json json = Json::parse(thanbai({"extract", "--to", "json"}, html_page).out);
  EXPECT_EQ(json["verdict"], "article");
  EXPECT_EQ(json["title"], page_title);
  EXPECT_EQ(json["published"], "2025-01-13T08:30");
  const std::string text = json["text"];
  EXPECT_NE(text.find("Theo ban quản lý dự án, công trình"), std::string::npos) << text;
  EXPECT_EQ(text.find("Giá vàng"), std::string::npos) << "related, not body";
  EXPECT_EQ(text.find('<'), std::string::npos) << "no markup";
  EXPECT_EQ(thanbai({"extract", "--from", "html"}, html_page).out,
            thanbai({"extract", "--from", "auto"}, html_page).out);
  EXPECT_NE(thanbai({"extract", "--from", "text", "--to", "json", "--ledger"}, html_page)
                .out.find("<!DOCTYPE"),
            std::string::npos)
      << "text if told so";
}

TEST(Extract, HtmlFields) {
  const Json json = Json::parse(thanbai({"extract", "--to", "json", "--links"}, html_page).out);
  EXPECT_EQ(json["url"], "https://vidu.example/cau-moi");
  EXPECT_EQ(json["site"], "Báo Ví Dụ");
  EXPECT_EQ(json["authors"], Json({"Lê Thị Ví"}));
  EXPECT_EQ(json["byline"], "Lê Thị Ví");
  EXPECT_EQ(json["modified"], "2025-01-14T09:00:00+07:00");
  EXPECT_EQ(json["image"], "https://vidu.example/cau.jpg");
  EXPECT_TRUE(json["description"].is_null());
  ASSERT_EQ(json["links"].size(), 1U) << "that of the body, none of menus and related lists";
  EXPECT_EQ(json["links"][0]["text"], "ban quản lý dự án");
  EXPECT_EQ(json["links"][0]["href"], "/du-an?a=1&b=2");
  const std::size_t begin = json["links"][0]["begin"];
  EXPECT_EQ(std::string(html_page).substr(begin, 5), "ban q");
  EXPECT_FALSE(Json::parse(thanbai({"extract", "--to", "json"}, html_page).out).contains("links"));
}

TEST(Extract, MarkdownOfHtml) {
  const std::string html =
      "<html><body><h1>Cầu mới * qua sông</h1><p>Sáng 13/1, hàng trăm người dân đã có mặt ở hai "
      "đầu cầu từ rất sớm để chờ <a href='/thong-xe?(a)&lt;'>giờ *thông* xe</a>. Họ đã chờ ngày "
      "này "
      "hơn hai mươi năm, một người dân cho biết.</p><ul><li>Cầu dài 1,2 km, rộng 12 m và có bốn "
      "làn xe, theo ban quản lý dự án.<li>Tổng vốn đầu tư của công trình là hơn 900 tỷ đồng, theo "
      "chủ tịch huyện.</ul><p>Trước khi có cầu, học sinh của xã phải đi đò mỗi ngày hai lượt. Vào "
      "mùa nước lũ, nhiều em phải nghỉ học cả tuần vì đò không thể qua sông.</p>";
  const std::string plain = thanbai({"extract", "--to", "markdown"}, html).out;
  EXPECT_NE(plain.find("chờ giờ \\*thông\\* xe. Họ"), std::string::npos) << plain;
  EXPECT_NE(plain.find("\n\n- Cầu dài"), std::string::npos) << plain;
  EXPECT_NE(plain.find("dự án.\n- Tổng vốn"), std::string::npos) << "items stand together\n"
                                                                 << plain;
  EXPECT_NE(plain.find("chủ tịch huyện.\n\nTrước"), std::string::npos) << plain;
  const std::string links = thanbai({"extract", "--to", "markdown", "--links"}, html).out;
  EXPECT_NE(links.find("chờ [giờ \\*thông\\* xe](</thong-xe?(a)%3C>). Họ"), std::string::npos)
      << links;
}

TEST(Extract, TheTitleIsShownOrDeclared) {
  const auto title_of = [](std::string html, const std::string& from, const std::string& to) {
    while (html.find(from) != std::string::npos) html.replace(html.find(from), from.size(), to);
    return Json::parse(thanbai({"extract", "--to", "json"}, html).out)["title"];
  };
  const std::string title = page_title;
  EXPECT_EQ(title_of(html_page, "<title>" + title, "<title>Cầu mới qua sông Trà thông xe"), title)
      << "what is shown wins over what is declared";
  EXPECT_EQ(title_of(html_page, "<h1>" + title + "</h1>", ""), title)
      << "<title> without the site's name where nothing is shown";
  EXPECT_EQ(title_of(page + std::string(), "Trang chủ\n", title + " | Báo Ví Dụ\n"), title)
      << "text that begins with the <title>";
}

TEST(Extract, AnArticleThatIsOnlyDeclared) {
  std::string body;
  for (int i = 1; i < 12; ++i) {
    body += "Đoạn thứ " + std::to_string(i) + " kể tiếp câu chuyện về cây cầu mới. ";
    body += i % 4 == 0 ? "\\n" : "";
  }
  const std::string html =
      "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" +
      std::string(page_title) + "\",\"articleBody\":\"" + body +
      "\"}</script></head><body><ul><li><a href=/>Trang chủ</a></ul></body></html>";
  const Json json = Json::parse(thanbai({"extract", "--to", "json"}, html).out);
  EXPECT_EQ(json["verdict"], "article");
  EXPECT_EQ(json["title"], page_title);
  ASSERT_EQ(json["paragraphs"].size(), 3U);
  EXPECT_EQ(json["paragraphs"][0]["begin"], json["paragraphs"][0]["end"]) << "shown nowhere";
}

TEST(Extract, LedgerHoldsEveryLine) {
  const Ran ran = thanbai({"extract", "--to", "jsonl", "--ledger"}, page);
  EXPECT_EQ(count_lines(ran.out), 1U);
  const Json json = Json::parse(ran.out);
  ASSERT_EQ(json["lines"].size(), 12U) << "12 lines of the page are not blank";
  std::size_t reasons = 0;
  for (const Json& line : json["lines"]) {
    const std::size_t begin = line["begin"];
    const std::size_t end = line["end"];
    EXPECT_EQ(std::string(page).substr(begin, end - begin), line["text"]);
    reasons += line["evidence"].size();
  }
  EXPECT_GT(reasons, 0U);
}

TEST(Extract, OneLabelForEachLineOfTheFile) {
  const struct {
    std::string input;
    std::size_t lines;
    const char* why;
  } cases[] = {
      {page, 17, "lines with \\n"},
      {"", 0, "an empty file has no line"},
      {"\n", 1, "an empty line is a line"},
      {"a\nb", 2, "the last line may lack its end"},
      {"a\r\n\r\nb\r\n", 3, "CRLF is one end"},
      {"a\rb\r\rc", 4, "without \\n, \\r ends lines"},
      {"a\rb\nc\n", 2, "with \\n, it does not"},
      {"a\u2028b\n", 1, "to an editor U+2028 ends no line"},
      {std::string("\0\0\n\0", 4), 2, "NUL is a byte like others"},
      {utf16("a\n\nb\n"), 3, "lines are those of the text, not of its bytes"},
      {"\xFA\xFD\n\x80\n", 2, "ill-formed"},
  };
  for (const auto& c : cases) {
    const Ran ran = thanbai({"extract", "--to", "labels"}, c.input);
    EXPECT_EQ(ran.status, 0) << c.why;
    EXPECT_EQ(count_lines(ran.out), c.lines) << c.why << '\n' << ran.out;
  }
  const std::string labels = thanbai({"extract", "--to", "labels"}, page).out;
  EXPECT_NE(labels.find("title\ndateline\nblank\n"), std::string::npos) << labels;
}

TEST(Extract, SpansAreThoseOfTheFileGiven) {
  const Ran ran = thanbai({"extract", "--to", "json", "--ledger"}, utf16("first line\nsecond\n"));
  const Json lines = Json::parse(ran.out)["lines"];
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0]["begin"], 2) << "after the byte order mark";
  EXPECT_EQ(lines[1]["text"], "second");
  EXPECT_EQ(lines[1]["begin"], 2 + 2 * 11);
  EXPECT_EQ(lines[1]["end"], 2 + 2 * 17);
}

TEST(Extract, AnyBytesAreAPage) {
  const struct {
    std::string input;
    const char* why;
  } cases[] = {
      {"", "empty"},
      {std::string(100000, '\0'), "NULs"},
      {"\x89PNG\r\n\x1A\n" + std::string("\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\2\0\0\0", 21), "PNG"},
      {"\xC3\x28 \xF0\x9F\x98 \xED\xA0\x80\n", "ill-formed UTF-8"},
      {"\xFE\xFF\xD8\x00", "half of a surrogate pair"},
      {"\xFF\xFE\n", "a byte order mark and half a character"},
  };
  const Folder folder;
  std::vector<std::string> arguments = {"extract", "--to", ""};
  for (const auto& c : cases) arguments.push_back(folder.write(c.why, c.input));
  for (const char* to : {"text", "markdown", "json", "jsonl", "labels"}) {
    arguments[2] = to;
    const Ran ran = thanbai(arguments);
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.err, "");
    if (to[0] != 'j') continue;
    std::istringstream lines(ran.out);
    std::string line;
    for (const auto& c : cases) {
      ASSERT_TRUE(std::getline(lines, line)) << c.why;
      EXPECT_NE(Json::parse(line)["verdict"], "article") << c.why;
    }
  }
}

TEST(Extract, LargePages) {
  std::string line = "Một dòng dài không có điểm dừng nào cả, ";
  while (line.size() < std::size_t{100} << 20) line += line;
  const Ran one = thanbai({"extract", "--to", "labels"}, line);
  EXPECT_EQ(one.status, 0) << one.err;
  EXPECT_EQ(count_lines(one.out), 1U);

  std::string lines;
  for (int i = 0; i < 1000000; ++i) lines += "Dòng " + std::to_string(i) + '\n';
  const Ran many = thanbai({"extract", "--to", "labels"}, lines);
  EXPECT_EQ(many.status, 0) << many.err;
  EXPECT_EQ(count_lines(many.out), 1000000U);
}

TEST(Extract, WhatCannotBeReadIsNamedAndTheRestIsDone) {
  const Folder folder;
  const std::string good = folder.write("good.txt", page);
  const std::string missing = folder.path() + "/missing.txt";
  const std::string below = good + "/x";
  const Ran ran =
      thanbai({"extract", "--to", "jsonl", missing, good, below, good, missing + "\n2"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(count_lines(ran.out), 2U) << ran.out;
  EXPECT_EQ(Json::parse(ran.out.substr(0, ran.out.find('\n')))["id"], good);
  EXPECT_EQ(ran.err, "thanbai: " + missing + ": No such file or directory\n" + "thanbai: " + below +
                         ": Not a directory\n" + "thanbai: " + missing +
                         "?2: No such file or directory\n");
}

TEST(Extract, SeveralFilesInTheOrderGiven) {
  const Folder folder;
  const std::string a = folder.write("a", page);
  const std::string b = folder.write("b", "");
  const std::string text = thanbai({"extract", a}).out;
  EXPECT_EQ(thanbai({"extract", a, b, a}).out, text + "\f\n\f\n" + text)
      << "a form feed parts pages, also those without an article";
  const Ran json = thanbai({"extract", "--to", "json", b, a});
  EXPECT_EQ(count_lines(json.out), 2U) << "one page a line";
  EXPECT_EQ(json.out.find(b), json.out.find("/b\"") - folder.path().size());
}

TEST(Extract, NamesAreAnyBytes) {
  const Folder folder;
  const Ran ran = thanbai({"extract", "--to", "json", folder.write("\xFF.txt", page)});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(Json::parse(ran.out)["id"], folder.path() + "/\uFFFD.txt");
  const std::string dashed = folder.write("-x", page);
  EXPECT_EQ(thanbai({"extract", "--", dashed}).status, 0);
}

TEST(Extract, ReadsPipes) {
  const Folder folder;
  const std::string file = folder.write("page", page);
  const std::string fifo = folder.path() + "/fifo";
  ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
  const std::string command =
      "cat '" + file + "' > '" + fifo + "' & '" THANBAI_PROGRAM "' extract '" + fifo + "'";
  EXPECT_EQ(run({"/bin/sh", "-c", command}).out, thanbai({"extract", file}).out);
}

TEST(Extract, OutputThatEnds) {
  const Folder folder;
  const std::string file = folder.write("page", page);
  const Ran left = thanbai({"extract", file, file}, "", Out::nowhere);
  EXPECT_EQ(left.status, 0) << "a reader that has seen enough is no failure";
  EXPECT_EQ(left.err, "");
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"extract", file}, {"--version"}, {"extract", "--help"}}) {
    const Ran full = thanbai(arguments, "", Out::full_device);
    EXPECT_EQ(full.status, 1) << arguments[0];
    EXPECT_EQ(full.err, "thanbai: standard output: No space left on device\n") << arguments[0];
  }
}

TEST(Extract, KeepSaysWhatIsKept) {
  const std::string all = thanbai({"extract"}, page).out;
  EXPECT_EQ(thanbai({"extract", "--keep", "title,lead,body,heading,quote"}, page).out, all);
  const std::string body = thanbai({"extract", "--keep", "lead,body"}, page).out;
  EXPECT_EQ(std::string(page_title) + "\n\n" + body, all);
  EXPECT_NE(thanbai({"extract", "--keep", "related"}, page).out.find("Giá vàng"),
            std::string::npos);
}

TEST(Extract, APackOfOnesOwn) {
  const Folder folder;
  const std::string pack =
      folder.write("site.pack",
                   "pack site\nlanguage vi\n[promo]\nlabel advert\neffect is\n"
                   "where line_start\nmax_bytes 1000\nphrase Trước khi có cầu\n");
  const Ran ran = thanbai({"extract", "--pack", pack, "--to", "jsonl", "--ledger"}, page);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(ran.out.find("site/promo"), std::string::npos);
  EXPECT_NE(ran.out.find("\"site@"), std::string::npos);
  EXPECT_EQ(thanbai({"extract", "--pack", pack}, page).out.find("học sinh"), std::string::npos);
}

TEST(Program, WrongUsage) {
  const Folder folder;
  const std::string bad_pack = folder.write("bad.pack", "pack site\nnonsense here\n");
  const struct {
    std::vector<std::string> arguments;
    const char* says;
  } cases[] = {
      {{}, "subcommand"},
      {{"frobnicate"}, "frobnicate"},
      {{"extract", "--nonsense"}, "--nonsense"},
      {{"extract", "--to", "xml"}, "xml not in {"},
      {{"extract", "--from", "pdf"}, "pdf not in {"},
      {{"extract", "--keep", "title,nonsense"}, "nonsense not in {"},
      {{"extract", "--packs", "xx"}, "xx"},
      {{"extract", "--charset", "nonsense"}, "nonsense"},
      {{"extract", "--pack", "/nonexistent.pack"}, "/nonexistent.pack: No such file"},
      {{"extract", "--pack", bad_pack}, "bad.pack:2: "},
      {{"extract", "--ledger"}, "--ledger"},
      {{"extract", "--links"}, "--links"},
  };
  for (const auto& c : cases) {
    const Ran ran = thanbai(c.arguments, page);
    EXPECT_EQ(ran.status, 2) << c.says;
    EXPECT_EQ(ran.out, "") << "standard output holds results only";
    EXPECT_NE(ran.err.find(c.says), std::string::npos) << ran.err;
    EXPECT_EQ(count_lines(ran.err), 1U) << ran.err;
  }
}

TEST(Program, VersionNamesThePacks) {
  const Ran ran = thanbai({"--version"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out.rfind("thanbai " THANBAI_VERSION "\npack und@", 0), 0U) << ran.out;
  EXPECT_NE(ran.out.find("\npack vi@"), std::string::npos) << ran.out;
}

TEST(Program, HelpIsAResult) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--help"}, {"extract", "--help"}}) {
    const Ran ran = thanbai(arguments);
    EXPECT_EQ(ran.status, 0);
    EXPECT_NE(ran.out.find("Usage: thanbai"), std::string::npos);
    EXPECT_EQ(ran.err, "");
  }
}

}  // namespace
}  // namespace thanbai::test
