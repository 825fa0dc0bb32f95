#include "json_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace thanbai {
namespace {

/// What was told, in one line.
class Told final : public JsonHandler {
 public:
  void open(bool is_array) override { all += is_array ? '[' : '{'; }
  void close() override { all += '.'; }
  void key(std::string& name) override { all += name + ":"; }
  void string(std::string& value) override { all += "'" + value + "'"; }

  std::string all;
};

TEST(ReadJson, TellsStringsAndWhatTheyStandIn) {
  struct Case {
    std::string_view json;
    std::string_view told;
    bool is_whole;
    const char* why;
  };
  const Case cases[] = {
      {R"({"a":"b","c":["d",{"e":"f"}]})", "{a:'b'c:['d'{e:'f'...", true, "nested"},
      {R"( [ true , false,null,-1.5e+3, 0 ] )", "[.", true, "values that are no strings"},
      {R"({})", "{.", true, "empty"},
      {R"([])", "[.", true, "empty"},
      {R"("x" y)", "'x'", true, "what follows does not matter"},
      {R"(["\"\\\/\b\f\n\r\t"])", "['\"\\/\b\f\n\r\t'.", true, "every escape"},
      {R"(["\u00e9\u1EBF\ud83d\ude00"])", "['éế😀'.", true, "code points"},
      {"[\"a\nb\tc\"]", "['a b c'.", true, "control characters in a string"},
      {"\x01[\x02]", "[.", true, "and elsewhere"},
      {R"(["a",])", "['a'", false, "a comma too many"},
      {R"(["a" "b"])", "['a'", false, "a comma too few"},
      {R"({"a" "b"})", "{a:", false, "no colon"},
      {R"({a:1})", "{", false, "no quotation marks"},
      {R"({"a":"b"])", "{a:'b'", false, "the wrong bracket"},
      {R"(["a","b)", "['a'", false, "cut off"},
      {R"(["a","\)", "['a'", false, "in an escape"},
      {R"(["\x"])", "[", false, "no escape"},
      {R"(["\u12"])", "[", false, "too few digits"},
      {R"(["\ud800"])", "[", false, "half a character"},
      {R"(["\ude00\ud83d"])", "[", false, "the halves the wrong way round"},
      {R"(["\ud83d\u0041"])", "[", false, "no second half"},
      {R"([yes])", "[", false, "no value"},
      {"", "", false, "nothing"},
  };
  for (const Case& c : cases) {
    Told told;
    EXPECT_EQ(read_json(c.json, told), c.is_whole) << c.why;
    EXPECT_EQ(told.all, c.told) << c.why;
  }
}

TEST(ReadJson, NoNestingIsTooDeep) {
  Told told;
  EXPECT_FALSE(read_json(std::string(1000000, '['), told));
  EXPECT_EQ(told.all.size(), 1000000U);
}

}  // namespace
}  // namespace thanbai
