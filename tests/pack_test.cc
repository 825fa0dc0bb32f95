#include "thanbai/pack.h"

#include <gtest/gtest.h>

#include <string>

namespace thanbai {
namespace {

constexpr std::string_view good =
    "\xEF\xBB\xBF# A site.\r\n"
    "pack   site-1\r\n"
    "language vi\n"
    "stopwords và của\n"
    "stopwords  là\n"
    "\n"
    "[related.header]\n"
    "label related\n"
    "effect opens\n"
    "  phrase   Tin khác  \n"
    "pattern bài (?:cùng|khác)\n"
    "pattern tin .{0,20}\n"
    "hit Tin khác:\n"
    "miss Tin khác với hôm qua\n"
    "[credit]\n"
    "pattern Ảnh: \\p{Lu}\n"
    "where line_end\n"
    "case sensitive\n"
    "max_bytes 65535\n"
    "label caption";

TEST(ParsePack, ReadsEveryRow) {
  const auto pack = parse_pack(good, "site.pack");
  ASSERT_TRUE(pack) << pack.error().message << pack.error().line;
  EXPECT_EQ(pack->name, "site-1");
  EXPECT_EQ(pack->language, "vi");
  EXPECT_EQ(pack->stopwords, (std::vector<std::string>{"và", "của", "là"}));
  ASSERT_EQ(pack->rules.size(), 2U);
  const Rule& header = pack->rules[0];
  EXPECT_EQ(header.name, "related.header");
  EXPECT_EQ(header.line, 7U);
  EXPECT_EQ(header.label, Label::related);
  EXPECT_EQ(header.effect, Rule::Effect::opens);
  EXPECT_EQ(header.where, Rule::Where::whole_line);
  EXPECT_EQ(header.max_bytes, 0) << "as the effect says";
  EXPECT_FALSE(header.case_sensitive);
  EXPECT_EQ(header.phrases, (std::vector<std::string>{"Tin khác"}));
  EXPECT_EQ(header.patterns, (std::vector<std::string>{"bài (?:cùng|khác)", "tin .{0,20}"}));
  EXPECT_EQ(header.hits, (std::vector<std::string>{"Tin khác:"}));
  EXPECT_EQ(header.misses, (std::vector<std::string>{"Tin khác với hôm qua"}));
  const Rule& credit = pack->rules[1];
  EXPECT_EQ(credit.label, Label::caption);
  EXPECT_EQ(credit.effect, Rule::Effect::hint);
  EXPECT_EQ(credit.where, Rule::Where::line_end);
  EXPECT_EQ(credit.max_bytes, 65535);
  EXPECT_TRUE(credit.case_sensitive);
}

TEST(ParsePack, DecomposedTextBecomesNfc) {
  const auto pack = parse_pack("pack p\n[r]\nlabel other\nphrase Ca\xCC\x81\n", "p");
  ASSERT_TRUE(pack) << pack.error().message;
  EXPECT_EQ(pack->rules[0].phrases[0], "Cá");
}

TEST(ParsePack, LanguageIsUndUnlessGiven) {
  const auto pack = parse_pack("pack p", "p");
  ASSERT_TRUE(pack);
  EXPECT_EQ(pack->language, "und");
}

TEST(ParsePack, HashIsOfTheText) {
  EXPECT_EQ(parse_pack("pack p", "a")->hash, parse_pack("pack p", "b")->hash);
  EXPECT_NE(parse_pack("pack p", "a")->hash, parse_pack("pack p\n", "a")->hash);
  EXPECT_EQ(parse_pack("pack p", "a")->hash.find_first_not_of("0123456789abcdef"),
            std::string::npos);
  EXPECT_EQ(parse_pack("pack p", "a")->hash.size(), 16U);
}

TEST(ParsePack, ErrorsNameTheLine) {
  struct Case {
    std::string_view text;
    ErrorCode code;
    std::uint32_t line;
    std::string_view message;  // part of it
  };
  const std::string rule = "pack p\n[r]\nlabel other\n";
  const Case cases[] = {
      // the header
      {"", ErrorCode::bad_pack, 0, "no name"},
      {"language vi\n[r]\nlabel other\nphrase a", ErrorCode::bad_pack, 0, "no name"},
      {"pack", ErrorCode::bad_pack, 1, "\"pack\" has no value"},
      {"\n\npack a b", ErrorCode::bad_pack, 3, "name holds"},
      {"pack a\npack b", ErrorCode::bad_pack, 2, "twice"},
      {"pack a\nlanguage tiếng", ErrorCode::bad_pack, 2, "BCP 47"},
      {"pack a\nphrase b", ErrorCode::bad_pack, 2, "unknown header row \"phrase\""},
      {"pack a\n\xFF", ErrorCode::bad_pack, 2, "UTF-8"},
      // the section
      {"pack a\n[r", ErrorCode::bad_pack, 2, "brackets"},
      {"pack a\n[]", ErrorCode::bad_pack, 2, "brackets"},
      {"pack a\n[a b]", ErrorCode::bad_pack, 2, "brackets"},
      {"pack a\n[", ErrorCode::bad_pack, 2, "brackets"},
      {"pack a\n[r]\nphrase b\n", ErrorCode::bad_pack, 2, "no label"},
      {"pack a\n[r]\nlabel other\n[s]", ErrorCode::bad_pack, 2, "no phrase"},
      {"pack a\n[r]\nlabel other\nphrase b\n[r]\n", ErrorCode::duplicate_rule, 5, "line 2"},
      // its rows
      {"pack p\n[r]\nlabel Related", ErrorCode::bad_pack, 3, "\"Related\""},
      {"pack p\n[r]\nlabel other\nlabel other", ErrorCode::bad_pack, 4, "twice"},
      {"pack p\n[r]\nwhere here", ErrorCode::bad_pack, 3, "\"here\""},
      {"pack p\n[r]\neffect kills", ErrorCode::bad_pack, 3, "\"kills\""},
      {"pack p\n[r]\ncase lower", ErrorCode::bad_pack, 3, "\"lower\""},
      {"pack p\n[r]\nmax_bytes 0", ErrorCode::bad_pack, 3, "65535"},
      {"pack p\n[r]\nmax_bytes 65536", ErrorCode::bad_pack, 3, "65535"},
      {"pack p\n[r]\nmax_bytes 12x", ErrorCode::bad_pack, 3, "65535"},
      {"pack p\n[r]\nmax_bytes -1", ErrorCode::bad_pack, 3, "65535"},
      {"pack p\n[r]\ncolour red", ErrorCode::bad_pack, 3, "unknown key \"colour\""},
      {"pack p\n[r]\nphrase >> :", ErrorCode::bad_pack, 3, "nothing but"},
      // words and names, which are looked up
      {"pack p\n[r]\nlabel other\nwhere hints\nphrase a b", ErrorCode::bad_pack, 2, "no space"},
      {"pack p\n[r]\nlabel other\nwhere hints\npattern a", ErrorCode::bad_pack, 2, "no pattern"},
      {"pack p\n[r]\nlabel other\nwhere hints\neffect opens\nphrase a", ErrorCode::bad_pack, 2,
       "of hints also"},
      {"pack p\n[r]\nlabel other\nwhere word\neffect is\nphrase a", ErrorCode::bad_pack, 2,
       "looks words up"},
      // its patterns, which wait for the rule's end since "case" may follow them
      {"pack p\n[r]\nlabel other\npattern ok\npattern a(\n", ErrorCode::bad_pattern, 5, "missing"},
      {"pack p\n[r]\nlabel other\npattern a)|(b\n", ErrorCode::bad_pattern, 4, "unexpected"},
      {"pack p\n[r]\nlabel other\npattern (?=a)\n[s]\n", ErrorCode::bad_pattern, 4, "(?="},
      {"pack p\n[r]\nlabel other\npattern a – b\n", ErrorCode::bad_pattern, 4, "write \"-\""},
  };
  for (const Case& c : cases) {
    const auto pack = parse_pack(c.text, "a.pack");
    ASSERT_FALSE(pack) << c.text;
    EXPECT_EQ(pack.error().code, c.code) << c.text;
    EXPECT_EQ(pack.error().line, c.line) << c.text;
    EXPECT_EQ(pack.error().origin, "a.pack");
    EXPECT_NE(pack.error().message.find(c.message), std::string::npos) << pack.error().message;
  }
  EXPECT_TRUE(parse_pack(rule + "pattern a – b\ncase sensitive", "a")) << "sees dashes as written";
}

TEST(Check, NamesEachExampleThatFails) {
  const auto pack = parse_pack(
      "pack p\n[a]\nlabel other\nphrase x y\nhit X Y.\nmiss x y z\n"
      "[b]\nlabel other\nphrase q\nhit z\nmiss Q:\n",
      "p");
  ASSERT_TRUE(pack);
  const std::vector<Error> errors = check(*pack);
  ASSERT_EQ(errors.size(), 2U);
  EXPECT_EQ(errors[0].message, "b misses \"z\"");
  EXPECT_EQ(errors[1].message, "b hits \"Q:\"");
  for (const Error& error : errors) {
    EXPECT_EQ(error.code, ErrorCode::bad_example);
    EXPECT_EQ(error.origin, "p");
    EXPECT_EQ(error.line, 7U);
  }
}

TEST(Check, NamesAreWhole) {
  const auto pack = parse_pack(
      "pack p\n[a]\nlabel caption\neffect is\nwhere hints\nphrase Media-Caption\n"
      "hit p media-caption text\nmiss media-captions\nmiss p caption media\nmiss caption\n"
      "[b]\nlabel footer\neffect ends\nwhere hints\nphrase foot\nhit foot\nmiss footer\n"
      "[c]\nlabel caption\nwhere hints\nphrase caption\nhit media-caption\n",
      "p");
  ASSERT_TRUE(pack) << pack.error().message;
  for (const Error& error : check(*pack)) ADD_FAILURE() << error.message;
}

TEST(Check, SaysWhyAPackMadeByHandDoesNotCompile) {
  Pack pack;
  pack.name = "mine";
  pack.rules.emplace_back();
  pack.rules[0].name = "r";
  pack.rules[0].patterns = {"("};
  const std::vector<Error> errors = check(pack);
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].code, ErrorCode::bad_pattern);
  EXPECT_EQ(errors[0].origin, "mine");
}

TEST(BuiltinPack, UnknownNameIsAnError) {
  const auto pack = builtin_pack("tlh");
  ASSERT_FALSE(pack);
  EXPECT_EQ(pack.error().code, ErrorCode::unknown_language);
}

TEST(MaskLine, NumbersAndDates) {
  const struct {
    const char *text, *mask, *why;
  } cases[] = {
      {"Bình luận (13):", "bình luận (#)", "folded, without its edges"},
      {"1.234,5 đồng", "# đồng", "points and commas inside a number"},
      {"Thứ bảy, 24/12/2022 - 18:12", "thứ @, #/#/# - #:#", "numerals after thứ"},
      {"Thứ bảy máu chảy", "thứ bảy máu chảy", "no number, no date"},
      {"12 March 2024", "# @ #", "months"},
      {"May 5: 3 may go", "@ #: # @ go", "whatever they mean"},
      {"Tháng mười hai 2022", "tháng @ hai #", "one numeral after tháng"},
      {"a#b @ c\\", "a\\#b \\@ c\\\\", "marks of its own"},
      {"", "", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(mask_line(c.text), c.mask) << c.why;
  EXPECT_EQ(mask_line("a\xFF"
                      "b"),
            mask_line("a\xEF\xBF\xBD"
                      "b"))
      << "any bytes";
}

TEST(MaskLine, ItsPatternHitsTheLineAndItsKin) {
  const struct {
    const char *line, *kin, *other;
  } cases[] = {
      {"Bình luận (13)", "BÌNH LUẬN (1.402):", "Bình luận (nhiều)"},
      {"Thứ bảy, 24/12/2022", "Thứ Hai, 1/1/2019", "Thứ bảy, 24/12"},
      {"[a] {b}? $3 ^|.*+\\ #@", "[a] {b}? $7 ^|.*+\\ #@", "[a] {b}? $3 ^|.*+ #@"},
      {"2 người (Ảnh: A.B)", "90 người (Ảnh: A.B)", "2 người (Ảnh: AxB)"},
  };
  for (const auto& c : cases) {
    Rule rule;
    rule.name = "r";
    rule.patterns = {mask_pattern(mask_line(c.line))};
    rule.hits = {c.line, c.kin};
    rule.misses = {c.other, std::string(c.line) + " và"};
    Pack pack;
    pack.name = "p";
    pack.rules = {rule};
    for (const Error& error : check(pack)) ADD_FAILURE() << error.message;
  }
}

}  // namespace
}  // namespace thanbai
