// WARC files: framing, and pages in every coding HTTP has for them.
#include <gtest/gtest.h>

#include "corpus.h"
#include "packed.h"
#include "page.h"
#include "run.h"

namespace thanbai::test {
namespace {

using program::From;
using State = program::Record::State;

std::string record(const std::string& type, const std::string& more, const std::string& block) {
  return "WARC/1.1\r\nWARC-Type: " + type + "\r\n" + more +
         "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& header, const std::string& body) {
  return record("response",
                "WARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: <http://vidu.example/a>\r\n"
                "warc-date:2025-01-13T00:00:00Z\r\nContent-Type: application/http\r\n",
                "HTTP/1.1 200 OK\r\n" + header + "\r\n" + body);
}

ReadCorpus read(const std::string& bytes, From from = From::warc,
                const program::RecordFlags& flags = {}) {
  const Folder folder;
  return read_corpus(from, folder.write("a.warc", bytes), flags);
}

/// A body in chunks of `size` bytes, as HTTP frames them.
std::string chunked(const std::string& body, std::size_t size) {
  std::string out;
  for (std::size_t at = 0; at < body.size(); at += size) {
    const std::string part = body.substr(at, size);
    char line[32];
    std::snprintf(line, sizeof line, "%zX;name=value\r\n", part.size());
    out += line + part + "\r\n";
  }
  return out + "0\r\nTrailer: x\r\n\r\n";
}

const std::string html = html_page;
const std::string html_type = "Content-Type: text/html; charset=utf-8\r\n";

TEST(Warc, BodiesInEveryCoding) {
  struct Case {
    const char* why;
    std::string header, body;
  };
  const Case cases[] = {
      {"as it is", "", html},
      {"identity says nothing", "Content-Encoding: identity\r\n", html},
      {"chunks", "Transfer-Encoding: chunked\r\n", chunked(html, 100)},
      {"names in any case", "TRANSFER-encoding:Chunked\r\n", chunked(html, 7)},
      {"gzip", "Content-Encoding: gzip\r\n", gzip(html)},
      {"gzip of two members", "Content-Encoding: x-gzip\r\n",
       gzip(html.substr(0, 99)) + gzip(html.substr(99))},
      {"gzip in chunks", "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
       chunked(gzip(html), 50)},
      {"gzip as a transfer coding", "Transfer-Encoding: gzip, chunked\r\n",
       chunked(gzip(html), 50)},
      {"deflate as RFC 9110 has it", "Content-Encoding: deflate\r\n", deflate(html, Frame::zlib)},
      {"deflate as some servers have it", "Content-Encoding: deflate\r\n",
       deflate(html, Frame::none)},
      {"brotli", "Content-Encoding: br\r\n", brotli(html)},
      {"zstd", "Content-Encoding: zstd\r\n", zstd(html)},
      {"one in another, the last first", "Content-Encoding: gzip, br\r\n", brotli(gzip(html))},
      {"the same in two fields", "Content-Encoding: br\r\nContent-Encoding: gzip\r\n",
       gzip(brotli(html))},
      {"decoded before it was archived: gzip", "Content-Encoding: gzip\r\n", html},
      {"decoded before it was archived: brotli", "Content-Encoding: br\r\n", html},
      {"decoded before it was archived: deflate", "Content-Encoding: deflate\r\n", html},
      {"decoded before it was archived: chunks", "Transfer-Encoding: chunked\r\n", html},
      {"the last chunk is missing", "Transfer-Encoding: chunked\r\n",
       "5000\r\n" + html},  // more than there is: the archive cut it
  };
  for (const Case& each : cases) {
    const ReadCorpus corpus = read(response(html_type + each.header, each.body));
    ASSERT_EQ(corpus.pages.size(), 1U) << each.why << corpus.problem;
    EXPECT_EQ(corpus.pages[0].state, State::page) << each.why << corpus.pages[0].message;
    EXPECT_EQ(corpus.pages[0].page, html) << each.why;
    EXPECT_EQ(corpus.pages[0].charset, "utf-8") << each.why;
    EXPECT_EQ(corpus.pages[0].form, From::html) << each.why;
    EXPECT_EQ(
        corpus.pages[0].fields.rfind(
            R"("id":"<urn:uuid:1>","url":"http://vidu.example/a","date":"2025-01-13T00:00:00Z")",
            0),
        0U)
        << each.why;
  }
}

TEST(Warc, BodiesThatBreakOffSaySo) {
  const std::string packed = gzip(html);
  const std::string cut = packed.substr(0, packed.size() / 2);
  const std::string chunks = chunked(html, 100);
  const std::string more = "Content-Length: " + std::to_string(html.size() + 1) + "\r\n";
  const std::string same = "Content-Length: " + std::to_string(html.size()) + "\r\n";
  const struct {
    const char *why, *truncated;
    std::string record;
  } cases[] = {
      {"whole", "", response(html_type + same, html)},
      {"a length that is less: the archive may have unpacked it", "",
       response(html_type + "Content-Length: 9\r\n", html)},
      {"a length that is none", "", response(html_type + "Content-Length: x\r\n", html)},
      {"chunks have no length", "",
       response(html_type + more + "Transfer-Encoding: chunked\r\n", chunks)},
      {"decoded before it was archived", "",
       response(html_type + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", html)},
      {"a length that is more", "content-length", response(html_type + more, html)},
      {"cut in a chunk", "chunked",
       response(html_type + "Transfer-Encoding: chunked\r\n", chunks.substr(0, 1000))},
      {"no last chunk", "chunked",
       response(html_type + "Transfer-Encoding: chunked\r\n", chunks.substr(0, chunks.rfind('0')))},
      {"cut gzip", "gzip", response(html_type + "Content-Encoding: gzip\r\n", cut)},
      {"cut gzip in whole chunks", "gzip",
       response(html_type + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
                chunked(cut, 50))},
      {"the archive says so", "length",
       record("response", "WARC-Truncated: length\r\n",
              "HTTP/1.1 200 OK\r\n" + html_type + more + "\r\n" + html)},
      {"of text too", "disconnect", record("conversion", "WARC-Truncated: disconnect\r\n", page)},
  };
  std::string all;
  for (const auto& each : cases) {
    all += each.record;
    const ReadCorpus corpus = read(each.record);
    ASSERT_EQ(corpus.pages.size(), 1U) << each.why << corpus.problem;
    const ReadPage& read = corpus.pages[0];
    EXPECT_EQ(read.state, State::page) << each.why << read.message;
    EXPECT_EQ(read.truncated, *each.truncated != '\0') << each.why;
    const std::string member = ",\"truncated\":\"" + std::string(each.truncated) + "\"";
    EXPECT_EQ(read.fields.find(member) != std::string::npos, read.truncated)
        << each.why << read.fields;
  }
  const Folder folder;
  const Ran ran = run(
      {THANBAI_PROGRAM, "extract", "--from", "warc", "--stats", "-", folder.write("a.warc", all)});
  EXPECT_EQ(ran.status, 0) << "what is there is extracted";
  EXPECT_NE(ran.err.find("; 7 truncated\n"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("\"truncated\":7,"), std::string::npos) << ran.err;
}

TEST(Warc, BodiesThatCannotBeDecoded) {
  const std::string packed = gzip(html);
  const std::string cut = packed.substr(0, packed.size() / 2);
  const ReadCorpus part = read(response(html_type + "Content-Encoding: gzip\r\n", cut));
  ASSERT_EQ(part.pages.size(), 1U);
  EXPECT_EQ(part.pages[0].state, State::page) << "what came before the cut counts";
  EXPECT_EQ(html.rfind(part.pages[0].page, 0), 0U);
  EXPECT_GT(part.pages[0].page.size(), html.size() / 4);

  struct Case {
    const char *why, *coding;
    std::string body, code, message;
  };
  program::RecordFlags flags;
  flags.max_bytes = 100000;
  const std::string bomb = gzip(std::string(1 << 20, 'x'));
  ASSERT_LT(bomb.size(), 10000U);
  const Case cases[] = {
      {"nothing before the damage", "gzip", std::string("\x1F\x8B\0garbage", 10), "bad_content",
       "the gzip content is damaged"},
      {"nobody knows it", "lzma", html, "bad_content", "unknown content coding lzma"},
      {"small packed, large unpacked", "gzip", bomb, "record_too_large",
       "larger than 100000 bytes"},
  };
  for (const Case& each : cases) {
    const std::string header = html_type + "Content-Encoding: " + each.coding + "\r\n";
    const ReadCorpus corpus = read(response(header, each.body), From::warc, flags);
    ASSERT_EQ(corpus.pages.size(), 1U) << each.why;
    EXPECT_EQ(corpus.pages[0].state, State::failed) << each.why;
    EXPECT_EQ(corpus.pages[0].error, each.code) << each.why;
    EXPECT_EQ(corpus.pages[0].message, each.message) << each.why;
    EXPECT_NE(corpus.pages[0].fields.find("vidu.example"), std::string::npos) << each.why;
  }
}

TEST(Warc, WhatIsAPage) {
  struct Case {
    const char* why;
    std::string record;
    State state;
    From form;
    std::string charset;
  };
  const Case cases[] = {
      {"html", response("Content-Type: TEXT/HTML\r\n", html), State::page, From::html, ""},
      {"charset in quotes, other parameters",
       response("Content-Type: text/html; v=1; Charset = \"windows-1258\"; x=2\r\n", html),
       State::page, From::html, "windows-1258"},
      {"xhtml", response("Content-Type: application/xhtml+xml\r\n", html), State::page, From::html,
       ""},
      {"text", response("Content-Type: text/plain;charset=UTF-8\r\n", page), State::page,
       From::text, "UTF-8"},
      {"no type: the bytes tell", response("", html), State::page, From::automatic, ""},
      {"lines that end in \\n alone",
       record("response", "", "HTTP/1.0 200 OK\nContent-Type: text/html\n\n" + html), State::page,
       From::html, ""},
      {"a picture", response("Content-Type: image/png\r\n", "\x89PNG"), State::skipped, From::html,
       ""},
      {"not found",
       record("response", "", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + html),
       State::skipped, From::html, ""},
      {"not HTTP", record("response", "Content-Type: text/dns\r\n", "20250113\nvidu.example"),
       State::skipped, From::html, ""},
      {"a resource is its own body",
       record("resource", "Content-Type: text/html; charset=big5\r\n", html), State::page,
       From::html, "big5"},
      {"a conversion is text in UTF-8", record("conversion", "Content-Type: text/plain\r\n", page),
       State::page, From::text, "UTF-8"},
  };
  for (const Case& each : cases) {
    const ReadCorpus corpus = read(each.record);
    ASSERT_EQ(corpus.pages.size(), 1U) << each.why << corpus.problem;
    EXPECT_EQ(corpus.pages[0].state, each.state) << each.why;
    if (each.state != State::page) continue;
    EXPECT_EQ(corpus.pages[0].form, each.form) << each.why;
    EXPECT_EQ(corpus.pages[0].charset, each.charset) << each.why;
    EXPECT_EQ(corpus.pages[0].page, each.form == From::text ? page : html) << each.why;
  }
  for (const char* type : {"warcinfo", "request", "metadata", "revisit", "continuation", "news"}) {
    EXPECT_EQ(read(record(type, "", html)).pages.size(), 0U) << type;
  }
  EXPECT_EQ(read(response(html_type, html), From::wet).pages.size(), 0U) << "wet: conversions only";
}

TEST(Warc, FramingThatBreaks) {
  const std::string good = response(html_type, html);
  struct Case {
    const char* why;
    std::string bytes;
    std::size_t pages;
    std::string problem;
  };
  const Case cases[] = {
      {"two", good + good, 2, ""},
      {"each a gzip member, as Common Crawl has it", gzip(good) + gzip(good), 2, ""},
      {"no blank lines between", good.substr(0, good.size() - 4) + good, 2, ""},
      {"nothing", "", 0, ""},
      {"cut in a block", good + good.substr(0, good.size() - 10), 1, "the last record ends early"},
      {"cut in a header", good + good.substr(0, 30), 1, "a WARC header without end"},
      {"no size", "WARC/1.0\r\nWARC-Type: response\r\n\r\n", 0,
       "a WARC record without Content-Length"},
      {"a size that is none", "WARC/1.0\r\nContent-Length: 1x\r\n\r\n", 0,
       "a WARC record without Content-Length"},
      {"a size beyond 64 bits", "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n", 0,
       "a WARC record without Content-Length"},
      {"something else", "<html>", 0, "not a WARC record"},
      {"a header of a megabyte", "WARC/1.0\r\n" + std::string(1 << 20, 'x'), 0,
       "a WARC header without end"},
      {"cut in a member", gzip(good) + gzip(good).substr(0, 200), 1,
       "the compressed data ends early"},
  };
  for (const Case& each : cases) {
    const ReadCorpus corpus = read(each.bytes);
    EXPECT_EQ(corpus.pages.size(), each.pages) << each.why;
    const std::string problem = corpus.problem.substr(0, corpus.problem.find(" ("));
    EXPECT_EQ(problem, each.problem) << each.why;
  }
  program::RecordFlags flags;
  flags.max_bytes = 1000;
  const ReadCorpus large = read(
      response(html_type, std::string(2000, 'x')) + response(html_type, "<p>"), From::warc, flags);
  ASSERT_EQ(large.pages.size(), 2U);
  EXPECT_EQ(large.pages[0].error, "record_too_large");
  EXPECT_NE(large.pages[0].fields.find("urn:uuid:1"), std::string::npos) << "its name is kept";
  EXPECT_EQ(large.pages[1].page, "<p>") << "and reading goes on";
}

TEST(Warc, BadRecordsAreFoundAndPassedOver) {
  const std::string good = response(html_type, html);
  const std::string bad = "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + html;
  std::string small = good;  // a size too small
  const std::size_t size = small.find("Content-Length: ") + std::string("Content-Length: ").size();
  small.replace(size, 1, "0");
  const std::string at = "at byte " + std::to_string(good.size());
  const struct {
    const char* why;
    std::string bytes;
    std::size_t pages;
    std::string problem;
  } cases[] = {
      {"plain: nothing tells where the next begins", good + bad + good, 1,
       "a WARC record without Content-Length (record 2, " + at + ")"},
      {"a member each", gzip(good) + gzip(bad) + gzip(good), 2,
       "a WARC record without Content-Length (record 2, " + at +
           ", unpacked); reading went on at the next member"},
      {"a frame each", zstd(good) + zstd("garbage\n") + zstd(good), 2,
       "not a WARC record (record 2, " + at + ", unpacked); reading went on at the next member"},
      {"the first is told", gzip("1\n") + gzip(good) + gzip("2\n") + gzip(good), 2,
       "not a WARC record (record 1, at byte 0, unpacked); reading went on at the next member"},
      {"the last", gzip(good) + gzip(bad), 1,
       "a WARC record without Content-Length (record 2, " + at + ", unpacked)"},
  };
  for (const auto& each : cases) {
    const ReadCorpus corpus = read(each.bytes);
    EXPECT_EQ(corpus.pages.size(), each.pages) << each.why;
    EXPECT_EQ(corpus.problem, each.problem) << each.why;
  }
  const ReadCorpus cut = read(gzip(small) + gzip(good));
  ASSERT_EQ(cut.pages.size(), 2U) << cut.problem;
  EXPECT_EQ(cut.pages[1].page, html) << "what a small size leaves is left out";
  EXPECT_EQ(cut.problem.rfind("not a WARC record (record 2, ", 0), 0U) << cut.problem;
}

TEST(Warc, TheCharsetHttpDeclaresIsUsed) {
  // 0xE0 0xEC are "à" and a combining grave in windows-1258, "ŕě" in windows-1250.
  const std::string body = "<title>x</title><p>C\xE2y c\xE0u";
  const Folder folder;
  const std::string path =
      folder.write("a.warc", response("Content-Type: text/html; charset=windows-1250\r\n", body) +
                                 response("Content-Type: text/html; charset=nobody\r\n", body) +
                                 record("resource", "Content-Type: text/plain; charset=nobody\r\n",
                                        "C\xC3\xA2u chuy\xE1\xBB\x87n"));
  const Ran ran = run(
      {THANBAI_PROGRAM, "extract", "--from", "warc", "--to", "jsonl", "--ledger", "--quiet", path});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(ran.out.find("Cây cŕu"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("Cây càu"), std::string::npos) << "unknown: as detected\n" << ran.out;
  EXPECT_NE(ran.out.find("Câu chuyện"), std::string::npos) << "of text too\n" << ran.out;
}

}  // namespace
}  // namespace thanbai::test
