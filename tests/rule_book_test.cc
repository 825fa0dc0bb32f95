#include "rule_book.h"

#include <deque>
#include <string>

#include "measured_page.h"
#include "unicode.h"

namespace thanbai {
namespace {

const RuleBook& built_in() {
  static const RuleBook book = [] {
    auto made = RuleBook::create({});
    if (!made) ADD_FAILURE() << made.error().message;
    return *std::move(made);
  }();
  return book;
}

LanguageCounts counts_of(const RuleBook& book, std::string_view text) {
  Columns columns;
  Words words;
  LanguageCounts counts;
  measure(lines_of({text}), book.lexicon(), column_count, columns, words, counts);
  return counts;
}

TEST(RuleBook, TellsTheLanguageByScriptAndFunctionWords) {
  struct Case {
    std::string_view text;
    std::string_view pack;  // empty: none fits
  };
  const Case cases[] = {
      // function words
      {"Cây cầu đã được đưa vào sử dụng và sẽ giúp người dân đi lại trong những ngày tới", "vi"},
      {"The bridge was opened on Monday and will be used by the people of both towns", "en"},
      {"Die Brücke wurde am Montag eröffnet und soll für die Menschen der Stadt sein", "de"},
      {"Le pont a été ouvert lundi et il sera pour les habitants de la ville", "fr"},
      {"Il ponte è stato aperto lunedì e sarà per gli abitanti della città", "it"},
      {"El puente fue abierto el lunes y será para los habitantes de la ciudad", "es"},
      {"Мост был открыт в понедельник, и он будет для всех жителей города", "ru"},
      // scripts that one language alone is written in; Japanese has Chinese letters, too
      {"橋は月曜日に開通した", "ja"},
      {"大桥于星期一通车", "zh"},
      {"다리는 월요일에 개통되었다", "ko"},
      {"สะพานเปิดในวันจันทร์", "th"},
      // a foreign name does not make a page foreign
      {"Cây cầu đã được đưa vào sử dụng và sẽ giúp người dân của 東京 trong những ngày tới", "vi"},
      // short words of other languages, of several about as many, make none of a language that has
      // no
      // pack: Norwegian, Turkish
      {"Statsministeren sa mandag at regjeringen vil bruke mer penger på vei og bane i nord. En "
       "plan "
       "skal legges fram i Stortinget før sommeren, og opposisjonen mener de kommer altfor sent.",
       ""},
      {"Bakan pazartesi günü yeni köprünün gelecek yıl trafiğe açılacağını söyledi, da Silva ise "
       "un "
       "ve el emeği ürünlerin fiyatını sordu. Es geçilen konu yarın mecliste görüşülecek.",
       ""},
      // a few of one language alone are enough
      {"Price list | Home | World | Sport | Travel | Money | Health | Video | Weather | Jobs | "
       "Cars | "
       "Homes | Style | Food | The best of the week | All of it",
       "en"},
      // nothing to go by, or too little of it
      {"", ""},
      {"12:30 | 24/12/2019", ""},
      {"Home | World | Sport", ""},
  };
  const RuleBook& book = built_in();
  for (const Case& c : cases) {
    const std::size_t pack = book.language(counts_of(book, c.text));
    const std::string name = pack < book.packs().size() ? book.packs()[pack].name : "";
    EXPECT_EQ(name, c.pack) << c.text;
  }
}

TEST(RuleBook, ALanguageWithoutAPackIsAsDeclared) {
  struct Case {
    const char* why;
    std::string_view pack;  // empty: none fits
    std::string_view declared;
    std::string_view tag;
  };
  const Case cases[] = {
      {"the text says what it is", "en", "", "en"},
      {"a template's language is often wrong, the text is not", "vi", "en-US", "vi"},
      {"a region is left to those who ask for it", "en", "en-GB", "en"},
      {"function words find its kin", "id", "ms", "ms"},
      {"with a region", "es", "ca-ES", "ca-ES"},
      {"three letters", "vi", "vie", "vi"},
      {"no language has this code", "vi", "vn", "vi"},
      {"no tag", "vi", "Vietnamese", "vi"},
      {"several", "vi", "ca, vi", "vi"},
      {"a script tells better than a code that is Kanuri's", "ko", "kr", "ko"},
      {"no pack fits", "", "nb-NO", "nb-NO"},
      {"and nothing is declared", "", "", ""},
  };
  const RuleBook& book = built_in();
  for (const Case& c : cases) {
    std::size_t pack = 0;
    while (pack < book.packs().size() && book.packs()[pack].name != c.pack) ++pack;
    EXPECT_EQ(book.language_tag(pack, c.declared), c.tag) << c.why;
  }
}

TEST(RuleBook, ASitesPackTellsItsLanguage) {
  Options options;
  options.site_packs = {pack_of("pack a.example\nlanguage vi\n"),
                        pack_of("pack b.example\nlanguage la\n"), pack_of("pack c.example\n")};
  const auto book = RuleBook::create(options);
  ASSERT_TRUE(book) << book.error().message;
  const LanguageCounts english = counts_of(*book, "The bridge was opened and is for all of us");
  const auto language_at = [&](std::string_view url) {
    const std::size_t pack = book->language(english, book->site(url, {}));
    return book->language_tag(pack, "");
  };
  EXPECT_EQ(language_at("https://a.example/1"), "vi") << "there is a pack of it";
  EXPECT_EQ(language_at("https://b.example/1"), "la") << "there is none";
  EXPECT_EQ(language_at("https://c.example/1"), "en") << "of any language";
  EXPECT_EQ(language_at("https://d.example/1"), "en");
}

std::vector<std::string> names_of(const RuleBook& book, const std::vector<std::size_t>& packs) {
  std::vector<std::string> names;
  for (const std::size_t p : packs) names.push_back(book.packs()[p].name);
  return names;
}

TEST(RuleBook, AppliesThePacksOfAPage) {
  using Names = std::vector<std::string>;
  const auto packs_for = [](const Options& options, std::string_view page) {
    auto book = RuleBook::create(options);
    if (!book) return Names{book.error().message};
    return names_of(*book, book->applying(book->language(counts_of(*book, page))));
  };
  const std::string_view vietnamese = "Cây cầu đã được đưa vào sử dụng và sẽ giúp người dân";
  const std::string_view german = "Die Brücke wurde am Montag eröffnet und soll für die Menschen";
  // Menus are English everywhere.
  EXPECT_EQ(names_of(built_in(),
                     built_in().applying(built_in().language(counts_of(built_in(), vietnamese)))),
            (Names{"und", "en", "vi"}));
  EXPECT_EQ(names_of(built_in(), built_in().applying(built_in().packs().size())),
            (Names{"und", "en"}));
  // Packs asked for apply to all pages, and no other; und always does; the caller's come last.
  Options options;
  options.languages = {"vi"};
  EXPECT_EQ(packs_for(options, german), (Names{"und", "vi"}));
  options.languages = {"vi", "und", "vi"};
  EXPECT_EQ(packs_for(options, german), (Names{"und", "vi"})) << "each once";
  options.packs = {pack_of("pack mine\nlanguage fr\n[a]\nlabel share\nphrase x\n")};
  EXPECT_EQ(packs_for(options, german), (Names{"und", "vi", "mine"})) << "of any language";
}

TEST(RuleBook, MatchFillsTheColumnsOfRules) {
  Options options;
  options.languages = {"und"};
  options.packs = {pack_of("pack a\n"
                           "[r]\nlabel related\neffect opens\nphrase Xem tiếp\n"
                           "[s]\nlabel related\nwhere line_start\nphrase Xem\n"
                           "[w]\nlabel share\nwhere word\nphrase xem\n"),
                   pack_of("pack b\n[r]\nlabel related\nphrase Xem tiếp\n")};
  auto book = RuleBook::create(options);
  ASSERT_TRUE(book) << book.error().message;
  MeasuredPage page(lines_of({"Xem tiếp", "Cầu đã thông xe", "XEM NỮA", ""}), book->packs());
  std::vector<Hit> hits;
  book->match(page.lines, page.words, book->applying(book->packs().size()), hits, page.columns);
  std::vector<std::string> found;
  for (const Hit& hit : hits) {
    found.push_back(std::to_string(hit.row) + " " + book->evidence_name(hit));
  }
  EXPECT_EQ(found, (std::vector<std::string>{"0 a/r", "0 a/s", "0 b/r", "2 a/s"}))
      << "by row, then pack, then rule";
  EXPECT_EQ(page.value("hit_related", 0), 3) << "how many";
  EXPECT_EQ(page.value("hit_related", 1), 0);
  EXPECT_EQ(page.value("hit_related", 2), 1);
  EXPECT_EQ(page.value("opens_label", 0), static_cast<int>(Label::related) + 1);
  EXPECT_EQ(page.value("opens_label", 2), 0);
  EXPECT_EQ(page.value("hit_share", 0), 0) << "words are counted by measure()";
  EXPECT_EQ(page.value("cue_share_words", 0), 1);
}

TEST(RuleBook, NamesOfElements) {
  Options options;
  options.languages = {"und"};
  options.packs = {
      pack_of("pack a\n"
              "[box]\nlabel related\neffect is\nwhere hints\nphrase Box-Related\n"
              "[line]\nlabel share\neffect is\nphrase Gửi đi\n"
              "[short]\nlabel footer\neffect is\nwhere hints\nmax_bytes 10\n"
              "phrase side\nphrase box-related\n"
              "[words]\nlabel caption\nwhere hints\nphrase side\n")};
  auto book = RuleBook::create(options);
  ASSERT_TRUE(book) << book.error().message;
  const struct {
    std::string_view text, hints;
    std::vector<std::string> rules;
    const char* why;
  } cases[] = {
      {"Gửi đi", "p side box-related main", {"a/box", "a/line", "a/short"}, "in the pack's order"},
      {"Một dòng dài", "side", {}, "longer than max_bytes"},
      {"Một dòng dài", "box-related", {"a/box"}, "no limit for what decides"},
      {"Một", "side side", {"a/short"}, "each rule once"},
      {"Một", "box related aside sides", {}, "whole names"},
      {"Một", "", {}, "text has none"},
      {"", "side", {}, "nothing to drop"},
  };
  for (const auto& c : cases) {
    Lines lines = lines_of({c.text});
    lines.items[0].hints = c.hints;
    MeasuredPage page(std::move(lines), book->packs());
    std::vector<Hit> hits;
    book->match(page.lines, page.words, book->applying(book->packs().size()), hits, page.columns);
    std::vector<std::string> rules;
    for (const Hit& hit : hits) rules.push_back(book->evidence_name(hit));
    EXPECT_EQ(rules, c.rules) << c.text << " [" << c.hints << "]: " << c.why;
    EXPECT_EQ(page.value("hint_footer", 0), 0) << "whole names are no words to be counted";
  }
  const std::string prose(5000, 'x');
  Lines lines = lines_of({prose});
  lines.items[0].hints = "box-related";
  MeasuredPage page(std::move(lines));
  std::vector<Hit> hits;
  book->match(page.lines, page.words, book->applying(book->packs().size()), hits, page.columns);
  EXPECT_EQ(hits.size(), 1U) << "lines too long for any phrase";
}

TEST(RuleBook, RulesOfTheCallersThatDecideTellOtherLinesNothing) {
  Options options;
  options.languages = {"und"};
  options.packs = {
      pack_of("pack a\n"
              "[is]\nlabel related\neffect is\nphrase Một\n"
              "[ends]\nlabel related\neffect ends\nphrase Hai\n"
              "[opens]\nlabel related\neffect opens\nphrase Ba\n"
              "[hint]\nlabel related\nphrase Bốn\n")};
  auto book = RuleBook::create(options);
  ASSERT_TRUE(book) << book.error().message;
  MeasuredPage page(lines_of({"Một", "Hai", "Ba", "Bốn"}));
  std::vector<Hit> hits;
  book->match(page.lines, page.words, book->applying(book->packs().size()), hits, page.columns);
  EXPECT_EQ(hits.size(), 4U);
  const int expected[] = {0, 0, 1, 1};  // scores of neighbours see these columns
  for (std::size_t row = 0; row < 4; ++row) {
    EXPECT_EQ(page.value("hit_related", row), expected[row]) << row;
  }
}

TEST(RuleBook, NamesItsPacksWithTheirHash) {
  const RuleBook& book = built_in();
  for (std::size_t p = 0; p < book.packs().size(); ++p) {
    const Pack& pack = book.packs()[p];
    EXPECT_EQ(pack.hash.size(), 16U) << pack.name;
    EXPECT_EQ(book.tag(p), pack.name + "@" + pack.hash);
  }
}

// The packs of a page are compiled as one set, and their rules are found by words: they must hit
// what each pack alone hits when all its rules are tried.
TEST(RuleBook, PacksTogetherHitWhatEachHitsAlone) {
  const RuleBook& book = built_in();
  std::string folded;
  std::vector<std::uint16_t> rules;
  MatchScratch kept;
  for (std::size_t language = 0; language < book.packs().size(); ++language) {
    Lines lines;
    for (const Rule& rule : book.packs()[language].rules) {
      for (const std::string& text : rule.hits) lines.items.emplace_back().text = text;
      for (const std::string& text : rule.misses) lines.items.emplace_back().text = text;
    }
    // Lines that repeat others, and lines of the same words that do not.
    std::deque<std::string> marked;
    for (std::size_t i = 0, once = lines.items.size(); i < once; ++i) {
      lines.items.push_back(Line(lines.items[i]));
      lines.items.back().text = marked.emplace_back("» ").append(lines.items[i].text);
      lines.items.push_back(Line(lines.items[i]));
    }
    const std::vector<std::size_t> packs = book.applying(language);
    std::vector<PatternSet> alone;
    for (const std::size_t p : packs) {
      auto set = PatternSet::compile(book.packs()[p], Options{}.rule_memory_bytes);
      ASSERT_TRUE(set) << set.error().message;
      alone.push_back(std::move(*set));
    }
    MeasuredPage page(std::move(lines));
    std::vector<Hit> hits;
    book.match(page.lines, page.words, packs, hits, page.columns);
    EXPECT_GE(hits.size(), book.packs()[language].rules.size() / 2);
    std::size_t hit = 0;
    for (std::size_t row = 0; row < page.lines.items.size(); ++row) {
      unicode::valid_fold(page.lines.items[row].text, folded);
      for (std::size_t i = 0; i < packs.size(); ++i) {
        rules.clear();
        alone[i].match_all(page.lines.items[row].text, unicode::strip_edges(folded), rules);
        for (const std::uint16_t rule : rules) {
          ASSERT_LT(hit, hits.size());
          EXPECT_EQ(hits[hit].row, row);
          EXPECT_EQ(hits[hit].pack, packs[i]);
          EXPECT_EQ(hits[hit++].rule, rule) << page.lines.items[row].text;
        }
      }
    }
    EXPECT_EQ(hit, hits.size());
    // A kept scratch knows many of these lines, the more often it sees them; the languages' rules
    // differ.
    for (int again = 0; again < 3; ++again) {
      std::vector<Hit> others;
      book.match(page.lines, page.words, packs, kept, others, page.columns);
      ASSERT_EQ(others.size(), hits.size());
      for (std::size_t i = 0; i < hits.size(); ++i) {
        ASSERT_EQ(others[i].row, hits[i].row);
        ASSERT_EQ(others[i].pack, hits[i].pack);
        ASSERT_EQ(others[i].rule, hits[i].rule);
      }
    }
  }
}

TEST(RuleBook, BuiltInPacksGetTheMemoryTheyNeed) {
  Options options;
  options.rule_memory_bytes = 1;
  EXPECT_TRUE(RuleBook::create(options));
}

TEST(RuleBook, RulesMadeByHandAreHeldToWhatPacksAre) {
  using Where = Rule::Where;
  using Effect = Rule::Effect;
  struct Case {
    const char* why;
    Where where;
    Effect effect;
    std::vector<std::string> phrases;
    std::vector<std::string> patterns;
  };
  const Case cases[] = {
      {"a word's bytes", Where::word, Effect::hint, {"caf\xE9"}, {}},
      {"a hint's bytes", Where::hints, Effect::hint, {"caf\xE9"}, {}},
      {"a name's bytes", Where::hints, Effect::is, {"\xFF"}, {}},
      {"a list's bytes", Where::list, Effect::hint, {"caf\xE9"}, {}},
      {"a list of nothing", Where::list, Effect::hint, {}, {}},
      {"nothing at all", Where::anywhere, Effect::hint, {}, {}},
      {"a list has no patterns", Where::list, Effect::hint, {"a"}, {"b"}},
      {"nor have words", Where::word, Effect::hint, {"a"}, {"b"}},
      {"a word is one", Where::word, Effect::hint, {"new york"}, {}},
      {"and decides nothing", Where::word, Effect::is, {"york"}, {}},
      {"no name opens", Where::hints, Effect::opens, {"york"}, {}},
      {"no letters", Where::word, Effect::hint, {">>"}, {}},
      {"no place", static_cast<Where>(7), Effect::hint, {"a"}, {}},
      {"no effect", Where::whole_line, static_cast<Effect>(4), {"a"}, {}},
  };
  for (const Case& c : cases) {
    Pack pack;
    pack.name = "mine";
    Rule& rule = pack.rules.emplace_back();
    rule.name = "r";
    rule.where = c.where;
    rule.effect = c.effect;
    rule.phrases = c.phrases;
    rule.patterns = c.patterns;
    Options options;
    options.packs = {pack};
    const auto book = RuleBook::create(options);
    ASSERT_FALSE(book) << c.why;
    EXPECT_EQ(book.error().code, ErrorCode::bad_pattern) << c.why;
    EXPECT_EQ(book.error().origin, "mine") << c.why;
    EXPECT_EQ(book.error().message.substr(0, 3), "r: ") << c.why;
  }
  Options options;
  options.packs = {pack_of("pack mine\n[r]\nlabel other\nphrase a\n")};
  options.packs[0].rules[0].label = static_cast<Label>(label_count);
  EXPECT_EQ(RuleBook::create(options).error().code, ErrorCode::bad_pattern) << "no label";
  options.packs[0].rules[0].label = Label::body;
  options.packs[0].rules[0].effect = Effect::opens;
  EXPECT_EQ(RuleBook::create(options).error().code, ErrorCode::bad_pattern)
      << "blocks are of lines that are dropped";
  options = {};
  options.site_packs.emplace_back();
  options.site_packs[0].name = "mine";
  options.site_packs[0].stopwords = {"et", "caf\xE9"};
  const auto book = RuleBook::create(options);
  ASSERT_FALSE(book);
  EXPECT_EQ(book.error().code, ErrorCode::bad_pattern);
}

TEST(RuleBook, CreationFailsWithAReason) {
  struct Case {
    std::string_view why;
    Options options;
    ErrorCode code;
    std::string origin;
    std::uint32_t line;
  };
  Case cases[] = {
      {"no such pack", {}, ErrorCode::unknown_language, "", 0},
      {"two rules of one name", {}, ErrorCode::duplicate_rule, "mine", 7},
      {"what RE2 refuses", {}, ErrorCode::bad_pattern, "mine", 3},
      {"no room", {}, ErrorCode::rules_too_large, "mine", 0},
  };
  cases[0].options.languages = {"vi", "tlh"};
  Pack twice = pack_of("pack mine\n\n[a]\nlabel share\nphrase x\n");
  twice.rules.push_back(twice.rules[0]);
  twice.rules[1].line = 7;
  cases[1].options.packs = {twice};
  Pack bad = pack_of("pack mine\n\n[a]\nlabel share\npattern x\n");
  bad.rules[0].patterns = {"("};
  cases[2].options.packs = {bad};
  cases[3].options.packs = {pack_of("pack mine\n\n[a]\nlabel share\npattern \\pL{20}\n")};
  cases[3].options.rule_memory_bytes = std::size_t{64} << 10;
  for (const Case& c : cases) {
    const auto book = RuleBook::create(c.options);
    ASSERT_FALSE(book) << c.why;
    EXPECT_EQ(book.error().code, c.code) << c.why;
    EXPECT_FALSE(book.error().message.empty()) << c.why;
    if (!c.origin.empty()) {
      EXPECT_EQ(book.error().origin, c.origin) << c.why;
      EXPECT_EQ(book.error().line, c.line) << c.why;
    }
  }
}

}  // namespace
}  // namespace thanbai
