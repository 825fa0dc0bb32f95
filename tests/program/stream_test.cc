// Corpora through the program: JSON Lines and WET in, JSON Lines out.
#include <gtest/gtest.h>

#include <fstream>
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

/// The counters of a run, but for how long it took.
Json counters(const Folder& folder) {
  std::ifstream file(folder.path() + "/stats");
  Json json = Json::parse(file);
  EXPECT_GE(json["seconds"].get<double>(), 0);
  json.erase("seconds");
  return json;
}

TEST(Stream, JsonLinesOneOutForOneIn) {
  const std::string good = Json{{"id", 7}, {"text", page}}.dump();
  const Folder folder;
  const std::string input =
      "\xEF\xBB\xBF"
      R"({"id": "a", "text": "Trang chủ"})"
      "\n\n{broken\n[1]\r\n{\"id\": 2, \"x\":[]}\n" +
      good + "\n" + Json{{"html", html_page}}.dump();
  const Ran ran = stream({"jsonl", "--stats", folder.path() + "/stats"}, input);
  EXPECT_EQ(ran.status, 0);
  const auto lines = lines_of(ran.out);
  ASSERT_EQ(lines.size(), 6U) << ran.out;
  EXPECT_EQ(lines[0].rfind(R"({"id":"a","article":{"verdict":"no_article")", 0), 0U)
      << "a byte order mark is no part of the record\n"
      << lines[0];
  EXPECT_EQ(Json::parse(lines[1])["error"]["code"], "bad_json");
  EXPECT_EQ(Json::parse(lines[1])["error"]["line"], 3) << "a blank line is counted, and no record";
  EXPECT_EQ(Json::parse(lines[2])["error"]["message"], "not an object");
  EXPECT_EQ(lines[3].rfind(R"({"id":2,"x":[],"error":{"code":"no_page",)", 0), 0U)
      << "a failed record keeps what it can";
  EXPECT_EQ(Json::parse(lines[4])["article"]["title"], page_title);
  EXPECT_EQ(Json::parse(lines[5])["article"]["site"], "Báo Ví Dụ");
  EXPECT_EQ(counters(folder), (Json{{"read", 6},
                                    {"extracted", 2},
                                    {"no_article", 1},
                                    {"failed", 3},
                                    {"skipped", 0},
                                    {"truncated", 0},
                                    {"bytes", input.size() - 3 - 1},  // without mark, blank line
                                    {"whole", true}}));
  EXPECT_EQ(ran.err.rfind("thanbai: 6 records in ", 0), 0U) << ran.err;
  EXPECT_NE(ran.err.find("2 extracted, 1 without an article, 3 failed\n"), std::string::npos);
}

TEST(Stream, WhatIsNotOursPassesAsItIsWritten) {
  struct Case {
    const char *why, *member;
  };
  const Case cases[] = {
      {"an integer of 64 bits", R"("n":18446744073709551615)"},
      {"one of many more", R"("n":-123456789012345678901234567890)"},
      {"decimals that a double would lose", R"("n":0.10000000000000000555)"},
      {"a zero at the end", R"("n":1.50)"},
      {"beyond any double", R"("n":1E+999)"},
      {"escapes", R"("n":"\u0041\/\"\\")"},
      {"half a character", R"("n":"\ud83d")"},
      {"an escape in the name", R"("\u006eam\"e":1)"},
      {"the same name twice", R"("n":1,"n":2)"},
      {"blanks inside", R"("n":{"x": [1, "}\"]" ] , "y":{ }})"},
      {"deep", R"("n":[[[[[[{"a":[{"b":[null,true,false,-0,0.5e-7]}]}]]]]]])"},
      {"nothing", R"("":null)"},
  };
  std::string input;
  for (const Case& each : cases) {  // the last token of a line is a case of its own
    const std::string member = each.member;
    input += '{' + member + R"(,"text":"a"})" + '\n';
    input += R"({"text":"a", )" + member + "}\n";
    input += R"({"text":"a", )" + member + " }\n";
  }
  const auto lines = lines_of(stream({"jsonl"}, input).out);
  ASSERT_EQ(lines.size(), 3 * std::size(cases));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Case& each = cases[i / 3];
    EXPECT_EQ(lines[i].rfind('{' + std::string(each.member) + R"(,"article":{)", 0), 0U)
        << each.why << "\n"
        << lines[i];
  }
  const Ran again = stream({"jsonl"}, R"({"article":{"x":1},"text":"a","error":2})");
  EXPECT_EQ(again.out.rfind(R"({"article":{"verdict")", 0), 0U) << "ours replace an earlier run's";
}

TEST(Stream, LinesThatAreNotJson) {
  const char* const lines[] = {
      R"({"id":5,"n":nul,"text":"a"})",
      R"({"id":5,"n":01,"text":"a"})",
      R"({"id":5,"n":1.,"text":"a"})",
      R"({"id":5,"n":-,"text":"a"})",
      R"({"id":5,"n":1e,"text":"a"})",
      R"({"id":5,"n":+1,"text":"a"})",
      R"({"id":5,"n":"\x","text":"a"})",
      R"({"id":5,"n":"\u12g4","text":"a"})",
      R"({"id":5,"n":[1,],"text":"a"})",
      R"({"id":5,"n":[1 2],"text":"a"})",
      R"({"id":5,"n":{"a"},"text":"a"})",
      R"({"id":5,"n":{"\q":1},"text":"a"})",
      R"({"id":5,"n":{1:2},"text":"a"})",
      R"({"id":5,"\q":1,"text":"a"})",
      R"({"id":5,"text":"\q"})",
      R"({"id":5,"text":"a"},)",
      R"({"id":5,"text":"a"}{})",
      R"({"id":5,"n":NaN})",
      R"({"id":5,"n":["b":"c"}],"text":"a"})",
      R"({"id":5,"n":"b":"c","text":"a"})",
      R"({"id":5,"n":{"a":"b":"c"},"text":"a"})",
      R"({"id":5,"text":"a":"b"})",
      R"({"id":5,"text":"\ud83d":"b"})",
      R"({"id":5,"n":[1:2],"text":"a"})",
  };
  std::string input;
  for (const char* line : lines) input += std::string(line) + '\n';
  // What cannot even be cut into tokens has lost its id.
  input += "{\"id\":5,\"text\":\"\xFF\"}\n{\"id\":5,\"text\":\"a\n";
  const auto out = lines_of(stream({"jsonl"}, input).out);
  ASSERT_EQ(out.size(), std::size(lines) + 2);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const Json json = Json::parse(out[i]);
    EXPECT_EQ(json["error"]["code"], "bad_json") << out[i];
    EXPECT_EQ(json["error"]["line"], i + 1) << out[i];
    EXPECT_EQ(json.size(), 2U) << "the id and the error\n" << out[i];
    if (i < std::size(lines)) {
      EXPECT_TRUE(json["id"] == 5 || json["id"].is_null()) << out[i];
    } else {
      EXPECT_TRUE(json["id"].is_null()) << out[i];
    }
  }
  EXPECT_EQ(Json::parse(out[0])["id"], 5) << "what stood before the fault is known";
  const std::string deep = R"({"text":"a","n":)" + std::string(100000, '[') + "}";
  EXPECT_EQ(Json::parse(stream({"jsonl"}, deep).out)["error"]["code"], "bad_json");
}

TEST(Stream, CorporaAreKnownByTheirNames) {
  const Folder folder;
  const std::string line = Json{{"text", page}}.dump() + "\n";
  const std::string wet = wet_record("conversion", page);
  const auto lines_out = [&](const char* name, const std::string& bytes) {
    const Ran ran = run({THANBAI_PROGRAM, "extract", "--quiet", folder.write(name, bytes)});
    EXPECT_EQ(ran.status, 0) << name << ran.err;
    return lines_of(ran.out).size() == 1 && ran.out.find("\"article\":{") != std::string::npos;
  };
  for (const char* name : {"a.jsonl", "b.ndjson", "a.jsonl.gz", "a.jsonl.zst"}) {
    EXPECT_TRUE(lines_out(name, line)) << name << ": what it is packed with, its bytes tell";
  }
  for (const char* name : {"a.warc", "a.warc.wet.gz", "a.wet"}) {
    EXPECT_TRUE(lines_out(name, wet)) << name;
  }
  EXPECT_FALSE(lines_out("a.json", line)) << "a page";
  EXPECT_FALSE(lines_out("jsonl", line)) << "a name without an ending";
  const Ran unnamed = run({THANBAI_PROGRAM, "extract"}, wet);
  EXPECT_EQ(unnamed.status, 1);
  EXPECT_EQ(unnamed.err, "thanbai: -: a WARC file; read it with --from warc or --from wet\n");

  EXPECT_EQ(lines_of(run({THANBAI_PROGRAM, "extract", "--quiet", folder.write("in/a.jsonl", line),
                          folder.path() + "/in"})
                         .out)
                .size(),
            2U)
      << "folders too";
  const std::string one = folder.write("in/page.txt", page);
  const Ran mixed = run({THANBAI_PROGRAM, "extract", folder.path() + "/in"});
  EXPECT_EQ(mixed.status, 2) << mixed.out;
  EXPECT_NE(mixed.err.find("say --from"), std::string::npos) << mixed.err;
  EXPECT_EQ(run({THANBAI_PROGRAM, "extract", "--to", "text", folder.path() + "/a.jsonl"}).status,
            2);
}

TEST(Stream, EncodingsAndNamesOfFiles) {
  const std::string mark = "\xEF\xBB\xBF";
  const std::string joined = mark + "{\"text\":\"a\"}\n" + mark + "{\"text\":\"a\"}\n";
  const auto lines = lines_of(stream({"jsonl"}, joined).out);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0], lines[1]) << "files joined, marks and all";
  for (const char* begin : {"\xFF\xFE{", "\xFE\xFF"}) {
    const Ran ran = stream({"jsonl", "--quiet"}, begin + std::string("x\n\n"));
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err, "thanbai: -: UTF-16; JSON Lines are UTF-8\n");
  }
  const Folder folder;
  const std::string a = folder.write("a.jsonl", "{\"text\":\"a\"}\n");
  const std::string b = folder.write("b.jsonl", "{\"text\":\"\xFF\"}\n");
  const auto errors = lines_of(run({THANBAI_PROGRAM, "extract", "--quiet", a, b}).out);
  ASSERT_EQ(errors.size(), 2U);
  EXPECT_EQ(Json::parse(errors[1])["error"]["file"], b) << "which of several";
  const auto alone = lines_of(run({THANBAI_PROGRAM, "extract", "--quiet", b}).out);
  EXPECT_FALSE(Json::parse(alone.at(0))["error"].contains("file"));
}

TEST(Stream, FieldsByName) {
  const std::string input = Json{{"key", "k1"}, {"id", 1}, {"body", page}}.dump() + "\n" +
                            R"({"key": 12345678901234567890123, "other": 1})" + "\n{broken\n";
  const auto lines =
      lines_of(stream({"jsonl", "--text-field", "body", "--id-field", "key"}, input).out);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(Json::parse(lines[0])["article"]["title"], page_title);
  EXPECT_EQ(Json::parse(lines[0])["id"], 1) << "of another name, so not ours";
  EXPECT_EQ(lines[1].rfind(R"({"key":12345678901234567890123,"other":1,"error":)", 0), 0U);
  EXPECT_EQ(lines[2].rfind(R"({"key":null,"error":)", 0), 0U) << lines[2];
  // Text with half a character is a page all the same.
  const std::string half = R"({"text":"Trang ch\u1ee7 \ud83d x \ud83d\ude00 \\ud83d"})";
  const auto mended = lines_of(stream({"jsonl", "--ledger"}, half).out);
  EXPECT_EQ(Json::parse(mended.at(0))["article"]["lines"][0]["text"],
            "Trang chủ \xEF\xBF\xBD x 😀 \\ud83d");
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
  const auto message = [&](const std::string& most) {
    const Ran out = stream({"jsonl", "--max-record-bytes", most}, large);
    return out.status != 0 ? out.err : Json::parse(out.out)["error"].value("message", "");
  };
  EXPECT_EQ(message("64K"), "larger than 65536 bytes");
  EXPECT_EQ(message("64kb"), message("64KiB"));
  for (const char* most : {"0", "-1", "x", "1Q", ""}) {
    EXPECT_LT(message(most).size(), 200U) << message(most);
    EXPECT_EQ(message(most).rfind("thanbai: --max-record-bytes", 0), 0U) << message(most);
  }
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
  EXPECT_EQ(cut.err.rfind("thanbai: -: the last record ends early (record 4, at byte ", 0), 0U)
      << cut.err;
  EXPECT_EQ(stream({"wet"}, "nonsense\n").status, 1);
}

TEST(Stream, EachRecordWithThePackOfItsSite) {
  const auto pack = [](const std::string& name, const std::string& label) {
    return "pack " + name + "\n[r]\nlabel " + label +
           "\neffect is\nphrase Quét mã để mở ứng dụng\n";
  };
  const Folder packs;
  packs.write("tin.pack", pack("tin.example", "caption"));
  packs.write("bao.pack", pack("bao.example", "advert"));
  const std::string text = "Quét mã để mở ứng dụng\n";
  const std::string html = "<link rel=canonical href=\"http://bao.example/1\"><p>" + text;
  const struct {
    const char *why, *label;
    Json record;
  } cases[] = {
      {"its host", "caption", {{"url", "https://m.tin.example/a?b"}, {"text", text}}},
      {"behind the page", "advert", {{"text", text}, {"url", "http://bao.example/\u1ee7"}}},
      {"a page that says it itself", "advert", {{"html", html}}},
      {"where it was found, whatever it says",
       "caption",
       {{"html", html}, {"url", "http://tin.example/"}}},
      {"no URL", "", {{"text", text}, {"url", nullptr}}},
      {"not that of the record before", "", {{"text", text}}},
      {"a site without a pack", "", {{"text", text}, {"url", "http://khac.example/"}}},
  };
  std::string input;
  for (const auto& each : cases) input += each.record.dump() + "\n";
  const auto label_of = [](const std::string& line) {
    return Json::parse(line)["article"]["lines"][0]["label"].get<std::string>();
  };
  const auto lines =
      lines_of(stream({"jsonl", "--ledger", "--packs-dir", packs.path()}, input).out);
  const auto without = lines_of(stream({"jsonl", "--ledger"}, input).out);
  ASSERT_EQ(lines.size(), std::size(cases));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool has_label = *cases[i].label != '\0';
    EXPECT_EQ(label_of(lines[i]), has_label ? cases[i].label : label_of(without[i]))
        << cases[i].why;
    EXPECT_EQ(Json::parse(lines[i])["article"]["url"], Json::parse(without[i])["article"]["url"])
        << "the page's own";
  }
  const std::string link = R"({"text":"Quét mã để mở ứng dụng","link":"http://tin.example/"})";
  EXPECT_EQ(
      label_of(
          stream({"jsonl", "--ledger", "--packs-dir", packs.path(), "--url-field", "link"}, link)
              .out),
      "caption");
  packs.write("vidu.pack", pack("vidu.example", "caption"));
  const std::string wet =
      stream({"wet", "--ledger", "--packs-dir", packs.path()}, wet_record("conversion", text)).out;
  EXPECT_EQ(label_of(wet), "caption") << "WARC-Target-URI";
}

TEST(Stream, OutputThatEnds) {
  const std::string input = Json{{"text", page}}.dump() + "\n";
  EXPECT_EQ(stream({"jsonl"}, input, Out::nowhere).status, 0);
  const Ran full = stream({"jsonl", "--quiet"}, input, Out::full_device);
  EXPECT_EQ(full.status, 1);
  EXPECT_EQ(full.err, "thanbai: standard output: No space left on device\n");
  EXPECT_EQ(run({THANBAI_PROGRAM, "extract", "--from", "jsonl", "--to", "text"}, input).status, 2)
      << "streams come out as jsonl";
  EXPECT_EQ(run({THANBAI_PROGRAM, "extract", "--from", "jsonl"}, input).out,
            stream({"jsonl"}, input).out);
}

}  // namespace
}  // namespace thanbai::test
