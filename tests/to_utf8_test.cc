#include <gtest/gtest.h>

#include <memory>
#include <random>

#include "thanbai/line.h"
#include "tight.h"
#include "unicode.h"

namespace thanbai {
namespace {

using namespace std::literals;

// `text` in UTF-16 or UTF-32, by hand.
std::string encode(std::string_view text, std::size_t unit, bool little) {
  std::string out;
  const auto put = [&](std::uint32_t value) {
    for (std::size_t i = 0; i < unit; ++i) {
      out += static_cast<char>(value >> 8 * (little ? i : unit - 1 - i));
    }
  };
  for (const char* p = text.data(); p != text.data() + text.size();) {
    const char32_t c = unicode::valid_next(p);
    if (unit == 4 || c < 0x10000) {
      put(c);
    } else {
      put(0xD7C0 + (c >> 10));
      put(0xDC00 | (c & 0x3FF));
    }
  }
  return out;
}

void expect_laws(const Utf8& utf8, std::string_view bytes) {
  EXPECT_EQ(utf8.input_bytes, bytes.size());
  EXPECT_LE(utf8.replaced_bytes, bytes.size());
  EXPECT_EQ(utf8.source_offset(utf8.text.size()), bytes.size());
  std::uint32_t last = 0;
  for (std::size_t i = 0; i <= utf8.text.size(); ++i) {
    const std::uint32_t at = utf8.source_offset(i);
    ASSERT_LE(last, at) << i;
    ASSERT_LE(at, bytes.size()) << i;
    last = at;
  }
  if (utf8.converted != nullptr) {
    EXPECT_TRUE(unicode::any_is_valid(utf8.text));
  }
  const Lines lines = read_text(utf8);
  EXPECT_EQ(lines.input_bytes, bytes.size());
  last = 0;
  for (const Line& line : lines.items) {
    ASSERT_LE(last, line.source.begin);
    ASSERT_LT(line.source.begin, line.source.end);
    ASSERT_LE(line.source.end, bytes.size());
    last = line.source.end;
  }
}

constexpr std::string_view vietnamese =
    "Thủ tướng đã có buổi làm việc với lãnh đạo các bộ, ngành.\nTheo đó, kết quả rất khả quan.\n";
constexpr std::string_view russian =
    "Президент подписал закон, который вступит в силу с первого января. Документ опубликован на "
    "официальном портале. Правительство должно принять необходимые меры в течение года.";
constexpr std::string_view chinese =
    "据新华社报道,会议在北京举行。\n来自各地的代表出席了会议。2019年\n";

TEST(ToUtf8, ConvertsDeclaredCharsets) {
  struct Case {
    std::string_view bytes, charset, text, name;
    std::uint64_t replaced;
    const char* why;
  };
  const Case cases[] = {
      {"ti\xEA\xECng", "windows-1258", "tiê\u0301ng", "windows-1258", 0, "tones are code points"},
      {"caf\xE9 \x80", "windows-1252", "café €", "windows-1252", 0, "windows-1252"},
      {"caf\xE9 \x80", "ISO-8859-1", "café €", "windows-1252", 0, "which browsers mean by this"},
      {"caf\xE9", "Latin1", "café", "windows-1252", 0, "or by this"},
      {"\xA4", "iso-8859-15", "€", "ISO-8859-15", 0, "as ICU knows it"},
      {"\xD0\xF0", "cp1254", "Ğğ", "windows-1254", 0, "Turkish"},
      {"\xCF\xF0", "koi8-r", "оП", "KOI8-R", 0, "Russian"},
      {"\x83\x65\x83\x58\x83\x67", "x-sjis", "テスト", "Shift_JIS", 0, "Japanese"},
      {"\x83\x65\x5C", "shift_jis", "テ\\", "Shift_JIS", 0, "5C is a backslash"},
      {"\xC7\xD1\xB1\xDB", "ks_c_5601-1987", "한글", "EUC-KR", 0, "Korean"},
      {"\xD6\xD0\xCE\xC4", "gb2312", "中文", "gb18030", 0, "Chinese"},
      {"\x81\x30\x84\x36", "GBK", "¥", "gb18030", 0, "of four bytes"},
      {"\xA4\xA4", "big5", "中", "Big5", 0, "traditional Chinese"},
      {"\x1B$B%F\x1B(Bx", "iso-2022-jp", "テx", "ISO-2022-JP", 0, "states"},
      {"a\0b\0"sv, "unicode", "ab", "UTF-16LE", 0, "UTF-16"},
      {"\0a\0b"sv, "utf-16be", "ab", "UTF-16BE", 0, "the other way round"},
      {"\x3D\xD8\x00\xDE"sv, "utf-16", "\U0001F600", "UTF-16LE", 0, "a surrogate pair"},
      {"\x3D\xD8"
       "a\0"sv,
       "utf-16", "\uFFFDa", "UTF-16LE", 2, "half of one"},
      {"a\0b"sv, "utf-16", "a\uFFFD", "UTF-16LE", 1, "half a unit"},
      {"\x83", "shift_jis", "\uFFFD", "Shift_JIS", 1, "half a code point"},
      {"a\xFF", "utf8", "a\xFF", "UTF-8", 0, "UTF-8 is left to the readers"},
      {"\xEF\xBB\xBFế", "windows-1252", "ế", "UTF-8", 0, "a byte order mark wins"},
      {"", "windows-1258", "", "windows-1258", 0, "empty"},
      {"abc", "replacement", "\uFFFD", "replacement", 3, "browsers' word for refusal"},
      {"+AOk-", "utf-7", "é", "UTF-7", 0, "a caller may have what browsers refuse"},
  };
  for (const Case& t : cases) {
    const Tight bytes(t.bytes);
    const Result<Utf8> result = to_utf8(bytes.view(), t.charset);
    ASSERT_TRUE(result) << t.why;
    EXPECT_EQ(result->text, t.text) << t.why;
    EXPECT_EQ(result->charset, t.name) << t.why;
    EXPECT_EQ(result->replaced_bytes, t.replaced) << t.why;
    expect_laws(*result, bytes.view());
  }
}

TEST(ToUtf8, UnknownNamesAreErrors) {
  for (const std::string_view name :
       {"klingon"sv, "-"sv, " "sv, "utf-8,version=1"sv, "latin1\0x"sv, "\xFF"sv}) {
    const Result<Utf8> result = to_utf8("abc", name);
    ASSERT_FALSE(result) << name;
    EXPECT_EQ(result.error().code, ErrorCode::unknown_charset);
    EXPECT_TRUE(unicode::any_is_valid(result.error().message));
  }
  EXPECT_EQ(to_utf8("abc", "klingon").error().message, "no charset is named 'klingon'");
}

TEST(ToUtf8, Detects) {
  struct Case {
    std::string bytes, charset;
    const char* why;
  };
  const auto converted = [](std::string_view text, std::size_t unit, bool little) {
    return encode(text, unit, little);
  };
  std::string broken(vietnamese);
  broken[60] = '\xFF';
  std::string binary = "\x89PNG\r\n\x1A\n";
  std::mt19937 random(3);
  for (int i = 0; i < 5000; ++i) binary += static_cast<char>(random());
  const Case cases[] = {
      {"", "UTF-8", "empty"},
      {"plain", "UTF-8", "ASCII"},
      {std::string(vietnamese), "UTF-8", "UTF-8"},
      {std::string(vietnamese.substr(0, 80)) + "\xE1\xBA", "UTF-8", "UTF-8, cut off"},
      {"Vi\xE1\xBB\x87", "UTF-8", "one sequence is enough"},
      {"Vi\xE1\xBB\x87t Nam, \xE1\xBB", "UTF-8", "a cut sequence does not count"},
      {broken, "UTF-8", "UTF-8 with a broken byte"},
      {std::string(100, '\0'), "UTF-8", "NULs"},
      {"a\0b"s, "UTF-8", "one NUL in a short text of odd size"},
      {"\xEF\xBB\xBF" + std::string(vietnamese), "UTF-8", "byte order mark"},
      {"\xFF\xFE" + converted(vietnamese, 2, true), "UTF-16LE", "byte order mark"},
      {"\xFE\xFF" + converted(vietnamese, 2, false), "UTF-16BE", "byte order mark"},
      {"\xFF\xFE\0\0"s + converted(vietnamese, 4, true), "UTF-32LE", "byte order mark"},
      {"\0\0\xFE\xFF"s + converted(vietnamese, 4, false), "UTF-32BE", "byte order mark"},
      {converted(vietnamese, 2, true), "UTF-16LE", "by its zero bytes"},
      {converted(vietnamese, 2, false), "UTF-16BE", "by its zero bytes"},
      {converted("plain", 2, true), "UTF-16LE", "ASCII letters"},
      {converted(vietnamese, 4, true), "UTF-32LE", "by its zero bytes"},
      {converted(vietnamese, 4, false), "UTF-32BE", "by its zero bytes"},
      {"Th\xF4ng tin t\xEA\xF2 Th\xF4 \xF0\xF4 th\xE0nh ph\xF4\xEC H\xF4\xF2 Ch\xED Minh",
       "windows-1258", "tones behind vowels"},
      {"Le pr\xE9sident a \xE9t\xE9 re\xE7u \xE0 l'\xC9lys\xE9"
       "e. Les d\xE9put\xE9s ont vot\xE9 "
       "la loi sur la s\xE9"
       "curit\xE9 et les imp\xF4ts de l'ann\xE9"
       "e.",
       "windows-1252", "French"},
      {binary, "", "binary: any, but an answer"},
  };
  for (const Case& t : cases) {
    const Tight bytes(t.bytes);
    const Result<Utf8> result = to_utf8(bytes.view());
    ASSERT_TRUE(result) << t.why;
    if (!t.charset.empty()) {
      EXPECT_EQ(result->charset, t.charset) << t.why;
    }
    expect_laws(*result, bytes.view());
  }
  for (const auto& [unit, little] : {std::pair{2, true}, {2, false}, {4, true}, {4, false}}) {
    const std::string bytes = encode(vietnamese, static_cast<std::size_t>(unit), little);
    EXPECT_EQ(to_utf8(std::string_view(bytes))->text, vietnamese);
  }
}

TEST(ToUtf8, DetectsLegacyCharsetsByTheirLetters) {
  std::string koi8;
  std::string windows;
  constexpr std::string_view koi8_order =
      "\xC1\xC2\xD7\xC7\xC4\xC5\xD6\xDA\xC9\xCA\xCB\xCC\xCD\xCE\xCF\xD0\xD2\xD3\xD4\xD5\xC6\xC8\xC3"
      "\xDE\xDB\xDD\xDF\xD9\xD8\xDC\xC0\xD1";
  for (const char* p = russian.data(); p != russian.data() + russian.size();) {
    const char32_t c = unicode::fold(unicode::valid_next(p));
    const bool cyrillic = c >= 0x430 && c < 0x450;
    koi8 += cyrillic ? koi8_order[c - 0x430] : static_cast<char>(c);
    windows += cyrillic ? static_cast<char>(c - 0x430 + 0xE0) : static_cast<char>(c);
  }
  std::string folded;
  unicode::valid_fold(russian, folded);
  for (const auto& [bytes, name] : {std::pair{koi8, "KOI8-R"}, {windows, "windows-1251"}}) {
    const Result<Utf8> result = to_utf8(std::string_view(bytes));
    EXPECT_EQ(result->charset, name);
    EXPECT_EQ(result->text, folded);
  }
  const std::string gb =
      "\xBE\xDD\xD0\xC2\xBB\xAA\xC9\xE7\xB1\xA8\xB5\xC0\xA3\xAC\xBB\xE1\xD2\xE9\xD4\xDA\xB1\xB1\xBE"
      "\xA9\xBE\xD9\xD0\xD0\xA1\xA3\xC0\xB4\xD7\xD4\xB8\xF7\xB5\xD8\xB5\xC4\xB4\xFA\xB1\xED";
  EXPECT_EQ(to_utf8(std::string_view(gb))->text, "据新华社报道，会议在北京举行。来自各地的代表");
}

TEST(ToUtf8, OffsetsLeadBackToTheSource) {
  // Each code point of UTF-16 and of UTF-32, found again.
  const std::string text = std::string(vietnamese) + "\U0001F600" + std::string(chinese) +
                           "\U0001F600\U0001F600é" + std::string(vietnamese);
  for (const std::size_t unit : {std::size_t{2}, std::size_t{4}}) {
    const std::string bytes = encode(text, unit, true);
    const Result<Utf8> utf8 = to_utf8(std::string_view(bytes), unit == 2 ? "utf-16" : "utf-32");
    ASSERT_EQ(utf8->text, text);
    std::size_t source = 0;
    for (const char* p = text.data(); p != text.data() + text.size();) {
      const char* const at = p;
      const char32_t c = unicode::valid_next(p);
      for (const char* q = at; q != p; ++q) {
        ASSERT_EQ(utf8->source_offset(static_cast<std::size_t>(q - text.data())), source);
      }
      source += unit == 4 || c > 0xFFFF ? 4 : 2;
    }
  }
  // An escape belongs to the code point behind it.
  const std::string_view bytes = "ab\x1B$B%F%F\x1B(Bc";
  const Result<Utf8> utf8 = to_utf8(bytes, "iso-2022-jp");
  ASSERT_EQ(utf8->text, "abテテc");
  constexpr std::uint32_t expected[] = {0, 1, 2, 2, 2, 7, 7, 7, 9, 13};
  for (std::size_t i = 0; i < std::size(expected); ++i) {
    EXPECT_EQ(utf8->source_offset(i), expected[i]) << i;
  }
}

TEST(ToUtf8, SpansReferToTheOriginalBytes) {
  const std::string bytes = "\xFF\xFE" + encode("- ế\r\n\r\nhai\n", 2, true);
  const Result<Utf8> utf8 = to_utf8(std::string_view(bytes));
  const Lines lines = read_text(*utf8);
  ASSERT_EQ(lines.items.size(), 2U);
  EXPECT_EQ(lines.items[0].text, "ế");
  EXPECT_EQ(lines.items[0].source, (Span{2, 8}));
  EXPECT_EQ(lines.items[1].source, (Span{16, 22}));

  const std::string marked = "\xEF\xBB\xBFmột\nhai";
  const Result<Utf8> same = to_utf8(std::string_view(marked));
  EXPECT_EQ(read_text(*same).items[1].source, (Span{9, 12})) << "behind a byte order mark";
}

TEST(ToUtf8, LinesOutliveTheUtf8) {
  const std::string bytes = "ti\xEA\xECng vi\xEA\xF2t";
  Lines lines;
  {
    const Result<Utf8> utf8 = to_utf8(std::string_view(bytes), "windows-1258");
    lines = read_text(*utf8);
  }
  ASSERT_EQ(lines.items.size(), 1U);
  EXPECT_EQ(lines.items[0].text, "tiếng việt") << "and NFC";
  EXPECT_EQ(lines.items[0].source, (Span{0, 12}));
}

TEST(ToUtf8, AnyBytesInAnyCharsetKeepTheLaws) {
  std::mt19937 random(5);
  constexpr std::string_view charsets[] = {"",
                                           "utf-8",
                                           "utf-16",
                                           "utf-16be",
                                           "utf-32",
                                           "windows-1258",
                                           "shift_jis",
                                           "euc-kr",
                                           "gb18030",
                                           "iso-2022-jp",
                                           "big5",
                                           "euc-jp",
                                           "utf-7",
                                           "hz",
                                           "SCSU",
                                           "BOCU-1",
                                           "ibm037",
                                           "iso-2022-kr",
                                           "iso-2022-cn",
                                           "CESU-8",
                                           "windows-1253"};
  for (int round = 0; round < 6000; ++round) {
    std::string bytes;
    for (std::size_t n = random() % 60; n != 0; --n) {
      const auto any = static_cast<char>(random());
      bytes += round % 2 == 0 ? any : "\x1B$B(\n a\x8E\xA4+-~{\xFF\xFE\0"[random() % 17];
    }
    const Tight tight(bytes);
    const std::string_view charset =
        charsets[static_cast<std::size_t>(round) % std::size(charsets)];
    const Result<Utf8> utf8 = to_utf8(tight.view(), charset);
    ASSERT_TRUE(utf8) << charset;
    expect_laws(*utf8, tight.view());
    if (HasFatalFailure() || HasNonfatalFailure()) {
      FAIL() << charset << " " << testing::PrintToString(bytes);
    }
  }
}

}  // namespace
}  // namespace thanbai
