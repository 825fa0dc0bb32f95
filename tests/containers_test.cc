#include "containers.h"

#include <string>

#include "measured_page.h"

namespace thanbai {
namespace {

using Values = std::vector<int>;

TEST(Containers, LinesKnowTheElementTheyStandInWithOthers) {
  struct Case {
    std::string_view html;
    std::vector<std::pair<int, int>> containers;  // of each line, and the one around
    const char* why;
  };
  const Case cases[] = {
      {"<p>a<p>b", {{0, 0}, {0, 0}}, "the page itself"},
      {"<div><p>a<p>b</div>", {{1, 0}, {1, 0}}, "paragraphs of one div"},
      {"<div><h2>a</h2><p>b <b>c</b></p></div>", {{1, 0}, {1, 0}}, "headings are beside them"},
      {"<div><p>a</p><ul><li>b<li>c</ul></div>", {{1, 0}, {2, 1}, {2, 1}}, "a list is one"},
      {"<div>a<br><br>b</div>", {{1, 0}, {1, 0}}, "text between line breaks"},
      {"<div><div>a</div><div>b</div></div>", {{2, 1}, {3, 1}}, "each its own"},
      {"<table><tr><td>a<td>b<tr><td>c</table>", {{1, 0}, {1, 0}}, "the rows of a table"},
      {"<blockquote><p>a</blockquote><p>b", {{1, 0}, {0, 0}}, "a quotation"},
  };
  for (const Case& c : cases) {
    const Lines lines = read_html(c.html);
    ASSERT_EQ(lines.items.size(), c.containers.size()) << c.html;
    for (std::size_t row = 0; row < lines.items.size(); ++row) {
      EXPECT_EQ(lines.items[row].container, c.containers[row].first) << c.why << ": " << row;
      EXPECT_EQ(lines.items[row].outer_container, c.containers[row].second) << c.why;
    }
  }
}

TEST(Containers, ACallerMayNumberThemAtWill) {
  struct Case {
    std::uint32_t numbers[3];  // of the containers of three lines; that of all around comes last
    std::uint32_t around;
    const char* why;
  };
  const Case cases[] = {
      {{2, 2, 3}, 1, "as a reader does, without a tree"},
      {{7, 7, 900}, 4, "with gaps"},
      {{UINT32_MAX - 1, UINT32_MAX - 1, UINT32_MAX}, 5, "from the end, as addresses are"},
      {{2, 2, UINT32_MAX}, 1, "most of them small"},
  };
  std::vector<std::vector<int>> expected;
  for (const Case& c : cases) {
    Lines lines = lines_of({"One two three four.", "Five six.", "Seven eight"});
    for (std::size_t row = 0; row < 3; ++row) {
      lines.items[row].container = c.numbers[row];
      lines.items[row].outer_container = c.around;
    }
    MeasuredPage page(std::move(lines));
    observe_containers({3000, 2000, -3000}, page.lines, page.words.alike, page.columns);
    std::vector<std::vector<int>> values(3);
    for (std::size_t row = 0; row < 3; ++row) {
      for (std::size_t each = 0; each < column_count; ++each) {
        values[row].push_back(page.columns[each][row]);
      }
      EXPECT_EQ(page.lines.items[row].container, c.numbers[row]) << c.why;
    }
    if (expected.empty()) expected = values;
    EXPECT_EQ(values, expected) << c.why;
    EXPECT_EQ(page.value("group_words", 0), 6) << c.why;
    EXPECT_EQ(page.value("best_group", 0), 3) << c.why;
  }
}

constexpr std::string_view page_of_two =
    "<div><div><p>One two three four.<p>Five six.</div><div><a href=x>seven eight</a></div></div>";

TEST(Containers, WordsAreCountedByContainerAndByTheOneAround) {
  const MeasuredPage page(read_html(page_of_two));
  for (const int row : {0, 1}) {
    EXPECT_EQ(page.value("group_words", row), 6);
    EXPECT_EQ(page.value("group_link_share", row), 0);
    EXPECT_EQ(page.value("group_sentence_share", row), 1000);
  }
  EXPECT_EQ(page.value("group_words", 2), 2);
  EXPECT_EQ(page.value("group_link_share", 2), 1000);
  EXPECT_EQ(page.value("group_sentence_share", 2), 0);
  for (const int row : {0, 1, 2}) {
    EXPECT_EQ(page.value("outer_words", row), 8);
    EXPECT_EQ(page.value("outer_link_share", row), 250);
    EXPECT_EQ(page.value("outer_sentence_share", row), 750);
  }
}

TEST(Containers, TheBestHoldsMostGoodWords) {
  MeasuredPage page(read_html(page_of_two));
  observe_containers({3000, -3000, -3000}, page.lines, page.words.alike, page.columns);
  EXPECT_EQ(page.value("group_good_share", 1), 1000) << "its neighbours share its score";
  EXPECT_EQ(page.value("group_good_share", 2), 0);
  EXPECT_EQ(page.value("outer_good_share", 2), 1000);
  EXPECT_EQ(page.value("group_purity", 1), 666);
  EXPECT_EQ(page.value("outer_purity", 1), 500);
  EXPECT_EQ(page.value("best_group", 0), 3);
  EXPECT_EQ(page.value("best_group", 2), 0);
}

TEST(Containers, LinesOfOneKindWithTheSameHintsAreAlikeWhereverTheyStand) {
  const std::string_view html =
      "<div class=story><p class=par>One two three four.</p></div><div class=card><p class=tip>Five"
      " six</div><div class=story><p class=par>Seven eight.</p></div><div class=card><p class=tip>"
      "nine</div><div class=story><h2 class=par>Ten</h2></div>";
  MeasuredPage page(read_html(html));
  observe_containers({3000, -1000, -1000, -1000, -1000}, page.lines, page.words.alike,
                     page.columns);
  const Values lines = {2, 2, 2, 2, 1};  // a heading is of another kind
  const Values words = {6, 3, 6, 3, 1};
  for (std::size_t row = 0; row < lines.size(); ++row) {
    EXPECT_EQ(page.value("alike_lines", row), lines[row]) << row;
    EXPECT_EQ(page.value("alike_words", row), words[row]) << row;
  }
  EXPECT_EQ(page.value("alike_sentence_share", 2), 1000);
  EXPECT_EQ(page.value("alike_sentence_share", 3), 0);
  EXPECT_EQ(page.value("alike_purity", 2), 666) << "the other paragraph speaks for it";
  EXPECT_EQ(page.value("alike_good_share", 2), 1000);
  EXPECT_EQ(page.value("alike_purity", 3), 0);
}

TEST(Containers, LinesKnowTheirBranchOfTheArticlesElement) {
  const std::string_view html =
      "<div id=page><div id=menu><p>home</div><div id=main><div id=text><p>One two three four.<div"
      " id=quote><p>Five six.</div></div><div id=more><div><p>seven</div></div></div></div>";
  MeasuredPage page(read_html(html));
  observe_containers({-3000, 3000, 1000, -3000}, page.lines, page.words.alike, page.columns);
  struct Case {
    int out, in, words;
    const char* why;
  };
  const Case cases[] = {
      {2, 1, 1, "the menu hangs on the page, two levels above the text"},
      {0, 0, 4, "right in the article's element"},
      {0, 1, 2, "a branch of it"},
      {1, 2, 1, "what hangs on the element around"},
  };
  for (std::size_t row = 0; row < std::size(cases); ++row) {
    EXPECT_EQ(page.value("levels_out", row), cases[row].out) << cases[row].why;
    EXPECT_EQ(page.value("levels_in", row), cases[row].in) << cases[row].why;
    EXPECT_EQ(page.value("branch_words", row), cases[row].words) << cases[row].why;
  }
  EXPECT_EQ(page.value("branch_purity", 2), 1000);
  EXPECT_EQ(page.value("branch_good_share", 2), 333);
  EXPECT_EQ(page.value("branch_good_share", 3), 0);
}

TEST(Containers, ACallersOwnLinesNeedNoTree) {
  Lines lines = read_html(page_of_two);
  const std::vector<std::uint32_t> wrong[] = {{}, {7}, {0, 1, 9, 4000000000}};
  for (const auto& containers : wrong) {
    lines.containers = containers;
    MeasuredPage page(lines);
    observe_containers({3000, 3000, -3000}, page.lines, page.words.alike, page.columns);
    EXPECT_EQ(page.value("branch_purity", 0), 1000);
  }
}

TEST(Containers, HintsCountBeyondThoseOfTheArticle) {
  MeasuredPage page(read_html("<div class='related post'><p>One two three four.<div class=share>"
                              "<p>five</div></div>"),
                    {*builtin_pack("und")});
  observe_containers({3000, -3000}, page.lines, page.words.alike, page.columns);
  EXPECT_EQ(page.value("hints_beyond", 0), 0) << "all of the article stands in it";
  EXPECT_EQ(page.value("hints_beyond", 1), 1);
}

TEST(Containers, PlainTextHasNone) {
  MeasuredPage page({"a b", "c d"});
  observe_containers({3000, 3000}, page.lines, page.words.alike, page.columns);
  for (const char* name : {"group_words", "outer_words", "group_good_share", "best_group",
                           "alike_lines", "alike_purity", "levels_out", "hints_beyond"}) {
    EXPECT_EQ(page.value(name, 0), -1) << name;
  }
}

}  // namespace
}  // namespace thanbai
