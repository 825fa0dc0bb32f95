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
                   bool day_first = true) {
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
  assemble(keep, day_first, {}, Headline(Metadata()), document);
  return document;
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
