#include <gtest/gtest.h>

#include <memory>
#include <random>

#include "thanbai/line.h"
#include "tight.h"
#include "unicode.h"

namespace thanbai {

// Google Test's way to show a Block.
void PrintTo(Block block, std::ostream* out) { *out << static_cast<int>(block); }

namespace {

using namespace std::string_view_literals;

std::vector<std::string> texts(const Lines& lines) {
  std::vector<std::string> out;
  for (const Line& line : lines.items) out.emplace_back(line.text);
  return out;
}

TEST(CleanLine, IsAsALineIsToBe) {
  struct Case {
    std::string_view text, line;
    const char* why;
  };
  const Case cases[] = {
      {"Tin nhanh", "Tin nhanh", "clean already"},
      {"", "", "empty"},
      {" \n\t", "", "blank"},
      {"\n      Tin\n      nhanh\t\tđây ", "Tin nhanh đây", "white space of a DOM's text"},
      {"\u00A0Tin\u00A0nhanh\u3000", "Tin\u00A0nhanh", "other spaces only at the ends"},
      {"tie\u0302\u0301ng", "tiếng", "NFC"},
      {"a\xFF\xE1\xBA", "a\uFFFD\uFFFD", "ill-formed"},
      {"a\0\x1F\u0085\u2028z"sv, "a z", "controls and line breaks"},
  };
  for (const Case& t : cases) {
    const Tight text(t.text);
    EXPECT_EQ(clean_line(text.view()), t.line) << t.why;
    EXPECT_EQ(clean_line(t.line), t.line) << t.why << ": twice";
  }
}

// What holds of the Lines of any bytes.
void expect_laws(std::string_view input, const Lines& lines) {
  EXPECT_EQ(lines.input_bytes, input.size());
  EXPECT_LE(lines.replaced_bytes, input.size());
  std::string whole;
  std::uint32_t last = 0;
  for (const Line& line : lines.items) {
    ASSERT_LE(last, line.source.begin);
    ASSERT_LT(line.source.begin, line.source.end) << "a line holds at least a byte";
    ASSERT_LE(line.source.end, input.size());
    whole += input.substr(last, line.source.begin - last);
    whole += input.substr(line.source.begin, line.source.end - line.source.begin);
    last = line.source.end;
    ASSERT_TRUE(unicode::any_is_valid(line.text));
    ASSERT_TRUE(unicode::valid_is_nfc(line.text));
    ASSERT_EQ(unicode::valid_trim(line.text), line.text);
    for (const char* p = line.text.data(); p != line.text.data() + line.text.size();) {
      const char32_t c = unicode::valid_next(p);
      ASSERT_TRUE(c == '\t' || (c >= 0x20 && c < 0x7F) || c >= 0xA0) << "a control character";
      ASSERT_TRUE(c != 0x2028 && c != 0x2029) << "a line break";
    }
    ASSERT_LE(line.link_bytes, line.text.size());
    ASSERT_TRUE(line.hints.empty());
  }
  whole += input.substr(last);
  EXPECT_EQ(whole, input) << "lines and gaps make up the input";
  if (!lines.items.empty()) {
    EXPECT_TRUE(lines.items.front().opens_block);
  }
}

TEST(ReadText, SplitsAtEveryLineBreak) {
  struct Case {
    std::string_view input;
    std::vector<std::string> texts;
    const char* why;
  };
  const Case cases[] = {
      {"", {}, "empty"},
      {"a", {"a"}, "no final break"},
      {"a\nb\n", {"a", "b"}, "LF"},
      {"a\r\nb\r\n", {"a", "b"}, "CRLF is one break"},
      {"a\rb\r", {"a", "b"}, "lone CR"},
      {"a\n\rb", {"a", "b"}, "LF CR is two"},
      {"a\vb\fc", {"a", "b", "c"}, "vertical tab and form feed"},
      {"a\xC2\x85"
       "b",
       {"a", "b"},
       "U+0085"},
      {"a\u2028b\u2029c", {"a", "b", "c"}, "line and paragraph separator"},
      {"a\u2027b\u202Ac", {"a\u2027b\u202Ac"}, "their neighbours are none"},
      {"a\xE2\x80", {"a\uFFFD"}, "a separator cut off"},
      {"a\xC2", {"a\uFFFD"}, "U+0085 cut off"},
      {"\n\n \t\n\u00A0\n", {}, "blank lines only"},
      {"\u00A0\u3000 a \uFEFF", {"a"}, "any white space is trimmed"},
      {"\uFEFFa", {"a"}, "so is a byte order mark"},
      {"a \t b", {"a \t b"}, "inner white space stays"},
      {"Geschlechts\u00ADeintrag ch\uFEFFarging",
       {"Geschlechtseintrag charging"},
       "what only says where a word may break goes, and byte order marks inside"},
      {"a\u00AD", {"a"}, "at the end of the text"},
      {"\u00AD\n\uFEFF\u00AD\nb", {"b"}, "a line of nothing else is blank"},
      {"e\u00AD\u0301", {"\u00E9"}, "before marks are composed"},
      {"a\u00ACb\u00AEc\uFEFEd", {"a\u00ACb\u00AEc\uFEFEd"}, "their neighbours stay"},
  };
  for (const Case& t : cases) {
    const Tight input(t.input);
    const Lines lines = read_text(input.view());
    EXPECT_EQ(texts(lines), t.texts) << t.why;
    expect_laws(input.view(), lines);
  }
}

TEST(ReadText, SpansHoldMarksAndBlanksButNotTheBreak) {
  const Lines lines = read_text("  - a  \r\n\r\n b\n"sv);
  ASSERT_EQ(lines.items.size(), 2U);
  EXPECT_EQ(lines.items[0].source, (Span{0, 7}));
  EXPECT_EQ(lines.items[1].source, (Span{11, 13}));
  EXPECT_EQ(lines.items[0].text.data()[0], 'a');
}

TEST(ReadText, BlankLinesOpenBlocks) {
  const Lines lines = read_text("a\nb\n\nc\n \t\nd\ne");
  std::vector<bool> opens;
  for (const Line& line : lines.items) opens.push_back(line.opens_block);
  EXPECT_EQ(opens, (std::vector<bool>{true, false, true, true, false}));
}

TEST(ReadText, MarksTellTheBlock) {
  struct Case {
    std::string_view input, text;
    Block block;
    std::uint8_t level;
    const char* why;
  };
  constexpr Block plain = Block::plain, item = Block::list_item, cell = Block::cell,
                  heading = Block::heading, quote = Block::quote, image = Block::image;
  const Case cases[] = {
      // lists
      {"- Tôi không biết.", "Tôi không biết.", item, 1, "dialogue or list"},
      {"-Tôi không biết.", "Tôi không biết.", item, 1, "as it is often typed"},
      {"– “Vâng”", "“Vâng”", item, 1, "en dash"},
      {"-5 độ C", "-5 độ C", plain, 0, "a minus"},
      {"* một", "một", item, 1, "star"},
      {"*một", "*một", plain, 0, "a footnote's star"},
      {"+ một", "một", item, 1, "plus"},
      {"+84 123", "+84 123", plain, 0, "a telephone number"},
      {"•một", "một", item, 1, "bullet without a space"},
      {"►► Tin khác", "Tin khác", item, 1, "several"},
      {"» Tin khác", "Tin khác", item, 1, "guillemet"},
      {"»Ja«, sagte er.", "»Ja«, sagte er.", plain, 0, "a German quotation"},
      {">> Xem thêm", "Xem thêm", item, 1, "two signs"},
      {"1. Một", "1. Một", plain, 0, "numbers are content"},
      {"-", "", item, 1, "a dash alone"},
      {"•", "", item, 1, "a bullet alone"},
      // quotations
      {"> Lời", "Lời", quote, 0, "quotation"},
      {">Lời", ">Lời", plain, 0, "no quotation without a space"},
      // headings
      {"# Một", "Một", heading, 1, "first level"},
      {"###### Sáu ##", "Sáu", heading, 6, "sixth, closed"},
      {"####### Bảy", "####### Bảy", plain, 0, "there is no seventh"},
      {"#Một", "#Một", plain, 0, "a hashtag"},
      {"# Một # Hai", "# Một # Hai", plain, 0, "hashtags with blanks"},
      {"## C#", "C#", heading, 2, "a sign that belongs to the word"},
      {"#", "", heading, 1, "empty heading"},
      // tables
      {"| a | b |", "a | b", cell, 0, "a row"},
      {"a |", "a", cell, 0, "its end"},
      {"| a", "a", cell, 0, "its beginning"},
      {"| |", "", cell, 0, "empty cells"},
      {"|---|:-:|", "", plain, 0, "the row under a table's head"},
      {"Hà Nội| 12/07", "Hà Nội| 12/07", plain, 0, "a pipe inside"},
      // images and links
      {"![]()", "", image, 0, "an image without words"},
      {"![ Ảnh ](a.jpg)", "Ảnh", image, 0, "alternative text"},
      {"![](a.jpg \"Ảnh\")", "", image, 0, "with a title"},
      {"![](a) ![](b)", "", image, 0, "two"},
      {"[![Ảnh](a.jpg)](b)", "Ảnh", image, 0, "in a link"},
      {"| ![]() |", "", image, 0, "in a cell"},
      {"![]() |", "", image, 0, "in half a cell"},
      {"![](a) Ảnh: N. V. A", "Ảnh: N. V. A", plain, 0, "words behind"},
      {"![Ảnh](a) b", "![Ảnh](a) b", plain, 0, "words in it and behind: nothing is lost"},
      {"![]", "![]", plain, 0, "no image"},
      {"![](", "![](", plain, 0, "cut off"},
      {"[Xem thêm](a)", "Xem thêm", plain, 0, "a link that fills the line"},
      {"[Xem](a) thêm", "[Xem](a) thêm", plain, 0, "a link that does not"},
      {"[1] (2)", "[1] (2)", plain, 0, "no link"},
      // the rest
      {"**Một hai**", "Một hai", plain, 0, "emphasis that fills the line"},
      {"**Một** hai **ba**", "**Một** hai **ba**", plain, 0, "emphasis that does not"},
      {"****", "", plain, 0, "stars draw a rule"},
      {"---", "", plain, 0, "rule"},
      {"* * *", "", plain, 0, "rule with blanks"},
      {"- ## Một", "Một", heading, 2, "the inner mark tells"},
      {"| - một |", "một", item, 1, "so it does in a cell"},
      {"Một - hai", "Một - hai", plain, 0, "no mark at the start"},
      {"(TTXVN) -", "(TTXVN) -", plain, 0, "nor at the end"},
  };
  for (const Case& t : cases) {
    const Tight input(t.input);
    const Lines lines = read_text(input.view());
    ASSERT_EQ(lines.items.size(), 1U) << t.why;
    const Line& line = lines.items.front();
    EXPECT_EQ(line.text, t.text) << t.why;
    EXPECT_EQ(line.block, t.block) << t.why << ": " << t.input;
    EXPECT_EQ(line.level, t.level) << t.why << ": " << t.input;
    EXPECT_EQ(line.source, (Span{0, static_cast<std::uint32_t>(t.input.size())})) << t.why;
    expect_laws(input.view(), lines);
  }
  EXPECT_EQ(read_text("[Xem thêm](a)").items[0].link_bytes, "Xem thêm"sv.size());
}

TEST(ReadText, TopicsInARowAreNoHeadings) {
  const Lines lines = read_text("# Một\n# Hai\n\n# Ba\n## Bốn\n# Năm\nsáu");
  std::vector<Block> blocks;
  for (const Line& line : lines.items) blocks.push_back(line.block);
  EXPECT_EQ(blocks, (std::vector<Block>{Block::list_item, Block::list_item, Block::list_item,
                                        Block::heading, Block::heading, Block::plain}));
}

TEST(ReadText, RepairsWhatIsNotText) {
  struct Case {
    std::string_view input;
    std::vector<std::string> texts;
    std::uint64_t replaced;
    const char* why;
  };
  const Case cases[] = {
      {"e\u0302\u0301\na", {"ế", "a"}, 0, "not NFC"},
      {"a\xFFz\nb", {"a\uFFFDz", "b"}, 1, "an ill-formed byte"},
      {"- e\u0301\xE1\xBA", {"é\uFFFD"}, 2, "all at once, cut off, with a mark"},
      {"\0\0\0\0"sv, {}, 0, "NULs are no line"},
      {"a\0b\x1Bz\x7F"sv, {"a b z"}, 0, "controls are blanks"},
      {"a\xC2\x9Fz", {"a z"}, 0, "so are C1 controls"},
      {"a\tb", {"a\tb"}, 0, "tab stays"},
      {"\uFFFD", {"\uFFFD"}, 0, "U+FFFD of the input"},
      {"\u0301", {"\u0301"}, 0, "a mark alone"},
  };
  for (const Case& t : cases) {
    const Tight input(t.input);
    const Lines lines = read_text(input.view());
    EXPECT_EQ(texts(lines), t.texts) << t.why;
    EXPECT_EQ(lines.replaced_bytes, t.replaced) << t.why;
    expect_laws(input.view(), lines);
  }
}

TEST(ReadText, ViewsTheInputUnlessRepaired) {
  const std::string input = "một\nha\u0301i\nba";
  Lines copy;
  {
    const Lines lines = read_text(input);
    copy = lines;
  }
  const auto is_inside = [&](std::string_view text) {
    return text.data() >= input.data() && text.data() < input.data() + input.size();
  };
  EXPECT_TRUE(is_inside(copy.items[0].text));
  EXPECT_FALSE(is_inside(copy.items[1].text));
  EXPECT_TRUE(is_inside(copy.items[2].text));
  EXPECT_EQ(copy.items[1].text, "hái") << "kept alive by the copy";
}

TEST(ReadText, AnyBytesKeepTheLaws) {
  std::mt19937 random(11);
  constexpr std::string_view pieces[] = {
      "a",    "Đoạn văn", " ",      "\n",   "\r",     "\r\n", "\xC2",     "\x85",   "\xE2", "\x80",
      "\xA8", "\u2029",   "\u0301", "\0"sv, "\t",     "- ",   "# ",       "|",      "![",   "](",
      ")",    "**",       "> ",     "•",    "\u00A0", "\xFF", "\xF0\x9F", "\u2001", "=",    "---"};
  for (int round = 0; round < 20000; ++round) {
    std::string bytes;
    for (std::size_t n = random() % 30; n != 0; --n) {
      bytes += round % 4 == 0 ? std::string(1, static_cast<char>(random()))
                              : std::string(pieces[random() % std::size(pieces)]);
    }
    const Tight input(bytes);
    const Lines lines = read_text(input.view());
    expect_laws(input.view(), lines);
    if (HasFatalFailure() || HasNonfatalFailure()) FAIL() << testing::PrintToString(bytes);
    // Long clean text before it must not change how it is read, though it is scanned by blocks.
    const std::string before = std::string(300 + random() % 130, 'x') + "\n";
    const Tight longer(before + bytes);
    const Lines again = read_text(longer.view());
    ASSERT_EQ(again.items.size(), lines.items.size() + 1);
    for (std::size_t i = 0; i < lines.items.size(); ++i) {
      ASSERT_EQ(again.items[i + 1].text, lines.items[i].text);
      ASSERT_EQ(again.items[i + 1].source.begin, lines.items[i].source.begin + before.size());
    }
  }
}

TEST(ReadText, HugeInputs) {
  const std::string line(std::size_t{20} << 20, 'x');
  EXPECT_EQ(read_text(line).items.size(), 1U);
  const std::string empty(std::size_t{10} << 20, '\n');
  EXPECT_LE(read_text(empty).items.capacity(), 2U) << "empty lines take no memory";
  const std::string nul(std::size_t{10} << 20, '\0');
  EXPECT_EQ(read_text(nul).items.size(), 0U);
  for (const std::string_view mark : {"|", "- ", "> ", "## ", "![](", "![]()", "**", "•", "*"}) {
    std::string marks;
    while (marks.size() < (std::size_t{4} << 20)) marks += mark;
    EXPECT_EQ(read_text(marks).items.size(), 1U) << mark;
  }
}

}  // namespace
}  // namespace thanbai
