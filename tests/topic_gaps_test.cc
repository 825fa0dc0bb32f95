#include "topic_gaps.h"

#include "measured_page.h"

namespace thanbai {
namespace {

// Two texts of three lines each; neighbouring lines of one share pairs of words.
constexpr std::string_view bridge_1 = "The new bridge over the Red River opened on Monday morning.";
constexpr std::string_view bridge_2 = "Buses cross the new bridge over the Red River every hour.";
constexpr std::string_view bridge_3 =
    "Farmers say the new bridge over the Red River saves two hours.";
constexpr std::string_view coffee_1 =
    "Coffee prices rose again because harvests in Brazil were poor.";
constexpr std::string_view coffee_2 = "Traders fear that harvests in Brazil were poor for years.";
constexpr std::string_view coffee_3 =
    "When coffee prices rose again, small roasters closed their shops.";

MeasuredPage page_of(const std::vector<std::string_view>& texts,
                     const std::vector<std::int32_t>& scores) {
  MeasuredPage page(texts);
  observe(scores, page.words, page.columns);
  return page;
}

TEST(TopicGaps, ATextEndsWhereFewPairsOfWordsGoOn) {
  const MeasuredPage page =
      page_of({"Menu", bridge_1, bridge_2, bridge_3, "Share", coffee_1, coffee_2, coffee_3},
              {-9, 9, 9, 9, -9, 9, 9, 9});
  const int since[] = {-5, -4, -3, -2, -1, 0, 1, 2};
  for (std::size_t row = 0; row < 8; ++row) {
    EXPECT_EQ(page.value("lines_since_gap", row), since[row]) << row;
  }
  const int weakest = page.value("cohesion_weakest", 0);
  EXPECT_LT(weakest, 700) << "none of 15 pairs goes on; ten of each number are granted";
  EXPECT_GT(page.value("cohesion_above", 4), weakest) << "it is below";
  EXPECT_EQ(page.value("cohesion_below", 4), weakest);
  EXPECT_EQ(page.value("cohesion_above", 5), weakest) << "the line that it is above";
  EXPECT_GT(page.value("cohesion_below", 5), weakest);
  EXPECT_EQ(page.value("cohesion_above", 7), weakest) << "and all below";
  EXPECT_EQ(page.value("cohesion_above", 1), 1000) << "nothing is above the first";
  EXPECT_EQ(page.value("cohesion_below", 7), 1000);
}

TEST(TopicGaps, OneTextHangsTogether) {
  const MeasuredPage page = page_of({bridge_1, bridge_2, bridge_3}, {9, 9, 9});
  EXPECT_GE(page.value("cohesion_weakest", 0), 1000);
}

TEST(TopicGaps, OnlyLinesOfProseThatScoreWellCount) {
  struct Case {
    const char* why;
    std::vector<std::string_view> texts;
    std::vector<std::int32_t> scores;
  };
  const Case cases[] = {
      {"no line", {}, {}},
      {"one", {bridge_1}, {9}},
      {"one that scores well", {bridge_1, coffee_1}, {9, -9}},
      {"one that is long enough", {bridge_1, "Coffee prices rose."}, {9, 9}},
  };
  for (const Case& c : cases) {
    const MeasuredPage page = page_of(c.texts, c.scores);
    for (std::size_t row = 0; row < c.texts.size(); ++row) {
      EXPECT_EQ(page.value("cohesion_weakest", row), 1000) << c.why;
      EXPECT_EQ(page.value("lines_since_gap", row), -32000) << c.why;
      EXPECT_EQ(page.value("good_words_since_gap", row), -32000) << c.why;
    }
  }
}

TEST(TopicGaps, LinesWithoutWordsAreNoGap) {
  MeasuredPage page({"—", "…"});
  for (const std::size_t row : {0U, 1U}) page.set("words", row, 20);
  observe({9, 9}, page.words, page.columns);
  EXPECT_EQ(page.value("cohesion_weakest", 0), 1000);
}

TEST(TopicGaps, DatesBetweenProseAreCounted) {
  MeasuredPage page({"1/2/2026", bridge_1, "2/2/2026", bridge_2, "3/2/2026"});
  for (const std::size_t row : {0U, 2U, 4U}) page.set("hit_dateline", row, 1);
  observe({-9, 9, -9, 9, -9}, page.words, page.columns);
  const int counted[] = {0, 0, 1, 1, 2};
  for (std::size_t row = 0; row < 5; ++row) {
    EXPECT_EQ(page.value("datelines_in_prose", row), counted[row]) << row;
  }
}

}  // namespace
}  // namespace thanbai
