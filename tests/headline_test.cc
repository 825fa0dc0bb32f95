// Declared headlines and authors against tables of cases.
#include "headline.h"

#include <gtest/gtest.h>

#include "authors.h"
#include "context.h"

namespace thanbai {
namespace {

TEST(SiteName, BehindATitle) {
  const struct {
    const char* title;
    const char* site;
    const char* bare;
    const char* why;
  } cases[] = {
      {"Cầu mới qua sông thông xe | Báo Ví Dụ", "", "Cầu mới qua sông thông xe", "a short end"},
      {"Cầu mới qua sông thông xe - Ví Dụ", "", "Cầu mới qua sông thông xe", "with a dash"},
      {"Cầu - Ví Dụ", "", "Cầu - Ví Dụ", "too little would be left"},
      {"Cầu - Ví Dụ", "Báo Ví Dụ", "Cầu", "but not if the name is known"},
      {"Cầu mới thông xe - nhà máy cũ đóng cửa sau năm mươi năm", "",
       "Cầu mới thông xe - nhà máy cũ đóng cửa sau năm mươi năm", "too long for a name"},
      {"Bão số 3 - Tin nóng - Ví Dụ", "Ví Dụ", "Bão số 3 - Tin nóng", "only the name goes"},
      {"Bão số 3 – Ví Dụ - Ví Dụ", "Ví Dụ", "Bão số 3", "the name twice"},
      {"Bão số 3 • Ví Dụ", "Ví Dụ", "Bão số 3", "a dot that only known names stand behind"},
      {"Bão số 3 - Báo điện tử Ví Dụ (ViDu)", "ViDu", "Bão số 3", "a part that ends in the name"},
      {"Bão số 3 - Ví Dụ ở hội chợ sách", "Ví Dụ", "Bão số 3 - Ví Dụ ở hội chợ sách",
       "a part that goes on behind the name is more"},
      {"Cầu mới qua sông thông xe", "", "Cầu mới qua sông thông xe", "nothing to cut"},
      {" | Ví Dụ", "Ví Dụ", " | Ví Dụ", "nothing but a name"},
      {"", "Ví Dụ", "", "nothing"},
  };
  for (const auto& c : cases) {
    Metadata metadata;
    metadata.site = c.site;
    EXPECT_EQ(SiteName(metadata).cut(c.title), c.bare) << c.why;
  }
  const std::string long_name = std::string(200, 'a') + " Ben";
  Metadata metadata;
  metadata.site = long_name;
  EXPECT_EQ(SiteName(metadata).cut_known("Storm - Ben"), "Storm - Ben") << "no name is that long";
  metadata.site = std::string_view(long_name).substr(1);
  EXPECT_EQ(SiteName(metadata).cut_known("Storm - b"), "Storm") << "its first 200 bytes count";
  EXPECT_EQ(SiteName(Metadata()).cut_known("Cầu mới qua sông thông xe - Ví Dụ"),
            "Cầu mới qua sông thông xe - Ví Dụ");
}

TEST(SiteName, FromTheAddress) {
  const struct {
    const char* url;
    const char* title;
    const char* bare;
    const char* why;
  } cases[] = {
      {"https://www.example.org/1", "Storm - Example.org", "Storm", "as an address"},
      {"https://news.example.org/1", "Storm - The Example", "Storm", "without what is before it"},
      {"https://me@example.org:80/", "Storm - Example", "Storm", "a user and a port"},
      {"/from?a=//example.org/", "Storm - Example", "Storm - Example", "another page's"},
      {"//example.co.uk", "Storm - Example", "Storm", "of a country"},
      {"https://examplenews.org/", "Storm - Example", "Storm", "a part of it"},
      {"https://www.example.org/1", "Storm - Example at the fair of 2018",
       "Storm - Example at the fair of 2018", "a part that goes on behind it is more"},
      {"https://abc.org/", "Storm - An abc of storms", "Storm - An abc of storms", "too short"},
      {"/1", "Storm - Example", "Storm - Example", "no host"},
      {"https://", "Storm - Example", "Storm - Example", "an empty host"},
      {"https://localhost:80/", "Storm - Example", "Storm - Example", "no name in it"},
  };
  for (const auto& c : cases) {
    Metadata metadata;
    metadata.url = c.url;
    EXPECT_EQ(SiteName(metadata).cut_known(c.title), c.bare) << c.why;
  }
}

TEST(Headline, WhatMostPlacesDeclare) {
  const struct {
    const char* headline;
    std::vector<std::string_view> others;
    const char* title;
    const char* text;
    const char* why;
  } cases[] = {
      {"Bão số 3", {}, "Bão đổ bộ vào miền Trung", "Bão số 3", "one against one: the more telling"},
      {"Bão", {"Bão số 3 vào bờ"}, "Bão số 3 vào bờ", "Bão số 3 vào bờ", "two against one"},
      {"Bão số 3 vào bờ",
       {"Bão số 3 vào bờ - Thời sự"},
       "Bão số 3 vào bờ - Thời sự",
       "Bão số 3 vào bờ",
       "the others only add to it"},
      {"Bão số 3",
       {"Bão số 3 vào bờ"},
       "Bão số 3 vào bờ",
       "Bão số 3 vào bờ",
       "it is cut off, or the others would go on with a mark"},
      {"", {}, "03-article.html", "", "a file's name is no headline"},
      {"example.org", {}, "Bão vào bờ", "Bão vào bờ", "nor is an address"},
      {"", {}, "Bão", "Bão", "a word may be"},
      {"", {}, "", "", "nothing"},
  };
  for (const auto& c : cases) {
    Metadata metadata;
    metadata.headline = c.headline;
    metadata.other_headlines = c.others;
    metadata.title = c.title;
    EXPECT_EQ(Headline(metadata).text(), c.text) << c.why;
  }
}

TEST(Headline, LikenessOfLines) {
  Metadata metadata;
  metadata.title = "Cầu mới qua sông Trà thông xe | Ví Dụ";
  EXPECT_EQ(Headline(metadata).text(), "Cầu mới qua sông Trà thông xe") << "from <title>";
  metadata.headline = "Cầu mới qua sông Trà thông xe";
  const Headline headline(metadata);
  EXPECT_FLOAT_EQ(headline.likeness("CẦU MỚI: QUA SÔNG TRÀ, THÔNG XE"), 1) << "the same letters";
  EXPECT_FLOAT_EQ(headline.likeness("Cầu mới qua sông Trà"), 5.0F / 7);
  EXPECT_FLOAT_EQ(headline.likeness("Cầu mới qua sông Trà thông xe sáng nay thứ hai"), 7.0F / 11);
  EXPECT_FLOAT_EQ(headline.likeness("Cầu"), 0) << "far shorter";
  EXPECT_FLOAT_EQ(headline.likeness("Giá vàng tăng mạnh phiên đầu tuần"), 0);
  EXPECT_FLOAT_EQ(Headline(Metadata()).likeness("Cầu"), 0) << "none declared";

  metadata.other_headlines = {"Đường mới qua núi", "Chợ nổi - Chợ quê miền Tây"};
  EXPECT_FLOAT_EQ(Headline(metadata).likeness("ĐƯỜNG MỚI QUA NÚI"), 0.9F) << "another's letters";
  EXPECT_FLOAT_EQ(Headline(metadata).likeness("Đường mới"), 0.45F) << "another's words";
  EXPECT_FLOAT_EQ(Headline(metadata).likeness("Chợ quê miền Tây"), 0.9F) << "a part of another";
}

TEST(Headline, LinesThatShowItScoreMore) {
  Metadata metadata;
  metadata.headline = "Cầu mới qua sông Trà thông xe";
  metadata.other_headlines = {"Đường mới qua núi"};
  const struct {
    const char* why;
    Block block;
    const char* text;
    std::int32_t score;
  } cases[] = {
      {"a heading", Block::heading, "Cầu mới qua sông Trà thông xe", 6000},
      {"any line", Block::plain, "Cầu mới qua sông Trà thông xe", 6000},
      {"in a list: the last of a breadcrumb", Block::list_item, "Cầu mới qua sông Trà thông xe",
       3000},
      {"a heading of what another place declares", Block::heading, "Đường mới qua núi", 5400},
      {"what another place declares counts in headings alone", Block::plain, "Đường mới qua núi",
       0},
      {"too little of it", Block::heading, "Cầu mới hai bên đường làng bị hư", 0},
  };
  for (const auto& c : cases) {
    Lines lines;
    lines.items.emplace_back();
    lines.items[0].text = c.text;
    lines.items[0].block = c.block;
    Columns columns;
    columns.reset(column_count, 1);
    std::vector<std::int32_t> scores = {0};
    prefer_shown(Headline(metadata), lines, columns, scores);
    EXPECT_EQ(scores[0], c.score) << c.why;
  }
}

TEST(Authors, EachName) {
  const struct {
    const char* author;
    std::vector<std::string_view> names;
  } cases[] = {
      {"Jane Doe", {"Jane Doe"}},
      {"Jane Doe, MD, John Roe and PV", {"Jane Doe", "John Roe", "PV"}},
      {"K.TOÀN - H.P", {"K.TOÀN", "H.P"}},
      {"Mai Quý và Mai Quý", {"Mai Quý"}},
      {"Jean-Luc Doe", {"Jean-Luc Doe"}},
      {"Kari Doe og Ola Roe", {"Kari Doe", "Ola Roe"}},
      {", ", {}},
      {"", {}},
  };
  for (const auto& c : cases) EXPECT_EQ(author_names(c.author), c.names) << c.author;
}

TEST(Authors, WhatPagesDeclare) {
  const struct {
    const char* declared;
    const char* name;
    const char* why;
  } cases[] = {
      {"Jane Doe", "Jane Doe", "a name"},
      {"\"Jane Doe\"", "Jane Doe", "quoted"},
      {"By Jane Doe", "Jane Doe", "as a byline"},
      {"kirstin doe", "kirstin doe", "in small letters"},
      {"@jane", "", "an account"},
      {"jane@example.org", "", "an address"},
      {"https://example.org/jane", "", "a page"},
      {"example.org", "", "a site"},
      {"K.TOÀN", "K.TOÀN", "initials are no site"},
      {"(Image: Jane Doe)", "", "of a picture"},
      {"262588213843476", "", "a number"},
      {"", "", "nothing"},
  };
  for (const auto& c : cases) EXPECT_EQ(declared_author(c.declared), c.name) << c.why;
  EXPECT_TRUE(is_outlet("Ví Dụ", "Báo Ví Dụ")) << "without the word for a paper";
  EXPECT_FALSE(is_outlet("Jane Doe", "Báo Ví Dụ"));
}

}  // namespace
}  // namespace thanbai
