#include "thanbai/extractor.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <thread>

#include "measured_page.h"
#include "sample_pages.h"

namespace thanbai {
namespace {

const std::string& page_text() {
  static const std::string text = read_bytes(THANBAI_TESTS "/golden/vi_related_pairs.txt");
  return text;
}

Extractor made(const Options& options = {}) {
  auto extractor = Extractor::create(options);
  if (!extractor) throw std::runtime_error(extractor.error().message);
  return *extractor;
}

Options with_pack(std::string_view text) {
  Options options;
  options.packs = {pack_of(text)};
  options.evidence = true;
  return options;
}

/// The line that begins so.
const LabelledLine& line_of(const Document& page, std::string_view start) {
  const auto found = std::find_if(page.lines.begin(), page.lines.end(), [&](const auto& line) {
    return line.line.text.substr(0, start.size()) == start;
  });
  if (found == page.lines.end()) throw std::runtime_error(std::string(start));
  return *found;
}

std::size_t kept_lines(const Document& page) {
  return static_cast<std::size_t>(
      std::count_if(page.lines.begin(), page.lines.end(),
                    [](const LabelledLine& line) { return is_kept(line.label); }));
}

TEST(Extractor, CreationFailsWithAReason) {
  Options options;
  options.languages = {"xx"};
  EXPECT_EQ(Extractor::create(options).error().code, ErrorCode::unknown_language);
  options = with_pack("pack mine\n[a]\nlabel share\npattern x\\pL{20}y\n");
  options.rule_memory_bytes = std::size_t{64} << 10;
  EXPECT_EQ(Extractor::create(options).error().code, ErrorCode::rules_too_large);
  options = with_pack("pack mine\n[a]\nlabel share\nphrase x\n");
  options.packs[0].rules.push_back(options.packs[0].rules[0]);
  EXPECT_EQ(Extractor::create(options).error().code, ErrorCode::duplicate_rule);
  options.packs[0].rules.pop_back();
  options.packs[0].rules[0].patterns = {"("};
  EXPECT_EQ(Extractor::create(options).error().code, ErrorCode::bad_pattern);
}

TEST(Extractor, OptionsOutOfRangeAreErrors) {
  for (const float threshold : {-1.0F, -1e-9F, 1.001F, 2.0F, std::nanf(""), HUGE_VALF}) {
    Options options;
    options.threshold = threshold;
    const Result<Extractor> made = Extractor::create(options);
    ASSERT_FALSE(made) << threshold;
    EXPECT_EQ(made.error().code, ErrorCode::bad_option);
    EXPECT_EQ(made.error().message, "the threshold is not in [0, 1]");
  }
  Options options;
  options.keep = {Label::body, static_cast<Label>(label_count)};
  const Result<Extractor> made = Extractor::create(options);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, ErrorCode::bad_option);
  EXPECT_EQ(made.error().message, "a label to keep is none");
}

TEST(Extractor, APageWithoutAnArticleIsAVerdict) {
  for (const std::string_view text :
       {"", " \n\n", "\x00\x00", "Trang chủ\nThời sự\nKinh tế\n", "|"}) {
    const Document page = made().extract(text);
    EXPECT_EQ(to_string(page.verdict), "no_article") << text;
    EXPECT_GE(page.confidence, 0.75F) << text;
    EXPECT_EQ(page.text(), "") << text;
  }
}

TEST(Extractor, ATextOfManyPagesIsJudgedInParts) {
  const std::string& page = page_text();
  std::string text = page + "\n";
  for (std::size_t i = 0; i < 2500; ++i)
    text += "Trang chủ\nVề trang của báo\n";  // more than a page has
  text += page;
  Options options;
  options.evidence = true;
  const Document one = made(options).extract(page);
  const Document all = made(options).extract(text);
  EXPECT_EQ(all.lines.size(), 2 * one.lines.size() + 5000);
  EXPECT_EQ(all.verdict, Verdict::article);
  EXPECT_EQ(all.language, one.language);
  EXPECT_EQ(all.packs, one.packs) << "each once";
  EXPECT_EQ(all.title, one.title);
  EXPECT_GE(kept_lines(all), 2 * kept_lines(one) - 2) << "the second page, too";
  std::size_t titles = 0;
  std::uint32_t evidence = 0;
  std::uint32_t bytes = 0;
  for (const LabelledLine& line : all.lines) {
    titles += line.label == Label::title ? 1 : 0;
    EXPECT_EQ(line.evidence_begin, evidence);
    EXPECT_GE(line.line.source.begin, bytes);
    evidence = line.evidence_end;
    bytes = line.line.source.end;
  }
  EXPECT_EQ(evidence, all.evidence.size());
  EXPECT_EQ(titles, 1U) << "a Document has one, the first";
}

TEST(Extractor, ADeclaredRegionSaysHowDatesAreRead) {
  for (const auto& [language, published] :
       {std::pair("en-GB", "2019-04-03"), std::pair("en_AU", "2019-04-03"),
        std::pair("en-US", "2019-03-04"), std::pair("en", "2019-03-04"),
        std::pair("", "2019-03-04"), std::pair("fr-FR", "2019-03-04")}) {
    const std::string page =
        std::string("<html lang='") + language +
        "'><h1>Council opens the bridge</h1><p>By Jane Smith</p><p>03/04/2019</p><p>The bridge "
        "over "
        "the river was opened on Monday, and all of the people of the two towns were there to see "
        "it, the mayor said.</p><p>It will be used by some four thousand cars a day.</p>";
    const Document document = made().extract(read_html(page));
    EXPECT_EQ(document.language, "en") << "the text is English, whatever " << language;
    EXPECT_EQ(document.published, published) << language;
  }
}

TEST(Extractor, TextAndItsLinesGiveTheSame) {
  const Extractor extractor = made();
  const Document by_text = extractor.extract(page_text());
  const Document by_lines = extractor.extract(read_text(page_text()));
  ASSERT_EQ(by_text.lines.size(), by_lines.lines.size());
  for (std::size_t i = 0; i < by_text.lines.size(); ++i) {
    EXPECT_EQ(by_text.lines[i].label, by_lines.lines[i].label);
    EXPECT_EQ(by_text.lines[i].score, by_lines.lines[i].score);
  }
  EXPECT_EQ(by_text.input_bytes, page_text().size());
}

TEST(Extractor, CountsWhatItReplaced) {
  const Document page = made().extract("Cầu mới \xFF\xFE thông xe");
  EXPECT_EQ(page.replaced_bytes, 2U);
  EXPECT_EQ(page.lines.at(0).line.text, "Cầu mới \xEF\xBF\xBD\xEF\xBF\xBD thông xe");
}

TEST(Extractor, KeepChoosesParagraphsAndChangesNoLabel) {
  Options options;
  options.keep = {Label::byline};
  const Document bylines = made(options).extract(page_text());
  EXPECT_EQ(bylines.text(), "Hoàng Liễu");
  const Document page = made().extract(page_text());
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    EXPECT_EQ(bylines.lines[i].label, page.lines[i].label);
  }
}

TEST(Extractor, AHigherThresholdKeepsLess) {
  std::size_t before = SIZE_MAX;
  for (const float threshold : {0.0F, 0.2F, 0.5F, 0.8F, 0.99F, 1.0F}) {
    Options options;
    options.threshold = threshold;
    const std::size_t kept = kept_lines(made(options).extract(page_text()));
    EXPECT_LE(kept, before) << threshold;
    before = kept;
  }
  EXPECT_LE(before, 1U) << "the title at most";
}

TEST(Extractor, ThePacksOfAPageAreNamed) {
  const Document page = made().extract(page_text());
  EXPECT_EQ(page.language, "vi");
  ASSERT_EQ(page.packs.size(), 3U);
  EXPECT_EQ(page.packs[0].substr(0, 4), "und@");
  EXPECT_EQ(page.packs[1].substr(0, 3), "en@");
  EXPECT_EQ(page.packs[2].substr(0, 3), "vi@");
  for (const std::string_view pack : page.packs) {
    EXPECT_EQ(pack.size() - pack.find('@') - 1, 16U) << pack;
  }
  Options options = with_pack("pack mine\n[a]\nlabel share\nphrase x\n");
  options.languages = {"de"};
  const Document other = made(options).extract(page_text());
  ASSERT_EQ(other.packs.size(), 3U);
  EXPECT_EQ(other.packs[1].substr(0, 3), "de@");
  EXPECT_EQ(other.packs[2].substr(0, 5), "mine@");
}

TEST(Extractor, ASitesPackOverrulesAllElse) {
  const Document before = made().extract(page_text());
  ASSERT_EQ(line_of(before, "Theo ông Thạch").label, Label::body);
  ASSERT_EQ(line_of(before, "Gửi bình luận").label, Label::comments);
  const Document after =
      made(with_pack("pack mine\n"
                     "[drop]\nlabel advert\neffect is\nwhere line_start\nphrase Theo ông Thạch\n"
                     "[keep]\nlabel quote\neffect is\nphrase Gửi bình luận\n"))
          .extract(page_text());
  const LabelledLine& dropped = line_of(after, "Theo ông Thạch");
  EXPECT_EQ(dropped.label, Label::advert);
  EXPECT_EQ(after.evidence.at(dropped.evidence_begin).name, "mine/drop") << "the strongest first";
  EXPECT_EQ(after.evidence.at(dropped.evidence_begin).weight, -100);
  const LabelledLine& kept = line_of(after, "Gửi bình luận");
  EXPECT_EQ(kept.label, Label::quote);
  EXPECT_EQ(after.evidence.at(kept.evidence_begin).weight, 100);
  EXPECT_EQ(after.text().find("Theo ông Thạch"), std::string::npos);
  EXPECT_NE(after.text().find("Gửi bình luận"), std::string::npos);
}

TEST(Extractor, ARuleThatEndsTheArticleEndsIt) {
  const Document page =
      made(with_pack("pack mine\n[end]\nlabel footer\neffect ends\nwhere line_start\n"
                     "phrase Bà Lưu Thị Mận\n"))
          .extract(page_text());
  bool ended = false;
  for (const LabelledLine& line : page.lines) {
    ended |= line.line.text.substr(0, 4) == "Bà ";
    EXPECT_FALSE(ended && is_kept(line.label)) << line.line.text;
  }
  EXPECT_TRUE(ended);
  EXPECT_EQ(line_of(page, "Bà Lưu Thị Mận").label, Label::footer);
  EXPECT_TRUE(is_kept(line_of(page, "Theo ông Thạch").label)) << "what stands before stays";
}

TEST(Extractor, EvidenceNamesTheRulesThatHit) {
  Options options;
  options.evidence = true;
  const Document page = made(options).extract(page_text());
  const LabelledLine& header = line_of(page, "Tin liên quan");
  const auto* const begin = page.evidence.data() + header.evidence_begin;
  const auto* const end = page.evidence.data() + header.evidence_end;
  const auto* const rule =
      std::find_if(begin, end, [](const Evidence& e) { return e.name == "vi/related.header"; });
  ASSERT_NE(rule, end);
  EXPECT_LE(rule->weight, 0.0F) << "it speaks against the line";
}

TEST(Extractor, EvidenceSaysWhatDecidedAgainstTheScore) {
  const Document page =
      made(with_pack("pack mine\n[end]\nlabel footer\neffect ends\nwhere line_start\n"
                     "phrase Bà Lưu Thị Mận\n"
                     "[first]\nlabel quote\neffect is\nwhere line_start\nphrase Theo ông Thạch\n"
                     "[second]\nlabel advert\neffect is\nwhere line_start\nphrase Theo ông\n"))
          .extract(page_text());
  struct Case {
    const char* why;
    std::string_view line;
    std::string_view name;
    float weight;
  };
  const Case cases[] = {
      {"the title scores low but is the title", "Làng rèn bên sông Lô", "by_place", 100},
      {"a rule decides", "Bà Lưu Thị Mận", "mine/end", -100},
      {"prose behind the end", "Đến nay, mười bảy thợ trẻ", "by_place", -100},
      {"of rules that contradict each other the last", "Theo ông Thạch", "mine/second", -100},
  };
  for (const Case& c : cases) {
    const LabelledLine& line = line_of(page, c.line);
    const Evidence& strongest = page.evidence.at(line.evidence_begin);
    EXPECT_EQ(strongest.name, c.name) << c.why;
    EXPECT_EQ(strongest.weight, c.weight) << c.why;
    for (std::uint32_t i = line.evidence_begin + 1; i < line.evidence_end; ++i) {
      EXPECT_LT(std::abs(page.evidence[i].weight), 100) << c.why << ": nothing else decided";
    }
  }
}

TEST(Extractor, IsSharedWhileOthersComeAndGo) {
  const Extractor shared = made();  // whose packs nobody has asked for yet
  const std::string expected = made().extract(page_text()).text();
  std::vector<std::size_t> wrong(16);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&shared, &expected, &wrong, t] {
      Scratch kept;
      for (int i = 0; i < 20; ++i) {
        const Extractor own = t % 4 != 0 || i != 5 ? shared : made();
        wrong[t] += own.extract(page_text()).text() != expected ? 1U : 0U;
        wrong[t] += own.extract(page_text(), kept).text() != expected ? 1U : 0U;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<std::size_t>(16, 0));
}

}  // namespace
}  // namespace thanbai
