#include "line_series.h"

#include "measured_page.h"

namespace thanbai {
namespace {

TEST(LineSeries, LinesThatBeginAlikeAreASeries) {
  struct Case {
    std::vector<std::string_view> lines;
    std::vector<int> sizes;
    const char* why;
  };
  const Case cases[] = {
      {{"June 9 – West Palm Beach, FL", "July 12 – Wantagh, NY"},
       {2, 2},
       "a word, a number, a dash, a word"},
      {{"9 June – West Palm Beach", "July 12 – Wantagh"}, {1, 1}, "in this order"},
      {{"Ông A: vâng", "Bà B: không", "Họ đi về."}, {2, 2, 1}, "four tokens tell the shape"},
      {{"Giờ 7:30", "Giờ 19:45", "giờ 20:00"}, {2, 2, 1}, "capitals count, numbers are alike"},
      {{"Thời sự", "Thế giới", "Kinh doanh"}, {3, 3, 3}, "the items of a menu"},
      {{"a b c d e.", "f g h i: j"}, {2, 2}, "what comes after them does not count"},
      {{"日本、東京", "韓国、釜山"}, {2, 2}, "scripts without capitals"},
      {{"…", "—"}, {1, 1}, "other characters stand for themselves"},
      {{}, {}, "no lines"},
  };
  for (const Case& c : cases) {
    const MeasuredPage page(c.lines);
    for (std::size_t row = 0; row < c.lines.size(); ++row) {
      EXPECT_EQ(page.value("series_size", row), c.sizes[row]) << c.why << ": " << row;
    }
  }
}

TEST(LineSeries, ScoresAroundASeriesAreSeenFromAllItsLines) {
  MeasuredPage page({"Mở đầu.", "1/6 – Huế", "2/6 – Vinh", "3/6 – Hà Nội", "Hết"});
  observe({2000, -500, -100, 300, -1000}, page.words, page.columns);
  for (std::size_t row = 1; row <= 3; ++row) {
    EXPECT_EQ(page.value("series_place", row), static_cast<int>(row) - 1);
    EXPECT_EQ(page.value("series_score", row), -10) << "the mean, in hundredths";
    EXPECT_EQ(page.value("score_before_series", row), 200);
    EXPECT_EQ(page.value("score_after_series", row), -100);
  }
  EXPECT_EQ(page.value("score_before_series", 0), -900) << "nothing is before the page";
  EXPECT_EQ(page.value("score_after_series", 4), -900) << "nor after it";
}

}  // namespace
}  // namespace thanbai
