// Explained pages: plain and coloured text, HTML in which nothing of a page can run.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "page.h"
#include "run.h"

namespace thanbai::test {
namespace {

namespace fs = std::filesystem;

Ran explain(std::vector<std::string> arguments, const std::string& input = {}) {
  arguments.insert(arguments.begin(), {THANBAI_PROGRAM, "explain"});
  return run(arguments, input);
}

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++found;
  return found;
}

bool has(const std::string& text, const std::string& what) { return text.find(what) != text.npos; }

/// What stands between the first `begin` and the next `end`.
std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  if (from == text.npos) return {};
  const std::size_t to = text.find(end, from + begin.size());
  return text.substr(from + begin.size(), to - from - begin.size());
}

TEST(ExplainText, IsPlainWhereNoTerminalIs) {
  const Ran ran = explain({}, page);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out.rfind("-: article, ", 0), 0U) << ran.out;
  EXPECT_FALSE(has(ran.out, "\033"));
  EXPECT_TRUE(has(ran.out, std::string("title      ") + page_title + "\n"));
  EXPECT_TRUE(has(ran.out, "── above the article\n    1    navigation"));
  EXPECT_TRUE(has(ran.out, "── the article\n    3  │ title "));
  EXPECT_TRUE(has(ran.out, "── below the article\n"));
  EXPECT_TRUE(has(ran.out, "vi/related.header")) << "the reason";
  EXPECT_FALSE(has(explain({"--reasons", "0"}, page).out, "vi/related.header"));
  EXPECT_TRUE(has(explain({"--color", "always"}, page).out, "\033[33m")) << "related is yellow";
}

TEST(ExplainText, APageCannotMoveTheCursor) {
  const std::string hostile = std::string(page) +
                              "Bấm \033]0;owned\007 \xC2\x9B"
                              "2J \xE2\x80\xAE ngược\n";
  for (const char* const color : {"always", "never"}) {
    const std::string out = explain({"--color", color}, hostile).out;
    EXPECT_TRUE(has(out, "Bấm"));
    EXPECT_FALSE(has(out, "\033]"));
    EXPECT_FALSE(has(out, "\007"));
    EXPECT_FALSE(has(out, "\xC2\x9B"));
    EXPECT_FALSE(has(out, "\xE2\x80\xAE"));
  }
}

TEST(ExplainText, ATerminalHasColoursAndAPager) {
  if (::access("/usr/bin/script", X_OK) != 0) GTEST_SKIP() << "no script(1), which makes terminals";
  if (!has_terminals()) GTEST_SKIP() << "this machine gives out no terminals";
  const Folder folder;
  const std::string path = folder.write("page.txt", page);
  const auto in_terminal = [&](const std::string& rows, const std::string& set) {
    return run({"/usr/bin/script", "-qec",
                "stty rows " + rows + " cols 60; " + set + " PAGER='sed s/^/paged:/' '" +
                    std::string(THANBAI_PROGRAM) + "' explain '" + path + "'",
                "/dev/null"})
        .out;
  };
  const std::string few = in_terminal("10", "");
  EXPECT_EQ(few.rfind("paged:", 0), 0U) << few;
  EXPECT_TRUE(has(few, "\033["));
  EXPECT_TRUE(has(few, "…")) << "long lines are cut to the terminal";
  EXPECT_FALSE(has(in_terminal("200", ""), "paged:")) << "short enough";
  EXPECT_FALSE(has(in_terminal("200", "NO_COLOR=1"), "\033["));
  EXPECT_TRUE(has(in_terminal("10", "PATH=/nowhere"), page_title)) << "no pager there";
}

constexpr const char* attacks[] = {
    "<script>document.title='owned'</script>",
    "</script><script>document.title='owned'</script>",
    "</style><img src=x onerror=\"document.title='owned'\">",
    "\"><svg onload=document.title='owned'>",
    "' autofocus tabindex=0 onfocus='document.title=1' x='",
    "<a href=\"javascript:document.title='owned'\">Bấm vào đây</a>",
    "<meta http-equiv=refresh content='0;url=https://example.invalid/'>",
    "-->]]><iframe srcdoc='<script>parent.document.title=1</script>'>",
};

std::string hostile_page() {
  std::string text;
  for (const char* const attack : attacks) text += std::string(attack) + "\n";
  text += page;
  for (const char* const attack : attacks) {
    text += std::string("Sáng nay người dân có mặt từ sớm để chờ ") + attack + " giờ thông xe.\n";
  }
  return text;
}

TEST(ExplainHtml, HoldsNothingOfThePageButText) {
  const Folder folder;
  const std::string name = "<img src=x onerror=alert(1)>&\"'.txt";
  const std::string in = folder.write(name, hostile_page());
  const std::string out = folder.path() + "/out.html";
  const Ran ran = explain({"--to", "html", out, "--from", "text", in});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out + ran.err, "");
  const std::string html = read(out);
  EXPECT_EQ(count(html, "<script"), 1U);
  EXPECT_EQ(count(html, "</script"), 1U);
  EXPECT_EQ(count(html, "<style"), 1U);
  for (const char* const tag : {"<img", "<iframe", "<a ", "<base", "<form", "<link", "<object"}) {
    EXPECT_EQ(count(html, tag), 0U) << tag;
  }
  EXPECT_EQ(count(html, "<meta http-equiv"), 1U);
  EXPECT_EQ(count(html, "<svg"), 1U) << "the strip";
  EXPECT_TRUE(has(html, "&lt;script&gt;document.title=&#39;owned&#39;&lt;/script&gt;"));
  EXPECT_TRUE(
      has(html, "<h1 dir=\"auto\">&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;.txt<"));
  for (const char* const outside : {"src=\"", "url(", "@import", "href=\""}) {
    EXPECT_FALSE(has(html, outside)) << outside << ": it must need nothing";
  }
}

/// The hash of a text as a Content-Security-Policy has it, by the system's sha256sum.
std::string policy_hash(const std::string& text) {
  const std::string hex = run({"/usr/bin/sha256sum"}, text).out.substr(0, 64) + "00";
  const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string base64;
  for (std::size_t i = 0; i < hex.size(); i += 3) {
    const unsigned long digits = std::stoul(hex.substr(i, 3), nullptr, 16);
    base64 += letters[digits >> 6U];
    base64 += letters[digits & 63U];
  }
  return "'sha256-" + base64.substr(0, 43) + "='";
}

TEST(ExplainHtml, ItsPolicyAllowsOurScriptAndStyleAlone) {
  const Folder folder;
  folder.write("in/a.txt", page);
  explain({"--to", "html", folder.path() + "/out", folder.path() + "/in"});
  for (const char* const name : {"/out/index.html", "/out/a.txt.html"}) {
    const std::string html = read(folder.path() + name);
    EXPECT_EQ(between(html, "content=\"default-src ", "\""),
              "'none'; style-src " + policy_hash(between(html, "<style>", "</style>")) +
                  "; script-src " + policy_hash(between(html, "<script>", "</script>")) +
                  "; base-uri 'none'; form-action 'none'")
        << name;
  }
}

TEST(ExplainHtml, AFolderHasAnIndexWhoseLinksLead) {
  const Folder folder;
  folder.write("in/b c#%?.txt", page);
  folder.write("in/sub/đò.html", html_page);
  folder.write("in/menu.txt", "Trang chủ\nThời sự\nĐăng nhập\n");
  folder.write("in/index", page);
  folder.write("in/a.labels", "K\n");
  folder.write("in/.hidden/x.txt", page);
  const Ran ran = explain({"--to", "html", folder.path() + "/out", folder.path() + "/in"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  const std::string html = read(folder.path() + "/out/index.html");
  EXPECT_TRUE(has(html, "<h1>4 pages</h1>"));
  EXPECT_EQ(count(html, "<svg"), 4U);
  EXPECT_LT(html.find("menu.txt.html"), html.find("sub/")) << "without an article: first";
  for (const char* const link :
       {"b%20c%23%25%3F.txt.html", "sub/%C4%91%C3%B2.html.html", "menu.txt.html", "index-2.html"}) {
    EXPECT_TRUE(has(html, std::string("href=\"") + link + "\"")) << link;
  }
  for (const char* const file :
       {"b c#%?.txt.html", "sub/đò.html.html", "menu.txt.html", "index-2.html"}) {
    EXPECT_TRUE(fs::exists(folder.path() + "/out/" + file)) << file;
  }
}

TEST(ExplainHtml, PagesOfOneNameAreApart) {
  const Folder folder;
  const std::string a = folder.write("a/p.txt", page);
  const std::string b = folder.write("b/p.txt", "Trang chủ\n");
  explain({"--to", "html", folder.path() + "/out", a, b});
  EXPECT_TRUE(has(read(folder.path() + "/out/p.txt.html"), page_title));
  EXPECT_FALSE(has(read(folder.path() + "/out/p.txt-2.html"), page_title));
}

TEST(ExplainHtml, WhatCannotBeDoneIsSaid) {
  const Folder folder;
  const std::string in = folder.write("p.txt", page);
  EXPECT_EQ(explain({"--to", "html", "/dev/null/out.html", in}).status, 1);
  EXPECT_EQ(explain({"--to", "pdf", folder.path(), in}).status, 2);
  EXPECT_EQ(explain({"--to", "html"}).status, 2);
  const Ran ran = explain({"--to", "html", folder.path() + "/out", folder.path() + "/no", in});
  EXPECT_EQ(ran.status, 1);
  EXPECT_TRUE(fs::exists(folder.path() + "/out/p.txt.html")) << "the others are done";
}

TEST(ExplainHtml, InABrowserNothingOfThePageRuns) {
  if (::access("/usr/bin/chromium", X_OK) != 0) GTEST_SKIP() << "no chromium here";
  const Folder folder;
  const std::string in = folder.write("p.txt", hostile_page());
  const std::string out = folder.path() + "/out.html";
  ASSERT_EQ(explain({"--to", "html", out, "--from", "text", in}).status, 0);
  const Ran ran = run({"/usr/bin/timeout", "100", "/usr/bin/chromium", "--headless", "--no-sandbox",
                       "--disable-gpu", "--disable-quic", "--no-first-run",
                       "--disable-background-networking", "--disable-component-update",
                       "--disable-sync", "--user-data-dir=" + folder.path() + "/profile",
                       "--virtual-time-budget=2000", "--dump-dom", "file://" + out});
  if (ran.out.empty()) GTEST_SKIP() << "chromium does not start here: " << ran.err;
  EXPECT_TRUE(has(ran.out, "<title>p.txt</title>")) << "no attack set it";
  EXPECT_EQ(count(ran.out, "<script"), 1U);
  EXPECT_EQ(count(ran.out, "<img"), 0U);
  EXPECT_EQ(count(ran.out, "class=\"line ") - count(ran.out, "tabindex=\"-1\""), 1U)
      << "our script ran: one line is in the tab order";
}

}  // namespace
}  // namespace thanbai::test
