#include "verdict.h"

#include <algorithm>
#include <cmath>

#include "measured_page.h"

namespace thanbai {
namespace {

struct Row {
  int words;
  Label label;
  float score;
  float first = 0;  // what the first trees gave, if that differs
};

Document judged(const std::vector<Row>& rows, const Metadata& metadata = {}, bool is_html = false) {
  MeasuredPage page(std::vector<std::string_view>(rows.size()));
  Zones zones;
  Document document;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    page.set("words", row, rows[row].words);
    const float first = rows[row].first == 0 ? std::min(rows[row].score, 0.95F) : rows[row].first;
    page.set("first_score", row, static_cast<int>(100 * std::log(first / (1 - first))));
    zones.labels.push_back(rows[row].label);
    document.lines.push_back({{}, rows[row].label, rows[row].score, 0, 0});
    if (!is_kept(rows[row].label) || rows[row].label == Label::title) continue;
    if (zones.first == no_row) zones.first = row;
    zones.last = row;
  }
  set_verdict(article_odds(page.columns, zones, metadata, is_html, document.lines.data()),
              document);
  return document;
}

/// How surely the page is an article: the verdict and its confidence as one number in [0, 1].
float article(const Document& document) {
  if (document.verdict == Verdict::article) return document.confidence;
  if (document.verdict == Verdict::no_article) return 1 - document.confidence;
  return 0.5F;
}

constexpr Row paragraph = {60, Label::body, 0.99F};
constexpr Row teaser = {20, Label::body, 0.6F};
constexpr Row menu = {3, Label::navigation, 0.01F};

TEST(Verdict, Pages) {
  struct Case {
    const char* why;
    std::vector<Row> rows;
    Verdict verdict;
  };
  const Case cases[] = {
      {"no line at all", {}, Verdict::no_article},
      {"nothing kept", {menu, menu}, Verdict::no_article},
      {"a title alone", {{12, Label::title, 0.9F}, menu}, Verdict::no_article},
      {"paragraphs in a row", {menu, paragraph, paragraph, paragraph}, Verdict::article},
      {"a photo and a box between",
       {paragraph, menu, menu, paragraph, paragraph},
       Verdict::article},
      {"one short line that is hardly kept", {menu, teaser, menu}, Verdict::no_article},
      {"a short notice whose score is sure", {{35, Label::body, 0.99F}}, Verdict::article},
      {"a short notice whose score is not", {{35, Label::body, 0.80F}}, Verdict::uncertain},
  };
  for (const Case& c : cases) {
    const Document document = judged(c.rows);
    EXPECT_EQ(to_string(document.verdict), to_string(c.verdict)) << c.why;
    EXPECT_GE(document.confidence, 0.0F) << c.why;
    EXPECT_LE(document.confidence, 1.0F) << c.why;
  }
}

TEST(Verdict, WhatThePageSaysItIsCountsWhereTheLinesAreDoubtful) {
  Metadata website, article, posting, dated, by_type_alone;
  website.type = "website";
  article.schema_type = "NewsArticle";
  posting.type = "website";
  posting.schema_type = "BlogPosting";
  dated.type = "website";
  dated.published = "2026-11-22";
  by_type_alone.type = "article";
  const struct {
    const char* why;
    Metadata metadata;
    Verdict verdict;
  } cases[] = {
      {"nothing said", {}, Verdict::uncertain},
      {"og:type of a home page", website, Verdict::no_article},
      {"a schema of articles", article, Verdict::article},
      {"which wins over og:type", posting, Verdict::article},
      {"as does a date", dated, Verdict::article},
      {"og:type of anything", by_type_alone, Verdict::uncertain},
  };
  for (const auto& c : cases) {
    const Document document = judged({{35, Label::body, 0.80F}}, c.metadata);
    EXPECT_EQ(to_string(document.verdict), to_string(c.verdict)) << c.why;
    EXPECT_EQ(to_string(judged({}, c.metadata).verdict), "no_article") << "nothing is kept";
  }
  const Document sure = judged({paragraph, paragraph, paragraph}, website);
  EXPECT_EQ(to_string(sure.verdict), "article") << "the lines are not doubtful";
}

TEST(Verdict, MarkupThatSaysNothingSpeaksAgainstAnArticle) {
  const std::vector<Row> doubtful = {{35, Label::body, 0.80F}};
  EXPECT_EQ(to_string(judged(doubtful, {}, true).verdict), "no_article") << "in HTML";
  EXPECT_EQ(to_string(judged(doubtful).verdict), "uncertain") << "text cannot say anything";
  Metadata dated;
  dated.published = "2026-11-22";
  EXPECT_EQ(to_string(judged(doubtful, dated, true).verdict), "article");
  EXPECT_EQ(to_string(judged({paragraph, paragraph}, {}, true).verdict), "article")
      << "a fragment has no metadata, but its lines are not doubtful";
}

TEST(Verdict, MoreOfAnArticleIsSurer) {
  float before = -1;
  for (std::size_t paragraphs = 1; paragraphs < 20; ++paragraphs) {
    const float now = article(judged(std::vector<Row>(paragraphs, paragraph)));
    EXPECT_GE(now, before) << paragraphs;
    before = now;
  }
}

TEST(Verdict, ScatteredSentencesWeighLess) {
  std::vector<Row> together(4, teaser);
  std::vector<Row> apart;
  for (int i = 0; i < 4; ++i) {
    apart.push_back(teaser);
    apart.insert(apart.end(), 8, menu);
  }
  together.insert(together.end(), 32, menu);
  EXPECT_GT(judged(apart).confidence, judged(together).confidence) << "of no article";
}

}  // namespace
}  // namespace thanbai
