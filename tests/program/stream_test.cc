// Corpora through the program: JSON Lines and WET in, JSON Lines out.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "page.h"
#include "run.h"

namespace thanbai::test {
namespace {

using Json = nlohmann::json;

Ran stream(std::vector<std::string> more, const std::string& input, Out out = Out::captured) {
  std::vector<std::string> arguments = {THANBAI_PROGRAM, "extract", "--to", "jsonl", "--from"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run(arguments, input, out);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string wet_record(const std::string& type, const std::string& body) {
  return "WARC/1.0\r\nWARC-Type: " + type +
         "\r\nWARC-Target-URI: https://vidu.example/\"1\r\nwarc-record-id: <urn:1>\r\n"
         "WARC-Date: 2025-01-13T00:00:00Z\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n\r\n" + body + "\r\n\r\n";
}

TEST(Stream, JsonLinesOneOutForOneIn) {
  const std::string good = Json{{"id", 7}, {"text", page}}.dump();
  const Ran ran =
      stream({"jsonl"}, R"({"id": "a", "n": 1.50, "big": 18446744073709551615, "deep": {"x": [1, )"
                        R"("}\"]"]}, "text": "Trang chủ"})"
                        "\n{broken\n[1]\n{\"id\": 2}\n" +
                            good + "\n" + Json{{"html", html_page}}.dump());
  EXPECT_EQ(ran.status, 0);
  const auto lines = lines_of(ran.out);
  ASSERT_EQ(lines.size(), 6U) << ran.out;
  EXPECT_EQ(lines[0].rfind(R"({"id":"a","n":1.50,"big":18446744073709551615,)"
                           R"("deep":{"x": [1, "}\"]"]},"article":{"verdict":"no_article")",
                           0),
            0U)
      << "what is not ours comes out as it was written\n"
      << lines[0];
  EXPECT_EQ(Json::parse(lines[1])["error"]["code"], "bad_json");
  EXPECT_EQ(Json::parse(lines[1])["error"]["line"], 2);
  EXPECT_EQ(Json::parse(lines[2])["error"]["message"], "not an object");
  EXPECT_EQ(Json::parse(lines[3])["error"]["code"], "no_page");
  EXPECT_EQ(Json::parse(lines[3])["id"], 2) << "a failed record keeps what it can";
  EXPECT_EQ(Json::parse(lines[4])["article"]["title"], page_title);
  EXPECT_EQ(Json::parse(lines[5])["article"]["site"], "Báo Ví Dụ");
  EXPECT_EQ(Json::parse(ran.err),
            (Json{{"read", 6}, {"extracted", 2}, {"no_article", 1}, {"failed", 3}}));
}

TEST(Stream, TheSameForAnyNumberOfThreads) {
  std::string input;
  for (int i = 0; i < 1000; ++i) {
    input += i % 7 == 3 ? "{broken\n" : Json{{"id", i}, {"body", page}}.dump() + "\n";
  }
  const Ran one = stream({"jsonl", "--text-field", "body", "--threads", "1", "--quiet"}, input);
  EXPECT_EQ(one.err, "");
  EXPECT_EQ(lines_of(one.out).size(), 1000U);
  for (const char* threads : {"2", "7"}) {
    EXPECT_EQ(stream({"jsonl", "--text-field", "body", "--threads", threads}, input).out == one.out,
              true)
        << threads;
  }
}

TEST(Stream, LargeRecordsFailAlone) {
  const std::string good = Json{{"text", page}}.dump() + "\n";
  const std::string large = Json{{"text", std::string(1 << 20, 'x')}}.dump() + "\n";
  const Ran ran =
      stream({"jsonl", "--max-record-bytes", "100000", "--fail-on-error"}, good + large + good);
  EXPECT_EQ(ran.status, 1) << "as --fail-on-error says";
  const auto lines = lines_of(ran.out);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(Json::parse(lines[1])["error"]["code"], "record_too_large");
  EXPECT_EQ(lines[0], lines[2]);
}

TEST(Stream, Wet) {
  const std::string input = wet_record("warcinfo", "software: x\r\n") +
                            wet_record("conversion", page) + wet_record("conversion", "") +
                            wet_record("conversion", std::string(page) + "\r\n\r\n");
  const Ran ran = stream({"wet"}, input);
  EXPECT_EQ(ran.status, 0) << ran.err;
  const auto lines = lines_of(ran.out);
  ASSERT_EQ(lines.size(), 3U) << ran.out << ran.err;
  const Json first = Json::parse(lines[0]);
  EXPECT_EQ(first["id"], "<urn:1>");
  EXPECT_EQ(first["url"], "https://vidu.example/\"1");
  EXPECT_EQ(first["date"], "2025-01-13T00:00:00Z");
  EXPECT_EQ(first["article"]["title"], page_title);
  EXPECT_EQ(Json::parse(lines[1])["article"]["verdict"], "no_article");

  const Ran cut = stream({"wet"}, input.substr(0, input.size() - 20));
  EXPECT_EQ(cut.status, 1);
  EXPECT_EQ(lines_of(cut.out).size(), 2U) << "whole records come out";
  EXPECT_EQ(cut.err.rfind("thanbai: -: the last record ends early\n", 0), 0U) << cut.err;
  EXPECT_EQ(stream({"wet"}, "nonsense\n").status, 1);
}

TEST(Stream, OutputThatEnds) {
  const std::string input = Json{{"text", page}}.dump() + "\n";
  EXPECT_EQ(stream({"jsonl"}, input, Out::nowhere).status, 0);
  const Ran full = stream({"jsonl", "--quiet"}, input, Out::full_device);
  EXPECT_EQ(full.status, 1);
  EXPECT_EQ(full.err, "thanbai: standard output: No space left on device\n");
  EXPECT_EQ(run({THANBAI_PROGRAM, "extract", "--from", "jsonl"}, input).status, 2)
      << "streams come out as jsonl";
}

}  // namespace
}  // namespace thanbai::test
