// The html5lib tokenizer tests, where they are at hand. xmlViolation.test is left out: it asks for
// the changes that make a tree fit XML, which are no part of tokenization.
#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "html_tokens_json.h"

namespace thanbai::html {
namespace {

class Html5lib : public testing::TestWithParam<const char*> {};

void append_utf8(std::string& out, std::uint32_t c) {  // surrogates as if they were characters
  const auto tail = [c](unsigned shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += {static_cast<char>(0xC0 | c >> 6), tail(0)};
  } else if (c < 0x10000) {
    out += {static_cast<char>(0xE0 | c >> 12), tail(6), tail(0)};
  } else {
    out += {static_cast<char>(0xF0 | c >> 18), tail(12), tail(6), tail(0)};
  }
}

std::string unescape(const std::string& text) {  // "\uHHHH"
  constexpr std::uint32_t none = 0x110000;
  const auto unit = [&text](std::size_t i) -> std::uint32_t {
    if (text.size() < i + 6 || text.compare(i, 2, "\\u") != 0) return none;
    return static_cast<std::uint32_t>(std::stoul(text.substr(i + 2, 4), nullptr, 16));
  };
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::uint32_t c = unit(i);
    if (c == none) {
      out += text[i++];
      continue;
    }
    i += 6;
    const std::uint32_t low = unit(i);
    if (c >= 0xD800 && c < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      i += 6;
    }
    append_utf8(out, c);
  }
  return out;
}

json unescape_all(const json& value) {
  if (value.is_string()) return unescape(value.get<std::string>());
  json out = value;
  if (value.is_array()) {
    for (json& item : out) item = unescape_all(item);
  } else if (value.is_object()) {
    out = json::object();
    for (const auto& [key, item] : value.items()) out[unescape(key)] = unescape_all(item);
  }
  return out;
}

State state_named(const std::string& name) {
  if (name == "PLAINTEXT state") return State::plaintext;
  if (name == "RCDATA state") return State::rcdata;
  if (name == "RAWTEXT state") return State::rawtext;
  if (name == "Script data state") return State::script_data;
  if (name == "CDATA section state") return State::cdata;
  EXPECT_EQ(name, "Data state");
  return State::data;
}

TEST_P(Html5lib, TokensMatch) {
  const std::filesystem::path folder = THANBAI_HTML5LIB_TESTS;
  if (!std::filesystem::exists(folder)) {
    GTEST_SKIP() << "html5lib-tests is not at " << folder << ": " << GetParam() << " was not run";
  }
  std::ifstream file(folder / "tokenizer" / GetParam());
  ASSERT_TRUE(file.is_open());
  const json tests = json::parse(file)["tests"];
  ASSERT_FALSE(tests.empty());
  for (const json& test : tests) {
    const bool escaped = test.value("doubleEscaped", false);
    const json input = escaped ? unescape_all(test["input"]) : test["input"];
    const json output = escaped ? unescape_all(test["output"]) : test["output"];
    const std::string page = input.get<std::string>();
    const std::string last_start_tag = test.value("lastStartTag", "");
    const json states = test.value("initialStates", json::array({"Data state"}));
    for (const json& state : states) {
      const json tokens =
          tokens_of(page, in_state(state_named(state.get<std::string>()), last_start_tag));
      EXPECT_TRUE(tokens == output)
          << test["description"] << " in " << state << "\nof " << print(input) << "\nis "
          << print(tokens) << "\nnot " << print(output);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Tokenizer, Html5lib,
                         testing::Values("contentModelFlags.test", "domjs.test", "entities.test",
                                         "escapeFlag.test", "namedEntities.test",
                                         "numericEntities.test", "pendingSpecChanges.test",
                                         "test1.test", "test2.test", "test3.test", "test4.test",
                                         "unicodeChars.test", "unicodeCharsProblematic.test"),
                         [](const auto& info) {
                           const std::string name = info.param;
                           return name.substr(0, name.find('.'));
                         });

}  // namespace
}  // namespace thanbai::html
