#include "date.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <utility>

#include "date_names.h"

namespace thanbai {
namespace {

// What find_date reads in a text: the printed form and its value, "relative", or "none".
std::string read(std::string_view text, bool day_first = true) {
  FoundDate found;
  if (!find_date(text, day_first, found)) return "none";
  const std::string printed(text.substr(found.begin, found.end - found.begin));
  return printed + " = " + (found.relative ? "relative" : to_iso(found.value));
}

struct Case {
  const char* text;
  const char* want;
};

TEST(Date, Vietnamese) {
  const Case cases[] = {
      // A 24-hour clock with a PM that says nothing more.
      {"Thứ hai, 22/07/2019 19:00 PM - 0 Trả lời",
       "Thứ hai, 22/07/2019 19:00 PM = 2019-07-22T19:00"},
      {"Theo Hanoimoi| 12/07/2020 14:57", "12/07/2020 14:57 = 2020-07-12T14:57"},
      // Single digits, zone in brackets, whose closing one belongs to it.
      {"Thứ bảy, 7/3/2026, 00:05 (GMT+7)",
       "Thứ bảy, 7/3/2026, 00:05 (GMT+7) = 2026-03-07T00:05+07:00"},
      {"Thứ bảy, 07/03/2026 - 08:07", "Thứ bảy, 07/03/2026 - 08:07 = 2026-03-07T08:07"},
      {"Thứ ba, 13/12/2016 | 19:02 GMT+7",
       "Thứ ba, 13/12/2016 | 19:02 GMT+7 = 2016-12-13T19:02+07:00"},
      {"Chủ nhật, 13/2/2022, 16:08 (GMT+7)",
       "Chủ nhật, 13/2/2022, 16:08 (GMT+7) = 2022-02-13T16:08+07:00"},
      {"Thứ 2, 22/07/2019", "Thứ 2, 22/07/2019 = 2019-07-22"},
      {"T2, 22/07/2019 07:00 SA", "T2, 22/07/2019 07:00 SA = 2019-07-22T07:00"},
      {"CN, 21/07/2019 7:00 CH", "CN, 21/07/2019 7:00 CH = 2019-07-21T19:00"},
      // The time first.
      {"14:57 12/07/2020", "14:57 12/07/2020 = 2020-07-12T14:57"},
      {"14:57' 12/07/2020", "14:57' 12/07/2020 = 2020-07-12T14:57"},  // a mark of minutes
      {"20h15 ngày 3/4/2021", "20h15 ngày 3/4/2021 = 2021-04-03T20:15"},
      {"20 giờ 15 phút ngày 3/4/2021", "20 giờ 15 phút ngày 3/4/2021 = 2021-04-03T20:15"},
      {"Lúc 20h ngày 3-4-2021", "20h ngày 3-4-2021 = 2021-04-03T20:00"},
      {"7g30 ngày 3/4/2021", "7g30 ngày 3/4/2021 = 2021-04-03T07:30"},
      {"7h tối ngày 3/4/2021", "7h tối ngày 3/4/2021 = 2021-04-03T19:00"},
      {"Cập nhật lúc 10:05, 01/02/2023", "10:05, 01/02/2023 = 2023-02-01T10:05"},
      {"19:00 | Thứ hai, 22/07/2019", "19:00 | Thứ hai, 22/07/2019 = 2019-07-22T19:00"},
      {"Cập nhật: 10h05 GMT+7, thứ tư 1/2/2023",
       "10h05 GMT+7, thứ tư 1/2/2023 = 2023-02-01T10:05+07:00"},
      // Months in words.
      {"ngày 12 tháng 7 năm 2020", "12 tháng 7 năm 2020 = 2020-07-12"},
      {"Thứ Bảy, Ngày 07 tháng 03 năm 2026,", "Thứ Bảy, Ngày 07 tháng 03 năm 2026 = 2026-03-07"},
      {"22 Tháng Bảy, 2019", "22 Tháng Bảy, 2019 = 2019-07-22"},
      {"Tháng Mười Hai 5, 2019", "Tháng Mười Hai 5, 2019 = 2019-12-05"},
      {"5 tháng mười năm 2019", "5 tháng mười năm 2019 = 2019-10-05"},
      {"13 Th3, 2024", "13 Th3, 2024 = 2024-03-13"},  // a blog system's short months
      {"5 tháng 12/2019", "5 tháng 12/2019 = 2019-12-05"},
      {"12-7-2020", "12-7-2020 = 2020-07-12"},
      {"Nguyên Minh - 07/03/2026 08:47", "07/03/2026 08:47 = 2026-03-07T08:47"},
      {"31/10/2025 1 đăng lại 1486 liên quan Gốc", "31/10/2025 = 2025-10-31"},
      {"Ngày 30/4, ông đến; 20/5/2019 về", "20/5/2019 = 2019-05-20"},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.text), c.want) << c.text;
}

TEST(Date, OtherLanguages) {
  const Case cases[] = {
      {"July 22, 2019", "July 22, 2019 = 2019-07-22"},
      {"November 19th, 2019 at 8:40 AM", "November 19th, 2019 at 8:40 AM = 2019-11-19T08:40"},
      {"Nov. 20, 2019, 9:28 AM UTC", "Nov. 20, 2019, 9:28 AM UTC = 2019-11-20T09:28+00:00"},
      {"Nov 19, 2019 at 6:46 pm ET • 2 min read", "Nov 19, 2019 at 6:46 pm ET = 2019-11-19T18:46"},
      {"Published: Nov. 19, 2019, 6:18 p.m.", "Nov. 19, 2019, 6:18 p.m. = 2019-11-19T18:18"},
      {"22 July 2019 at 7:00 pm BST", "22 July 2019 at 7:00 pm BST = 2019-07-22T19:00+01:00"},
      {"the 22nd of July, 2019", "22nd of July, 2019 = 2019-07-22"},
      {"Mon, 22 Jul 2019 19:00:00 GMT",
       "Mon, 22 Jul 2019 19:00:00 GMT = 2019-07-22T19:00:00+00:00"},
      {"By Kashmira Gander On 11/13/19 at 4:00 PM EST",
       "11/13/19 at 4:00 PM EST = 2019-11-13T16:00-05:00"},
      {"11:48, Thu, Jul 18, 2024 | UPDATED: 11:50, Thu, Jul 18, 2024",
       "11:48, Thu, Jul 18, 2024 = 2024-07-18T11:48"},
      {"19 November 2019 • 1:16pm", "19 November 2019 • 1:16pm = 2019-11-19T13:16"},
      {"Jul 18, 2019 12:05 am", "Jul 18, 2019 12:05 am = 2019-07-18T00:05"},
      {"Sherif Saed, Wednesday, 20 November 2019 08:05 GMT",
       "Wednesday, 20 November 2019 08:05 GMT = 2019-11-20T08:05+00:00"},
      {"22-Jul-19", "22-Jul-19 = 2019-07-22"},
      {"Science Contributor 2019-11-19T12:48:14Z Space",
       "2019-11-19T12:48:14Z = 2019-11-19T12:48:14+00:00"},
      {"22. Juli 2019, 19.00 Uhr", "22. Juli 2019, 19.00 Uhr = 2019-07-22T19:00"},
      {"28. April 2024 um 15:58 Uhr", "28. April 2024 um 15:58 Uhr = 2024-04-28T15:58"},
      {"Montag30. Juni 2025", "Montag30. Juni 2025 = 2025-06-30"},
      {"15.04.2026 - 15:48 UhrLesedauer: 2 Min.", "15.04.2026 - 15:48 = 2026-04-15T15:48"},
      {"NZZ-Redaktion 18.07.2024, 11.08 Uhr 7 min", "18.07.2024, 11.08 Uhr = 2024-07-18T11:08"},
      {"Mo., 22.07.2019", "Mo., 22.07.2019 = 2019-07-22"},
      {"22 juillet 2019 à 19h00", "22 juillet 2019 à 19h00 = 2019-07-22T19:00"},
      {"1er août 2019", "1er août 2019 = 2019-08-01"},
      {"22 de julio de 2019", "22 de julio de 2019 = 2019-07-22"},
      {"lunes, 22 de julio del 2019 a las 19:00 h",
       "lunes, 22 de julio del 2019 a las 19:00 h = 2019-07-22T19:00"},
      {"segunda-feira, 22 de julho de 2019 às 19h00",
       "segunda-feira, 22 de julho de 2019 às 19h00 = 2019-07-22T19:00"},
      {"02 Ago 2017", "02 Ago 2017 = 2017-08-02"},
      {"lunedì 22 luglio 2019 alle 19.00", "lunedì 22 luglio 2019 alle 19.00 = 2019-07-22T19:00"},
      {"maandag 22 juli 2019 om 19:00", "maandag 22 juli 2019 om 19:00 = 2019-07-22T19:00"},
      {"Publisert: 05.08.24 kl. 14:47", "05.08.24 kl. 14:47 = 2024-08-05T14:47"},
      {"22. juli 2019 kl. 19.00", "22. juli 2019 kl. 19.00 = 2019-07-22T19:00"},
      {"22 Temmuz 2019 Pazartesi 19:00", "22 Temmuz 2019 Pazartesi 19:00 = 2019-07-22T19:00"},
      {"22 lipca 2019 r., 19:00", "22 lipca 2019 r., 19:00 = 2019-07-22T19:00"},
      {"2019. július 22. 19:00", "2019. július 22. 19:00 = 2019-07-22T19:00"},
      {"22 июля 2019", "22 июля 2019 = 2019-07-22"},
      {"22 июля 2019 г. в 19:00 МСК", "22 июля 2019 г. в 19:00 = 2019-07-22T19:00"},
      {"22 Juli 2019 pukul 19.00 WIB", "22 Juli 2019 pukul 19.00 WIB = 2019-07-22T19:00+07:00"},
      {"Senin, 22 Jul 2019 19:00 WIB", "Senin, 22 Jul 2019 19:00 WIB = 2019-07-22T19:00+07:00"},
      {"Posted on Maret 30, 2015 by Admin", "Maret 30, 2015 = 2015-03-30"},
      // Two digits of a year where a time or a weekday shows that it is a date, or alone.
      {"22.07.19, 19:00 Uhr", "22.07.19, 19:00 Uhr = 2019-07-22T19:00"},
      {"11/12/99 4:40PM", "11/12/99 4:40PM = 1999-12-11T16:40"},
      {"22.07.19", "22.07.19 = 2019-07-22"},
      {"26.04.24 |Wirtschaft |", "26.04.24 = 2024-04-26"},
      // Behind a dash a time goes with it; another number makes it something else.
      {"22/07/2019-19:30", "22/07/2019-19:30 = 2019-07-22T19:30"},
      {"22/07/2019-4711", "none"},
      // A dotted time needs a zone or the line's end.
      {"Mon 18 Nov 2019 18.54 GMT", "Mon 18 Nov 2019 18.54 GMT = 2019-11-18T18:54+00:00"},
      {"22.11.2024 07.57", "22.11.2024 07.57 = 2024-11-22T07:57"},
      // Thai years count from the Buddha's death.
      {"22/07/2562", "22/07/2562 = 2019-07-22"},
      {"22 กรกฎาคม 2562 เวลา 19:00 น.", "22 กรกฎาคม 2562 เวลา 19:00 น. = 2019-07-22T19:00"},
      {"22 ก.ค. 2562", "22 ก.ค. 2562 = 2019-07-22"},
      // Chinese, Japanese, Korean; full-width forms.
      {"2019年7月22日 19:00", "2019年7月22日 19:00 = 2019-07-22T19:00"},
      {"2019年7月22日（月）午後7時30分", "2019年7月22日（月）午後7時30分 = 2019-07-22T19:30"},
      {"2019年7月22日下午7点30分", "2019年7月22日下午7点30分 = 2019-07-22T19:30"},
      {"2019年7月22日上午7:30", "2019年7月22日上午7:30 = 2019-07-22T07:30"},
      {"２０１９年７月２２日１９：００", "２０１９年７月２２日１９：００ = 2019-07-22T19:00"},
      {"2019年07月22日 星期一 19:00", "2019年07月22日 星期一 19:00 = 2019-07-22T19:00"},
      {"2019년 7월 22일", "2019년 7월 22일 = 2019-07-22"},
      {"2019년 7월 22일 월요일 오후 7시 30분",
       "2019년 7월 22일 월요일 오후 7시 30분 = 2019-07-22T19:30"},
      {"입력 2025.03.31. 오전 9:09", "2025.03.31. 오전 9:09 = 2025-03-31T09:09"},
      {"2024.03.31 09:09", "2024.03.31 09:09 = 2024-03-31T09:09"},
      {"٢٢ يوليو ٢٠١٩", "٢٢ يوليو ٢٠١٩ = 2019-07-22"},
      // ISO 8601.
      {"2019-07-22", "2019-07-22 = 2019-07-22"},
      {"2019-07-22T19:00:05.123+07:00",
       "2019-07-22T19:00:05.123+07:00 = 2019-07-22T19:00:05+07:00"},
      {"2019-07-22 19:00:05 -0330", "2019-07-22 19:00:05 -0330 = 2019-07-22T19:00:05-03:30"},
      {"2025-06-03 20:04:41", "2025-06-03 20:04:41 = 2025-06-03T20:04:41"},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.text), c.want) << c.text;
}

// Of every minute: "T07" is no seventh day of the week.
TEST(Date, IsoTimes) {
  for (int minute = 0; minute < 24 * 60; ++minute) {
    std::string time = "T00:00";
    time[1] = static_cast<char>('0' + minute / 600);
    time[2] = static_cast<char>('0' + minute / 60 % 10);
    time[4] = static_cast<char>('0' + minute % 60 / 10);
    time[5] = static_cast<char>('0' + minute % 10);
    for (const char* const end : {"", "+07:00", ":05", ":05+00:00"}) {
      const std::string iso = "2024-03-07" + time + end;
      EXPECT_EQ(read(iso), iso + " = " + iso);
    }
  }
  EXPECT_EQ(read("2024-03-07T7:55"), "2024-03-07T7:55 = 2024-03-07T07:55");
}

TEST(Date, LanguagesThatReadTheDayFirst) {
  for (const char* tag : {"en", "EN", "en-US", "en_us"}) EXPECT_FALSE(reads_day_first(tag)) << tag;
  for (const char* tag : {"", "e", "vi", "en-GB", "es-US", "enm", "en.US", "en-USA", "de-en"}) {
    EXPECT_TRUE(reads_day_first(tag)) << tag;
  }
}

TEST(Date, DayOrMonthFirst) {
  EXPECT_EQ(read("3/4/2019", true), "3/4/2019 = 2019-04-03");
  EXPECT_EQ(read("3/4/2019", false), "3/4/2019 = 2019-03-04");
  // Only one reading is a date, whatever the caller says.
  EXPECT_EQ(read("7/22/2019", true), "7/22/2019 = 2019-07-22");
  EXPECT_EQ(read("22/7/2019", false), "22/7/2019 = 2019-07-22");
  // Nobody writes the month first with points.
  EXPECT_EQ(read("3.4.2019", false), "3.4.2019 = 2019-04-03");
}

TEST(Date, Relative) {
  const Case cases[] = {
      {"12 giờ trước", "12 giờ trước = relative"},
      {"9 giờ trước 2 liên quan Gốc", "9 giờ trước = relative"},
      {"một giờ trước", "một giờ trước = relative"},
      {"Posted 2 hours ago", "2 hours ago = relative"},
      {"Nizaar Kinsella2 minutes ago", "2 minutes ago = relative"},
      {"an hour ago", "an hour ago = relative"},
      {"vor 3 Stunden", "vor 3 Stunden = relative"},
      {"il y a 2 heures", "il y a 2 heures = relative"},
      {"hace 2 horas", "hace 2 horas = relative"},
      {"há 2 horas", "há 2 horas = relative"},
      {"2 ore fa", "2 ore fa = relative"},
      {"3 jam yang lalu", "3 jam yang lalu = relative"},
      {"3 часа назад", "3 часа назад = relative"},
      {"Pasaulyje Prieš 36 min.", "Prieš 36 min. = relative"},
      {"3小时前", "3小时前 = relative"},
      {"2시간 전", "2시간 전 = relative"},
      // A date printed later says more.
      {"2 hours ago | July 22, 2019", "July 22, 2019 = 2019-07-22"},
      // Spans of time that lie nowhere.
      {"sa lưới sau 2 ngày gây án", "none"},
      {"2 min read", "none"},
      {"giảm 3 giờ làm", "none"},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.text), c.want) << c.text;
}

TEST(Date, NotDates) {
  const char* const texts[] = {
      "",
      " ",
      "/",
      "13th 2024",
      "2019",
      "tháng 7",
      "July 2019",
      "Copyright © 2019",
      "2004-2019",
      // No year.
      "24/7",
      "1/5",
      "30/4",
      "Chiều 24/12, tại Hà Nội",
      "ngày 5-7/9",
      "22 July",
      "7. Oktober",
      // Scores, versions, addresses, phone numbers, prices, scales, numbers of documents.
      "3-2",
      "MU thắng 3-2-1",
      "bản 1.2.3",
      "1.2.2019.4",
      "192.168.12.10",
      "0945.54.03.03",
      "06.12.34.56.78",
      "(028) 38-38-2019",
      "1.000.000 đồng",
      "tỷ lệ 1/5.000 năm 1996",
      "58/2026/NĐ-CP",
      "12/07/2020/NĐ",
      "1900 1234",
      "http://example.com/2011/09/07/fatwa.html",
      "/2019-07-22-title",
      "2019-07-22-title",
      // Days that are not.
      "30/02/2020",
      "29/02/2019",
      "31/4/2020",
      "0/1/2020",
      "1/0/2020",
      "13/13/2020",
      "February 29, 2100",
      "31 tháng 6 năm 2020",
      // Years out of all reason.
      "22/07/1899",
      "22/07/2101",
      "May 19, 1883",
      "22/07/20190",
      // Times alone, lengths of films.
      "19:00",
      "03:15 min",
      "19:00 - 20:00",
      // A year of two digits in a sentence.
      "Phiên bản 10.12.13 đã có",
      "1/2/19",
  };
  for (const char* text : texts) EXPECT_EQ(read(text), "none") << text;
}

TEST(Date, LeapYears) {
  EXPECT_EQ(read("29/02/2020"), "29/02/2020 = 2020-02-29");
  EXPECT_EQ(read("29/02/2000"), "29/02/2000 = 2000-02-29");
  EXPECT_EQ(read("29/02/1900"), "none");
  for (int month = 1; month <= 12; ++month) {
    static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const std::string rest = "/" + std::to_string(month) + "/2019";
    EXPECT_NE(read(std::to_string(days[month - 1]) + rest), "none") << month;
    EXPECT_EQ(read(std::to_string(days[month - 1] + 1) + rest), "none") << month;
  }
}

TEST(Date, TimesThatAreNot) {
  const Case cases[] = {
      // A film's length after its date.
      {"Panorama 28.04.2023 20:14 01:02 min", "28.04.2023 20:14 = 2023-04-28T20:14"},
      {"Wetter 28.04.2023 01:12 min", "28.04.2023 = 2023-04-28"},
      // No such hour, no such minute.
      {"12/07/2020 25:00", "12/07/2020 = 2020-07-12"},
      {"12/07/2020 12:60", "12/07/2020 = 2020-07-12"},
      // A decimal, a count, another date.
      {"12/07/2020 19.50 điểm", "12/07/2020 = 2020-07-12"},
      {"22/07/2019 5 người", "22/07/2019 = 2019-07-22"},
      {"12/07/2020 13/07/2020", "12/07/2020 = 2020-07-12"},
      // A span of time, not an offset.
      {"12/07/2020 08:00-09:30", "12/07/2020 08:00 = 2020-07-12T08:00"},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.text), c.want) << c.text;
}

TEST(Date, ToIso) {
  EXPECT_EQ(to_iso({}), "");
  EXPECT_EQ(to_iso({2019, 7, 2, -1, -1, -1, true, 420}), "2019-07-02");
  EXPECT_EQ(to_iso({2019, 7, 2, 9, 5, -1, false, 0}), "2019-07-02T09:05");
  EXPECT_EQ(to_iso({2019, 7, 2, 9, 5, 0, true, -210}), "2019-07-02T09:05:00-03:30");
}

// A month's name that two languages share must mean the same month in both.
TEST(DateNames, MonthsAgree) {
  std::map<std::string_view, int> months;
  for (const Name& name : date_names()) {
    if (name.kind != NameKind::month) continue;
    EXPECT_EQ(months.emplace(name.word, name.value).first->second, name.value) << name.word;
    EXPECT_EQ(name_value(names_of(name.word), NameKind::month), name.value);
  }
  EXPECT_GT(months.size(), 300U);
  EXPECT_EQ(name_value(names_of("xyz"), NameKind::month), absent);
  EXPECT_EQ(name_value(names_of("may"), NameKind::zone), absent);
}

// Laws on any bytes: the span lies inside, the value is a date, and what the span covers reads as
// the same date again.
TEST(Date, LawsOnRandomText) {
  const std::string_view pieces[] = {
      "12",   "7",        "2020", "19",   "/",    "/",      ".",    "-",    ":",       " ",
      " ",    ",",        "(",    ")",    "h",    "tháng ", "năm ", "July", "Thứ hai", "GMT+7",
      "年",   "月",       "日",   "ago",  "giờ",  "trước",  "PM",   "T",    "Z",       "+07:00",
      "\xC3", "\xE1\xBB", "\xFF", "ก.ค.", "vor ", "오후",   "22"};
  std::mt19937 random(20201107);
  int found_dates = 0;
  for (int round = 0; round < 60000; ++round) {
    std::string text;
    for (unsigned n = random() % 14; n > 0; --n) text += pieces[random() % std::size(pieces)];
    FoundDate found;
    if (!find_date(text, true, found)) continue;
    ++found_dates;
    ASSERT_LT(found.begin, found.end) << text;
    ASSERT_LE(found.end, text.size()) << text;
    if (found.relative) {
      ASSERT_EQ(found.value.year, 0);
      continue;
    }
    ASSERT_TRUE(found.value.month >= 1 && found.value.month <= 12) << text;
    ASSERT_TRUE(found.value.day >= 1 && found.value.day <= 31) << text;
    ASSERT_LT(found.value.hour, 24) << text;
    ASSERT_LT(found.value.minute, 60) << text;
  }
  EXPECT_GT(found_dates, 100);
}

// Digits of every script are seen in long lines; words for a number only in short ones.
TEST(Date, LongLines) {
  const std::string prose(200, 'a');
  for (const std::string date : {"22/07/2019", "２２/07/２０１９", "٢٢/٠٧/٢٠١٩", "๒๒/๐๗/๒๐๑๙"}) {
    FoundDate found;
    ASSERT_TRUE(find_date(prose + " " + date, true, found)) << date;
    EXPECT_EQ(to_iso(found.value), "2019-07-22") << date;
  }
  EXPECT_EQ(read(prose + " an hour ago"), "none");
}

// The window of tokens slides: a date is found wherever it stands.
TEST(Date, FoundFarIntoALongText) {
  for (const std::string filler : {"12 ", "a ", "1/", "tháng ", "19:00 ", "Thứ hai "}) {
    std::string text;
    while (text.size() < 20000) text += filler;
    text += "xong. ngày 12/07/2020 14:57";
    FoundDate found;
    ASSERT_TRUE(find_date(text, true, found)) << filler;
    EXPECT_EQ(to_iso(found.value), "2020-07-12T14:57") << filler;
    EXPECT_EQ(found.end, text.size());
  }
}

}  // namespace
}  // namespace thanbai
