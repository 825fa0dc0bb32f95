// What learning makes of what recurs, and what it leaves alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "learn_drift.h"
#include "learn_rules.h"
#include "line_tail.h"
#include "thanbai/extractor.h"
#include "thanbai/pack.h"

namespace thanbai::program {
namespace {

struct Row {
  Label label;
  float score;
  std::string text;
  std::string hints = {};
};

/// A page with a title, three lines of its own, and other lines around.
class Page {
 public:
  explicit Page(int number) : number_(number) {
    above_ = {{Label::title, 0.9F, "Tin số " + word() + " về cây cầu mới"}};
    body_ = {{Label::lead, 0.9F,
              "Sáng nay " + word() + " đã có mặt ở bến từ rất sớm để chờ giờ thông xe."},
             {Label::body, 0.95F,
              "Theo " + word() + ", công trình được làm trong hai năm và dài hơn ba cây số."},
             {Label::body, 0.95F,
              "Bà con vùng " + word() + " từ nay không còn phải đi đò mỗi khi nước lớn."}};
  }
  Page& above(Row row) {
    above_.push_back(std::move(row));
    return *this;
  }
  Page& below(Row row) {
    below_.push_back(std::move(row));
    return *this;
  }
  Page& inside(Row row) {
    body_.insert(body_.begin() + 1, std::move(row));
    return *this;
  }
  Page& first(const std::string& mark) {
    body_[0].text.insert(0, mark);
    return *this;
  }

  /// The number in letters: numbers are masked.
  std::string word() const {
    return std::string(1, static_cast<char>('a' + number_ / 26)) +
           static_cast<char>('a' + number_ % 26);
  }
  std::string title() const { return above_[0].text; }

  bool add_to(SiteCounts& counts) const {
    std::vector<Row> rows = above_;
    rows.insert(rows.end(), body_.begin(), body_.end());
    rows.insert(rows.end(), below_.begin(), below_.end());
    Document page;
    page.verdict = Verdict::article;
    page.title = rows[0].text;
    page.paragraphs.push_back({Label::lead, body_[0].text, {}, 0, 0});
    page.language = "vi";
    page.url = "https://www.Cau.example:443/tin";
    for (const Row& row : rows) {
      LabelledLine line;
      line.line.text = row.text;
      line.line.hints = row.hints;
      line.label = row.label;
      line.score = row.score;
      page.lines.push_back(line);
    }
    return counts.add(page, word());
  }

 private:
  int number_;
  std::vector<Row> above_, body_, below_;
};

/// What is learned from `count` pages, to each of which `fill` adds lines.
template <class Fill>
Learned learned(int count, Fill fill) {
  SiteCounts counts;
  for (int i = 0; i < count; ++i) {
    Page page(i);
    fill(page, i);
    page.add_to(counts);
  }
  return learn(counts);
}

/// Each rule as "effect label phrase".
std::vector<std::string> rules_of(const Learned& learned) {
  std::vector<std::string> result;
  for (const LearnedRule& rule : learned.rules) {
    const char* const effects[] = {"hint", "opens", "is", "ends"};
    const Rule& r = rule.rule;
    result.push_back(std::string(effects[static_cast<int>(r.effect)]) + ' ' +
                     std::string(to_string(r.label)) + ' ' +
                     (r.phrases.empty() ? r.patterns[0] : r.phrases[0]));
  }
  return result;
}

using Rules = std::vector<std::string>;

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

TEST(HostOf, Urls) {
  const struct {
    const char *url, *host;
  } cases[] = {
      {"https://www.Cau.example:443/a?b#c", "cau.example"},
      {"//m.cau.example", "m.cau.example"},
      {"http://user:word@cau.example/", "cau.example"},
      {"/relative", ""},
      {"", ""},
      {"https:///x", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(host_of(c.url), c.host) << c.url;
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
