// Scores against cases worked out by hand.
#include "score.h"

#include <gtest/gtest.h>

#include "labelled_pages.h"
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

TEST(Score, SummaryAveragesPages) {
  Summary summary;
  EXPECT_EQ(summary.mean().f1, 0) << "no page";
  summary.add({{1, 1, 1}, true, Verdict::article, true, 10, 9});
  summary.add({{0.5, 1, 0.8}, true, Verdict::no_article, false, 0, 0});
  summary.add({{0, 1, 0}, false, Verdict::article, std::nullopt, 0, 0});
  summary.add({{1, 0.6, 0.75}, false, Verdict::uncertain, std::nullopt, 0, 0});
  EXPECT_DOUBLE_EQ(summary.mean().precision, 2.5 / 4);
  EXPECT_DOUBLE_EQ(summary.mean().recall, 3.6 / 4);
  EXPECT_DOUBLE_EQ(summary.mean().f1, 2.55 / 4) << "the mean of F1s, not the F1 of means";
  EXPECT_EQ(summary.bad, 2U) << "0.8 is not below 0.8";
  EXPECT_EQ(summary.titles, 2U) << "pages whose gold has a title";
  EXPECT_EQ(summary.titles_right, 1U);
  EXPECT_EQ(summary.verdicts_wrong, 2U) << "missed one article, took one page for an article";
  EXPECT_EQ(summary.verdicts_uncertain, 1U);
  EXPECT_EQ(summary.exact_lines, 10U);
  EXPECT_EQ(summary.exact_right, 9U);
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
