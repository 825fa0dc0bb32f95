#include <algorithm>
#include <set>
#include <string>

#include "comment_section.h"
#include "hint_words.h"
#include "measured_page.h"

namespace thanbai {
namespace {

const std::vector<HintWord> few_words = {{"body", 120}, {"entry", 40}, {"widget", -90}};

/// A line of ten words below elements of each of these names.
MeasuredPage page_of(const std::vector<std::string_view>& hints,
                     const std::vector<HintWord>& words = few_words) {
  Lines lines = lines_of(std::vector<std::string_view>(hints.size(), "a b c d e f g h i j"));
  for (std::size_t row = 0; row < hints.size(); ++row) lines.items[row].hints = hints[row];
  MeasuredPage page(lines);
  const Lexicon lexicon({}, words);
  measure(page.lines, lexicon, column_count, page.columns, page.words, page.language);
  return page;
}

TEST(HintFeatures, OddsOfWordsAddUp) {
  struct Case {
    std::string_view hints;
    int odds;
    const char* why;
  };
  const Case cases[] = {
      {"body", 120, "one word"},
      {"entry-body", 160, "the words of a name"},
      {"p entry body2 body", 160, "whole words, those that are known"},
      {"body main-body", 120, "a word that comes twice counts once"},
      {"widget", -90, "words may speak against the article"},
      {"div", 0, "or say nothing"},
      {"", 0, "a line without elements"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(page_of({c.hints, "p"}).value("hint_odds", 0), c.odds) << c.why;
  }
}

TEST(HintFeatures, ThePagesProseIsTheMeasure) {
  const MeasuredPage page = page_of({"widget", "entry", "entry", "body"});
  EXPECT_EQ(page.value("hint_odds_over_page", 0), -130) << "a quarter of the words is above 40";
  EXPECT_EQ(page.value("hint_odds_over_page", 1), 0);
  EXPECT_EQ(page.value("hint_odds_over_page", 3), 80);
}

TEST(HintFeatures, TextHasNoOdds) {
  const MeasuredPage page({"một hai ba bốn năm sáu bảy tám chín"});
  EXPECT_EQ(page.value("hint_odds", 0), 0);
  EXPECT_EQ(page.value("hint_odds_over_page", 0), 0);
}

TEST(HintFeatures, LearnedWordsAreWordsOfHints) {
  std::set<std::string_view> seen;
  for (const HintWord& known : learned_hint_words()) {
    EXPECT_TRUE(std::all_of(known.word.begin(), known.word.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    })) << known.word;
    EXPECT_TRUE(seen.insert(known.word).second) << known.word << " comes twice";
    EXPECT_NE(known.odds, 0) << known.word << " says nothing";
  }
  EXPECT_GT(seen.size(), 500U);
}

TEST(CommentSection, LinesInCommentsScoreLowIfThereIsMore) {
  struct Case {
    std::vector<int> comment_words;
    std::vector<std::int32_t> scores;
    std::vector<std::int32_t> lowered;
    const char* why;
  };
  const Case cases[] = {
      {{0, 6, 2}, {500, 2000, -4000}, {500, -3000, -4000}, "an article and its comments"},
      {{0, 1}, {500, 2000}, {500, 2000}, "one word may be the name of something else"},
      {{0, 6}, {-500, 2000}, {-500, 2000}, "a page that is nothing but its comments"},
      {{0, 0}, {500, -500}, {500, -500}, "no comments"},
      {{}, {}, {}, "no lines"},
  };
  for (const Case& c : cases) {
    MeasuredPage page(std::vector<std::string_view>(c.scores.size(), "a b c d e f g h i j"));
    for (std::size_t row = 0; row < c.scores.size(); ++row) {
      page.set("hint_comments", row, c.comment_words[row]);
    }
    std::vector<std::int32_t> scores = c.scores;
    lower_comments(page.columns, scores);
    EXPECT_EQ(scores, c.lowered) << c.why;
  }
}

}  // namespace
}  // namespace thanbai
