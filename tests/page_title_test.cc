// Which of the lines, or of what is declared, becomes the title: a table of pages.
#include "page_title.h"

#include <gtest/gtest.h>

#include <string>

namespace thanbai {
namespace {

enum Kind { plain, h1, h1_goes_on, h2 };

struct Row {
  Kind kind;
  std::string_view text;
};

/// The title of an HTML page whose row `title` is labelled so; -1 for none.
std::string title_of(const Metadata& metadata, const std::vector<Row>& rows, int title) {
  std::vector<LabelledLine> lines;
  for (const Row& row : rows) {
    LabelledLine line;
    line.line.text = row.text;
    line.line.block = row.kind == plain ? Block::plain : Block::heading;
    line.line.level = row.kind == plain ? 0 : row.kind == h2 ? 2 : 1;
    line.line.opens_block = row.kind != h1_goes_on;
    line.line.container = 1;
    lines.push_back(line);
  }
  const Headline headline(metadata);
  std::string joined;
  return std::string(page_title(lines, title < 0 ? lines.size() : static_cast<std::size_t>(title),
                                headline, joined));
}

TEST(PageTitle, LinesInNoContainerAreOneHeadingIfTheHeadlineSaysSo) {
  std::vector<LabelledLine> lines(2);
  for (LabelledLine& line : lines) {
    line.line.block = Block::heading;
    line.line.level = 1;
  }
  lines[0].line.text = "Kinh tế nước";
  lines[1].line.text = "nhà là một";
  Metadata metadata;
  std::string joined;
  EXPECT_EQ(page_title(lines, 1, Headline(metadata), joined), "nhà là một");
  metadata.headline = "Kinh tế nước nhà là một";
  EXPECT_EQ(page_title(lines, 1, Headline(metadata), joined), "Kinh tế nước nhà là một");
}

TEST(PageTitle, WhatThePageShowsWinsIfItIsPlausible) {
  const struct {
    const char* why;
    std::string_view headline;
    std::vector<std::string_view> others;
    std::string_view title;  // of <title>
    std::vector<Row> rows;
    int row;
    std::string_view expected;
  } cases[] = {
      {"JSON-LD names something else; og:title is what the page shows",
       "Thực đơn mẫu",
       {"Bảy ngày ăn ngon mà rẻ"},
       "",
       {{h1, "Bảy ngày ăn ngon mà rẻ"}, {h2, "Thực đơn mẫu"}},
       0,
       "Bảy ngày ăn ngon mà rẻ"},
      {"a heading of the first level was chosen: it may say it in other words",
       "Ăn ngon cho nhà ít tiền",
       {},
       "",
       {{h1, "Bữa cơm rẻ"}},
       0,
       "Bữa cơm rẻ"},
      {"unless it is a paragraph",
       "Mười cách sửa nhà có lời nhất",
       {},
       "",
       {{h1,
         "Bạn muốn biết sửa chỗ nào thì bán nhà được giá hơn? Hãy nghe những người trong nghề chỉ "
         "cách tính xem bỏ ra bao nhiêu và thu về bao nhiêu. Chúng tôi kể hết những điều cần "
         "biết."}},
       0,
       "Mười cách sửa nhà có lời nhất"},
      {"a heading of the second was chosen: it must be like what is declared",
       "Ăn ngon cho nhà ít tiền",
       {},
       "",
       {{h2, "Bữa cơm rẻ"}},
       0,
       "Ăn ngon cho nhà ít tiền"},
      {"a line that is no heading must be quite like it",
       "Mười tám sách mới nên đọc trong tháng năm",
       {},
       "",
       {{plain, "Mười tám sách mới"}},
       0,
       "Mười tám sách mới nên đọc trong tháng năm"},
      {"the heading of the first level shows it, far from the line that was chosen",
       "Mười máy tính tốt nhất năm nay",
       {},
       "",
       {{h1, "10 máy tính tốt nhất năm nay"},
        {plain, "Trang chủ"},
        {h2, "Cách chúng tôi thử máy tính"}},
       2,
       "10 máy tính tốt nhất năm nay"},
      {"a heading of the first level is the logo",
       "Mười máy tính tốt nhất năm nay",
       {},
       "",
       {{h1, "Ví Dụ"}, {plain, "Giá vàng hôm nay"}},
       1,
       "Mười máy tính tốt nhất năm nay"},
      {"a breadcrumb: the heading has a part of what is declared",
       "Nghỉ phép có lương - Sổ tay Ví Dụ",
       {},
       "",
       {{plain, "Sổ tay Ví Dụ > Nghỉ phép có lương"}, {h1, "Nghỉ phép có lương"}},
       1,
       "Nghỉ phép có lương"},
      {"the site's name is shown behind it, too",
       "Tranh đẹp 2025 – Ví Dụ",
       {},
       "Tranh đẹp 2025 – Ví Dụ - Ví Dụ",
       {{h1, "Tranh đẹp 2025 – Ví Dụ"}},
       0,
       "Tranh đẹp 2025"},
      {"a heading of three lines",
       "",
       {},
       "Kinh tế nước nhà là một đột phá",
       {{h1, "Kinh tế nước"}, {h1_goes_on, "nhà là một"}, {h1_goes_on, "đột phá"}},
       0,
       "Kinh tế nước nhà là một đột phá"},
      {"in lines, and nothing is declared",
       "",
       {},
       "03-article.html",
       {{h1, "Kinh tế nước"}, {h1_goes_on, "nhà"}, {h1, "Tin khác"}},
       0,
       "Kinh tế nước nhà"},
      {"only the first of its lines is the headline",
       "Kinh tế nước nhà",
       {},
       "",
       {{h1, "Kinh tế nước nhà"}, {h1_goes_on, "Ý kiến bạn đọc"}},
       0,
       "Kinh tế nước nhà"},
      {"a kicker before it goes",
       "Cầu mới thông xe",
       {},
       "",
       {{h1, "Giao thông Cầu mới thông xe"}},
       0,
       "Cầu mới thông xe"},
      {"of two declared texts the more telling says whether it is a kicker",
       "Giao thông: Cầu mới thông xe",
       {"Cầu mới thông xe"},
       "",
       {{h1, "Giao thông: Cầu mới thông xe"}},
       0,
       "Giao thông: Cầu mới thông xe"},
      {"a word without a mark is none",
       "Best scooters for the city",
       {},
       "",
       {{h1, "The Best scooters for the city"}},
       0,
       "The Best scooters for the city"},
      {"one with a mark is",
       "Cầu mới thông xe",
       {},
       "",
       {{h1, "Video: Cầu mới thông xe"}},
       0,
       "Cầu mới thông xe"},
      {"the words before the end of a question are no kicker",
       "một lớp thiền",
       {},
       "",
       {{h1, "Học phí bao nhiêu một lớp thiền?"}},
       0,
       "Học phí bao nhiêu một lớp thiền?"},
      {"none is shown", "Cầu mới thông xe", {}, "", {{plain, "Trang chủ"}}, -1, "Cầu mới thông xe"},
      {"none is declared",
       "",
       {},
       "",
       {{h2, "Cầu mới thông xe"}, {h1, "Ví Dụ"}},
       0,
       "Cầu mới thông xe"},
      {"neither", "", {}, "", {{h1, "Ví Dụ"}}, -1, ""},
  };
  for (const auto& c : cases) {
    Metadata metadata;
    metadata.headline = c.headline;
    metadata.other_headlines = c.others;
    metadata.title = c.title;
    metadata.site = "Ví Dụ";
    EXPECT_EQ(title_of(metadata, c.rows, c.row), c.expected) << c.why;
  }
}

}  // namespace
}  // namespace thanbai
