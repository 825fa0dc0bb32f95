#include "zones.h"

#include <optional>

#include "measured_page.h"

namespace thanbai {
namespace {

constexpr std::int32_t kept = 2000;
constexpr std::int32_t dropped = -2000;

RuleVerdict hint(Label label) { return {label, false, false, false, false}; }
RuleVerdict opens(Label label) { return {label, false, true, false, false}; }
RuleVerdict is(Label label) { return {label, true, false, false, false}; }
RuleVerdict ends(Label label) { return {label, true, false, true, false}; }

struct Row {
  std::string_view text;
  std::int32_t score;
  Label label;  // expected
  RuleVerdict rule = {};
  Block block = Block::plain;
  std::string_view hints = {};
};

constexpr std::string_view lead =
    "Sáng nay, cây cầu nối hai huyện đã được đưa vào sử dụng sau hai năm.";
constexpr std::string_view body =
    "Theo ban quản lý dự án, công trình hoàn thành sớm hơn kế hoạch bốn tháng, với chi phí thấp "
    "hơn dự toán ban đầu.";
constexpr std::string_view more =
    "Người dân hai bên bờ cho biết họ đã chờ đợi ngày này từ rất lâu, nhất là trong mùa mưa lũ.";

Zones zones_of(const std::vector<Row>& rows, std::size_t title, std::int32_t threshold = 0) {
  Lines lines;
  std::vector<std::int32_t> scores;
  std::vector<RuleVerdict> rules;
  for (const Row& row : rows) {
    Line line;
    line.text = row.text;
    line.block = row.block;
    line.hints = row.hints;
    lines.items.push_back(line);
    scores.push_back(row.score);
    rules.push_back(row.rule);
  }
  const MeasuredPage page(lines);
  Zones zones = name_zones(page.lines, page.columns, scores, threshold, title, rules);
  // Whatever rules say: one title, and the edges are those of the lines whose labels are kept.
  std::size_t first = no_row;
  std::size_t last = no_row;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    EXPECT_EQ(zones.labels[row] == Label::title, row == zones.title) << row;
    if (row == zones.title || !is_kept(zones.labels[row])) continue;
    if (first == no_row) first = row;
    last = row;
  }
  const bool is_of_title = first != no_row && zones.labels[first] == Label::heading;
  EXPECT_TRUE(zones.first == first || is_of_title) << zones.first;
  EXPECT_EQ(zones.last, last);
  return zones;
}

void expect_labels(const char* why, std::size_t title, const std::vector<Row>& rows) {
  const Zones zones = zones_of(rows, title);
  ASSERT_EQ(zones.labels.size(), rows.size()) << why;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    EXPECT_EQ(to_string(zones.labels[row]), to_string(rows[row].label))
        << why << ", line " << row << ": " << rows[row].text;
  }
}

TEST(Zones, NameLinesByWhereTheyStand) {
  expect_labels("a page from menu to footer", 2,
                {{"Thế giới | Thể thao", dropped, Label::navigation},
                 {"Thời sự", dropped, Label::navigation},
                 {"Cầu mới thông xe", dropped, Label::title},
                 {"Thứ hai, 22/07/2019 19:00", dropped, Label::dateline},
                 {lead, kept, Label::lead},
                 {body, kept, Label::body},
                 {"Giá vàng tăng mạnh nhất năm", dropped, Label::related},
                 {more, kept, Label::body},
                 {"Mai Quý", dropped, Label::byline},
                 {"Mưa lớn ở các tỉnh miền Trung", dropped, Label::related},
                 {"Về đầu trang", dropped, Label::navigation}});
  expect_labels("no article: all is navigation", no_row,
                {{"Giá vàng tăng mạnh nhất năm", dropped, Label::navigation},
                 {"Mưa lớn ở các tỉnh miền Trung", dropped, Label::navigation}});
}

TEST(Zones, NameKeptLinesByTheirForm) {
  expect_labels("headings are short, end like none and open what follows", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {lead, kept, Label::lead},
                 {"Hai năm chờ đợi", kept, Label::heading},
                 {body, kept, Label::body},
                 {"Ông nói:", kept, Label::body},
                 {"- chi phí thấp hơn", kept, Label::body},
                 {"Trích lời người dân", kept, Label::quote, {}, Block::quote},
                 {more, kept, Label::body},
                 {"Ngắn hơn dự kiến", kept, Label::heading, {}, Block::heading},
                 {more, kept, Label::body},
                 {"Hết", kept, Label::body}});
}

TEST(Zones, LinesOfCodeAreNoHeadings) {
  expect_labels(
      "in <pre> short lines stand above longer ones", no_row,
      {{body, kept, Label::body},
       {"int main() {", kept, Label::body, {}, Block::plain, "code pre"},
       {"  return run(arguments, options, 0);", kept, Label::body, {}, Block::plain, "pre"},
       {"Hai năm chờ đợi", kept, Label::heading, {}, Block::plain, "prefix-pre press"},
       {more, kept, Label::body}});
}

TEST(Zones, AHeadingHeadsSomething) {
  expect_labels("the last ones belong to what follows", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {lead, kept, Label::lead},
                 {"Hai năm chờ đợi", kept, Label::heading, {}, Block::heading},
                 {body, kept, Label::body},
                 {"Tòa soạn giới thiệu", kept, Label::related, {}, Block::heading},
                 {"Mưa lớn", dropped, Label::navigation},
                 {"Giá vàng", kept, Label::navigation, {}, Block::heading}});
  expect_labels("unless they are prose, or a rule's", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {lead, kept, Label::lead},
                 {body, kept, Label::body},
                 {"Hết bài", kept, Label::heading, is(Label::heading), Block::heading},
                 {more, kept, Label::heading, {}, Block::heading}});
  expect_labels("or all there is", no_row,
                {{"Hai năm chờ đợi", kept, Label::heading, {}, Block::heading},
                 {"Niềm vui hai bờ", kept, Label::heading, {}, Block::heading}});
}

TEST(Zones, TheLeadStandsRightUnderTheTitle) {
  expect_labels("tools and credits between do not count", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {"Chia sẻ", dropped, Label::share, hint(Label::share)},
                 {lead, kept, Label::lead},
                 {body, kept, Label::body}});
  expect_labels("nor do those that no rule names, for they are too short for a headline", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {"Nghe bản tin này bốn phút", dropped, Label::navigation},
                 {lead, kept, Label::lead},
                 {body, kept, Label::body}});
  expect_labels("nor the first line of the title's heading, which is as sure as a heading", 1,
                {{"Cầu mới", kept, Label::heading, {}, Block::heading},
                 {"thông xe sau hai năm", dropped, Label::title, {}, Block::heading},
                 {lead, kept, Label::lead},
                 {body, kept, Label::body}});
  expect_labels("other articles do", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {"Giá vàng tăng mạnh nhất trong nhiều năm", dropped, Label::related},
                 {lead, kept, Label::body},
                 {body, kept, Label::body}});
  expect_labels("a heading may be one, if it is prose", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {"Chia sẻ", dropped, Label::share, hint(Label::share)},
                 {lead, kept, Label::lead, {}, Block::heading},
                 {body, kept, Label::body}});
  expect_labels("not if it is a heading like others", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {"Hai năm chờ đợi của người dân", kept, Label::heading, {}, Block::heading},
                 {body, kept, Label::body}});
  expect_labels("nor if a rule says so", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {lead, kept, Label::heading, is(Label::heading), Block::heading},
                 {body, kept, Label::body}});
  expect_labels("all there is is no lead", 0,
                {{"Cầu mới thông xe", dropped, Label::title}, {lead, kept, Label::body}});
  expect_labels("without a title there is none", no_row,
                {{lead, kept, Label::body}, {body, kept, Label::body}});
  expect_labels("nor far below it", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {"a", dropped, Label::share, hint(Label::share)},
                 {"b", dropped, Label::share, hint(Label::share)},
                 {"c", dropped, Label::share, hint(Label::share)},
                 {"d", dropped, Label::share, hint(Label::share)},
                 {"e", dropped, Label::share, hint(Label::share)},
                 {"g", dropped, Label::share, hint(Label::share)},
                 {lead, kept, Label::body},
                 {body, kept, Label::body}});
}

TEST(Zones, TheTitleIsKeptOnce) {
  expect_labels("its repeats are breadcrumbs, alternative texts or teasers", 1,
                {{"Cầu mới thông xe", kept, Label::navigation},
                 {"Cầu mới thông xe", kept, Label::title},
                 {lead, kept, Label::lead},
                 {"Cầu mới thông xe", kept, Label::caption},
                 {body, kept, Label::body}});
}

TEST(Zones, HolesHoldPicturesAndOtherArticles) {
  expect_labels("by rules, blocks and neighbours", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {lead, kept, Label::lead},
                 {"", dropped, Label::caption, {}, Block::image},
                 {"Xe qua cầu trong ngày đầu tiên", dropped, Label::caption},
                 {body, kept, Label::body},
                 {"Toàn cảnh cây cầu nhìn từ trên cao", dropped, Label::caption},
                 {"Ảnh: Minh Khôi", dropped, Label::caption, hint(Label::caption)},
                 {body, kept, Label::body},
                 {"Giá vàng tăng mạnh nhất năm", dropped, Label::related},
                 {more, kept, Label::body}});
}

TEST(Zones, BlocksThatRulesOpenLastUntilAKeptLine) {
  expect_labels("or the title, under which nothing opened by a menu goes on", 2,
                {{"Mới nhất", dropped, Label::related, opens(Label::related)},
                 {"Thời sự", dropped, Label::related},
                 {"Cầu mới thông xe", dropped, Label::title},
                 {"Mai Quý", dropped, Label::byline},
                 {lead, kept, Label::lead},
                 {body, kept, Label::body}});
  expect_labels("in the article and after it", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {lead, kept, Label::lead},
                 {"Tin liên quan", dropped, Label::related, opens(Label::related)},
                 {"Cầu cũ sẽ được tháo dỡ vào mùa khô.", dropped, Label::related},
                 {body, kept, Label::body},
                 {more, kept, Label::body},
                 {"Ý kiến bạn đọc", dropped, Label::comments, opens(Label::comments)},
                 {"Rất vui vì cầu đã xong!", dropped, Label::comments},
                 {"Bản quyền thuộc về báo", dropped, Label::footer, hint(Label::footer)},
                 {"Cảm ơn các anh thợ nhiều lắm", dropped, Label::comments}});
}

TEST(Zones, CreditsAtTheHeadlineStandInNoBlock) {
  expect_labels("below the title", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {"Tin cùng mục", dropped, Label::related, opens(Label::related)},
                 {"Mai Quý - 22/07/2019 19:00", dropped, Label::dateline},
                 {"By Mai Quý", dropped, Label::byline},
                 {"Mai Quý", dropped, Label::related},
                 {body, kept, Label::body},
                 {more, kept, Label::body}});
  const std::string_view date = "Thứ hai, 22/07/2019, 19:00 (GMT+7)";  // right above, not farther
  MeasuredPage page({"Ý kiến", date, "Thời sự", date, "Cầu mới thông xe", lead, body, more});
  page.set("hit_dateline", 1, 1);
  page.set("hit_dateline", 3, 1);
  std::vector<std::int32_t> scores = {dropped, dropped, dropped, dropped, kept, kept, kept, kept};
  std::vector<RuleVerdict> rules(8);
  rules[0] = opens(Label::comments);
  const Zones zones = name_zones(page.lines, page.columns, scores, 0, 4, rules);
  EXPECT_EQ(zones.labels[1], Label::comments);
  EXPECT_EQ(zones.labels[2], Label::comments);
  EXPECT_EQ(zones.labels[3], Label::dateline);
}

TEST(Zones, PhotoCreditsAreCaptions) {
  expect_labels("whatever rules say of bylines", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {lead, kept, Label::lead},
                 {"ẢNH: MAI QUÝ", dropped, Label::caption, hint(Label::byline)},
                 {body, kept, Label::body},
                 {more, kept, Label::body},
                 {"Ảnh: Mai Quý", dropped, Label::caption},
                 {"Lê An", dropped, Label::byline, hint(Label::byline)}});
}

TEST(Zones, CertainRulesOverruleTheScores) {
  expect_labels("both ways", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {lead, kept, Label::lead},
                 {more, kept, Label::advert, is(Label::advert)},
                 {"Đây là thân bài", dropped, Label::body, is(Label::body)},
                 {body, kept, Label::body},
                 {"Hết bài", kept, Label::byline, ends(Label::byline)},
                 {more, kept, Label::related}});
  expect_labels("an end mark in the menu ends nothing", 1,
                {{"Hết bài", dropped, Label::byline, ends(Label::byline)},
                 {"Cầu mới thông xe", dropped, Label::title},
                 {lead, kept, Label::lead},
                 {body, kept, Label::body}});
  expect_labels("also which line is the title", 0,
                {{"Thế giới | Thể thao", dropped, Label::navigation},
                 {"Cầu mới thông xe", dropped, Label::title, is(Label::title)},
                 {lead, kept, Label::lead},
                 {body, kept, Label::body}});
  expect_labels("and which is not", no_row,
                {{"Cầu mới thông xe", kept, Label::quote, is(Label::quote)},
                 {lead, kept, Label::body},
                 {body, kept, Label::body}});
}

TEST(Zones, RulesThatContradictKeepNothingTwice) {
  expect_labels("what is body stands below the end", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {lead, kept, Label::lead},
                 {body, kept, Label::body},
                 {"Hết bài", kept, Label::byline, ends(Label::byline)},
                 {more, kept, Label::related, is(Label::body)}});
  expect_labels("of several titles the likeliest", 2,
                {{"Cầu mới", dropped, Label::navigation, is(Label::title)},
                 {"Thời sự", dropped, Label::navigation},
                 {"Cầu mới thông xe", dropped, Label::title, is(Label::title)},
                 {lead, kept, Label::lead},
                 {body, kept, Label::body},
                 {"Cầu mới thông xe nhé", dropped, Label::related, is(Label::title)}});
  RuleVerdict both = is(Label::body);
  both.opens_block = true;
  expect_labels("what is body opens no block", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {lead, kept, Label::lead},
                 {body, kept, Label::body},
                 {"Hết bài", kept, Label::byline, ends(Label::byline)},
                 {"Ý kiến của bạn", dropped, Label::related, both},
                 {"Mưa lớn ở các tỉnh", dropped, Label::related}});
  expect_labels("else the first", 0,
                {{"Thời sự", dropped, Label::navigation},
                 {"Cầu mới thông xe", dropped, Label::title, is(Label::title)},
                 {lead, kept, Label::lead},
                 {"Cầu mới", dropped, Label::related, is(Label::title)},
                 {body, kept, Label::body}});
  expect_labels("without an article there is none", no_row,
                {{"Cầu mới thông xe", dropped, Label::navigation, is(Label::title)}});
}

TEST(Zones, CertainCaptionsGiveWayToPhotoStories) {
  constexpr std::string_view picture = "Ghe neo ở bến từ đêm hôm trước để kịp phiên chợ sáng sớm.";
  RuleVerdict hinted = is(Label::caption);
  hinted.hints_caption = true;
  expect_labels("captions are the article", 0,
                {{"Chợ nổi", dropped, Label::title},
                 {lead, kept, Label::lead},
                 {picture, kept, Label::body, is(Label::caption)},
                 {picture, kept, Label::body, is(Label::caption)},
                 {picture, dropped, Label::caption, is(Label::caption)}});
  expect_labels("less than a third of it", 0,
                {{"Chợ nổi", dropped, Label::title},
                 {lead, kept, Label::lead},
                 {body, kept, Label::body},
                 {picture, kept, Label::caption, is(Label::caption)},
                 {more, kept, Label::body}});
  expect_labels("another label may be any part", 0,
                {{"Chợ nổi", dropped, Label::title},
                 {lead, kept, Label::body},
                 {picture, kept, Label::related, is(Label::related)},
                 {picture, kept, Label::related, is(Label::related)}});
  expect_labels("a hint that settle_captions took back", 0,
                {{"Chợ nổi", dropped, Label::title},
                 {lead, kept, Label::lead},
                 {body, kept, Label::body},
                 {picture, kept, Label::body, hinted},
                 {more, kept, Label::body}});
}

TEST(Zones, HintsNameDroppedLinesOnly) {
  expect_labels("a kept line is not a caption for a phrase in it", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {lead, kept, Label::lead, hint(Label::caption)},
                 {body, kept, Label::body, hint(Label::related)}});
}

TEST(Zones, TheThresholdKeepsFromItOn) {
  const std::vector<Row> rows = {{body, 500, Label::body}, {more, 499, Label::other}};
  const Zones zones = zones_of(rows, no_row, 500);
  EXPECT_EQ(zones.first, 0U);
  EXPECT_EQ(zones.last, 0U);
  EXPECT_TRUE(is_kept(zones.labels[0]));
  EXPECT_FALSE(is_kept(zones.labels[1]));
}

TEST(Zones, AnEmptyLineIsNeverKept) {
  const Zones zones = zones_of({{"", kept, Label::other}}, no_row);
  EXPECT_EQ(zones.first, no_row);
  EXPECT_FALSE(is_kept(zones.labels[0]));
  EXPECT_TRUE(zones_of({}, no_row).labels.empty());
}

TEST(Zones, ADateAtTheHeadIsThePages) {
  const std::string_view title = "Cầu mới qua sông Trà được thông xe";
  const std::string_view date = "Thứ hai, 13/01/2025 08:30 (GMT+7)";
  const std::vector<std::int32_t> scores = {kept, kept, kept, kept, kept};
  const std::vector<RuleVerdict> rules(5);
  for (const std::size_t row : {1U, 3U}) {  // below the title, and below the lead
    std::vector<std::string_view> texts = {title, lead, body, more};
    texts.insert(texts.begin() + static_cast<std::ptrdiff_t>(row), date);
    MeasuredPage page(texts);
    page.set("hit_dateline", row, 1);
    std::vector<std::int32_t> own = scores;
    const Zones zones = name_zones(page.lines, page.columns, own, 0, 0, rules);
    EXPECT_EQ(zones.labels[row] == Label::dateline, row == 1) << row << ": in the story it is told";
  }
}

TEST(Zones, CreditsAtTheHeadArePagesWhateverTheirScore) {
  struct Case {
    std::string_view text;
    Label label;
    const char* why;
  };
  const Case cases[] = {
      {"12:30 SA 3/4/2023", Label::dateline,
       "no pack's pattern knows it, but it is read as a date"},
      {"Ngày 3 tháng Tư năm 2023", Label::dateline, "a month by name"},
      {"Đăng lúc 8h5' ngày 3/4/2023", Label::dateline, "with a word before it"},
      {"Nhớ mãi ngày 3/4/2023 ở làng", Label::heading, "a date in a heading"},
      {"By Jane Smith", Label::byline, "names behind a lead-in"},
      {"Jane Smith", Label::heading, "names alone may be a heading"},
      {"By the river", Label::heading, "no name"},
  };
  for (const Case& c : cases) {
    expect_labels(c.why, 0,
                  {{"Cầu mới thông xe", dropped, Label::title},
                   {c.text, kept, c.label},
                   {body, kept, is_kept(c.label) ? Label::body : Label::lead},
                   {more, kept, Label::body}});
  }
  expect_labels("below the first prose they are the story's", 0,
                {{"Cầu mới thông xe", dropped, Label::title},
                 {lead, kept, Label::lead},
                 {"Ngày 3 tháng Tư năm 2023", kept, Label::heading},
                 {body, kept, Label::body}});
}

}  // namespace
}  // namespace thanbai
