#include "list_items.h"

#include <string>

#include "measured_page.h"

namespace thanbai {
namespace {

TEST(ListItems, NumberedLinesThatFollowEachOtherAreAList) {
  struct Case {
    std::vector<std::string_view> lines;
    std::vector<int> sizes;
    const char* why;
  };
  const Case cases[] = {
      {{"1. Một", "2. Hai", "3. Ba"}, {3, 3, 3}, "numbers with full stops"},
      {{"1) a", "2) b"}, {2, 2}, "or brackets"},
      {{"1 Kyle Busch 5040", "2 Martin Truex 5035"}, {2, 2}, "or nothing, as tables of results"},
      {{"3. c", "2. b", "1. a"}, {3, 3, 3}, "count-downs"},
      {{"Mở đầu", "1. a", "lời", "2. b", "hết"},
       {0, 2, 2, 2, 0},
       "what stands between belongs to it"},
      {{"1. a", "hết"}, {0, 0}, "one item is no list"},
      {{"2019 là năm", "2020 là năm"}, {0, 0}, "years are no items"},
      {{"1.5 triệu", "2.5 triệu"}, {0, 0}, "nor are decimals"},
      {{"1. a", "2. b", "7. c", "8. d"}, {2, 2, 2, 2}, "numbers that do not follow begin another"},
      {{"1", "2"}, {0, 0}, "page numbers alone"},
      {{}, {}, "no lines"},
  };
  for (const Case& c : cases) {
    const MeasuredPage page(c.lines);
    for (std::size_t row = 0; row < c.lines.size(); ++row) {
      EXPECT_EQ(page.value("list_size", row), c.sizes[row]) << c.why << ": " << row;
    }
  }
}

TEST(ListItems, AnItemMayTakeTwelveLines) {
  std::vector<std::string_view> lines = {"1. a"};
  lines.insert(lines.end(), 11, "lời");
  lines.push_back("2. b");
  EXPECT_EQ(MeasuredPage(lines).value("list_size", 0), 2);
  EXPECT_EQ(MeasuredPage(lines).value("list_place", 12), 12);
  lines.insert(lines.begin() + 1, "lời");
  EXPECT_EQ(MeasuredPage(lines).value("list_size", 0), 0) << "but not thirteen";
}

}  // namespace
}  // namespace thanbai
