#include "line_cache.h"

#include <gtest/gtest.h>

#include <string>

namespace thanbai {
namespace {

using Rules = std::vector<std::uint16_t>;

TEST(KnownLine, IsThatLineOfThatSetAlone) {
  const std::string longest(KnownLine::most_bytes, 'x');
  std::string other = longest;
  other.back() = 'y';
  const struct {
    std::string line, asked;
    std::uint32_t set, asked_set;
    bool is;
    const char* why;
  } cases[] = {
      {"Tin khác", "Tin khác", 3, 3, true, "the same"},
      {"Tin khác", "Tin khác", 3, 4, false, "other rules, as of a page in another language"},
      {"Tin khác", "TIN KHÁC", 3, 3, false, "patterns may ask for case, and words have none"},
      {"Tin khác", "Tin khác:", 3, 3, false, "or for marks"},
      {"Tin khác:", "Tin khác", 3, 3, false, "it begins alike"},
      {"Tin khác", "Tin kh\xC3\xA0", 3, 3, false, "of one length but for the end"},
      {longest, longest, 3, 3, true, "the longest"},
      {longest, other, 3, 3, false, "its last byte counts"},
  };
  for (const auto& c : cases) {
    KnownLine line;
    EXPECT_FALSE(line.is(c.line, c.set)) << "a free place";
    line.learn(c.line, c.set, {7});
    EXPECT_EQ(line.is(c.asked, c.asked_set), c.is) << c.asked << ": " << c.why;
  }
}

TEST(KnownLine, KeepsAllRulesOrIsNotChanged) {
  const Rules most = {65535, 2, 3, 4, 5};
  ASSERT_EQ(most.size(), KnownLine::most_rules);
  for (const Rules& rules : {Rules(), Rules{9}, most}) {
    KnownLine line;
    line.learn("a", 1, rules);
    EXPECT_EQ(Rules(line.begin(), line.end()), rules);
    line.learn("b", 1, {0, 1, 2, 3, 4, 5});
    EXPECT_FALSE(line.is("b", 1)) << "more than there is room for";
    ASSERT_TRUE(line.is("a", 1));
    EXPECT_EQ(Rules(line.begin(), line.end()), rules);
  }
}

class ALineCache : public testing::Test {
 protected:
  using Owner = std::shared_ptr<const void>;
  static Owner made() { return std::make_shared<int>(); }

  /// Whether the line is known, which it is from then on.
  bool knows(std::uint32_t set, std::string_view text = "Tin khác") {
    KnownLine* const line = cache.place(text, 5);
    if (line == nullptr) return false;
    const bool known = line->is(text, set);
    line->learn(text, set, {});
    return known;
  }

  LineCache cache;
};

TEST_F(ALineCache, LeavesTheFirstPageOut) {
  const Owner owner = made();
  for (const bool known : {false, false, true, true}) {
    EXPECT_EQ(knows(cache.open(owner, 0)), known);
  }
}

TEST_F(ALineCache, HasNoPlaceForLongLines) {
  const Owner owner = made();
  for (int page = 0; page < 2; ++page) cache.open(owner, 0);
  EXPECT_NE(cache.place(std::string(KnownLine::most_bytes, 'x'), 5), nullptr);
  EXPECT_EQ(cache.place(std::string(KnownLine::most_bytes + 1, 'x'), 5), nullptr);
}

TEST_F(ALineCache, TellsSetsAndOwnersApart) {
  Owner first = made();
  const Owner second = made();
  cache.open(first, 0);
  EXPECT_FALSE(knows(cache.open(first, 0)));
  EXPECT_FALSE(knows(cache.open(first, 255))) << "another set";
  EXPECT_TRUE(knows(cache.open(first, 255)));
  EXPECT_FALSE(knows(cache.open(second, 255))) << "another owner";
  EXPECT_TRUE(knows(cache.open(second, 255)));
  EXPECT_FALSE(knows(cache.open(first, 255))) << "what was forgotten does not come back";
  const std::weak_ptr<const void> watched = first;
  first = nullptr;
  EXPECT_FALSE(watched.expired()) << "no other can come to stand at its address";
  cache.open(second, 0);
  EXPECT_TRUE(watched.expired()) << "kept no longer than it must be";
}

TEST_F(ALineCache, ForgetsWhenItsNumbersBeginAnew) {
  const Owner owners[] = {made(), made()};
  for (int page = 0; page < 3; ++page) (void)knows(cache.open(owners[0], 0));
  ASSERT_TRUE(knows(cache.open(owners[0], 0)));
  const std::uint32_t number = cache.open(owners[0], 0);
  std::uint32_t changes = 0;
  do {
    ++changes;
  } while (cache.open(owners[changes % 2], 0) != number);
  EXPECT_GT(changes, 1U << 20);
  EXPECT_FALSE(knows(number)) << "of an owner long gone";
}

}  // namespace
}  // namespace thanbai
