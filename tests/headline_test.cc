// Declared headlines and authors against tables of cases.
#include "headline.h"

#include <gtest/gtest.h>

#include "authors.h"

namespace thanbai {
namespace {

TEST(Headline, WithoutTheSitesName) {
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
      {"Bão số 3 - Tin nóng - Ví Dụ", "Ví Dụ", "Bão số 3 - Tin nóng", "only the last part goes"},
      {"Cầu mới qua sông thông xe", "", "Cầu mới qua sông thông xe", "nothing to cut"},
      {" | Ví Dụ", "Ví Dụ", " | Ví Dụ", "nothing but a name"},
      {"", "Ví Dụ", "", "nothing"},
  };
  for (const auto& c : cases) EXPECT_EQ(without_site(c.title, c.site), c.bare) << c.why;
  EXPECT_EQ(without_known_site("Cầu mới qua sông thông xe - Ví Dụ", ""),
            "Cầu mới qua sông thông xe - Ví Dụ");
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
      {"262588213843476", "", "a number"},
      {"Ví Dụ", "", "the outlet"},
      {"", "", "nothing"},
  };
  for (const auto& c : cases) EXPECT_EQ(declared_author(c.declared, "Báo Ví Dụ"), c.name) << c.why;
}

}  // namespace
}  // namespace thanbai
