#include "context.h"

#include <string>

#include "measured_page.h"
#include "page_cut.h"
#include "photo_story.h"
#include "title_choice.h"

namespace thanbai {
namespace {

struct Row {
  int words;
  bool ends_sentence;
  std::int32_t first_score;  // thousandths
};

constexpr Row good = {20, true, 3000};
constexpr Row bad = {5, false, -3000};

/// A page whose lines are only these numbers.
struct ObservedPage : MeasuredPage {
  std::vector<std::int32_t> first;
  Run run;

  explicit ObservedPage(const std::vector<Row>& rows)
      : MeasuredPage(std::vector<std::string_view>(rows.size())) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
      set("words", row, rows[row].words);
      set("ends_sentence", row, rows[row].ends_sentence ? 1 : 0);
      first.push_back(rows[row].first_score);
    }
  }
  ObservedPage& look() {
    run = observe(first, words, columns);
    return *this;
  }
  std::vector<int> all(std::string_view name) const {
    const std::int16_t* values = columns[column(name)];
    return {values, values + columns.rows()};
  }
};

using Values = std::vector<int>;

TEST(Context, TheRunIsTheStretchWhoseScoresAddUpToTheMost) {
  struct Case {
    std::vector<Row> rows;
    std::size_t begin, end;
  };
  const Case cases[] = {
      {{bad, good, good, bad}, 1, 3},
      {{good, bad, good}, 0, 3},  // a hole that costs less than it joins
      {{good, bad, bad, bad, bad, bad, {6, true, 1000}}, 0, 1},  // a teaser far away does not
      {{{6, true, 1000}, bad, bad, bad, good, bad}, 4, 5},       // on either side
      {{bad, bad}, 0, 0},                                        // no line is good: no run
      {{}, 0, 0},
      {{good, {5000, false, -3000}, good}, 0, 1},  // an endless line counts as 40 words
      {{{20, true, 0}}, 0, 0},                     // even odds are no evidence
  };
  for (const Case& c : cases) {
    ObservedPage page(c.rows);
    page.look();
    EXPECT_EQ(page.run.begin, c.begin) << c.rows.size();
    EXPECT_EQ(page.run.end, c.end) << c.rows.size();
  }
  ObservedPage page({bad, good, good, bad});
  page.look();
  EXPECT_EQ(page.all("in_run"), (Values{0, 1, 1, 0}));
  EXPECT_EQ(page.all("lines_into_run"), (Values{-1, 0, 1, 2}));
  EXPECT_EQ(page.all("lines_to_run_end"), (Values{2, 1, 0, -1}));
}

TEST(Context, TheProseRunAsksForLengthAndSentenceEndsAlone) {
  // scores that say the opposite do not count
  ObservedPage page({{3, false, 3000}, {30, true, -3000}, {30, true, -3000}, {30, false, 3000}});
  page.look();
  EXPECT_EQ(page.all("in_prose_run"), (Values{0, 1, 1, 0}));
  EXPECT_EQ(page.all("in_run"), (Values{0, 0, 0, 1}));
}

TEST(Context, ScoresAreSeenAgainstWhereTheProseOfThePageParts) {
  constexpr Row weak = {20, true, -600}, weaker = {20, true, -3000}, few = {5, false, 3000};
  struct Case {
    std::vector<Row> rows;
    int cut;  // hundredths
    const char* why;
  };
  const Case cases[] = {
      {{good, weak, weak}, 120, "in the middle of what parts"},
      {{weak, weaker, weaker, few, few}, -180, "a page whose article scores low; few is no prose"},
      {{good, {20, true, -9000}}, -45, "what is far out counts at the edge"},
      {{}, 0, "no lines"},
  };
  for (const Case& c : cases) {
    ObservedPage page(c.rows);
    page.look();
    for (std::size_t row = 0; row < c.rows.size(); ++row) {
      EXPECT_NEAR(page.value("page_cut", row), c.cut, 5) << c.why;
      EXPECT_NEAR(page.value("score_over_cut", row), c.rows[row].first_score / 10 - c.cut, 5);
    }
  }
  ObservedPage page({good, weak, weak});
  page.look();
  EXPECT_NEAR(page.value("score_to_good", 1), -360, 5);
}

TEST(Context, FinalScoresAreRaisedWhereAllAreLow) {
  struct Case {
    std::vector<std::int32_t> scores, settled;  // of lines of twenty words, thousandths
    const char* why;
  };
  const Case cases[] = {
      {{3000, -3000}, {3000, -3000}, "parted at zero"},
      {{-400, -2000}, {600, -1000}, "by one unit at most, though the middle is deeper"},
      {{-100, -1100}, {500, -500}, "to the middle"},
      {{4000, 1000}, {4000, 1000}, "nothing is lowered"},
      {{}, {}, "no lines"},
  };
  for (const Case& c : cases) {
    ObservedPage page(std::vector<Row>(c.scores.size(), good));
    std::vector<std::int32_t> scores = c.scores;
    settle_scores(page.columns, scores);
    for (std::size_t row = 0; row < scores.size(); ++row) {
      EXPECT_NEAR(scores[row], c.settled[row], 100) << c.why;
    }
  }
}

TEST(Context, LinesSeeTheirNeighbours) {
  ObservedPage page({{1, true, 100}, {2, false, 200}, {3, true, 300}, {4, true, 400}});
  page.set("hit_caption", 1, 1);
  page.set("hit_related", 0, 2);
  page.look();
  EXPECT_EQ(page.all("first_score"), (Values{10, 20, 30, 40})) << "hundredths";
  EXPECT_EQ(page.all("words_1_before"), (Values{0, 1, 2, 3}));
  EXPECT_EQ(page.all("words_2_after"), (Values{3, 4, 0, 0}));
  EXPECT_EQ(page.all("ends_sentence_1_after"), (Values{0, 1, 1, 0}));
  EXPECT_EQ(page.value("score_1_before", 3), 30);
  EXPECT_EQ(page.value("score_3_after", 0), 40);
  EXPECT_LT(page.value("score_1_before", 0), 0) << "beyond the page there is no article";
  EXPECT_LT(page.value("score_1_after", 3), 0);
  EXPECT_EQ(page.all("caption_hit_after"), (Values{1, 0, 0, 0}));
  EXPECT_EQ(page.all("caption_hit_before"), (Values{0, 0, 1, 0}));
  EXPECT_EQ(page.all("related_hit_before"), (Values{0, 2, 0, 0}));
}

TEST(Context, WindowsAreMeansOfTheLinesAround) {
  ObservedPage page(std::vector<Row>(64, {10, true, 1000}));
  page.first[10] = -4000;
  page.set("hit_footer", 20, 1);
  page.look();
  EXPECT_EQ(page.value("score_of_5", 32), 100);
  EXPECT_EQ(page.value("score_of_31", 32), 100);
  EXPECT_EQ(page.value("words_of_5", 32), 100) << "tenths";
  EXPECT_EQ(page.value("ends_sentence_of_11", 32), 1000) << "per mille";
  EXPECT_EQ(page.value("score_of_5", 12), 0) << "(4 * 100 - 400) / 5";
  EXPECT_EQ(page.value("score_of_5", 13), 100) << "out of its reach";
  EXPECT_EQ(page.value("score_of_5", 0), -140) << "(3 * 100 - 2 * 500) / 5: the page's ends count";
  EXPECT_EQ(page.value("score_of_31", 0), -206) << "(15 * 100 - 400 - 15 * 500) / 31";
  EXPECT_EQ(page.value("score_of_31", 63), -190) << "(16 * 100 - 15 * 500) / 31";
  for (std::size_t row = 0; row < 64; ++row) {
    EXPECT_EQ(page.value("drop_hits_of_5", row), row >= 18 && row <= 22 ? 1 : 0) << row;
  }
}

TEST(Context, PagesMayBeShorterThanAWindow) {
  ObservedPage page({{10, true, 1000}, {20, true, 1000}});
  page.look();
  EXPECT_EQ(page.all("score_of_31"), (Values{-461, -461})) << "(2 * 100 - 29 * 500) / 31";
  EXPECT_EQ(page.all("words_of_5"), (Values{60, 60})) << "tenths";
  EXPECT_EQ(page.all("words_2_after"), (Values{0, 0}));
  EXPECT_EQ(page.all("words_1_after"), (Values{20, 0}));
  EXPECT_EQ(page.all("score_3_before"), (Values{-500, -500}));
}

TEST(Context, WindowsCountLinesOfAKind) {
  ObservedPage page(std::vector<Row>(40, good));
  page.set("clock_times", 5, 2);
  page.set("repeats", 5, 3);
  page.set("hit_dateline", 5, 1);
  page.set("cue_share_words", 5, 9);
  page.look();
  const struct {
    const char* name;
    std::size_t reach;
    int value;
  } cases[] = {{"clock_times_of_31", 15, 1},
               {"repeats_of_5", 2, 1},
               {"datelines_of_11", 5, 1},
               {"share_hits_of_31", 15, 3}};  // of one line's words at most three
  for (const auto& c : cases) {
    for (std::size_t row = 0; row < 40; ++row) {
      const bool near = row <= 5 + c.reach && row + c.reach >= 5;
      EXPECT_EQ(page.value(c.name, row), near ? c.value : 0) << c.name << ' ' << row;
    }
  }
}

TEST(Context, ColonsAnnounceWhatIsBelow) {
  ObservedPage page({good, bad, good});
  page.set("ends_colon", 0, 1);
  page.look();
  EXPECT_GE(page.value("lines_since_colon", 0), 1000) << "as good as never";
  EXPECT_EQ(page.value("lines_since_colon", 1), 0);
  EXPECT_EQ(page.value("lines_since_colon", 2), 1);
  EXPECT_EQ(page.all("score_at_colon"), (Values{0, 300, 300}));
}

TEST(Context, ExpectedWordsAddUp) {
  ObservedPage page({{30, true, 2500}, {30, true, -2500}, {8, true, 1000}, {10, true, 9000}});
  page.look();
  EXPECT_EQ(page.all("good_words_before"), (Values{0, 30, 30, 36})) << "three quarters of the 8";
  EXPECT_EQ(page.all("good_words_after"), (Values{16, 16, 10, 0}));
  EXPECT_EQ(page.all("good_words_share"), (Values{0, 652, 652, 782}));
}

TEST(Context, GapsAreTheLinesOfNegativeScoreBetween) {
  ObservedPage page({good, bad, bad, good, good, bad, bad, bad, bad, {6, true, 100}});
  page.look();
  EXPECT_EQ(page.all("lines_since_good"), (Values{0, 0, 1, 2, 0, 0, 1, 2, 3, 4}));
  EXPECT_EQ(page.all("lines_to_good"), (Values{2, 1, 0, 0, 4, 3, 2, 1, 0, 0}));
  EXPECT_EQ(page.all("words_since_good"), (Values{0, 0, 5, 10, 0, 0, 5, 10, 15, 20}));
  EXPECT_EQ(page.run.end, 5U);
  EXPECT_EQ(page.all("gap_to_run"), (Values{0, 0, 0, 0, 0, 0, 1, 2, 3, 4}));
}

TEST(Context, TopicWordsAreThoseThatOtherLinesOfTheRunHold) {
  MeasuredPage page({
      "Cây cầu qua sông được khánh thành.",  // run
      "Cây cầu dài nhất qua sông lớn.",      // run
      "Cây cầu sông lớn",                    // after it, on topic
      "Giá vàng tăng mạnh",                  // after it, off topic
  });
  observe({3000, 3000, -3000, -3000}, page.words, page.columns);
  EXPECT_EQ(page.value("topic_share", 2), 1000);
  EXPECT_EQ(page.value("topic_share", 3), 0);
  EXPECT_EQ(page.value("topic_share", 1), 571) << "4 of 7: a line of the run does not count itself";
  EXPECT_EQ(page.value("topic_share_rare", 3), 0);
}

TEST(Context, AWordCountsOnceALineAndRareWordsTellTheTopic) {
  std::vector<std::string_view> texts(60, "sông");
  texts[58] = "cầu cầu cầu sông";
  texts[59] = "cầu";
  MeasuredPage page(texts);
  std::vector<std::int32_t> scores(60, 3000);
  scores[59] = -3000;  // outside the run
  observe(scores, page.words, page.columns);
  EXPECT_EQ(page.value("topic_share", 58), 250) << "no other line has its cầu";
  EXPECT_EQ(page.value("topic_share", 0), 1000);
  EXPECT_EQ(page.value("topic_share_rare", 0), 0) << "a word of nearly all lines tells nothing";
  EXPECT_EQ(page.value("topic_share_rare", 59), 1000);
}

TEST(Context, MoreLinesThanACounterHolds) {
  const std::size_t rows = 65538;
  MeasuredPage page(std::vector<std::string_view>(rows, "sông"));
  observe(std::vector<std::int32_t>(rows, 3000), page.words, page.columns);
  EXPECT_EQ(page.value("topic_share", rows - 1), 1000);
}

TEST(Context, OpenersReachDown) {
  ObservedPage page({good, bad, bad, bad});
  page.set("opens_label", 1, static_cast<int>(Label::related) + 1);
  page.set("hit_comments", 2, 1);
  page.look();
  const int related = static_cast<int>(Label::related) + 1;
  EXPECT_EQ(page.all("opened_label"), (Values{0, 0, related, related})) << "below its own line";
  EXPECT_EQ(page.value("lines_since_opened", 2), 0);
  EXPECT_EQ(page.value("lines_since_opened", 3), 1);
  EXPECT_GE(page.value("lines_since_opened", 0), 1000) << "as good as never";
  EXPECT_EQ(page.value("words_since_opened", 3), 5);
  EXPECT_EQ(page.all("opened_since_run"), (Values{0, 0, 1, 1}));
  EXPECT_EQ(page.all("comments_before"), (Values{0, 0, 0, 1}));
}

TEST(Context, BlocksLastUntilProseFollowsProse) {
  struct Case {
    const char* why;
    Label opens;
    std::vector<Row> below;
    int repeat;  // row below that repeats another, -1 for none
    Values open;
  };
  const Case cases[] = {
      {"teasers: headline and summary in turn",
       Label::related,
       {bad, good, bad, good},
       -1,
       {1, 1, 1, 1}},
      {"the article goes on", Label::related, {bad, good, good, bad}, -1, {1, 0, 0, 0}},
      {"short sentences are no prose",
       Label::related,
       {{11, true, 3000}, {11, true, 3000}},
       -1,
       {1, 1}},
      {"prose from twelve words on",
       Label::related,
       {{12, true, 3000}, {12, true, 3000}},
       -1,
       {0, 0}},
      {"repeats are not", Label::related, {good, good}, 1, {1, 1}},
      {"comments are prose", Label::comments, {good, good, good}, -1, {1, 1, 1}},
  };
  for (const Case& c : cases) {
    std::vector<Row> rows = {bad};
    rows.insert(rows.end(), c.below.begin(), c.below.end());
    ObservedPage page(rows);
    page.set("opens_label", 0, static_cast<int>(c.opens) + 1);
    if (c.repeat >= 0) page.set("is_repeat", 1 + static_cast<std::size_t>(c.repeat), 1);
    page.look();
    Values open = page.all("in_open_block");
    EXPECT_EQ(open.front(), 0) << "the opener's own line";
    open.erase(open.begin());
    EXPECT_EQ(open, c.open) << c.why;
  }
}

TEST(Context, DistancesToNamesAndDates) {
  ObservedPage page({good, bad, good});
  page.set("hit_byline", 1, 1);
  page.set("hit_dateline", 0, 1);
  page.look();
  EXPECT_EQ(page.value("lines_since_byline", 2), 0);
  EXPECT_EQ(page.value("lines_to_byline", 0), 0);
  EXPECT_GE(page.value("lines_to_byline", 2), 1000);
  EXPECT_EQ(page.value("lines_since_dateline", 2), 1);
}

TEST(Context, CaptionsAreTheArticleOfAPhotoStory) {
  struct Case {
    const char* why;
    std::vector<std::pair<int, bool>> lines;  // words, hit by a caption rule
    bool story;
  };
  const std::pair<int, bool> caption = {12, true}, prose = {12, false}, label = {3, false};
  const Case cases[] = {
      {"nothing but captions", {caption, caption, caption, caption}, true},
      {"three are too few", {caption, caption, caption}, false},
      {"seven of ten",
       {caption, caption, caption, prose, caption, prose, caption, prose, caption, caption},
       true},
      {"an article with pictures",
       {caption, prose, caption, prose, caption, prose, caption},
       false},
      {"short lines are no prose", {caption, label, caption, label, caption, label, caption}, true},
      {"credits alone are no captions", {{4, true}, {4, true}, {4, true}, {4, true}}, false},
  };
  for (const Case& c : cases) {
    ObservedPage page(std::vector<Row>(c.lines.size(), good));
    for (std::size_t row = 0; row < c.lines.size(); ++row) {
      page.set("words", row, c.lines[row].first);
      page.set("hit_caption", row, c.lines[row].second ? 1 : 0);
    }
    settle_captions(page.columns);
    for (std::size_t row = 0; row < c.lines.size(); ++row) {
      const bool left = page.value("hit_caption", row) != 0;
      EXPECT_EQ(left, c.lines[row].second && !c.story) << c.why << ", line " << row;
    }
  }
}

TEST(Context, ThePhotosOfOnePartDoNotChangeAnother) {
  // twenty captions, then thirty paragraphs, one of which a rule takes for a caption
  ObservedPage page(std::vector<Row>(50, good));
  for (std::size_t row = 0; row < 20; ++row) page.set("hit_caption", row, 1);
  page.set("hit_caption", 40, 1);
  settle_captions(page.columns);
  EXPECT_EQ(page.value("hit_caption", 0), 0);
  EXPECT_EQ(page.value("hit_caption", 19), 0) << "beside the others, though prose follows";
  EXPECT_EQ(page.value("hit_caption", 40), 1);
}

TEST(Context, LinesKnowHowTheyStandToTheTitle) {
  ObservedPage page({bad, bad, good, good});
  page.look();
  EXPECT_EQ(observe_title({-5000, 4230, 4230, -100}, page.columns), 1U) << "the first of equals";
  EXPECT_EQ(page.all("title_score"), (Values{-500, 423, 423, -10}));
  EXPECT_EQ(page.all("lines_since_title"), (Values{-1, 0, 1, 2}));
  EXPECT_EQ(page.all("words_since_title"), (Values{-5, 0, 5, 25}));
  EXPECT_EQ(page.all("good_words_since_title"), (Values{0, 0, 0, 20}));
}

TEST(Context, HeadingsAsHighAsTheTitleAreCounted) {
  struct Case {
    std::string why;
    std::vector<int> levels;  // of the rows; the title is the second
    Values headings;
  };
  const Case cases[] = {
      {"another first heading begins another text", {1, 1, 0, 1}, {0, 0, 0, 1}},
      {"lower ones are the article's own", {0, 1, 2, 3}, {0, 0, 0, 0}},
      {"of a title that is a lower heading", {0, 2, 3, 2}, {0, 0, 0, 1}},
      {"a title that is none stands for the highest", {0, 0, 2, 1}, {0, 0, 0, 1}},
  };
  for (const Case& c : cases) {
    ObservedPage page({bad, bad, good, good});
    for (std::size_t row = 0; row < 4; ++row) page.set("level", row, c.levels[row]);
    page.look();
    observe_title({-5000, 4230, -100, -100}, page.columns);
    EXPECT_EQ(page.all("headings_since_title"), c.headings) << c.why;
  }
}

TEST(Context, TheHeadlineThatRepeatsTheFirstLineIsTheTitle) {
  struct Case {
    const char* why;
    std::size_t headline;
    std::int32_t score;  // of the headline; that of the first line is 5000
    Row between;
    std::string_view hit;
    std::size_t title;
  };
  const Case cases[] = {
      {"it has the title alone", 2, 2001, bad, "", 2},
      {"a score too far below", 2, 2000, bad, "", 0},
      {"words of the article between them", 2, 4000, {11, true, 3000}, "", 0},
      {"ten words may be anything", 2, 4000, {10, true, 3000}, "", 2},
      {"a rule says that it is no title", 2, 4000, bad, "hit_share", 0},
      {"too far down", 90, 4000, bad, "", 0},
  };
  for (const Case& c : cases) {
    std::vector<Row> rows(400, bad);
    rows[1] = c.between;
    for (std::size_t row = 380; row < 390; ++row) rows[row] = good;
    ObservedPage page(rows);
    page.look();
    page.set("lines_since_headline", 0, -static_cast<int>(c.headline));
    if (!c.hit.empty()) page.set(c.hit, c.headline, 1);
    std::vector<std::int32_t> scores(rows.size(), -5000);
    scores[0] = 5000;
    scores[c.headline] = c.score;
    EXPECT_EQ(observe_title(scores, page.columns), c.title) << c.why;
  }
}

TEST(Context, WhatARuleKnowsIsNoTitle) {
  ObservedPage page({bad, bad, good});
  page.look();
  page.set("hit_navigation", 0, 1);
  EXPECT_EQ(observe_title({9000, 2000, 1000}, page.columns), 1U);
}

TEST(Context, APageMayHaveNoTitle) {
  ObservedPage page({bad, good});
  page.look();
  EXPECT_EQ(observe_title({-9000, -9000}, page.columns), no_row);
  EXPECT_EQ(page.all("lines_since_title"), (Values{smallest_value, smallest_value}));
  ObservedPage empty(std::vector<Row>{});
  empty.look();
  EXPECT_EQ(observe_title({}, empty.columns), no_row);
}

TEST(Context, TheTitleIsNearTheTopOrNearTheRun) {
  std::vector<Row> rows(200, bad);
  for (std::size_t row = 150; row < 180; ++row) rows[row] = good;
  const struct {
    std::size_t row;
    bool may_be;
  } cases[] = {{0, true},   {15, true},  {16, false},  {85, false}, {86, true},
               {150, true}, {165, true}, {166, false}, {199, false}};
  for (const auto& c : cases) {
    ObservedPage page(rows);
    page.look();
    std::vector<std::int32_t> scores(rows.size(), -5000);
    scores[c.row] = 9000;
    EXPECT_EQ(observe_title(scores, page.columns), c.may_be ? c.row : no_row) << c.row;
    EXPECT_EQ(page.value("title_score", c.row), c.may_be ? 900 : -2000) << c.row;
  }
}

TEST(Context, EveryColumnHasANameOfItsOwn) {
  for (std::size_t a = 0; a < column_count; ++a) {
    EXPECT_FALSE(column_name(a).empty());
    EXPECT_EQ(column(column_name(a)), a) << column_name(a) << " is there twice";
  }
}

}  // namespace
}  // namespace thanbai
