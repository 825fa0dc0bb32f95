// Signs: what lines of one kind end with, and the names of elements around them.
#include <gtest/gtest.h>

#include "learn_drift.h"
#include "learn_page.h"
#include "line_tail.h"
#include "thanbai/pack.h"

namespace thanbai::program {
namespace {

/// Pages with a caption each, which the general rules kept on the first `kept` of them.
Learned with_captions(int kept, const std::string& tail, const std::string& hints) {
  return learned(10, [&](Page& p, int i) {
    const bool keep = i < kept;
    p.inside({keep ? Label::body : Label::caption, keep ? 0.6F : 0.3F,
              "Ghe nằm chờ ở bến " + p.word() + tail, hints});
  });
}

TEST(Learn, SignsOfLinesThatAreHardlyEverKept) {
  const Rules credit = {"is caption \\(chụp[ :][^()]*\\)"};
  const Rules name = {"is caption media-caption"};
  EXPECT_EQ(rules_of(with_captions(2, " (Chụp: An Khê).", "")), credit);
  EXPECT_EQ(rules_of(with_captions(0, " (Chụp: An Khê).", "")), credit)
      << "they were in doubt, and on other pages may be kept";
  EXPECT_EQ(rules_of(with_captions(3, " (Chụp: An Khê).", "")), Rules{}) << "kept too often";
  EXPECT_EQ(rules_of(with_captions(5, "", "p media-caption content")), name)
      << "a name that says what it is may be kept on half of the pages";
  EXPECT_EQ(rules_of(with_captions(6, "", "p media-caption content")), Rules{});
  EXPECT_EQ(rules_of(with_captions(5, "", "figcaption")), Rules{}) << "it is not the site's own";
  EXPECT_EQ(rules_of(with_captions(2, "", "figcaption")), Rules{"is caption figcaption"});
  EXPECT_EQ(rules_of(with_captions(0, "", "align-center box")), Rules{})
      << "names that do not say so may stand around anything";
  EXPECT_EQ(rules_of(with_captions(0, "", "related-box")), Rules{}) << "it says something else";
  EXPECT_EQ(rules_of(with_captions(2, " (Chụp: An Khê).", "media-caption")), credit)
      << "one rule is enough for one line";
  const Learned few = learned(10, [](Page& p, int i) {
    if (i < 4) p.inside({Label::caption, 0.3F, "Bến " + p.word() + " (Chụp: Lê)"});
  });
  EXPECT_EQ(rules_of(few), Rules{}) << "four pages are too few";
  const Learned sure = learned(10, [](Page& p, int) {
    p.inside({Label::caption, 0.1F, "Bến " + p.word() + " (Chụp: Lê)"});
  });
  EXPECT_EQ(rules_of(sure), Rules{}) << "the general rules need no help";
}

TEST(Learn, NamesDropNoLongerLinesThanTheyDid) {
  const Learned result = with_captions(2, "", "media-caption");
  ASSERT_EQ(result.rules.size(), 1U);
  const std::string longest = "Ghe nằm chờ ở bến aa";
  EXPECT_EQ(result.rules[0].rule.max_bytes, 2 * longest.size()) << "a box may hold prose, too";
  EXPECT_EQ(result.rules[0].pages, 10U);
  EXPECT_EQ(result.rules[0].changed, 2U);
}

TEST(Learn, PhotoStoriesAreNoProofAgainstCaptions) {
  const auto pages = [](int stories, Label label) {
    return learned(12, [&](Page& p, int i) {
      const std::string long_caption =
          "Người đi chợ nổi từ rất sớm để kịp mua những gì tươi nhất "
          "trong buổi sáng ở bến " +
          p.word() + " (Chụp: Lê)";
      if (i < stories) {
        p.inside({Label::body, 0.9F, long_caption});
        p.inside({Label::body, 0.9F, "Khác, " + long_caption});
      } else {
        p.inside({label, 0.3F, "Bến " + p.word() + " (Chụp: Lê)"});
      }
    });
  };
  EXPECT_EQ(rules_of(pages(2, Label::caption)).size(), 1U) << "they do not count";
  EXPECT_EQ(rules_of(pages(7, Label::caption)), Rules{}) << "unless most pages are";
  EXPECT_EQ(rules_of(pages(2, Label::related)), Rules{}) << "nothing else makes an article";
}

TEST(Learn, SignaturesCloseTheirArticles) {
  const auto pages = [](const std::string& signature, int last, int inside) {
    return learned(10, [&](Page& p, int i) {
      if (i < last) p.below({Label::body, 0.8F, signature});
      if (i >= last && i < last + inside) p.inside({Label::body, 0.8F, signature});
    });
  };
  const std::string signature = "An Khê (theo Sông)";
  const auto rules = [&](int last, int inside) { return rules_of(pages(signature, last, inside)); };
  EXPECT_EQ(rules(3, 0), Rules{"is byline \\(theo[ :][^()]*\\)"}) << "however sure it was";
  EXPECT_EQ(rules(2, 0), Rules{}) << "too few";
  EXPECT_EQ(rules(3, 1), Rules{}) << "an article goes on below it";
  EXPECT_EQ(pages(signature, 3, 0).rules.at(0).rule.max_bytes, 80);
  const std::string sentence = "Đoàn ghe đã về tới nơi an toàn sau ba ngày đi từ vùng nước ngập";
  EXPECT_EQ(rules_of(pages(sentence + " (theo Sông)", 3, 0)), Rules{}) << "sentences end so, too";
}

TEST(TailPattern, WhatLinesEndWith) {
  const struct {
    const char *line, *pattern, *why;
  } cases[] = {
      {"Chợ nổi (Ảnh: Lê An).", "\\(ảnh[ :][^()]*\\)", "a credit"},
      {"Lê An (theo Sông, Nước)", "\\(theo[ :][^()]*\\)", "a source"},
      {"Chợ nổi lúc sáng. Ảnh: Lê An", "(?:^|[.,;!?()\"] ?)ảnh ?:[^.:;!?()]*", "the same"},
      {"Ảnh: Lê An", "(?:^|[.,;!?()\"] ?)ảnh ?:[^.:;!?()]*", "alone"},
      {"Chợ nổi lúc sáng - Ảnh 3.", "[^ \\p{Nd}] ?- ảnh \\p{Nd}+(?:[.,]\\p{Nd}+)*", "counted"},
      {"Chợ nổi lúc sáng - 12", "[^ \\p{Nd}] ?- \\p{Nd}+(?:[.,]\\p{Nd}+)*", "the same"},
      {"Bến Tre thắng Long An 3 - 1", "", "a score"},
      {"Từ ngày 30-10", "", "a date"},
      {"Bảng A - 1", "", "too little before it"},
      {"Chợ nổi (Lê)", "", "one word is a name"},
      {"Chợ nổi (12 giờ)", "", "a number says nothing"},
      {"Họ mở cửa lúc 12:30", "", "so does a time"},
      {"Ông nói: tôi đi. Rồi thôi", "", "a sentence goes on"},
      {"Chợ nổi lúc sáng", "", "nothing"},
      {"", "", ""},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(tail_pattern(mask_line(c.line)), c.pattern) << c.line << ": " << c.why;
  }
}

TEST(TailPattern, HitsTheTailAndItsKin) {
  const struct {
    const char *line, *kin, *other;
  } cases[] = {
      {"Chợ nổi (Ảnh: Lê An).", "Ghe (ảnh Trần)", "Chợ (Ảnh: Lê An) đông"},
      {"Chợ nổi lúc sáng. Ảnh: Lê An", "Ghe. ẢNH: Văn", "Hình ảnh: chợ nổi. Đông."},
      {"Chợ nổi lúc sáng - Ảnh 3.", "Ghe chờ- ảnh 14", "Tỉ số là 2 - 3"},
  };
  for (const auto& c : cases) {
    Rule rule;
    rule.name = "r";
    rule.where = Rule::Where::line_end;
    rule.patterns = {tail_pattern(mask_line(c.line))};
    rule.hits = {c.line, c.kin};
    rule.misses = {c.other};
    Pack pack;
    pack.name = "p";
    pack.rules = {rule};
    for (const Error& error : check(pack)) ADD_FAILURE() << error.message;
  }
}

TEST(Drift, NamesThatARuleAsksForAreGone) {
  const auto pages = [](int from, const std::string& name) {
    SiteCounts counts;
    for (int i = from; i < from + 12; ++i) {
      Page page(i);
      page.inside({Label::caption, 0.3F, "Ghe ở bến " + page.word(), "p " + name});
      page.add_to(counts);
    }
    return counts;
  };
  const SiteCounts before = pages(0, "media-caption");
  EXPECT_FALSE(compare(before, pages(12, "media-caption")).changed) << "other captions";
  const Drift drift = compare(before, pages(12, "photo-text"));
  EXPECT_TRUE(drift.changed) << "the only rule hits nothing";
  EXPECT_NE(drift.text.find("hit nothing:\n  media-caption\n"), std::string::npos) << drift.text;
}

}  // namespace
}  // namespace thanbai::program
