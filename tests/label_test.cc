#include "label.h"

#include "measured_page.h"
#include "thanbai/extractor.h"

namespace thanbai {
namespace {

RuleBook book_of(const std::vector<std::string_view>& packs) {
  Options options;
  options.languages = {"und"};
  for (const std::string_view text : packs) options.packs.push_back(pack_of(text));
  auto book = RuleBook::create(options);
  if (!book) ADD_FAILURE() << book.error().message;
  return *std::move(book);
}

std::string_view name_of(const RuleVerdict& verdict) {
  return verdict.label ? to_string(*verdict.label) : "none";
}

// Each phrase is hit by two rules.
const RuleBook& book() {
  static const RuleBook result = book_of({
      "pack one\n"
      "[a]\nlabel related\neffect opens\nphrase opens, hint\n"
      "[b]\nlabel share\neffect hint\nphrase opens, hint\nphrase hint, hint\nphrase hint here, "
      "hint there\n"
      "[c]\nlabel footer\neffect hint\nphrase hint, hint\n"
      "[d]\nlabel advert\neffect is\nphrase is, hint\nphrase is, opens\nphrase is, ends\nphrase is "
      "here, is there\n"
      "[e]\nlabel body\neffect hint\nphrase is, hint\n"
      "[f]\nlabel comments\neffect opens\nphrase is, opens\n"
      "[g]\nlabel footer\neffect ends\nphrase is, ends\n",
      "pack two\n"
      "[a]\nlabel caption\nphrase hint here, hint there\n"
      "[b]\nlabel body\neffect is\nphrase is here, is there\n",
  });
  return result;
}

TEST(Label, TheStrongestRuleDecides) {
  struct Case {
    std::string_view text;
    std::string_view label;
    bool certain, opens, ends;
  };
  const Case cases[] = {
      {"một dòng mà không luật nào biết", "none", false, false, false},
      {"opens, hint", "related", false, true, false},  // an opener before a hint
      {"hint, hint", "footer", false, false, false},   // of equals the later rule
      {"is, hint", "advert", true, false, false},      // what is certain before all evidence
      {"is, opens", "advert", true, true, false},      // yet a block opens
      {"is, ends", "footer", true, false, true},       // the end before all
      {"hint here, hint there", "caption", false, false, false},  // the later pack
      {"is here, is there", "body", true, false, false},
  };
  for (const Case& c : cases) {
    MeasuredPage page({c.text});
    std::vector<Hit> hits;
    book().match(page.lines, page.words, book().applying(book().packs().size()), hits,
                 page.columns);
    const RuleVerdict verdict = label_by_rules(hits, book(), 1).at(0);
    EXPECT_EQ(name_of(verdict), c.label) << c.text;
    EXPECT_EQ(verdict.is_certain, c.certain) << c.text;
    EXPECT_EQ(verdict.opens_block, c.opens) << c.text;
    EXPECT_EQ(verdict.ends_article, c.ends) << c.text;
  }
}

TEST(Label, AHintThatALineIsACaptionIsRemembered) {
  const RuleBook book = book_of({"pack one\n[a]\nlabel caption\nphrase both\nphrase hint\n",
                                 "pack two\n[b]\nlabel caption\neffect is\nphrase both\nphrase is\n"
                                 "[c]\nlabel related\nphrase other\n"});
  MeasuredPage page({"both", "hint", "is", "other"});
  std::vector<Hit> hits;
  book.match(page.lines, page.words, book.applying(book.packs().size()), hits, page.columns);
  const auto verdicts = label_by_rules(hits, book, 4);
  EXPECT_TRUE(verdicts[0].hints_caption && verdicts[0].is_certain);
  EXPECT_TRUE(verdicts[1].hints_caption);
  EXPECT_FALSE(verdicts[2].hints_caption) << "it is certain, no hint";
  EXPECT_FALSE(verdicts[3].hints_caption);
}

TEST(Label, LinesDoNotSeeEachOther) {
  MeasuredPage page({"is, ends", "một dòng mà không luật nào biết", "hint, hint"});
  std::vector<Hit> hits;
  book().match(page.lines, page.words, book().applying(book().packs().size()), hits, page.columns);
  const auto verdicts = label_by_rules(hits, book(), 3);
  ASSERT_EQ(verdicts.size(), 3U);
  EXPECT_EQ(name_of(verdicts[1]), "none");
  EXPECT_FALSE(verdicts[1].ends_article) << "where an article ends is for context";
  EXPECT_EQ(name_of(verdicts[2]), "footer");
  EXPECT_FALSE(verdicts[2].is_certain);
}

}  // namespace
}  // namespace thanbai
