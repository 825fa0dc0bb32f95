#include "unicode.h"

#include <gtest/gtest.h>

#include <memory>
#include <random>

#include "tight.h"

namespace thanbai::unicode {
namespace {

// Every code point that text may hold.
template <class Visit>
void each_code_point(Visit visit) {
  for (char32_t c = 0; c <= last_code_point; ++c) {
    if (c < 0xD800 || c > 0xDFFF) visit(c);
  }
}

std::string utf8(char32_t c) {
  std::string out;
  append(out, c);
  return out;
}

// Validity by any_next alone: the second route.
bool is_valid_by_code_points(std::string_view bytes) {
  const char* p = bytes.data();
  const char* const end = p + bytes.size();
  while (p != end) {
    const char* const at = p;
    const bool is_replacement = any_next(p, end) == 0xFFFD;
    if (is_replacement && std::string_view(at, static_cast<std::size_t>(p - at)) != "\xEF\xBF\xBD")
      return false;
  }
  return true;
}

TEST(Classes, HoldOfKnownCodePoints) {
  struct Case {
    char32_t c;
    std::uint32_t bits;
    const char* why;
  };
  const Case cases[] = {
      {'a', letter | lower, "ASCII letter"},
      {'Z', letter | upper, "ASCII capital"},
      {U'ế', letter | lower, "Vietnamese small letter"},
      {U'Đ', letter | upper, "Vietnamese capital"},
      {'7', digit, "ASCII digit"},
      {0x0967, digit, "Devanagari digit"},
      {' ', space, "space"},
      {'\t', space | control, "tab is white space and a control"},
      {0xA0, space, "no-break space"},
      {0x200B, space | control, "zero width space, by decision"},
      {0xFEFF, space | control, "byte order mark inside a text, by decision"},
      {'.', punctuation | sentence_end, "full stop"},
      {U'。', punctuation | sentence_end, "ideographic full stop"},
      {U'…', punctuation | sentence_end, "ellipsis, by decision"},
      {'"', punctuation | opening | closing, "neutral quotation mark"},
      {U'“', punctuation | opening | closing, "opens in English, closes in German"},
      {U'»', punctuation | opening | closing | bullet, "closes in French, opens in German"},
      {'(', punctuation | opening, "opening bracket"},
      {')', punctuation | closing, "closing bracket"},
      {U'漢', letter | ideograph, "Han"},
      {U'ก', letter | ideograph, "Thai"},
      {U'한', letter, "Hangul is written with spaces"},
      {0x20000, letter | ideograph, "Han beyond the BMP"},
      {0x0301, letter | mark | not_nfc_safe, "combining acute"},
      {0x093F, letter | mark, "Devanagari vowel sign"},
      {0x20E3, mark, "enclosing keycap is no letter"},
      {0xFE0F, mark, "variation selector is no letter"},
      {0x212B, letter | upper | not_nfc_safe, "Angstrom sign becomes Å"},
      {0x2001, space | not_nfc_safe, "em quad becomes em space"},
      {0xF900, letter | ideograph | not_nfc_safe, "compatibility ideograph"},
      {U'•', punctuation | bullet, "bullet"},
      {U'►', symbol | bullet, "triangle"},
      {'-', punctuation | dash, "hyphen"},
      {U'–', punctuation | dash, "en dash"},
      {'|', symbol, "pipe"},
      {0, control, "NUL"},
      {0xE000, control, "private use"},
      {0x10FFFF, control, "last code point"},
  };
  for (const Case& t : cases) EXPECT_EQ(classes(t.c), t.bits) << t.why;
}

TEST(Utf8, RoundTrips) {
  each_code_point([](char32_t c) {
    const std::string text = utf8(c);
    const char* p = text.data();
    ASSERT_EQ(valid_next(p), c);
    ASSERT_EQ(p, text.data() + text.size());
    p = text.data();
    ASSERT_EQ(any_next(p, text.data() + text.size()), c);
    ASSERT_EQ(p, text.data() + text.size());
    ASSERT_TRUE(any_is_valid(text));
  });
}

TEST(Utf8, IllFormedBytesAreReplacedByMaximalSubparts) {
  struct Case {
    std::string_view bytes, text;
    std::uint64_t replaced;
    const char* why;
  };
  using namespace std::string_view_literals;
  const Case cases[] = {
      {"abc", "abc", 0, "nothing to do"},
      {"\x80", "\uFFFD", 1, "a tail alone"},
      {"a\xC3", "a\uFFFD", 1, "cut at the end"},
      {"\xE1\xBA", "\uFFFD", 2, "cut after two of three is one subpart"},
      {"\xC0\xAF", "\uFFFD\uFFFD", 2, "overlong: no lead byte, a lone tail"},
      {"\xE0\x80\x80", "\uFFFD\uFFFD\uFFFD", 3, "overlong three"},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3, "surrogate"},
      {"\xF0\x80\x80\x41", "\uFFFD\uFFFD\uFFFD\x41", 3, "overlong four"},
      {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\x41\uFFFD\uFFFD\x42",
       7, "table 3-10 of the standard"},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "\uFFFD\uFFFD\uFFFD\uFFFD\x41", 8, "table 3-11"},
      {"\xEF\xBF\xBD", "\uFFFD", 0, "U+FFFD of the input is not replaced"},
      {"\xF1\x80\x80\xEF\xBF\xBD", "\uFFFD\uFFFD", 3, "nor does it hide a subpart of three bytes"},
      {"a\0b"sv, "a\0b"sv, 0, "NUL is a character"},
  };
  for (const Case& t : cases) {
    std::uint64_t replaced = 0;
    const Tight bytes(t.bytes);
    EXPECT_EQ(any_to_valid(bytes.view(), replaced), t.text) << t.why;
    EXPECT_EQ(replaced, t.replaced) << t.why;
    EXPECT_EQ(any_is_valid(bytes.view()), t.replaced == 0) << t.why;
    // Again where the fast loop of 16 bytes sees it, at each place in it.
    for (std::size_t i = 0; i < 20; ++i) {
      const Tight padded(std::string(i, 'x') + std::string(t.bytes) + std::string(40 - i, 'x'));
      EXPECT_EQ(any_is_valid(padded.view()), t.replaced == 0) << t.why << " at " << i;
    }
  }
}

TEST(Utf8, TwoRoutesAgreeOnRandomBytes) {
  std::mt19937 random(7);
  constexpr std::string_view pieces[] = {
      "a",    "bc",   "\xC3\xA9", "\xE1\xBA\xBF", "\xF0\x9F\x98\x80", "\xED", "\xE0", "\xF4",
      "\x80", "\x9F", "\xA0",     "\xBF"};
  int valid = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string bytes;
    const std::size_t kinds = round % 2 == 0 ? 5 : std::size(pieces);
    for (std::size_t n = random() % 40; n != 0; --n) bytes += pieces[random() % kinds];
    if (random() % 4 == 0 && !bytes.empty()) bytes.resize(random() % bytes.size());
    const Tight tight(bytes);
    ASSERT_EQ(any_is_valid(tight.view()), is_valid_by_code_points(tight.view()));
    std::uint64_t replaced = 0;
    const std::string repaired = any_to_valid(tight.view(), replaced);
    ASSERT_TRUE(any_is_valid(repaired));
    ASSERT_EQ(replaced == 0, repaired == bytes);
    valid += static_cast<int>(replaced == 0);
  }
  EXPECT_GT(valid, 5000) << "the test must see both kinds";
  EXPECT_LT(valid, 18000) << "the test must see both kinds";
}

TEST(Nfc, ComposesAndReorders) {
  struct Case {
    std::string_view text, nfc;
    const char* why;
  };
  const Case cases[] = {
      {"", "", "empty"},
      {"e\u0302\u0301", "ế", "two marks"},
      {"\u00EA\u0301", "ế", "letter and tone apart, as windows-1258 has them"},
      {"o\u031B\u0323", "ợ", "horn and dot"},
      {"o\u0323\u031B", "ợ", "the same in the other order"},
      {"a\u0323\u0302", "ậ", "dot before circumflex"},
      {"\u212B", "Å", "singleton"},
      {"\u1112\u1161\u11AB", "한", "Hangul"},
      {"\U0001D15E", "\U0001D157\U0001D165", "beyond the BMP, decomposed for good"},
      {"\U0001F600", "\U0001F600", "beyond the BMP, as it is"},
      {"\uFB2C", "\u05E9\u05BC\u05C1", "grows"},
  };
  for (const Case& t : cases) {
    EXPECT_EQ(valid_to_nfc(t.text), t.nfc) << t.why;
    EXPECT_EQ(valid_to_nfc(t.nfc), t.nfc) << t.why;
    EXPECT_EQ(valid_is_nfc(t.text), t.text == t.nfc) << t.why;
  }
  std::string grows, grown;
  for (int i = 0; i < 100; ++i) grows += "\uFB2C", grown += "\u05E9\u05BC\u05C1";
  EXPECT_EQ(valid_to_nfc(grows), grown) << "three times its size";
}

TEST(Nfc, SurelyMeansSo) {
  each_code_point([](char32_t c) {
    const bool safe = (classes(c) & not_nfc_safe) == 0;
    const std::string text = "e" + utf8(c);
    ASSERT_EQ(valid_is_surely_nfc(text), safe) << std::hex << static_cast<std::uint32_t>(c);
    if (safe) {
      ASSERT_EQ(valid_to_nfc(text), text) << std::hex << static_cast<std::uint32_t>(c);
    }
    ASSERT_EQ((classes(fold(c)) & not_nfc_safe) == 0 || !safe, true) << "folding keeps safety";
  });
  // The same by blocks: a long text with one code point in it, at the edges of a block.
  for (const char32_t c : {U'e', U'ế', U'–', U'я', U'漢', U'\u0301', U'\u2001', U'\U0001D15E'}) {
    const bool safe = (classes(c) & not_nfc_safe) == 0;
    for (std::size_t i = 55; i < 75; ++i) {
      const Tight text(std::string(i, 'x') + utf8(c) + std::string(140 - i, 'x'));
      EXPECT_EQ(valid_is_surely_nfc(text.view()), safe) << std::hex << static_cast<unsigned>(c);
      const Tight last(std::string(i, 'x') + utf8(c));
      EXPECT_EQ(valid_is_surely_nfc(last.view()), safe) << std::hex << static_cast<unsigned>(c);
    }
  }
}

TEST(Fold, FoldsCaseAndLookAlikes) {
  struct Case {
    std::string_view text, folded;
    const char* why;
  };
  const Case cases[] = {
      {"", "", "empty"},
      {"TIN KHÁC", "tin khác", "Vietnamese capitals"},
      {"ĐỌC THÊM", "đọc thêm", "two- and three-byte capitals"},
      {"Σίσυφος", "σίσυφοσ", "final sigma"},
      {"STRASSE ẞ", "strasse ß", "simple folding only"},
      {"a\u00A0\u2003\t b", "a b", "any run of white space is one space"},
      {"“a” ‘b’ –—−", "\"a\" 'b' ---", "quotation marks, dashes and minus"},
      {"co\u00ADoperate\u200E", "cooperate", "soft hyphen and direction mark"},
      {"\u023A\u023A\u023A\u023A", "\u2C65\u2C65\u2C65\u2C65", "grows"},
      {"\U00010400", "\U00010428", "Deseret"},
      {"漢字", "漢字", "no case"},
      {"J\u030C", "\u01F0", "a mark that composes with the small letter only"},
      {"\u0391\u0345", "\u03B1\u03B9", "a mark that folds to a letter"},
  };
  for (const Case& t : cases) {
    std::string out = "left over";
    valid_fold(t.text, out);
    EXPECT_EQ(out, t.folded) << t.why;
  }
}

TEST(Fold, IsIdempotent) {
  each_code_point([](char32_t c) {
    ASSERT_EQ(fold(fold(c)), fold(c)) << std::hex << static_cast<std::uint32_t>(c);
  });
}

TEST(Edges, AreStripped) {
  struct Case {
    std::string_view text, stripped, why;
  };
  const Case cases[] = {
      {"", "", "empty"},
      {"tin khác:", "tin khác", "colon"},
      {"» tin khác …»>", "tin khác", "marks of several bytes"},
      {"| - xem thêm . |", "xem thêm", "runs of marks"},
      {"...", "", "nothing else"},
      {"(ttxvn)", "(ttxvn)", "brackets count"},
      {".net", ".net", "a stop counts at the start"},
  };
  for (const Case& t : cases) EXPECT_EQ(strip_edges(t.text), t.stripped) << t.why;
}

TEST(Edges, TrimTakesAnyWhiteSpace) {
  EXPECT_EQ(valid_trim("\u00A0 \uFEFF a b\u3000\t\u200B"), "a b");
  EXPECT_EQ(valid_trim("\u2003\u2003"), "");
  EXPECT_EQ(valid_trim(""), "");
  EXPECT_EQ(valid_trim("ế"), "ế");
}

// Sorting a run of n marks takes n * n steps, so a long one is parted; which is still NFC.
TEST(Normalise, LongRunsOfMarksAreParted) {
  const auto marks = [](std::size_t pairs) {
    std::string text = "a";
    for (std::size_t i = 0; i < pairs; ++i) text += "\u0301\u0323";
    return text;
  };
  const std::string joiner = "\u034F";
  EXPECT_EQ(valid_to_nfc(marks(15)).find(joiner), std::string::npos) << "30 marks";
  const std::string parted = valid_to_nfc(marks(16));
  EXPECT_NE(parted.find(joiner), std::string::npos) << "32";
  EXPECT_TRUE(valid_is_nfc(parted));
  EXPECT_EQ(valid_to_nfc(parted), parted);
  const std::string twice = valid_to_nfc(marks(15) + "a" + marks(15));
  EXPECT_EQ(twice.find(joiner), std::string::npos) << "a letter ends the run";
  EXPECT_TRUE(valid_is_nfc(valid_to_nfc(marks(1000))));
}

}  // namespace
}  // namespace thanbai::unicode
