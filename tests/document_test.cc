#include "thanbai/document.h"

#include <gtest/gtest.h>

#include <set>

#include "thanbai/result.h"

namespace thanbai {
namespace {

TEST(Label, NamesRoundTrip) {
  for (std::size_t i = 0; i < label_count; ++i) {
    const auto label = static_cast<Label>(i);
    ASSERT_TRUE(label_from(to_string(label)).has_value()) << i;
    EXPECT_EQ(*label_from(to_string(label)), label);
  }
  EXPECT_FALSE(label_from("Title").has_value()) << "names are lower case";
  EXPECT_FALSE(label_from("").has_value());
}

TEST(Names, OfNumbersThatNameNothing) {
  for (const int number : {static_cast<int>(label_count), 99, 255}) {
    EXPECT_EQ(to_string(static_cast<Label>(number)), "unknown") << number;
    EXPECT_EQ(to_string(static_cast<Verdict>(number)), "unknown") << number;
    EXPECT_EQ(to_string(static_cast<ErrorCode>(number)), "unknown") << number;
  }
}

TEST(Error, EveryCodeHasANameOfItsOwn) {
  std::set<std::string_view> names;
  int code = 0;
  for (; to_string(static_cast<ErrorCode>(code)) != "unknown"; ++code) {
    EXPECT_TRUE(names.insert(to_string(static_cast<ErrorCode>(code))).second) << code;
  }
  EXPECT_EQ(code, static_cast<int>(ErrorCode::out_of_memory) + 1) << "the last";
  EXPECT_EQ(names.count("bad_pack"), 1U);
}

TEST(Document, TextJoinsParagraphsWithABlankLine) {
  Document document;
  EXPECT_EQ(document.text(), "");
  document.paragraphs = {{Label::lead, "A", {}}, {Label::body, "B", {}}};
  EXPECT_EQ(document.text(), "A\n\nB");
}

}  // namespace
}  // namespace thanbai
