// The packs compiled in: each rule against the lines it says it hits and misses.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "pattern_set.h"
#include "thanbai/pack.h"

namespace thanbai {
namespace {

class BuiltinPacks : public testing::TestWithParam<std::string_view> {
 protected:
  void SetUp() override {
    auto parsed = builtin_pack(GetParam());
    ASSERT_TRUE(parsed) << parsed.error().origin << ":" << parsed.error().line << ": "
                        << parsed.error().message;
    pack = *parsed;
  }
  Pack pack;
};

TEST_P(BuiltinPacks, IsNamedAsItsFile) { EXPECT_EQ(pack.name, GetParam()); }

TEST_P(BuiltinPacks, EveryRuleHasAHitAndAMiss) {
  for (const Rule& rule : pack.rules) {
    EXPECT_FALSE(rule.hits.empty()) << rule.name;
    EXPECT_FALSE(rule.misses.empty()) << rule.name;
  }
}

TEST_P(BuiltinPacks, EveryExampleHolds) {
  for (const Error& error : check(pack)) {
    ADD_FAILURE() << error.origin << ".pack:" << error.line << ": " << error.message;
  }
}

TEST_P(BuiltinPacks, NoPhraseStandsTwiceInARule) {
  for (const Rule& rule : pack.rules) {
    const std::set<std::string> once(rule.phrases.begin(), rule.phrases.end());
    EXPECT_EQ(once.size(), rule.phrases.size()) << rule.name;
  }
}

TEST_P(BuiltinPacks, StopwordsAreManyAndDistinct) {
  if (pack.language == "und") return;
  const std::set<std::string> once(pack.stopwords.begin(), pack.stopwords.end());
  EXPECT_EQ(once.size(), pack.stopwords.size());
  EXPECT_GE(once.size(), 60U);
}

TEST_P(BuiltinPacks, CompilesInHalfOfTheDefaultMemory) {
  EXPECT_TRUE(PatternSet::compile(pack, std::size_t{16} << 20));
}

INSTANTIATE_TEST_SUITE_P(All, BuiltinPacks, testing::ValuesIn(builtin_pack_names()),
                         [](const auto& name) { return std::string(name.param); });

TEST(BuiltinPackNames, UndFirstThenByName) {
  const auto& names = builtin_pack_names();
  ASSERT_GE(names.size(), 3U);
  EXPECT_EQ(names.front(), "und");
  EXPECT_TRUE(std::is_sorted(names.begin() + 1, names.end()));
}

}  // namespace
}  // namespace thanbai
