// What learning makes of what recurs, and what it leaves alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "learn_drift.h"
#include "learn_page.h"
#include "thanbai/extractor.h"
#include "thanbai/pack.h"

namespace thanbai::program {
namespace {

TEST(Learn, EndsAreShortLinesWithNothingOfThePageBelow) {
  const auto header = [](float score) { return Row{Label::related, score, "Theo con nước"}; };
  EXPECT_EQ(rules_of(learned(10, [&](Page& p, int) { p.below(header(0.1F)); })),
            Rules{"ends related Theo con nước"});
  EXPECT_EQ(
      rules_of(learned(
          10, [&](Page& p, int i) { i == 0 ? p.inside(header(0.1F)) : p.below(header(0.1F)); })),
      Rules{})
      << "one page goes on below it";
  EXPECT_EQ(rules_of(learned(10,
                             [&](Page& p, int i) {
                               if (i < 4) p.below(header(0.1F));
                             })),
            Rules{})
      << "four pages are too few";
  EXPECT_EQ(
      rules_of(learned(10,
                       [&](Page& p, int) {
                         p.below({Label::related, 0.1F,
                                  "Một dòng dài như tít của một bài khác trên cùng trang báo"});
                       })),
      Rules{})
      << "a headline that all pages point to today is an article tomorrow";
}

TEST(Learn, WhatFollowsAnEndNeedsNoRules) {
  const Learned result = learned(10, [](Page& p, int) {
    p.below({Label::related, 0.1F, "Theo con nước"}).below({Label::body, 0.6F, "Gửi cho bạn"});
  });
  EXPECT_EQ(rules_of(result), Rules{"ends related Theo con nước"});
  EXPECT_EQ(result.rules[0].changed, 10U) << "the line below was kept";
  EXPECT_EQ(result.rules[0].pages, 10U);
  EXPECT_TRUE(result.left_alone.empty());
}

TEST(Learn, LinesTheRulesAreUnsureOf) {
  EXPECT_EQ(
      rules_of(learned(
          10,
          [](Page& p, int i) {
            p.inside({i < 3 ? Label::body : Label::share, i < 3 ? 0.6F : 0.4F, "Nghe đọc bài"});
          })),
      Rules{"is share Nghe đọc bài"});
  EXPECT_EQ(rules_of(learned(10,
                             [](Page& p, int) {
                               p.inside({Label::share, 0.1F, "Nghe đọc bài"});
                             })),
            Rules{})
      << "they are sure of it";
  EXPECT_EQ(rules_of(learned(10,
                             [](Page& p, int i) {
                               if (i < 2) p.inside({Label::share, 0.4F, "Nghe đọc bài"});
                             })),
            Rules{})
      << "two pages may be copies";
  EXPECT_EQ(rules_of(learned(
                10,
                [](Page& p, int i) {
                  p.inside({Label::share, 0.4F, "Đã nghe " + std::to_string(3 * i) + " lần"});
                })),
            (Rules{"is share đã nghe \\p{Nd}+(?:[.,]\\p{Nd}+)* lần"}))
      << "numbers are masked";
}

TEST(Learn, LinesThatAreKeptWithConfidence) {
  const std::string sentence = "Bạn đọc có chuyện hay, xin gửi về hộp thư của tòa soạn chúng tôi.";
  EXPECT_EQ(rules_of(learned(10,
                             [&](Page& p, int) {
                               p.below({Label::body, 0.9F, sentence});
                             })),
            Rules{"is other " + sentence})
      << "below all that is a page's own";
  EXPECT_EQ(rules_of(learned(20,
                             [&](Page& p, int i) {
                               if (i < 10) p.inside({Label::body, 0.9F, sentence});
                             })),
            Rules{"is other " + sentence})
      << "inside, if half the pages have it word for word";
  EXPECT_EQ(rules_of(learned(20,
                             [&](Page& p, int i) {
                               if (i < 9) p.inside({Label::body, 0.9F, sentence});
                             })),
            Rules{});
  const Learned headings = learned(20, [](Page& p, int) {
    p.inside({Label::heading, 0.9F, "Nguyên liệu"});
  });
  EXPECT_EQ(rules_of(headings), Rules{}) << "headings recur";
  ASSERT_EQ(headings.left_alone.size(), 1U) << "but are shown to whoever reads the pack";
  EXPECT_EQ(headings.left_alone[0].line, "Nguyên liệu");
  EXPECT_EQ(headings.left_alone[0].kept, 20U);
}

TEST(Learn, TeasersOfAnArticleMakeNoRule) {
  const std::string title = Page(0).title();
  EXPECT_EQ(rules_of(learned(10,
                             [&](Page& p, int i) {
                               if (i > 0) p.below({Label::body, 0.6F, title});
                             })),
            Rules{})
      << "nine pages show it, one is it";
}

TEST(Learn, BlocksNoBuiltInRuleKnows) {
  EXPECT_EQ(
      rules_of(learned(
          10,
          [](Page& p, int i) {
            p.below({Label::caption, 0.1F,
                     "Ảnh chụp lúc chiều tối của chính phóng viên tại bến " + p.word()});
            for (int k = 0; k < 3; ++k) {
              p.below({Label::caption, 0.1F,
                       "Ảnh khác của phóng viên chụp ở nơi có tên là " + p.word() +
                           std::string(static_cast<std::size_t>(k), 'x')});
            }
            if (i % 2 == 0) return;
            p.below({Label::related, 0.1F, "Ghé bến"});
            p.below({Label::related, 0.1F, "Một tít bài khác hẳn ở trang mang tên " + p.word()});
            p.below({Label::related, 0.1F, "Thêm một tít nữa ở trang mang tên " + p.word()});
          })),
      Rules{"opens related Ghé bến"});
}

TEST(Learn, TheMarkThatArticlesBeginWith) {
  const std::string teaser = "Tít của một bài khác hẳn(Bến) - Tóm tắt của bài ấy ở đây.";
  const Rules mark = {"is related \\S.{15,}\\(bến\\) -"};
  EXPECT_EQ(rules_of(learned(10, [](Page& p, int) { p.first("(Bến) - "); })), mark);
  EXPECT_EQ(rules_of(learned(10,
                             [&](Page& p, int i) {
                               p.first("(Bến) – ");
                               if (i < 2) p.below({Label::body, 0.9F, teaser});
                             })),
            mark)
      << "a teaser that two pages have is nobody's own";
  EXPECT_EQ(rules_of(learned(10,
                             [&](Page& p, int i) {
                               p.first("(Bến) - ");
                               if (i < 1) p.below({Label::body, 0.9F, teaser});
                             })),
            Rules{})
      << "that line would be removed, and only one page has it";
  EXPECT_EQ(rules_of(learned(10,
                             [](Page& p, int i) {
                               if (i < 3) p.first("(Bến) - ");
                             })),
            Rules{});
}

TEST(Learn, ItsPackParsesAndItsExamplesHold) {
  const Learned result = learned(12, [](Page& p, int i) {
    p.first("Bến # @ \\ - ")
        .inside({Label::share, 0.4F, "Nghe [\\d] " + std::to_string(i) + " (lần) @"});
    p.below({Label::comments, 0.1F, "# " + std::to_string(i) + " lời bàn"});
  });
  EXPECT_GE(result.rules.size(), 2U);
  const auto pack = parse_pack(result.to_text("cau.example", "vi"), "cau");
  ASSERT_TRUE(pack) << pack.error().message << " on line " << pack.error().line;
  EXPECT_EQ(pack->name, "cau.example");
  EXPECT_EQ(pack->rules.size(), result.rules.size());
  for (const Error& error : check(*pack)) ADD_FAILURE() << error.message;
}

std::vector<Page> some_pages(int count) {
  std::vector<Page> pages;
  for (int i = 0; i < count; ++i) {
    pages.emplace_back(i);
    pages.back().below({Label::related, 0.1F, "Theo con nước"});
    pages.back().inside({Label::share, 0.4F, "Đã nghe " + std::to_string(i) + " lần"});
    pages.back().inside({Label::caption, 0.4F, "Ghe ở bến " + pages.back().word(),
                         i % 2 == 0 ? "caption" : "p caption"});
  }
  return pages;
}

TEST(SiteCounts, NeitherOrderNorShardsMatter) {
  std::vector<Page> pages = some_pages(30);
  SiteCounts all;
  for (const Page& page : pages) page.add_to(all);
  std::mt19937 random(7);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(pages.begin(), pages.end(), random);
    SiteCounts shards[3];
    for (std::size_t i = 0; i < pages.size(); ++i) {
      pages[i].add_to(shards[random() % 3]);
      if (i % 7 == 0) pages[i].add_to(shards[0]);  // seen twice
    }
    SiteCounts joined;
    std::string problem;
    for (const SiteCounts& shard : shards) {
      ASSERT_TRUE(joined.add_text(shard.to_text(), problem)) << problem;
    }
    EXPECT_EQ(joined.to_text(), all.to_text());
    EXPECT_EQ(learn(joined).to_text("a", "vi"), learn(all).to_text("a", "vi"));
  }
  EXPECT_EQ(all.site(), "cau.example");
  EXPECT_EQ(all.language(), "vi");
}

TEST(SiteCounts, TheSampleIsBounded) {
  constexpr int many = 676;
  SiteCounts first, second, all;
  std::vector<Page> pages = some_pages(many);
  for (int i = 0; i < 2 * many; ++i) {
    Page page = pages[static_cast<std::size_t>(i % many)];
    if (i >= many) page.first("Lần hai: ");
    page.add_to(i % 2 == 0 ? first : second);
    page.add_to(all);
  }
  EXPECT_EQ(all.pages().size(), SiteCounts::most_pages);
  first.merge(second);
  EXPECT_EQ(first.to_text(), all.to_text());
}

TEST(SiteCounts, CopiesOfAnArticleCountOnce) {
  SiteCounts counts;
  for (int i = 0; i < 5; ++i) {
    Page copy(0);
    copy.below({Label::related, 0.1F, "Xem lúc " + std::to_string(i) + " giờ"});
    copy.add_to(counts);
  }
  EXPECT_EQ(counts.pages().size(), 1U);
}

TEST(SiteCounts, PagesWithoutAnArticleDoNotCount) {
  SiteCounts counts;
  Document page;
  page.verdict = Verdict::no_article;
  EXPECT_FALSE(counts.add(page, "home"));
  EXPECT_TRUE(counts.pages().empty());
}

TEST(SiteCounts, OtherTextIsRefused) {
  for (
      const char* const text :
      {"", "{}", "[]", "not json", R"({"thanbai_counts":2})",
       R"({"thanbai_counts":1,"labels":[],"pages":[],"lines":[],"hints":[]})",
       R"({"thanbai_counts":2,"labels":["tittle"],"pages":[],"lines":[],"hints":[]})",
       R"({"thanbai_counts":2,"labels":["title"],"pages":[{"id":"a","version":"b","name":"","site":"","language":"","rows":[[5,0,0,0,0]]}],"lines":[],"hints":[""]})",
       R"({"thanbai_counts":2,"labels":["title"],"pages":[{"id":"a","version":"b","name":"","site":"","language":"","rows":[[0,0,0,0,1]]}],"lines":["a"],"hints":[""]})",
       R"({"thanbai_counts":2,"labels":[],"pages":[{"id":1}],"lines":[],"hints":[]})"}) {
    SiteCounts counts;
    std::string problem;
    EXPECT_FALSE(counts.add_text(text, problem)) << text;
    EXPECT_FALSE(problem.empty());
    EXPECT_TRUE(counts.pages().empty());
  }
}

SiteCounts template_of(const std::vector<std::string>& menu, int from, int to) {
  SiteCounts counts;
  for (int i = from; i < to; ++i) {
    Page page(i);
    for (const std::string& item : menu) page.above({Label::navigation, 0.05F, item});
    page.below({Label::related, 0.1F, "Theo con nước"});
    page.add_to(counts);
  }
  return counts;
}

TEST(Drift, ByTheLinesOfTheTemplate) {
  const std::vector<std::string> menu = {"Thời sự", "Kinh tế", "Giáo dục", "Thể thao", "Bến ảnh"};
  const SiteCounts before = template_of(menu, 0, 12);
  EXPECT_FALSE(compare(before, template_of(menu, 12, 24)).changed) << "other articles";
  EXPECT_FALSE(
      compare(before, template_of({"Thời sự", "Kinh tế", "Giáo dục", "Thể thao", "Video"}, 12, 24))
          .changed)
      << "one item of a menu";
  const Drift drift = compare(before, template_of({"Mới", "Lạ", "Khác", "Trẻ", "Vui"}, 12, 24));
  EXPECT_TRUE(drift.changed);
  EXPECT_NE(drift.text.find("\n  bến ảnh\n"), std::string::npos) << drift.text;
}

}  // namespace
}  // namespace thanbai::program
