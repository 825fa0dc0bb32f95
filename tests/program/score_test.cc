// Scores against cases worked out by hand.
#include "score.h"

#include <gtest/gtest.h>

#include "gold_fields.h"
#include "labelled_pages.h"
#include "shingles.h"
#include "words.h"

namespace thanbai::program {
namespace {

TEST(Words, AsPythonsWordRuns) {
  const struct {
    const char* text;
    std::uint32_t words;
    const char* why;
  } cases[] = {
      {"", 0, "nothing"},
      {" .,;- ", 0, "no letter, no word"},
      {"một hai ba", 3, "spaces part"},
      {"snake_case_1", 1, "underscore and digits join"},
      {"1,2 km", 3, "a comma parts digits"},
      {"e-mail", 2, "a dash parts"},
      {"x² Ⅳ ½", 3, "numbers of all kinds are word characters"},
      {"中文字", 1, "a run, however long"},
      {"a\u0301b", 2, "a mark is no word character in Python"},
      {"ต้น", 2, "nor in Thai"},
      {"a\xFF"
       "b",
       2, "an ill-formed byte parts"},
      {"😀", 0, "a symbol is no word"},
  };
  for (const auto& c : cases) EXPECT_EQ(count_words(c.text), c.words) << c.why;
}

TEST(Words, SameTitle) {
  const struct {
    const char* a;
    const char* b;
    bool same;
    const char* why;
  } cases[] = {
      {"Cầu mới thông xe", "Cầu mới thông xe", true, "equal"},
      {"Cầu mới  thông\txe ", "CẦU MỚI THÔNG XE", true, "white space and case"},
      {"Câ\u0300u mới", "Cầu mới", true, "normal form"},
      {"Cầu mới thông xe - Báo Ví Dụ", "Cầu mới thông xe", true, "a site's name"},
      {"Cầu mới thông xe", "Cầu mới thông xe | Ví Dụ", true, "on either side"},
      {"Cầu mới thông xe", "Cầu mới thông", false, "a word less"},
      {"Cầu mới thông xe-Ví Dụ", "Cầu mới thông xe", false, "a name stands apart"},
      {"Cầu - Tin tức và sự kiện trong ngày", "Cầu", false, "a name longer than the title"},
      {"", "", true, "none and none"},
      {"", "Cầu", false, "none"},
      {" - Ví Dụ", "", false, "a name alone is no title"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(same_title(c.a, c.b), c.same) << c.why;
    EXPECT_EQ(same_title(c.b, c.a), c.same) << c.why << ", the other way";
  }
}

TEST(Score, GoldLabels) {
  const struct {
    const char* text;
    Gold gold;
    std::optional<Label> exact;
  } cases[] = {
      {"K", Gold::keep, std::nullopt},         {"D", Gold::drop, std::nullopt},
      {"T", Gold::title, std::nullopt},        {"?", Gold::unsure, std::nullopt},
      {"title", Gold::title, Label::title},    {"lead", Gold::keep, Label::lead},
      {"body", Gold::keep, Label::body},       {"heading", Gold::keep, Label::heading},
      {"quote", Gold::keep, Label::quote},     {"caption", Gold::drop, Label::caption},
      {"byline", Gold::drop, Label::byline},   {"dateline", Gold::drop, Label::dateline},
      {"related", Gold::drop, Label::related}, {"blank", Gold::drop, std::nullopt},
  };
  for (const auto& c : cases) {
    const auto line = gold_from(c.text);
    ASSERT_TRUE(line.has_value()) << c.text;
    EXPECT_EQ(line->gold, c.gold) << c.text;
    EXPECT_EQ(line->exact, c.exact) << c.text;
  }
  for (const char* text : {"", "k", "X", "Title", "K "}) EXPECT_FALSE(gold_from(text)) << text;
}

TEST(Score, OnePage) {
  const Gold K = Gold::keep;
  const Gold D = Gold::drop;
  const struct {
    std::vector<ScoredLine> lines;
    Score score;
    const char* why;
  } cases[] = {
      {{{K, true, 10}, {D, false, 5}}, {1, 1, 1}, "all right"},
      {{{K, true, 30}, {K, false, 10}, {D, true, 10}}, {0.75, 0.75, 0.75}, "30 of 40, 30 of 40"},
      {{{K, true, 10}, {D, true, 30}}, {0.25, 1, 0.4}, "2 * 1/4 * 1 / (5/4)"},
      {{{K, false, 10}, {D, true, 10}}, {0, 0, 0}, "only the wrong"},
      {{{K, false, 10}}, {0, 0, 0}, "nothing kept"},
      {{{K, true, 10}, {Gold::title, true, 99}, {Gold::unsure, true, 99}},
       {1, 1, 1},
       "T and ? do not count when kept"},
      {{{K, true, 10}, {Gold::title, false, 99}, {Gold::unsure, false, 99}},
       {1, 1, 1},
       "nor when dropped"},
      {{{K, true, 10}, {K, false, 0}, {D, true, 0}},
       {1, 1, 1},
       "lines without words weigh nothing"},
      {{{D, false, 10}}, {1, 1, 1}, "no article, nothing kept"},
      {{{D, true, 10}}, {0, 1, 0}, "no article, something kept"},
      {{}, {1, 1, 1}, "an empty page"},
  };
  for (const auto& c : cases) {
    const Score score = score_page(c.lines);
    EXPECT_DOUBLE_EQ(score.precision, c.score.precision) << c.why;
    EXPECT_DOUBLE_EQ(score.recall, c.score.recall) << c.why;
    EXPECT_DOUBLE_EQ(score.f1, c.score.f1) << c.why;
  }
}

PageScore page_score(Measure measure, Score score, bool has_article, Verdict verdict) {
  PageScore page;
  page.measure = measure;
  page.score = score;
  page.has_article = has_article;
  page.verdict = verdict;
  return page;
}

TEST(Score, SummaryAveragesPages) {
  Summary summary;
  EXPECT_EQ(summary.mean().f1, 0) << "no page";
  PageScore first = page_score(Measure::lines, {1, 1, 1}, true, Verdict::article);
  first.title_right = true;
  first.author_right = false;
  first.exact_lines = 10;
  first.exact_right = 9;
  summary.add(first);
  PageScore second = page_score(Measure::lines, {0.5, 1, 0.8}, true, Verdict::no_article);
  second.title_right = false;
  second.day_right = true;
  summary.add(second);
  summary.add(page_score(Measure::lines, {0, 1, 0}, false, Verdict::article));
  summary.add(page_score(Measure::lines, {1, 0.6, 0.75}, false, Verdict::uncertain));
  EXPECT_DOUBLE_EQ(summary.mean().precision, 2.5 / 4);
  EXPECT_DOUBLE_EQ(summary.mean().recall, 3.6 / 4);
  EXPECT_DOUBLE_EQ(summary.mean().f1, 2.55 / 4) << "the mean of F1s, not the F1 of means";
  EXPECT_EQ(summary.bad, 2U) << "0.8 is not below 0.8";
  EXPECT_EQ(summary.titles.all, 2U) << "pages whose gold has a title";
  EXPECT_EQ(summary.titles.right, 1U);
  EXPECT_EQ(summary.days.right, 1U);
  EXPECT_EQ(summary.authors.all, 1U);
  EXPECT_EQ(summary.authors.right, 0U);
  EXPECT_EQ(summary.verdicts_wrong, 2U) << "missed one article, took one page for an article";
  EXPECT_EQ(summary.verdicts_uncertain, 1U);
  EXPECT_EQ(summary.exact.all, 10U);
  EXPECT_EQ(summary.exact.right, 9U);
}

TEST(Score, SummaryOfHtmlPages) {
  Summary summary;
  summary.add(page_score(Measure::verdict, {}, false, Verdict::no_article));
  EXPECT_EQ(summary.measured(), 0U);
  EXPECT_EQ(summary.bad, 0U) << "a page without gold text is never bad";
  summary.add(page_score(Measure::shingles, {1, 0.5, 2.0 / 3}, true, Verdict::article));
  summary.add(page_score(Measure::shingles, {0.5, 1, 2.0 / 3}, true, Verdict::article));
  EXPECT_DOUBLE_EQ(summary.mean().f1, 0.75) << "the F1 of the averages";
  summary.add(page_score(Measure::shingles, {0.5, 0.4, 0.45}, true, Verdict::article));
  EXPECT_EQ(summary.bad, 1U) << "below 0.5";
  summary.add(page_score(Measure::lines, {1, 1, 1}, true, Verdict::article));
  EXPECT_DOUBLE_EQ(summary.mean().f1, (4.0 / 3 + 0.45 + 1) / 4) << "mixed: the mean of F1s";
}

TEST(Score, TextByShingles) {
  const struct {
    const char* text;
    const char* gold;
    double precision;
    double recall;
    const char* why;
  } cases[] = {
      {"một hai ba bốn năm", "một hai, ba bốn. Năm", 0.5, 0.5, "case counts, marks do not"},
      {"a b c d e", "a b c d e", 1, 1, "equal"},
      {"a b c d", "a b c d e", 1, 0.5, "one of two"},
      {"a b c d a b c d", "a b c d", 0.2, 1, "a multiset: twice is once too often"},
      {"a b", "a b", 1, 1, "fewer than four words are one shingle"},
      {"a b", "b a", 0, 0, "order counts"},
      {"", "a b c d", 0, 0, "nothing"},
      {"", "", 1, 1, "nothing of nothing"},
  };
  for (const auto& c : cases) {
    const Score score = score_text(c.text, c.gold);
    EXPECT_DOUBLE_EQ(score.precision, c.precision) << c.why;
    EXPECT_DOUBLE_EQ(score.recall, c.recall) << c.why;
  }
  const Shingles gold("a b c d e f");
  EXPECT_DOUBLE_EQ(gold.share_of("b c d e x"), 0.5);
  EXPECT_DOUBLE_EQ(gold.share_of("f x"), 0.5) << "too short for a shingle: by words";
  EXPECT_DOUBLE_EQ(gold.share_of("…"), 0);
}

TEST(GoldFields, DaysAndAuthors) {
  const struct {
    const char* date;
    const char* day;
  } days[] = {
      {"Thứ năm, 2/11/2023, 19:20 (GMT+7)", "2023-11-02"},
      {"2025-09-04T10:00:00Z", "2025-09-04"},
      {"04.09.2025", "2025-09-04"},
      {"9 giờ trước", ""},
      {"1/2 2025-9-4", "2025-09-04"},
      {"1/2-2025", ""},
      {"", ""},
  };
  for (const auto& c : days) EXPECT_EQ(day_of(c.date), c.day) << c.date;
  const struct {
    const char* names;
    const char* first;
  } authors[] = {
      {"Jane Doe, MD", "Jane Doe"},
      {"By Jane Doe and John Roe", "Jane Doe"},
      {"Giang Huy - Hoàng Phương", "Giang Huy"},
      {"(theo Reuters)", "Reuters"},
      {"Vũ Hoàng (Theo Al Jazeera)", "Vũ Hoàng"},
      {"", ""},
  };
  for (const auto& c : authors) EXPECT_EQ(first_author(c.names), c.first) << c.names;
}

TEST(GoldFields, ReadsStringsAndLists) {
  const GoldFields gold = read_gold_fields(
      R"({"site": "x", "title": null, "date": ["1/2/2025", "y"], "byline": "Theo Jane Doe"})");
  EXPECT_EQ(gold.site, "x");
  EXPECT_EQ(gold.title, "");
  EXPECT_EQ(gold.day, "2025-02-01");
  EXPECT_EQ(gold.author, "Jane Doe");
  EXPECT_EQ(read_gold_fields("[1]").site, "") << "not an object";
  EXPECT_EQ(read_gold_fields("{").site, "") << "not JSON";
}

TEST(Score, TallyOfHelpAndHarm) {
  Tally tally;
  tally.add(2.0F, Gold::keep);    // towards keeping what is to be kept: helps
  tally.add(-0.5F, Gold::drop);   // helps
  tally.add(1.5F, Gold::drop);    // harms
  tally.add(-1.0F, Gold::keep);   // harms
  tally.add(0.0F, Gold::keep);    // says nothing
  tally.add(9.0F, Gold::title);   // does not count
  tally.add(9.0F, Gold::unsure);  // does not count
  EXPECT_EQ(tally.helped, 2U);
  EXPECT_EQ(tally.harmed, 2U);
  EXPECT_DOUBLE_EQ(tally.helped_weight, 2.5);
  EXPECT_DOUBLE_EQ(tally.harmed_weight, 2.5);
}

TEST(Score, FoldsHoldWholeSitesAndSimilarPageCounts) {
  using Folds = std::map<std::string, std::uint32_t>;
  EXPECT_EQ(folds_by_site({{"a", 5}, {"b", 9}, {"c", 4}, {"d", 5}}, 2),
            (Folds{{"b", 0}, {"a", 1}, {"d", 1}, {"c", 0}}))
      << "b to 0; a to 1; d to 1 (5 < 9); c to 0 (9 < 10)";
  EXPECT_EQ(folds_by_site({{"a", 1}, {"b", 1}}, 5), (Folds{{"a", 0}, {"b", 1}}));
  EXPECT_EQ(folds_by_site({}, 3), Folds{});
}

TEST(LabelledPages, SiteOfAName) {
  const struct {
    const char* name;
    const char* site;
  } cases[] = {
      {"example__123", "example"},
      {"news.example.vn__a__b", "news.example.vn"},
      {"de_Example_2025_04_10", "de_Example"},
      {"de_Example_about_us", "de_Example_about_us"},
      {"042bb7b5fedab6ea", "042bb7b5fedab6ea"},
      {"000_f540cfa7993cd29c", "000_f540cfa7993cd29c"},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(site_of(c.name), c.site) << c.name;
}

TEST(LabelledPages, ReadGold) {
  std::vector<GoldLine> gold;
  std::string problem;
  EXPECT_TRUE(read_gold("K\nblank\r\nT", gold, problem)) << problem;
  ASSERT_EQ(gold.size(), 3U);
  EXPECT_EQ(gold[2].gold, Gold::title);
  gold.clear();
  EXPECT_FALSE(read_gold("K\n\nD\n", gold, problem));
  EXPECT_EQ(problem, "line 2 is not a label: ");
}

}  // namespace
}  // namespace thanbai::program
