#include "credits.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>

namespace thanbai {
namespace {

struct BylineCase {
  const char* text;
  const char* author;
  const char* source;
};

TEST(Byline, Vietnamese) {
  const BylineCase cases[] = {
      {"Mai Quý", "Mai Quý", ""},
      {"PV", "PV", ""},
      {"Nhóm PV", "Nhóm PV", ""},
      {"B.N", "B.N", ""},
      {"Đình Văn - Lê Tuyết", "Đình Văn - Lê Tuyết", ""},
      {"ThS. Nguyễn Văn A", "ThS. Nguyễn Văn A", ""},
      // Agencies and outlets, bare, in brackets, behind a slash.
      {"TTXVN", "", "TTXVN"},
      {"(TTXVN/Vietnam+)", "", "TTXVN/Vietnam+"},
      {"(Vietnam+)", "", "Vietnam+"},
      {"(Dân trí)", "", "Dân trí"},
      {"(Mai Quý)", "Mai Quý", ""},
      {"Mai Quý/Vietnam+", "Mai Quý", "Vietnam+"},
      {"Linh Tô/vnanet.vn", "Linh Tô", "vnanet.vn"},
      {"Vũ Thanh/Báo Tin tức và Dân tộc", "Vũ Thanh", "Báo Tin tức và Dân tộc"},
      {"Báo Nhân Dân", "", "Báo Nhân Dân"},
      {"Trang tin Sông Lô", "", "Trang tin Sông Lô"},
      {"Trang Anh", "Trang Anh", ""},  // a given name
      {"Trang Nhung/VOV", "Trang Nhung", "VOV"},
      // No-break spaces, as word processors write them.
      {"Vũ\u00A0Hải\u00A0Đăng", "Vũ\u00A0Hải\u00A0Đăng", ""},
      {"Vũ Hải\u00A0-\u00A0Mai Quý", "Vũ Hải\u00A0-\u00A0Mai Quý", ""},
      {"Theo\u00A0TTXVN", "", "TTXVN"},
      {"Bài\u00A0và ảnh:\u00A0Mai Quý", "Mai Quý", ""},
      // Lead-ins.
      {"Theo TTXVN", "", "TTXVN"},
      {"Theo TTXVN.", "", "TTXVN"},
      {"(theo Reuters)", "", "Reuters"},
      {"Theo Trí Thức Trẻ", "", "Trí Thức Trẻ"},
      {"Theo Forbes, Newsweek", "", "Forbes, Newsweek"},
      {"Nguồn: Sức khỏe & Đời sống", "", "Sức khỏe & Đời sống"},
      {"Bài và ảnh: Mai Quý", "Mai Quý", ""},
      {"Tin, ảnh: Nguyên Bình", "Nguyên Bình", ""},
      {"TIN, ẢNH: NGUYÊN BÌNH", "NGUYÊN BÌNH", ""},
      {"Thực hiện: K.TOÀN - H.P", "K.TOÀN - H.P", ""},
      {"Thực hiện: Nhóm phóng viên", "Nhóm phóng viên", ""},
      {"Phóng viên Mai Quý", "Mai Quý", ""},
      {"PV Mai Quý", "Mai Quý", ""},
      {"CTV Mai Quý - PV", "Mai Quý - PV", ""},
      {"Ghi chép của Mai Quý", "Mai Quý", ""},
      {"Biên dịch: Mai Quý", "Mai Quý", ""},
      {"Tác giả, Mai Quý", "Mai Quý", ""},
      {"Tác giả, tác phẩm và công chúng", "", ""},
      {"Phóng viên có mặt tại hiện trường", "", ""},
      // Buttons behind a credit, or alone, name nobody.
      {"Theo Trí Thức Trẻ Copy link", "", "Trí Thức Trẻ"},
      {"Theo Trí Thức Trẻ Link bài gốc Lấy link!", "", "Trí Thức Trẻ"},
      {"Mai Quý Google News", "Mai Quý", ""},
      {"Google News", "", ""},
      // A note behind the name.
      {"Mai Quý thực hiện", "Mai Quý", ""},
      {"Mai Quý lược dịch", "Mai Quý", ""},
      {"Mai Quý ghi", "Mai Quý", ""},
      {"Hà Thu (tổng hợp)", "Hà Thu", ""},
      {"Hoàng Thông (theo ESPN)", "Hoàng Thông", "ESPN"},
      {"Tùng Lâm (Theo CNN, The New York Times)", "Tùng Lâm", "CNN, The New York Times"},
      {"Mai Quý (TTXVN)", "Mai Quý", "TTXVN"},
      {"(Tổng hợp)", "", ""},
      {"Mai Quý ./.", "Mai Quý", ""},
  };
  for (const BylineCase& c : cases) {
    const Byline got = parse_byline(c.text);
    EXPECT_EQ(got.author, c.author) << c.text;
    EXPECT_EQ(got.source, c.source) << c.text;
  }
}

TEST(Byline, OtherLanguages) {
  const BylineCase cases[] = {
      {"By Jane Doe", "Jane Doe", ""},
      {"By Jane Doe and John Roe, Reuters", "Jane Doe and John Roe", "Reuters"},
      {"By STEVE ROE, THOMAS DOE and AMELIA ROE-DOE", "STEVE ROE, THOMAS DOE and AMELIA ROE-DOE",
       ""},
      {"By Jane Doe | Fox News", "Jane Doe", "Fox News"},
      {"Associated Press", "", "Associated Press"},
      // What follows a job or a place names nobody, but may be an agency.
      {"By Jane Doe - Live Science Contributor", "Jane Doe", ""},
      {"By Jane Doe, News Reporter", "Jane Doe", ""},
      {"By Jane Doe, Staff Writer, AFP", "Jane Doe", "AFP"},
      {"Von Max Muster, Berlin", "Max Muster", ""},
      {"By TPN, in News, Portugal", "TPN", ""},
      {"Von Max Muster und Eva Beispiel, dpa", "Max Muster und Eva Beispiel", "dpa"},
      {"Von: MAX MUSTER", "MAX MUSTER", ""},
      {"Autor: Eva Beispiel", "Eva Beispiel", ""},
      {"Quelle: ntv.de", "", "ntv.de"},
      {"Quelle: t-online", "", "t-online"},
      {"By Jane Doe Updated", "Jane Doe", ""},
      {"Par Jean de la Fontaine", "Jean de la Fontaine", ""},
      {"Por Juan y María Pérez", "Juan y María Pérez", ""},
      {"Di Mario Rossi", "Mario Rossi", ""},
      {"Text: Max Muster / Photos: Eva Beispiel", "Max Muster", ""},
      {"By Victoria O’Regan", "Victoria O’Regan", ""},
      // Prose that begins like a credit.
      {"By submitting your email, you agree to our Terms and Privacy Notice.", "", ""},
      {"Di dời dân khỏi khu vực nguy cơ trượt lở núi", "", ""},
      {"Theo thời gian, phần tháp đã hoen gỉ.", "", ""},
      {"Tin liên quan", "", ""},
      {"Bài viết", "", ""},
      {"Autor:", "", ""},
      {"By", "", ""},
      {"", "", ""},
      {"(", "", ""},
      {"()", "", ""},
      {")(", "", ""},
  };
  for (const BylineCase& c : cases) {
    const Byline got = parse_byline(c.text);
    EXPECT_EQ(got.author, c.author) << c.text;
    EXPECT_EQ(got.source, c.source) << c.text;
  }
}

TEST(Byline, PhotoCreditsNameNoAuthor) {
  for (const char* const text : {"Ảnh: Mai Quý", "ẢNH: TTXVN", "Đồ họa: Mai Quý", "Video: Mai Quý",
                                 "Foto: Max Muster", "(Image: Jane Doe)", "Photo: Jane Doe/AFP"}) {
    EXPECT_TRUE(is_photo_credit(text)) << text;
    const Byline got = parse_byline(text);
    EXPECT_EQ(got.author, "") << text;
    EXPECT_EQ(got.source, "") << text;
  }
  for (const char* const text :
       {"Bài và ảnh: Mai Quý", "Tin, ảnh: Mai Quý", "Text: Max Muster / Photos: Eva Beispiel",
        "Ảnh Mai", "Video", "", "("}) {
    EXPECT_FALSE(is_photo_credit(text)) << text;
  }
}

TEST(Byline, ButtonsAreNoOutlets) {
  EXPECT_EQ(parse_byline("The Example Times").source, "The Example Times");
  EXPECT_EQ(parse_byline("Agência de Notícias da TV").source, "Agência de Notícias da TV");
  for (const char* const text :
       {"Follow Us On Social Media", "Get the biggest example news", "Subscribe to Our News",
        "Fans spot one thing missing at the fair today", "Jane Doe | Published"}) {
    EXPECT_EQ(parse_byline(text).source, "") << text;
  }
}

TEST(Byline, WhatSpeaksForASource) {
  const struct {
    const char* text;
    Sourcing sourcing;
  } cases[] = {
      {"Theo TTXVN", Sourcing::said},
      {"Mai Quý (theo ESPN)", Sourcing::said},
      {"Nguồn: Tin tức", Sourcing::known},
      {"Mai Quý (TTXVN)", Sourcing::known},
      {"By Jane Doe, Reuters", Sourcing::known},
      {"Báo Ví Dụ", Sourcing::known},
      {"The Example Times", Sourcing::outlet},
      {"Linh Tô/example.vn", Sourcing::outlet},
      {"(Dân trí)", Sourcing::place},
      {"Jane Doe | Economics", Sourcing::place},
  };
  for (const auto& c : cases) {
    const Byline got = parse_byline(c.text);
    EXPECT_NE(got.source, "") << c.text;
    EXPECT_EQ(got.sourcing, c.sourcing) << c.text;
  }
}

TEST(Byline, WhatSaysThatANameIsTheAuthors) {
  for (const char* const text : {"By Jane Doe", "Submitted by Jane Doe", "Tác giả: Mai Quý"}) {
    EXPECT_TRUE(parse_byline(text).is_said) << text;
  }
  for (const char* const text :
       {"Jane Doe", "(Jane Doe)", "Jane Doe, Berlin", "Theo TTXVN", "By"}) {
    EXPECT_FALSE(parse_byline(text).is_said) << text;
  }
  for (const char* const text : {"By", "Author:", "Tác giả", "Written by"}) {
    EXPECT_TRUE(is_author_label(text)) << text;
  }
  for (const char* const text :
       {"", ":", "By Jane Doe", "Source:", "Photo", "Authors of the year"}) {
    EXPECT_FALSE(is_author_label(text)) << text;
  }
}

TEST(Byline, NameLike) {
  EXPECT_TRUE(parse_byline("By Jane Doe and John Roe, Reuters").is_name_like);
  EXPECT_FALSE(parse_byline("Thực hiện: Nhóm phóng viên").is_name_like);
  EXPECT_FALSE(parse_byline("TTXVN/Vietnam+").is_name_like);
}

TEST(Names, LookLikeNames) {
  const char* const names[] = {
      "Mai Quý",
      "PV",
      "Đình Văn - Lê Tuyết",
      "DANH THÀNH - HOÀNG PHÚC",
      "K.TOÀN - H.P",
      "Jane Doe and John Roe",
      "Ludwig van Beethoven",
      "Jean-Luc O'Neill",
      "Иван Петров",
      "ThS. Nguyễn Văn A",
      "J. R. R. Tolkien",
      "An, Bình, Chi, Dung, Em",  // five, the most
  };
  for (const char* text : names) EXPECT_TRUE(looks_like_names(text)) << text;
  const char* const others[] = {
      "",
      " ",
      ",",
      "-",
      "và",
      "An, Bình, Chi, Dung, Em, Phúc",  // six
      "Một Hai Ba Bốn Năm Sáu",         // a name of six words
      "Tin khác",
      "Bình luận",
      "Ông nói như vậy.",  // words in small letters
      "Mai Quý.",
      "Mai Quý:",
      "Mai Quý?",
      "Mai Quý 2",
      "“Mai Quý”",  // marks, digits
      "Staff Writer",
      "Mai Quý | Home",                                                 // a job, a bar
      "Nguyễn Hoàng Phương Anh Thư, Trần Lê Quốc Toàn Bảo, Phạm Hồng",  // 61 characters
      "王小明",                                                         // no capitals to go by
  };
  for (const char* text : others) EXPECT_FALSE(looks_like_names(text)) << text;
}

TEST(Names, Initials) {
  EXPECT_TRUE(are_initials("TN", "Tường Nhi"));
  EXPECT_TRUE(are_initials("ĐVH", "Đỗ Văn Hải"));
  for (const auto& [letters, name] :
       {std::pair("TN", "Tường Nhi Hà"), std::pair("TN", "Tường"), std::pair("TN", "Nhi Tường"),
        std::pair("tn", "tường nhi"), std::pair("T", "Tường"), std::pair("", "")}) {
    EXPECT_FALSE(are_initials(letters, name)) << letters << ' ' << name;
  }
}

struct DatelineCase {
  const char* text;
  const char* printed;
  const char* published;
  const char* author;
  const char* source;
};

TEST(Dateline, Cases) {
  const DatelineCase cases[] = {
      {"Theo Hanoimoi| 12/07/2020 14:57", "12/07/2020 14:57", "2020-07-12T14:57", "", "Hanoimoi"},
      {"Thứ hai, 22/07/2019 19:00 PM - 0 Trả lời", "Thứ hai, 22/07/2019 19:00 PM",
       "2019-07-22T19:00", "", ""},
      {"Nguyên Minh - 07/03/2026 08:47", "07/03/2026 08:47", "2026-03-07T08:47", "Nguyên Minh", ""},
      {"By Jane Doe - Science Contributor 2019-11-19T12:48:14Z Space", "2019-11-19T12:48:14Z",
       "2019-11-19T12:48:14+00:00", "Jane Doe", ""},
      {"Associated Press November 19, 2019, 9:02 AM", "November 19, 2019, 9:02 AM",
       "2019-11-19T09:02", "", "Associated Press"},
      {"Posted on Maret 30, 2015 by Admin", "Maret 30, 2015", "2015-03-30", "Admin", ""},
      {"Đăng bởi Mai Quý vào 22/07/2019", "22/07/2019", "2019-07-22", "Mai Quý", ""},
      {"22/07/2019 | Theo TTXVN", "22/07/2019", "2019-07-22", "", "TTXVN"},
      {"12 giờ trước", "12 giờ trước", "", "", ""},
      // A rubric, a label of the date, what follows it: no names.
      {"Panorama 28.04.2023 20:14 01:02 min", "28.04.2023 20:14", "2023-04-28T20:14", "", ""},
      {"Cập nhật lúc 10:05, 01/02/2023", "10:05, 01/02/2023", "2023-02-01T10:05", "", ""},
      {"22/07/2019 19:00 Google News", "22/07/2019 19:00", "2019-07-22T19:00", "", ""},
      {"Hà Nội, ngày 22 tháng 7 năm 2019", "22 tháng 7 năm 2019", "2019-07-22", "", ""},
      {"Last Updated: 22/07/2019", "22/07/2019", "2019-07-22", "", ""},
      {"First Published July 22, 2019", "July 22, 2019", "2019-07-22", "", ""},
      {"31/10/2025 1 đăng lại 1486 liên quan Gốc", "31/10/2025", "2025-10-31", "", ""},
      // No date: the line may still credit somebody.
      {"Theo Hanoimoi", "", "", "", "Hanoimoi"},
      {"", "", "", "", ""},
  };
  for (const DatelineCase& c : cases) {
    const Dateline got = parse_dateline(c.text, true);
    EXPECT_EQ(got.has_date, *c.printed != '\0') << c.text;
    EXPECT_EQ(got.printed, c.printed) << c.text;
    EXPECT_EQ(to_iso(got.date.value), c.published) << c.text;
    EXPECT_EQ(got.byline.author, c.author) << c.text;
    EXPECT_EQ(got.byline.source, c.source) << c.text;
  }
}

// Laws on any line: every view is a slice of the line, trimmed, and what is credited alone is
// credited again.
TEST(Byline, LawsOnRandomLines) {
  const std::string_view pieces[] = {
      "Mai", "Quý",        " ",        " ",   "(",     ")",        "/",          ",",   " - ",
      ":",   ".",          "Theo ",    "By ", "TTXVN", "Vietnam+", "và",         "và ", "|",
      "•",   "Tin, ảnh: ", "tổng hợp", "vn",  "王",    "./.",      "22/07/2019", "’"};
  std::mt19937 random(20201107);
  const auto inside = [](std::string_view view, const std::string& line) {
    return view.empty() ||
           (view.data() >= line.data() && view.data() + view.size() <= line.data() + line.size());
  };
  int credited = 0;
  for (int round = 0; round < 40000; ++round) {
    std::string line;
    for (unsigned n = random() % 10; n > 0; --n) line += pieces[random() % std::size(pieces)];
    const Dateline got = parse_dateline(line, true);
    ASSERT_TRUE(inside(got.printed, line)) << line;
    for (const Byline& byline : {parse_byline(line), got.byline}) {
      ASSERT_TRUE(inside(byline.author, line) && inside(byline.source, line)) << line;
      if (byline.author.empty()) continue;
      ++credited;
      ASSERT_NE(byline.author.front(), ' ') << line;
      ASSERT_NE(byline.author.back(), ' ') << line;
      if (byline.is_name_like) {
        ASSERT_TRUE(looks_like_names(byline.author)) << line;
      }
    }
  }
  EXPECT_GT(credited, 1000);
}

}  // namespace
}  // namespace thanbai
