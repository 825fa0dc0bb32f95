#include "assemble.h"

#include <gtest/gtest.h>

#include <string>

namespace thanbai {
namespace {

struct Row {
  Label label;
  std::string_view text;
};

Document assembled(const std::vector<Row>& rows,
                   const std::vector<Label>& keep = {Label::lead, Label::body, Label::heading,
                                                     Label::quote},
                   bool day_first = true, const Lines& lines = {}) {
  Document document;
  std::uint32_t at = 0;
  for (const Row& row : rows) {
    LabelledLine line;
    line.label = row.label;
    line.line.text = row.text;
    line.line.source = {at, at + static_cast<std::uint32_t>(row.text.size())};
    at = line.line.source.end + 1;
    document.lines.push_back(line);
  }
  assemble(keep, day_first, lines, Headline(lines.metadata), document);
  return document;
}

/// The same of a page that declares something.
Document declared(const Metadata& metadata, const std::vector<Row>& rows) {
  Lines lines;
  lines.metadata = metadata;
  return assembled(rows, {Label::body}, true, lines);
}

TEST(Assemble, FieldsComeFromTheLinesOfTheirLabel) {
  const Document page = assembled({{Label::navigation, "Thời sự"},
                                   {Label::title, "Cầu mới thông xe"},
                                   {Label::dateline, "Thứ hai, 22/07/2019 19:00 PM - 0 Trả lời"},
                                   {Label::lead, "Sáng nay, cầu đã thông xe."},
                                   {Label::body, "Cầu dài hai cây số."},
                                   {Label::byline, "Mai Quý (Theo TTXVN)"},
                                   {Label::related, "Đăng ngày 01/01/2025"}});
  EXPECT_EQ(page.title, "Cầu mới thông xe");
  EXPECT_EQ(page.lead, "Sáng nay, cầu đã thông xe.");
  EXPECT_EQ(page.byline, "Mai Quý");
  EXPECT_EQ(page.source, "TTXVN");
  EXPECT_EQ(page.published, "2019-07-22T19:00") << "of the article, not of another";
  EXPECT_NE(page.date.find("22/07/2019"), std::string_view::npos) << "as printed: " << page.date;
}

TEST(Assemble, WhatThePageLacksIsEmpty) {
  const Document page =
      assembled({{Label::body, "Ngày 22/7/2019, cầu dài hai cây số đã thông xe."}});
  EXPECT_EQ(page.title, "");
  EXPECT_EQ(page.lead, "");
  EXPECT_EQ(page.byline, "");
  EXPECT_EQ(page.source, "");
  EXPECT_EQ(page.published, "") << "a date in the story is not its own";
}

TEST(Assemble, TheFirstOfAKindCounts) {
  const Document page = assembled({{Label::byline, "Mai Quý"},
                                   {Label::dateline, "22/07/2019"},
                                   {Label::byline, "Lê An"},
                                   {Label::dateline, "23/07/2019"}});
  EXPECT_EQ(page.byline, "Mai Quý");
  EXPECT_EQ(page.published, "2019-07-22");
}

TEST(Assemble, TheOrderOfDayAndMonthIsThePagesLanguages) {
  EXPECT_EQ(assembled({{Label::dateline, "03/04/2021"}}, {}, true).published, "2021-04-03");
  EXPECT_EQ(assembled({{Label::dateline, "03/04/2021"}}, {}, false).published, "2021-03-04");
  EXPECT_EQ(assembled({{Label::dateline, "25/04/2021"}}, {}, false).published, "2021-04-25")
      << "there is no month 25";
}

TEST(Assemble, ARelativeDateHasNoIsoForm) {
  const Document page =
      assembled({{Label::dateline, "2 giờ trước"}, {Label::dateline, "22/07/2019"}});
  EXPECT_EQ(page.published, "2019-07-22") << "a later line that prints one tells";
  EXPECT_EQ(assembled({{Label::dateline, "2 giờ trước"}}).published, "");
}

TEST(Assemble, ATitleMayHaveItsSiteBehindIt) {
  const std::string_view whole = "Cầu mới thông xe sáng nay - Báo Ví Dụ";
  EXPECT_EQ(assembled({{Label::title, whole}}).title, "Cầu mới thông xe sáng nay");
  EXPECT_EQ(assembled({{Label::title, whole}, {Label::heading, "CẦU MỚI thông xe sáng nay"}}).title,
            "CẦU MỚI thông xe sáng nay")
      << "as the line has it that repeats it";
  EXPECT_EQ(assembled({{Label::navigation, "Thời sự"}, {Label::title, whole}}).title, whole)
      << "only the first line is a page's title";
}

TEST(Assemble, TheShownTitleAndTheDeclaredOne) {
  struct Case {
    const char* why;
    std::string_view shown, headline, title;
  };
  const Case cases[] = {
      {"as it is shown", "Cầu mới: thông xe!", "Cầu mới thông xe", "Cầu mới: thông xe!"},
      {"none is shown", "", "Cầu mới thông xe", "Cầu mới thông xe"},
      {"quite another line", "Giá vàng hôm nay", "Cầu mới thông xe", "Cầu mới thông xe"},
      {"a kicker before it", "Giao thông Cầu mới thông xe", "Cầu mới thông xe", "Cầu mới thông xe"},
      {"words that ran together", "Cầu mớithông xe", "Cầu mới thông xe", "Cầu mới thông xe"},
  };
  for (const Case& c : cases) {
    Metadata metadata;
    metadata.headline = c.headline;
    EXPECT_EQ(declared(metadata, {{Label::title, c.shown}}).title, c.title) << c.why;
  }
}

TEST(Assemble, LinesOfTheTitleAreNoParagraphs) {
  Document document;
  const struct {
    Label label;
    std::string_view text;
    bool opens_block;
  } rows[] = {{Label::title, "Kinh tế nước nhà", true},
              {Label::heading, "là một đột phá", false},
              {Label::heading, "Một nền kinh tế", true},
              {Label::body, "Nước nhà đã đổi thay nhiều.", true}};
  for (const auto& row : rows) {
    LabelledLine line;
    line.label = row.label;
    line.line.text = row.text;
    line.line.block = row.label == Label::body ? Block::paragraph : Block::heading;
    line.line.level = row.label == Label::body ? 0 : 1;
    line.line.opens_block = row.opens_block;
    line.line.container = 1;
    document.lines.push_back(line);
  }
  const Lines lines;
  assemble({Label::heading, Label::body}, true, lines, Headline(lines.metadata), document);
  EXPECT_EQ(document.title, "Kinh tế nước nhà là một đột phá");
  EXPECT_EQ(document.text(), "Một nền kinh tế\n\nNước nhà đã đổi thay nhiều.");
}

TEST(Assemble, AuthorsAreDeclaredOrShown) {
  struct Case {
    const char* why;
    std::vector<std::string_view> declared;
    std::vector<Row> rows;  // below the title
    std::string_view byline;
    std::vector<std::string_view> authors;
  };
  const Row body = {Label::body, "Cây cầu dài hai cây số đã thông xe."};
  const Case cases[] = {
      {"nobody", {}, {body}, "", {}},
      {"only declared", {"Mai Quý"}, {body}, "Mai Quý", {"Mai Quý"}},
      {"two, one of them twice",
       {"Mai Quý, Lê An", "Mai Quý"},
       {body},
       "Mai Quý, Lê An",
       {"Mai Quý", "Lê An"}},
      {"an account is no name", {"@vidu"}, {{Label::byline, "Lê An"}, body}, "Lê An", {"Lê An"}},
      {"nor is the site", {"Báo Ví Dụ"}, {{Label::byline, "Lê An"}, body}, "Lê An", {"Lê An"}},
      {"nor is an address, though there is no other", {"vi.du@example.vn"}, {body}, "", {}},
      {"nor an account of any system", {"admin"}, {body}, "", {}},
      {"her address beside her name", {"Mai Quý", "mai-quý"}, {body}, "Mai Quý", {"Mai Quý"}},
      {"declared and shown", {"Lê An"}, {{Label::byline, "Lê An"}, body}, "Lê An", {"Lê An"}},
      {"the shown one is said to be it",
       {"Quản Trị"},
       {{Label::byline, "Tác giả: Lê An"}, body},
       "Lê An",
       {"Lê An"}},
      {"those declared are shown, too, but as teasers are",
       {"Mai Quý"},
       {{Label::byline, "Tác giả: Lê An"}, body, {Label::byline, "Mai Quý"}},
       "Lê An",
       {"Lê An"}},
      {"a photographer in the article is not it",
       {"Mai Quý"},
       {body, {Label::byline, "Ảnh: Lê An"}, body},
       "Mai Quý",
       {"Mai Quý"}},
  };
  for (const Case& c : cases) {
    Metadata metadata;
    metadata.site = "Báo Ví Dụ";
    metadata.authors.assign(c.declared.begin(), c.declared.end());
    std::vector<Row> rows = {{Label::title, "Cầu mới thông xe"}};
    rows.insert(rows.end(), c.rows.begin(), c.rows.end());
    const Document page = declared(metadata, rows);
    EXPECT_EQ(page.byline, c.byline) << c.why;
    EXPECT_EQ(page.authors, c.authors) << c.why;
  }
}

TEST(Assemble, TheOutletIsNoAuthorOfNews) {
  const Row body = {Label::body, "Cây cầu dài hai cây số đã thông xe."};
  const struct {
    const char* why;
    std::vector<Row> rows;
    std::string_view byline;
  } cases[] = {
      {"nobody is shown", {body}, ""},
      {"a name below the article", {body, {Label::byline, "Lê An"}}, "Lê An"},
      {"one that is said to be the author", {body, {Label::byline, "Bài: Lê An"}}, "Lê An"},
      {"a place in the article is no author", {body, {Label::byline, "Hà Nội"}, body}, ""},
  };
  for (const auto& c : cases) {
    Metadata metadata;
    metadata.site = "Báo Ví Dụ";
    metadata.schema_type = "NewsArticle";
    metadata.authors = {"Ví Dụ"};
    const Document page = declared(metadata, c.rows);
    EXPECT_EQ(page.byline, c.byline) << c.why;
    EXPECT_EQ(page.authors.empty(), c.byline.empty()) << c.why;
  }
}

TEST(Assemble, TheOutletMayBeTheAuthorOfOtherPages) {
  const struct {
    const char* why;
    std::string_view site, author, byline;
  } cases[] = {
      {"of a company's page", "Example Pumps", "Example Pumps", "Example Pumps"},
      {"of her own", "Jane Doe's diary", "Jane Doe", "Jane Doe"},
      {"its address, too", "Example.com", "Example.com", "Example.com"},
      {"a newspaper by its name", "The Example Times", "Example Times", ""},
      {"a Vietnamese one", "Báo điện tử Ví Dụ", "Ví Dụ", ""},
      {"a station", "Example News", "Example News", ""},
      {"an account is none", "Example Pumps", "@examplepumps", ""},
  };
  for (const auto& c : cases) {
    Metadata metadata;
    metadata.site = c.site;
    metadata.authors = {c.author};
    const Document page = declared(metadata, {{Label::body, "The bridge is new."}});
    EXPECT_EQ(page.byline, c.byline) << c.why;
  }
}

TEST(Assemble, TheSourceIsThatOfTheArticleNotOfItsPictures) {
  const Row body = {Label::body, "Cây cầu dài hai cây số đã thông xe."};
  const Row picture = {Label::byline, "(Nguồn: ANP)"};
  EXPECT_EQ(declared({}, {body, picture, body, {Label::byline, "(Vietnam+)"}}).source, "Vietnam+");
  EXPECT_EQ(declared({}, {{Label::byline, "TTXVN"}, body, picture, body}).source, "TTXVN");
  EXPECT_EQ(declared({}, {body, picture, body}).source, "") << "a picture's, wherever it is alone";
  EXPECT_EQ(declared({}, {{Label::lead, "Cầu đã thông xe."}, picture, body, body}).source, "ANP")
      << "between the lead and the rest stand sources, too";
  EXPECT_EQ(declared({}, {body, {Label::byline, "Theo TTXVN"}, body}).source, "TTXVN")
      << "no picture's, for it is said of a text";
}

TEST(Assemble, ASourceIsSaidOrKnownOrTheSite) {
  const Row body = {Label::body, "The bridge is two kilometres long."};
  const struct {
    const char* why;
    std::string_view site, text, source;
  } cases[] = {
      {"a lead-in", "Example Times", "Source: Sample Institute", "Sample Institute"},
      {"an agency", "Example Times", "By Jane Doe, Reuters", "Reuters"},
      {"the site", "The Example Times", "By Jane Doe | Example Times", "Example Times"},
      {"an outlet beside the author", "Example Times", "Jane Doe / Sample News", "Sample News"},
      {"a button", "Example Times", "Book Free Demo Today", ""},
      {"a rubric behind a bar", "Example Times", "By Jane Doe | Economics", ""},
      {"a count", "Example Times", "By Jane Doe | 5 min read", ""},
      {"a count, if nothing is declared", "", "(Visited 1,902 times)", ""},
      {"an address", "Example Times", "Jane Doe, jane@example.org", ""},
      {"a language", "Example Times", "C++", ""},
      {"of a text that declares nothing all we have", "", "(Dân trí)", "Dân trí"},
  };
  for (const auto& c : cases) {
    Metadata metadata;
    metadata.site = c.site;
    EXPECT_EQ(declared(metadata, {body, {Label::byline, c.text}}).source, c.source) << c.why;
  }
}

TEST(Assemble, ANameInATextWithoutMarkupSignsWhatEndsThere) {
  const Row body = {Label::body, "The bridge is two kilometres long."};
  const Row name = {Label::byline, "Jane Doe"};
  const Row teaser = {Label::body, "Gold is up again."};
  const Row tags = {Label::navigation, "Tags: bridge"};
  EXPECT_EQ(declared({}, {body, name, tags, teaser}).byline, "Jane Doe")
      << "a teaser is kept below";
  EXPECT_EQ(declared({}, {body, name, teaser}).byline, "") << "who photographed";
  EXPECT_EQ(declared({}, {body, name, {Label::caption, "It is long."}, teaser}).byline, "");
}

TEST(Assemble, InitialsStandForAFace) {
  const Row body = {Label::body, "The bridge is two kilometres long."};
  const Row initials = {Label::byline, "JD"};
  EXPECT_EQ(declared({}, {initials, {Label::byline, "Jane Doe"}, body}).byline, "Jane Doe");
  EXPECT_EQ(declared({}, {initials, {Label::byline, "Ada Roe"}, body}).byline, "JD");
}

TEST(Assemble, ANameThatNobodySaysIsTheAuthors) {
  struct Placed {
    Label label;
    std::string_view text;
    Block block = Block::paragraph;
    std::uint32_t container = 1;
    std::uint32_t link_bytes = 0;
    std::string_view hints = {};
  };
  const Placed title = {Label::title, "A new bridge", Block::heading};
  const Placed body = {Label::body, "The bridge is two kilometres long."};
  const Placed more = {Label::related, "Gold is up again", Block::heading, 3};
  const struct {
    const char* why;
    std::vector<Placed> rows;
    std::string_view byline;
  } cases[] = {
      {"under the title", {title, {Label::byline, "Jane Doe"}, body}, "Jane Doe"},
      {"a rubric in a list", {title, {Label::byline, "Garden", Block::list_item}, body}, ""},
      {"above the title", {{Label::byline, "Garden"}, title, body}, ""},
      {"signed below", {title, body, {Label::byline, "Jane Doe"}}, "Jane Doe"},
      {"in an element around the last line's",
       {title, {Label::body, "Long it is.", Block::paragraph, 3}, {Label::byline, "Jane Doe"}},
       "Jane Doe"},
      {"a button below", {title, body, {Label::byline, "Learn More", Block::plain, 1, 10}}, ""},
      {"a heading below", {title, body, {Label::byline, "Citations", Block::heading}}, ""},
      {"in a box elsewhere", {title, body, {Label::byline, "Text Link", Block::plain, 5}}, ""},
      {"below other articles", {title, body, more, more, more, {Label::byline, "Home Tips"}}, ""},
      {"its box says so",
       {title, body, {Label::byline, "Jane Doe", Block::heading, 5, 8, "author-box"}},
       "Jane Doe"},
      {"the line above says so",
       {title, body, {Label::other, "Author:"}, {Label::byline, "Jane Doe", Block::plain, 5}},
       "Jane Doe"},
      {"so does a lead-in in the article",
       {title, body, {Label::byline, "By Jane Doe"}, body},
       "Jane Doe"},
      {"a group behind a lead-in",
       {title, body, {Label::byline, "Thực hiện: Nhóm phóng viên"}},
       "Nhóm phóng viên"},
      {"a portrait's head", {title, body, {Label::byline, "About Jane Doe"}}, ""},
  };
  for (const auto& c : cases) {
    Lines lines;
    lines.containers = {0, 0, 0, 2, 0, 4};  // 1, 2 and 4 are side by side
    lines.containers[2] = 1;
    Document document;
    for (const Placed& row : c.rows) {
      LabelledLine line;
      line.label = row.label;
      line.line.text = row.text;
      line.line.block = row.block;
      line.line.container = row.container;
      line.line.outer_container = lines.containers[row.container];
      line.line.link_bytes = row.link_bytes;
      line.line.hints = row.hints;
      document.lines.push_back(line);
    }
    assemble({Label::body}, true, lines, Headline(lines.metadata), document);
    EXPECT_EQ(document.byline, c.byline) << c.why;
  }
}

TEST(Assemble, WhatThePageAlsoWritesSmallIsNoName) {
  const struct {
    const char* why;
    std::string_view language, name, body, byline;
  } cases[] = {
      {"a name", "en", "Jane White", "The bridge is long.", "Jane White"},
      {"one word of it may be", "en", "Jane White", "The bridge is white.", "Jane White"},
      {"a rubric", "en", "Home Garden", "At home he has a garden.", ""},
      {"unless somebody says that it is one", "en", "By Art Young", "Young at art, art at young.",
       "Art Young"},
      {"Vietnamese names are words", "vi", "Mai Lan", "Hoa mai và hoa lan.", "Mai Lan"},
  };
  for (const auto& c : cases) {
    Document document;
    document.language = c.language;
    const Row rows[] = {
        {Label::title, "A new bridge"}, {Label::byline, c.name}, {Label::body, c.body}};
    for (const Row& row : rows) {
      LabelledLine line;
      line.label = row.label;
      line.line.text = row.text;
      document.lines.push_back(line);
    }
    const Lines lines;
    assemble({Label::body}, true, lines, Headline(lines.metadata), document);
    EXPECT_EQ(document.byline, c.byline) << c.why;
  }
}

TEST(Assemble, WhatOnlyStandsInBracketsIsNotSaid) {
  Metadata metadata;
  metadata.authors = {"Jane Doe"};
  const Document page = declared(metadata, {{Label::title, "A new bridge"},
                                            {Label::byline, "(The Example)"},
                                            {Label::body, "The bridge is two kilometres long."}});
  EXPECT_EQ(page.byline, "Jane Doe");
}

/// A page that declares these dates and shows a dateline below its title.
Document dated(std::string_view published, std::string_view modified, std::string_view shown) {
  Metadata metadata;
  metadata.published = published;
  metadata.modified = modified;
  return declared(metadata, {{Label::title, "Cầu mới thông xe"},
                             {Label::dateline, shown},
                             {Label::body, "Cây cầu dài hai cây số đã thông xe."}});
}

TEST(Assemble, DatesAreShownOrDeclared) {
  struct Case {
    const char* why;
    std::string_view declared, modified, shown, published;
  };
  const Case cases[] = {
      {"only declared", "2019-07-22T19:00:00+07:00", "", "", "2019-07-22T19:00:00+07:00"},
      {"the same day with a time", "2019-07-22", "", "22/07/2019 19:30", "2019-07-22T19:30"},
      {"the declared one has the time", "2019-07-22T19:00", "", "22/07/2019", "2019-07-22T19:00"},
      {"another day at the headline", "2019-07-21", "", "22/07/2019", "2019-07-22"},
      {"unless it is that of a change", "2019-07-21", "2019-07-22", "22/07/2019", "2019-07-21"},
      {"the reading that is the declared day", "2024-09-10T08:00:00+01:00", "", "09/10/2024",
       "2024-09-10T08:00:00+01:00"},
      {"neither reading is", "2024-09-11", "", "09/10/2024", "2024-10-09"},
  };
  for (const Case& c : cases) {
    const Document page = dated(c.declared, c.modified, c.shown);
    EXPECT_EQ(page.published, c.published) << c.why;
    EXPECT_EQ(page.modified, c.modified) << c.why;
  }
}

TEST(Assemble, TheDeclaredMomentIsExactWhereTheShownOneAgrees) {
  const char* const noon = "2024-04-28T13:00:00Z";
  const char* const noon_iso = "2024-04-28T13:00:00+00:00";
  struct Case {
    const char* why;
    std::string_view declared, modified, shown, published, changed;
  };
  const Case cases[] = {
      {"the same minute an hour east", noon, "", "14:00, 28 Apr 2024", noon_iso, ""},
      {"of Nepal", noon, "", "18:45, 28 Apr 2024", noon_iso, ""},
      {"past midnight", "2024-04-28T20:00:00Z", "", "03:00, 29 Apr 2024",
       "2024-04-28T20:00:00+00:00", ""},
      {"the day in some zone", "2024-04-28T20:00:00Z", "", "29 Apr 2024",
       "2024-04-28T20:00:00+00:00", ""},
      {"no day anywhere", noon, "", "30 Apr 2024", "2024-04-30", ""},
      {"no zone is 20 minutes off", noon, "", "14:20, 28 Apr 2024", "2024-04-28T14:20", ""},
      {"both exact", noon, "", "20:00, 28 Apr 2024 GMT+7", noon_iso, ""},
      {"both exact, and not the same", noon, "", "22:00, 28 Apr 2024 GMT+7",
       "2024-04-28T22:00+07:00", ""},
      {"the zone's name is that of winter", noon, "", "2:00 pm CET, 28 Apr 2024", noon_iso, ""},
      {"only the shown one is exact", "2024-04-28T20:00", "", "20:00, 28 Apr 2024 GMT+7",
       "2024-04-28T20:00+07:00", ""},
      {"seconds are declared", "2024-04-28T20:00:05", "", "20:00, 28 Apr 2024",
       "2024-04-28T20:00:05", ""},
      {"midnight is no time", "2024-04-28T00:00:00Z", "", "07:00, 28 Apr 2024", "2024-04-28T07:00",
       ""},
      {"an update", noon, "2024-04-28T13:20:00Z", "Updated 14:20, 28 Apr 2024", noon_iso,
       "2024-04-28T13:20:00+00:00"},
      {"the moment of the update, without the word", noon, "2024-04-28T13:20:00Z",
       "14:20, 28 Apr 2024", noon_iso, "2024-04-28T13:20:00+00:00"},
      {"an update that is not declared", noon, "", "Aktualisiert 28.04.2024 14:20 Uhr", noon_iso,
       "2024-04-28T14:20"},
      {"in Vietnamese", noon, "", "Cập nhật: 28/04/2024 21:20", noon_iso, "2024-04-28T21:20"},
      {"in Italian", noon, "", "28 aprile 2024 (modifica il 28 aprile 2024 | 20:20)", noon_iso,
       "2024-04-28T20:20"},
      {"both shown", "", "", "11:48, Thu, Jul 18, 2024 | UPDATED: 11:50, Thu, Jul 18, 2024",
       "2024-07-18T11:48", "2024-07-18T11:50"},
      {"the update first", "", "", "Last updated 19 July 2024, published 18 July 2024",
       "2024-07-18", "2024-07-19"},
      {"only the update", "", "", "Updated: April 28, 2024 2:20 PM", "2024-04-28T14:20", ""},
      {"an updated page says when it was published", noon, "", "Last updated: 28/04/2024 20:00",
       noon_iso, ""},
  };
  for (const Case& c : cases) {
    const Document page = dated(c.declared, c.modified, c.shown);
    EXPECT_EQ(page.published, c.published) << c.why;
    EXPECT_EQ(page.modified, c.changed) << c.why;
  }
}

TEST(Assemble, DatesBelowTheArticleMayBeThoseOfOthers) {
  const Row title = {Label::title, "Cầu mới thông xe"};
  const Row body = {Label::body, "Cây cầu dài hai cây số đã thông xe."};
  const Row change = {Label::dateline, "Last updated: 28/04/2024"};
  const Row later = {Label::dateline, "30/04/2024"};
  const Row teaser = {Label::related, "Giá vàng hôm nay"};
  const struct {
    const char* why;
    std::string_view declared;
    std::vector<Row> rows;
    std::string_view published;
  } cases[] = {
      {"one is its own", "", {title, body, later}, "2024-04-30"},
      {"several are those of teasers", "", {title, body, later, teaser, later}, ""},
      {"nothing is published after its change", "", {title, change, body, later}, "2024-04-28"},
      {"a broadcast's at the end is none",
       "2024-04-30T13:38",
       {title, body, {Label::dateline, "Radio, 30/04/2024 10:05"}},
       "2024-04-30T13:38"},
  };
  for (const auto& c : cases) {
    Metadata metadata;
    metadata.published = c.declared;
    EXPECT_EQ(declared(metadata, c.rows).published, c.published) << c.why;
  }
}

TEST(Assemble, AWordAboveADateMayTellThatItIsOfAChange) {
  const Document page = declared({}, {{Label::title, "Cầu mới thông xe"},
                                      {Label::other, "Updated"},
                                      {Label::dateline, "29/04/2024"},
                                      {Label::dateline, "28/04/2024"},
                                      {Label::body, "Cây cầu dài hai cây số đã thông xe."}});
  EXPECT_EQ(page.published, "2024-04-28");
  EXPECT_EQ(page.modified, "2024-04-29");
}

TEST(Assemble, WhatIsKeptChangesNoVerdict) {
  const std::string body(500, 'x');
  Lines lines;
  lines.metadata.article_body = body;
  const struct {
    const char* why;
    std::vector<Label> keep;
    std::string shown, text;
    Verdict verdict;
  } cases[] = {
      {"the declared body", {Label::body}, "ngắn", body, Verdict::article},
      {"no body is wanted", {Label::heading}, "ngắn", "", Verdict::article},
      {"one is shown",
       {Label::body},
       std::string(400, 'y'),
       std::string(400, 'y'),
       Verdict::no_article},
      {"one is shown, though not wanted",
       {Label::heading},
       std::string(400, 'y'),
       "",
       Verdict::no_article},
  };
  for (const auto& c : cases) {
    const Document page = assembled({{Label::body, c.shown}}, c.keep, true, lines);
    EXPECT_EQ(page.verdict, c.verdict) << c.why;
    EXPECT_EQ(page.text(), c.text) << c.why;
  }
}

TEST(Assemble, AnArticleThatIsDeclaredAndNotShown) {
  const std::string half(250, 'x');
  struct Case {
    const char* why;
    Verdict verdict;
    std::string body, shown;
    bool taken;
  };
  const Case cases[] = {
      {"the page shows none", Verdict::no_article, half + "\n\n" + half, "ngắn", true},
      {"it shows one", Verdict::article, half + "\n" + half, "ngắn", false},
      {"a summary is none", Verdict::no_article, half, "ngắn", false},
      {"half of it is shown", Verdict::uncertain, half + "\n" + half, half + "xx", false},
  };
  for (const Case& c : cases) {
    Lines lines;
    lines.metadata.article_body = c.body;
    Document page;
    page.verdict = c.verdict;
    page.lines.resize(1);
    page.lines[0].label = Label::body;
    page.lines[0].line.text = c.shown;
    assemble({Label::body}, true, lines, Headline(lines.metadata), page);
    EXPECT_EQ(page.text(), c.taken ? half + "\n\n" + half : c.shown) << c.why;
    EXPECT_EQ(page.verdict, c.taken ? Verdict::article : c.verdict) << c.why;
  }
}

TEST(Assemble, LinksAreThoseOfParagraphs) {
  Lines lines;
  lines.links = {{0, {}, "a", "/0"}, {1, {}, "b", "/1"}, {1, {}, "c", "/1b"}, {2, {}, "d", "/2"}};
  const Document page =
      assembled({{Label::related, "Xem thêm"}, {Label::body, "B"}, {Label::footer, "F"}},
                {Label::body}, true, lines);
  ASSERT_EQ(page.links.size(), 2U);
  EXPECT_EQ(page.links[0].href, "/1");
  EXPECT_EQ(page.links[1].href, "/1b");
}

TEST(Assemble, ParagraphsAreTheLinesOfTheLabelsAskedFor) {
  const std::vector<Row> rows = {{Label::title, "T"},   {Label::lead, "L"},  {Label::caption, "C"},
                                 {Label::heading, "H"}, {Label::body, "B"},  {Label::quote, "Q"},
                                 {Label::body, ""},     {Label::advert, "A"}};
  struct Case {
    std::vector<Label> keep;
    std::string text;
  };
  const Case cases[] = {
      {{Label::lead, Label::body, Label::heading, Label::quote}, "L\n\nH\n\nB\n\nQ"},
      {{Label::body}, "B"},                         // empty lines are no paragraphs
      {{Label::advert, Label::caption}, "C\n\nA"},  // in the page's order, not in that of `keep`
      {{Label::title, Label::body}, "T\n\nB"},
      {{}, ""},
  };
  for (const Case& c : cases) EXPECT_EQ(assembled(rows, c.keep).text(), c.text);
  for (const Paragraph& p : assembled(rows).paragraphs) {
    EXPECT_EQ(p.source.end - p.source.begin, p.text.size());
  }
}

TEST(Assemble, ChangesNoLabel) {
  const Document page =
      assembled({{Label::byline, "không phải tên"}, {Label::dateline, "hôm qua"}});
  EXPECT_EQ(page.lines[0].label, Label::byline);
  EXPECT_EQ(page.lines[1].label, Label::dateline);
}

TEST(Assemble, KeepsAliveWhatTheDocumentViewed) {
  Document page;
  const auto before = std::make_shared<const std::string>("B");
  page.storage = before;
  page.lines.resize(1);
  page.lines[0].label = Label::dateline;
  page.lines[0].line.text = "22/07/2019";
  assemble({}, true, {}, Headline(Metadata()), page);
  EXPECT_EQ(before.use_count(), 2);
  const Document copy = page;
  page = Document{};
  EXPECT_EQ(copy.published, "2019-07-22");
}

}  // namespace
}  // namespace thanbai
