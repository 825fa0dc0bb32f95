#include "repeated_text.h"

#include <string>

#include "measured_page.h"

namespace thanbai {
namespace {

/// So many words, none of them twice.
std::string text_of(std::string_view word, int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += std::string(word) + std::to_string(i) + " ";
  return text;
}

struct Case {
  const char* why;
  std::vector<std::string_view> texts;
  std::vector<std::int32_t> scores;
  std::vector<bool> kept;
};

void expect_kept(const Case& c) {
  const MeasuredPage page(c.texts);
  std::vector<std::int32_t> scores = c.scores;
  drop_repeated_text(page.words, page.columns, 0, scores);
  for (std::size_t row = 0; row < c.texts.size(); ++row) {
    EXPECT_EQ(scores[row] >= 0, c.kept[row]) << c.why << ": " << row;
  }
}

TEST(RepeatedText, ALineThatSaysAllOnceMoreIsDropped) {
  const std::string first = text_of("a", 100);
  const std::string second = text_of("b", 100);
  const std::string other = text_of("c", 200);
  const std::string again = first + second;
  const std::string mostly = first + text_of("c", 60);
  const std::string half = first + other.substr(0, first.size() + 50);
  const std::string abstract = text_of("a", 140);
  const Case cases[] = {
      {"below the article", {first, second, again}, {9, 9, 9}, {true, true, false}},
      {"above it", {again, first, second}, {9, 9, 9}, {false, true, true}},
      {"twice", {again, first, second, again}, {9, 9, 9, 9}, {false, true, true, false}},
      {"one of two copies stays", {again, again}, {9, 9}, {false, true}},
      {"the rest was dropped", {first, second, again}, {-9, -9, 9}, {false, false, true}},
      {"its own text", {first, second, other}, {9, 9, 9}, {true, true, true}},
      {"mostly a repeat is not enough", {first, mostly}, {9, 9}, {true, true}},
      {"half of it", {first, half}, {9, 9}, {true, true}},
      {"short lines may repeat", {abstract, first}, {9, 9}, {true, true}},
      {"no line", {}, {}, {}},
  };
  for (const Case& c : cases) expect_kept(c);
}

TEST(RepeatedText, TheSecondCopyOfAnArticleIsDropped) {
  const std::string a = text_of("a", 40);
  const std::string b = text_of("b", 40);
  const std::string c = text_of("c", 40);
  const std::string d = text_of("d", 40);
  const std::string price = text_of("price", 3);
  const Case cases[] = {
      {"line by line", {a, b, c, a, b, c}, {9, 9, 9, 9, 9, 9}, {1, 1, 1, 0, 0, 0}},
      {"and the third", {a, b, a, b, a, b}, {9, 9, 9, 9, 9, 9}, {1, 1, 0, 0, 0, 0}},
      {"a short line in the copy goes, too",
       {a, price, b, price, c, a, price, b},
       {9, 9, 9, 9, 9, 9, 9, 9},
       {1, 1, 1, 1, 1, 0, 0, 0}},
      {"the first copy was dropped", {a, b, a, b}, {-9, -9, 9, 9}, {0, 0, 1, 1}},
      {"dropped lines inside the copy do not part it",
       {a, b, c, a, d, b},
       {9, 9, 9, 9, -9, 9},
       {1, 1, 1, 0, 0, 0}},
      {"captions that come twice each",
       {a, a, b, b, c, c, d, d},
       {9, 9, 9, 9, 9, 9, 9, 9},
       {1, 1, 1, 1, 1, 1, 1, 1}},
      {"a paragraph that comes again", {a, b, c, d, a}, {9, 9, 9, 9, 9}, {1, 1, 1, 1, 1}},
      {"nothing but short lines", {price, price, price}, {9, 9, 9}, {1, 1, 1}},
  };
  for (const Case& one : cases) expect_kept(one);
}

}  // namespace
}  // namespace thanbai
