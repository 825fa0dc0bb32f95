// thanbai evaluate from outside, on folders made here.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "page.h"
#include "run.h"

namespace thanbai::test {
namespace {

using Json = nlohmann::json;

Ran thanbai(std::vector<std::string> arguments, const std::string& input = {}) {
  arguments.insert(arguments.begin(), THANBAI_PROGRAM);
  return run(arguments, input);
}

Json json_of(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "evaluate");
  arguments.push_back("--json");
  const Ran ran = thanbai(arguments);
  EXPECT_EQ(ran.status, 0) << ran.err;
  return Json::parse(ran.out, nullptr, false);
}

constexpr const char* promo_pack =
    "pack site\nlanguage vi\n[promo]\nlabel advert\neffect is\nwhere line_start\n"
    "max_bytes 1000\n"
    "phrase Trước khi có cầu\n";

/// Pages whose gold is what comes out, so that every score is 1 until a test changes something.
class Evaluate : public ::testing::Test {
 protected:
  void SetUp() override {
    labels_ = thanbai({"extract", "--to", "labels"}, page).out;
    for (const char* name : {"set/a__1", "set/a__2", "set/b__1", "set/more/c__1"}) {
      folder_.write(name + std::string(".txt"), page);
      folder_.write(name + std::string(".labels"), labels_);
    }
    folder_.write("set/unlabelled.txt", page);
    set_ = folder_.path() + "/set";
  }

  Folder folder_;
  std::string set_;
  std::string labels_;
};

TEST_F(Evaluate, OwnLabelsScoreOne) {
  const Json json = json_of({set_ + "/"});
  EXPECT_EQ(json["overall"]["pages"], 4) << "unlabelled pages are passed over";
  EXPECT_EQ(json["overall"]["precision"], 1);
  EXPECT_EQ(json["overall"]["recall"], 1);
  EXPECT_EQ(json["overall"]["f1"], 1);
  EXPECT_EQ(json["overall"]["title"], (Json{{"right", 4}, {"of", 4}}));
  EXPECT_EQ(json["overall"]["exact_label"]["right"], json["overall"]["exact_label"]["of"]);
  EXPECT_EQ(json["sites"]["a"]["pages"], 2);
  EXPECT_EQ(json["folders"]["set/more"]["pages"], 1);
  EXPECT_EQ(json["pages"][0]["id"], "set/a__1");
}

TEST_F(Evaluate, WrongLinesAreShown) {
  std::string gold = labels_;  // but with body lines as captions, which are not kept
  while (gold.find("body") != std::string::npos) gold.replace(gold.find("body"), 4, "caption");
  folder_.write("set/b__1.labels", gold);
  const Ran ran = thanbai({"evaluate", set_, "--worst", "1", "--rules", "--sites-out", "2"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(ran.out.find("set/b__1\n"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("gold D, body"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("misled by +"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("0: a"), std::string::npos) << "the larger site first\n" << ran.out;
  const Json json = json_of({set_, "--worst", "1", "--rules", "--sites-out", "2"});
  EXPECT_EQ(json["pages"][2]["wrong"][0]["gold"], "D");
  EXPECT_FALSE(json["pages"][0].contains("wrong"));
  EXPECT_EQ(json["folds"].size(), 2U);
  EXPECT_GT(json["rules"].size(), 0U);
}

TEST_F(Evaluate, ABaselineShowsWhatChanged) {
  const std::string before =
      folder_.write("before.json", thanbai({"evaluate", set_, "--json"}).out);
  EXPECT_EQ(json_of({set_, "--baseline", before})["changes"].size(), 0U);
  const std::string pack = folder_.write("site.pack", promo_pack);
  const Json json = json_of({set_, "--baseline", before, "--pack", pack});
  EXPECT_EQ(json["compared_pages"], 4);
  ASSERT_EQ(json["changes"].size(), 4U) << "one line a page";
  EXPECT_EQ(json["changes"][0]["after"], "advert");
  EXPECT_EQ(json["changes"][0]["right_now"], false);
  EXPECT_EQ(json["changes"][0]["line"], 10);
  const Ran ran = thanbai({"evaluate", set_, "--baseline", before, "--pack", pack});
  EXPECT_NE(ran.out.find("4 pages compared: 0 lines (0 words) mended, 4 lines"), std::string::npos)
      << ran.out;
}

TEST_F(Evaluate, WhatCannotBeScoredIsNamed) {
  folder_.write("set/a__2.labels", "K\n");
  folder_.write("set/b__1.labels", "nonsense\n");
  folder_.write("set/d__1.labels", "K\n");
  folder_.write("empty/readme", "");
  const std::string empty = folder_.path() + "/empty";
  const std::string missing = folder_.path() + "/missing";
  const Ran ran = thanbai({"evaluate", empty, missing, set_, "--json"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.err, "thanbai: " + empty +
                         ": no labelled page (NAME.txt with NAME.labels, or NAME.html)\n" +
                         "thanbai: " + missing + ": No such file or directory\n" +
                         "thanbai: " + set_ + "/a__2.txt: 1 labels for 17 lines\n" +
                         "thanbai: " + set_ + "/b__1.txt: line 1 is not a label: nonsense\n" +
                         "thanbai: " + set_ + "/d__1.txt: No such file or directory\n");
  EXPECT_EQ(Json::parse(ran.out)["overall"]["pages"], 2) << "the others are done";

  const std::string bad = folder_.write("bad.json", "{\"pages\": 1}");
  const std::string other = folder_.write("other.json", "{\"pages\": []}");
  EXPECT_EQ(thanbai({"evaluate", set_ + "/more", "--baseline", bad}).err,
            "thanbai: " + bad + ": not the output of `thanbai evaluate --json`\n");
  EXPECT_EQ(thanbai({"evaluate", set_ + "/more", "--baseline", other}).status, 1);
  EXPECT_EQ(thanbai({"evaluate", folder_.path() + "/none"}).out, "") << "no tables of nothing";
  EXPECT_EQ(thanbai({"evaluate"}).status, 2) << "a folder is needed";
  EXPECT_EQ(thanbai({"evaluate", set_, "--sites-out", "1"}).status, 2) << "one fold is none";
}

TEST_F(Evaluate, HtmlPagesByTheirText) {
  const Json extracted = Json::parse(thanbai({"extract", "--to", "json"}, html_page).out);
  const std::string html = folder_.path() + "/html";
  folder_.write("html/a__1.html", html_page);
  folder_.write("html/a__1.gold.txt", extracted["text"]);
  folder_.write("html/a__1.meta.json", Json{{"site", "vidu"},
                                            {"title", page_title},
                                            {"date", {"Thứ hai, 13/1/2025"}},
                                            {"byline", "Lê Thị Ví"}}
                                           .dump());
  folder_.write("html/none/b__1.html", "<html><ul><li><a href=/>Trang chủ</a></ul>");
  const Json json = json_of({html});
  EXPECT_EQ(json["overall"]["pages"], 2);
  EXPECT_EQ(json["overall"]["f1"], 1);
  EXPECT_EQ(json["overall"]["title"], (Json{{"right", 1}, {"of", 1}}));
  EXPECT_EQ(json["overall"]["date"], (Json{{"right", 1}, {"of", 1}}));
  EXPECT_EQ(json["overall"]["author"], (Json{{"right", 1}, {"of", 1}}));
  EXPECT_EQ(json["overall"]["verdict_wrong"], 0) << "without gold text: no article";
  EXPECT_EQ(json["sites"]["vidu"]["pages"], 1);
  EXPECT_EQ(json["folders"]["html/none"]["f1"], 0) << "nothing to average";

  // A menu is none of the article's lines, though its words stand in the article.
  const std::string text = extracted["text"];
  folder_.write("html/a__1.gold.txt", text + " Trang chủ Thời sự");
  EXPECT_EQ(thanbai({"evaluate", html, "--worst", "2"}).out.find("gold K, navigation"),
            std::string::npos);

  folder_.write("html/a__1.gold.txt", "Một câu chuyện khác hẳn, không có ở trên trang này.");
  EXPECT_EQ(json_of({html})["overall"]["bad"], 1);
  const Ran worst = thanbai({"evaluate", html, "--worst", "1"});
  EXPECT_NE(worst.out.find("gold D, body"), std::string::npos) << worst.out;
}

}  // namespace
}  // namespace thanbai::test
