#include "pattern_set.h"

#include <gtest/gtest.h>

#include <string>

#include "line_reader.h"
#include "rule_pattern.h"
#include "unicode.h"

namespace thanbai {
namespace {

using Where = Rule::Where;
constexpr std::size_t memory = std::size_t{32} << 20;

Rule rule_of(Where where, std::vector<std::string> phrases, std::vector<std::string> patterns = {},
             bool case_sensitive = false) {
  Rule rule;
  rule.name = "r";
  rule.where = where;
  rule.phrases = std::move(phrases);
  rule.patterns = std::move(patterns);
  rule.case_sensitive = case_sensitive;
  return rule;
}

/// What hits, found by the line's words and by trying all: both must say the same.
std::vector<std::uint16_t> hits(const PatternSet& set, std::string_view line) {
  const std::string text = unicode::valid_to_nfc(unicode::valid_trim(line));
  std::string folded;
  unicode::valid_fold(text, folded);
  std::vector<std::uint16_t> expected;
  if (text.size() <= set.max_bytes()) {
    set.match_all(text, unicode::strip_edges(folded), expected);
  }
  static const Lexicon lexicon({});
  Words words;
  LanguageCounts language;
  WordCache cache;
  const LineCounts counts = LineReader(lexicon, cache, words, language).read(text);
  std::vector<std::uint16_t> out;
  MatchScratch scratch;
  set.match({text, words.hashes.data(), words.stems.data(), words.hashes.size(),
             line_hash(words.hashes.data(), words.hashes.size()), counts.signature},
            scratch, out);
  EXPECT_EQ(out, expected) << line;
  return out;
}

PatternSet set_of(std::vector<Rule> rules) {
  Pack pack;
  pack.name = "p";
  pack.rules = std::move(rules);
  auto set = PatternSet::compile(pack, memory);
  if (!set) ADD_FAILURE() << set.error().message;
  return *set;
}

TEST(PatternSet, StandsWhereTheRuleSays) {
  struct Case {
    Where where;
    std::string phrase;
    std::string line;
    bool hit;
  };
  const Case cases[] = {
      // whole_line: case, form and edges do not count, words do
      {Where::whole_line, "Tin khác", "TIN KHÁC", true},
      {Where::whole_line, "Tin khác", "» Tin khác:", true},
      {Where::whole_line, "Tin khác:",
       "tin kha\xCC\x81"
       "c",
       true},
      {Where::whole_line, "Tin khác", "Tin  khác", true},
      {Where::whole_line, "Tin khác", "Tin khác nhau", false},
      {Where::whole_line, "Don't miss", "Don’t miss", true},
      // line_start: a word does not go on
      {Where::line_start, "Hotline", "Hotline 1900", true},
      {Where::line_start, "Hotline", "HOTLINE", true},
      {Where::line_start, "Hotline", "Hotlines 1900", false},
      {Where::line_start, "Hotline", "Our hotline", false},
      {Where::line_start, "Thi", "Thì thầm", false},
      {Where::line_start, "Fax:", "Fax: 04", true},
      {Where::line_start, "Fax:", "Fax", true},
      {Where::line_start, "Fax:", "Fax và thư", false},
      {Where::line_start, ">> Xem", "Xem thêm", true},
      // line_end: the mirror image
      {Where::line_end, "Vietnam+", "(TTXVN/Vietnam+", true},
      {Where::line_end, "cung cấp", "Ảnh do nhân vật cung cấp.", true},
      {Where::line_end, "cung cấp", "cung cấp ảnh", false},
      {Where::line_end, "ấp", "cấp", false},
      // anywhere: both
      {Where::anywhere, "All rights reserved", "(c) 2019. all rights reserved, Hà Nội", true},
      {Where::anywhere, "ảnh", "hình ảnh: x", true},
      {Where::anywhere, "ảnh", "cảnh sát", false},
      {Where::anywhere, "nh", "ảnh", false},
      {Where::anywhere, "C++", "Viết C++ thật", true},
      // scripts without spaces have no word edges
      {Where::anywhere, "関連記事", "▼関連記事はこちら", true},
      {Where::line_start, "関連", "関連記事", true},
      {Where::list, "Thế giới", "THẾ GIỚI | Thế giới, thế giới", true},
      {Where::list, "Thế giới", "Thế giới Thế giới Thế giới", true},
      {Where::list, "Thế giới", "Thế giới | Thế giới", false},  // two are a headline
      {Where::list, "Thế giới", "Thế giới | Thế giới | Thế", false},
      {Where::list, "Thế giới", "Thế giới Thế giới Thế giới của tôi", false},
      {Where::list, "Thế giới", "Thế Thế giới giới Thế giới", false},
      {Where::list, "Thế giới", "Thế giớiThế giới Thế giới", false},
  };
  for (const Case& c : cases) {
    const PatternSet set = set_of({rule_of(c.where, {c.phrase})});
    EXPECT_EQ(!hits(set, c.line).empty(), c.hit) << c.phrase << " in " << c.line;
  }
}

TEST(PatternSet, PatternsSeeTheFoldedLineUnlessCaseCounts) {
  struct Case {
    Where where;
    std::string pattern;
    bool case_sensitive;
    std::string line;
    bool hit;
  };
  const Case cases[] = {
      {Where::whole_line, "tin .{1,9}", false, "TIN MỚI:", true},
      {Where::whole_line, "tin .{1,9}", false, "Tin mới nhất hôm nay", false},
      {Where::whole_line, "a|b", false, "ab", false},    // an alternation is one unit
      {Where::anywhere, "x - y", false, "x – y", true},  // dashes are folded
      {Where::line_start, "Theo \\p{Lu}", true, "Theo Reuters", true},
      {Where::line_start, "Theo \\p{Lu}", true, "Theo đó", false},
      {Where::line_start, "Theo \\p{Lu}", false, "Theo đó", true},
      {Where::whole_line, "\\p{Lu}+", true, "• TTXVN.", true},  // edges still do not count
      {Where::line_start, ">>", true, ">> Xem thêm", true},     // yet can be asked for
      {Where::line_start, ">>", true, "Xem >> thêm", false},
      {Where::line_end, "\\p{Lu}\\pL+", true, "Ảnh: Lâm Khánh.", true},
      {Where::line_end, "(?:a|b)", false, "xx b", true},
  };
  for (const Case& c : cases) {
    const PatternSet set = set_of({rule_of(c.where, {}, {c.pattern}, c.case_sensitive)});
    EXPECT_EQ(!hits(set, c.line).empty(), c.hit) << c.pattern << " in " << c.line;
  }
}

TEST(PatternSet, WhatBeginsWithALetterBeginsAWord) {
  struct Case {
    Where where;
    std::string pattern;
    std::string line;
    bool hit;
  };
  const Case cases[] = {
      {Where::anywhere, "cookies?", "our cookies", true},
      {Where::anywhere, "cookies?", "newcookies", false},
      {Where::anywhere, "(?:a|b) x", "da x", false},
      {Where::anywhere, "\\pL*cookies?", "newcookies", true},  // unless it says so itself
      {Where::anywhere, "[(]x", "a(x", true},
      {Where::anywhere, "関連", "新関連記事", true},  // words are not written apart
      {Where::line_end, "ảnh", "cảnh", false},
      {Where::line_end, "ảnh", "xem ảnh", true},
      {Where::anywhere, "subscri", "to subscribe", true},  // it may end inside one
  };
  for (const Case& c : cases) {
    const PatternSet set = set_of({rule_of(c.where, {}, {c.pattern})});
    EXPECT_EQ(!hits(set, c.line).empty(), c.hit) << c.pattern << " in " << c.line;
  }
}

TEST(PatternSet, FindsByWordsWhatTryingAllFinds) {
  const std::string_view patterns[] = {
      "tin (?:khác|mới)",
      "(?i:Tin) khác.*",
      "[Bb]áo [^ ]+",
      "(?:ảnh|hình)(?: minh họa)?: ?.+",
      "\\d+ ?phút",
      "[\\d.,]+[km]? lượt xem",
      "[^\\pL\\pN]+",
      "\\pL",
      "\\pL+",
      ".*",
      "(?:a|b|c){2,3} x",
      "(?:^|[^\\pL])ảnh(?:$|[^\\pL])",
      "関連記事|おすすめ",
      "[•·|] ?tin",
      "\\Qtin (x)\\E",
      "(?P<name>tin)\\b ?khác?",
      "tin\\x{20}khác",
      "[[:alpha:]]+ x",
      "x{0}tin",
      "(?:theo )*reuters",
      "h5n1|24h",
      "หน้าแรก",
      "\\P{L}+tin",
      "“tin”|\"tin\"",
      "[가-힣]{2,4} ?기자",
      "(?:[^.!?]+ ?[|•,-] ?)?(?:(?:tin|báo|ảnh) ?)*(?:\\d\\d?/)?\\d{4}",
      "(?:19|20)\\d\\d.*",
      "(?:(?:tin|theo) )?khác(?:tin)?|.*báo",
      "[a-z]{3,}",
      "(?:tin ){2}(?:báo)?",
      "\\p{Lu}[^/]{4}[^/]* ?[|•] ?.{2,3}$",
      // what a line holds of digits, other marks or length
      "\\d{1,2}[/.] ?\\d{1,2}[/.] ?(?:\\d\\d)?\\d\\d",
      "[0-9]\\d(?:[/12][1-3])?",
      "(?:\\p{Nd} ?){3}",
      "^(?:tin|báo khác|\\(x\\))$",
      "(?:^tin$|b x)",
      "tin{1,2}(?:khác)?",
      "[^!?(]+ ?[|] ?[^!?]+",
      "[^'\"-]+",
      "[^\\pN.]+",
      "[^\\d]+",
      "[\\pL ]+",
      "(?:[\\pL\\d!]+ ?)+",
      "\\(?x\\)?!*",
      // a second word, of which more letters may follow
      "(?:tin|theo)[^.]* (?:xem|khá)",
      "(?:tin|ảnh) (?:[^ ]+ )?báos?",
  };
  const std::string_view parts[] = {
      "tin",      "Tin",    "khác",   "mới",    " ",       " ",      "  ",       ": ",
      "ảnh",      "Ảnh",    "hình",   "báo",    "5",       "12",     "phút",     "k ",
      "lượt",     "xem",    "|",      "•",      "(x)",     "a",      "b x",      "関連記事",
      "おすすめ", "h5n1",   "24h",    "theo ",  "reuters", "»",      "“",        "”",
      "\"",       "x",      "\u00AD", "\u0301", "หน้าแรก",  "1",      "minh họa", "İ",
      "K",        "\uFE0F", ".",      "2024",   "12/",     "홍길동", "기자",     "!",
      "(",        "?",      "’",      "–",      "١",       "½",      "ſ",
  };
  std::uint32_t state = 7;
  const auto random = [&state](std::size_t below) {
    state = state * 1664525 + 1013904223;
    return (state >> 8) % below;
  };
  std::vector<std::string> lines;
  for (int i = 0; i < 1500; ++i) {
    std::string& line = lines.emplace_back();
    for (std::size_t n = 1 + random(6); n > 0; --n) line += parts[random(std::size(parts))];
  }
  std::size_t found = 0;
  for (const Where where :
       {Where::whole_line, Where::line_start, Where::line_end, Where::anywhere}) {
    for (const bool case_sensitive : {false, true}) {
      std::vector<Rule> rules;
      for (const std::string_view p : patterns) {
        if (!pattern_error(p, case_sensitive).empty()) continue;
        rules.push_back(rule_of(where, {}, {std::string(p)}, case_sensitive));
      }
      rules.push_back(rule_of(where, {"Tin khác", "x", "»  Tin:", "関連"}));
      const PatternSet set = set_of(std::move(rules));
      for (const std::string& line : lines) found += hits(set, line).size();
    }
  }
  EXPECT_GT(found, lines.size());
}

TEST(PatternSet, AListMayHoldPhrasesThatAreNoWords) {
  const PatternSet set = set_of({rule_of(Where::list, {"車", "経済"})});  // pairs are words
  EXPECT_EQ(hits(set, "車 車 車").size(), 1U);
  EXPECT_EQ(hits(set, "経済 | 車 | 経済").size(), 1U);
  EXPECT_EQ(hits(set, "車 車").size(), 0U);
}

TEST(PatternSet, AListIsOfPhrasesNotOfWords) {
  const PatternSet set = set_of({rule_of(Where::list, {"tin tức", "thời sự", "tin"})});
  EXPECT_EQ(hits(set, "Tin tức | Thời sự | Tin").size(), 1U);
  EXPECT_EQ(hits(set, "tin tin tin").size(), 1U);
  EXPECT_EQ(hits(set, "thời sự sự tức").size(), 0U);
  EXPECT_EQ(hits(set, "thời sự sự thời sự tin").size(), 0U);
}

TEST(PatternSet, GivesEachRuleOnceAscending) {
  const PatternSet set = set_of({
      rule_of(Where::anywhere, {"b"}, {"B"}, true),  // in two of RE2's sets
      rule_of(Where::whole_line, {"a"}),
      rule_of(Where::whole_line, {"a b", "A  b."}),  // the same phrase twice
      rule_of(Where::line_end, {"b"}),
      rule_of(Where::line_start, {"a"}),
  });
  EXPECT_EQ(hits(set, "a B"), (std::vector<std::uint16_t>{0, 2, 3, 4}));
  std::vector<std::uint16_t> out = {7};
  set.match_all("a", "a", out);
  EXPECT_EQ(out, (std::vector<std::uint16_t>{7, 1, 4})) << "appends";
}

TEST(PatternSet, LongerLinesAreNotTried) {
  Rule short_rule = rule_of(Where::anywhere, {"b"});
  short_rule.max_bytes = 3;
  Rule long_rule = rule_of(Where::anywhere, {"b"});
  long_rule.max_bytes = 5;
  const PatternSet set = set_of({short_rule, long_rule});
  EXPECT_EQ(set.max_bytes(), 5U);
  EXPECT_EQ(hits(set, "a b"), (std::vector<std::uint16_t>{0, 1}));
  EXPECT_EQ(hits(set, "aa b"), (std::vector<std::uint16_t>{1}));
  EXPECT_EQ(hits(set, "aaa b"), (std::vector<std::uint16_t>{1}));
  EXPECT_TRUE(hits(set, "aaaa b").empty());
}

TEST(PatternSet, AnEmptyPackHitsNothing) {
  const PatternSet set = set_of({});
  EXPECT_TRUE(hits(set, "").empty());
  EXPECT_TRUE(hits(set, "Tin khác").empty());
}

TEST(PatternSet, ErrorsNameTheRule) {
  Pack pack;
  pack.name = "mine";
  pack.rules = {rule_of(Where::anywhere, {}, {"a("})};
  pack.rules[0].line = 9;
  const auto bad = PatternSet::compile(pack, memory);
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().code, ErrorCode::bad_pattern);
  EXPECT_EQ(bad.error().origin, "mine");
  EXPECT_EQ(bad.error().line, 9U);

  pack.rules = {rule_of(Where::anywhere, {"\xFF"})};
  EXPECT_EQ(PatternSet::compile(pack, memory).error().code, ErrorCode::bad_pattern);

  pack.rules = {rule_of(Where::anywhere, {}, {"\\pL{20}"})};
  EXPECT_EQ(PatternSet::compile(pack, std::size_t{64} << 10).error().code,
            ErrorCode::rules_too_large);
}

TEST(PatternSet, PartsMatchOnceTheyAreJoined) {
  Pack pack;
  pack.rules = {rule_of(Where::whole_line, {"Tin khác"}), rule_of(Where::anywhere, {}, {"t.n"})};
  const PatternSet part = PatternSet::part(pack, memory);
  EXPECT_EQ(part.max_bytes(), 0U);  // no line is short enough
  const std::vector<std::uint16_t> all = {0, 1, 2, 3};
  EXPECT_EQ(hits(PatternSet::join({&part, &part}), "Tin khác"), all);
}

TEST(PatternSet, MemoryChangesNoHit) {
  const std::vector<Rule> rules = {rule_of(Where::anywhere, {}, {"\\pL*x.{8}y"}),
                                   rule_of(Where::anywhere, {"tin khác"}),
                                   rule_of(Where::line_end, {}, {"\\pL*[xy]{3}"}, true)};
  Pack pack;
  pack.rules = rules;
  std::string line;
  for (unsigned i = 0; i < 120; ++i) line += (i * i + i / 3) % 5 < 2 ? 'x' : 'y';
  const std::vector<std::uint16_t> expected = hits(set_of(rules), line);
  ASSERT_EQ(expected.size(), 2U);
  std::size_t compiled = 0;
  for (std::size_t bytes = std::size_t{1} << 12; bytes <= memory; bytes += bytes / 4) {
    const auto set = PatternSet::compile(pack, bytes);
    if (!set) continue;
    ++compiled;
    EXPECT_EQ(hits(*set, line), expected) << bytes;
  }
  EXPECT_GE(compiled, 2U);
}

}  // namespace
}  // namespace thanbai
