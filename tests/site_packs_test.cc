// Packs for one site each: which pages they apply to, and who overrules whom.
#include "site_packs.h"

#include <gtest/gtest.h>

#include "thanbai/extractor.h"

namespace thanbai {
namespace {

TEST(HostOf, Urls) {
  const std::string label(63, 'a');
  const std::string longest = label + '.' + label + '.' + label + '.' + std::string(61, 'a');
  const struct {
    std::string url, host;
    const char* why;
  } cases[] = {
      {"https://www.Cau.example:443/a?b#c", "cau.example", "a port, www., another case"},
      {"//m.cau.example", "m.cau.example", "no scheme"},
      {"//cau.example?a", "cau.example", "no path"},
      {"http://user:word@cau.example/", "cau.example", "a user"},
      {"http://cau.example/@b", "cau.example", "no user"},
      {"/relative", "", "no host"},
      {"/relative?from=//cau.example/", "", "nor in what follows the path"},
      {"a.html", "", "nor in a path"},
      {"", "", "nothing"},
      {"https:///x", "", "an empty host"},
      {"a//b.example", "", "a path of an empty folder"},
      {"://b.example", "", "no scheme before the colon"},
      {"http://[2001:DB8::1]:80/", "[2001:db8::1]", "an address with colons"},
      {"http://[::1", "[::1", "and without its end"},
      {"//" + longest, longest, "as long as may be"},
      {"//" + longest + "a", "", "longer"},
  };
  for (const auto& c : cases) EXPECT_EQ(host_of(c.url), c.host) << c.url << ": " << c.why;
}

TEST(SitePacks, ByHostThenByName) {
  SitePacks packs;
  packs.add("tin.example", 1);
  packs.add("www.Bao.example", 2);
  packs.add("the-thao.tin.example", 3);
  packs.add("Ben", 4);
  packs.add("cu", 5);
  packs.add("CU", 6);
  const struct {
    const char *url, *site;
    std::size_t pack;
    const char* why;
  } cases[] = {
      {"https://tin.example/a", "", 1, "its host"},
      {"http://www.tin.example:80/a?b#c", "", 1, "www. or not"},
      {"https://m.tin.example", "", 1, "a domain stands for those below it"},
      {"https://THE-THAO.tin.example/", "", 3, "the closest domain"},
      {"https://bao.example/", "", 2, "the pack's name may say www."},
      {"//me:secret@tin.example/", "", 1, "no scheme, a user"},
      {"tin.example/a", "", 1, "written as people write it"},
      {"https://tintin.example/", "", SitePacks::none, "another host"},
      {"https://example/", "", SitePacks::none, "the domain above"},
      {"/a/tin.example", "", SitePacks::none, "no host"},
      {"https://khac.example/", "Ben", 4, "the site's name, if no pack knows the host"},
      {"https://tin.example/", "Ben", 1, "the host first"},
      {"", "m.tin.example", 1, "a name may be a host"},
      {"https://a.b.c.d.e.f.the-thao.tin.example/", "", 3, "longer than all names of packs"},
      {"", "cu", 6, "of two the later"},
      {"", "", SitePacks::none, ""},
  };
  for (const auto& c : cases) {
    Metadata metadata;
    metadata.url = c.url;
    metadata.site = c.site;
    EXPECT_EQ(packs.find({}, metadata), c.pack) << c.url << ' ' << c.site << ": " << c.why;
    if (!metadata.site.empty()) continue;
    metadata.url = "https://bao.example/";
    const std::size_t pack = c.pack == SitePacks::none ? 2 : c.pack;
    EXPECT_EQ(packs.find(c.url, metadata), pack) << c.url << ": the page's own address first";
  }
  EXPECT_EQ(SitePacks().find({}, {}), SitePacks::none);
}

Pack pack_of(std::string_view text) {
  auto pack = parse_pack(text, "test");
  EXPECT_TRUE(pack) << pack.error().message;
  return *pack;
}

/// The label of "Gửi cho bạn" on a page of that URL.
std::string label_on(const Extractor& extractor, std::string_view url) {
  Lines lines = read_text("Gửi cho bạn\n");
  lines.address = url;
  return std::string(to_string(extractor.extract(std::move(lines)).lines.at(0).label));
}

std::string rule(const char* pack, const char* label) {
  return std::string("pack ") + pack + "\n[r]\nlabel " + label +
         "\neffect is\nphrase Gửi cho bạn\n";
}

TEST(SitePacks, TheOrderOfOverruling) {
  Options options;
  options.packs = {pack_of(rule("mine", "advert")), pack_of(rule("also.mine", "footer"))};
  options.site_packs = {pack_of(rule("tin.example", "caption")),
                        pack_of(rule("bao.example", "quote"))};
  const auto extractor = Extractor::create(options);
  ASSERT_TRUE(extractor) << extractor.error().message;
  EXPECT_EQ(label_on(*extractor, "https://khac.example/"), "footer") << "the later of the caller's";
  EXPECT_EQ(label_on(*extractor, "https://tin.example/"), "caption") << "the site's before these";
  EXPECT_EQ(label_on(*extractor, "https://bao.example/"), "quote") << "each site its own";
  Lines lines = read_text("Gửi cho bạn\n");
  lines.address = "https://m.tin.example/";
  const Document page = extractor->extract(std::move(lines));
  EXPECT_EQ(page.packs.back().substr(0, 12), "tin.example@");
  for (const auto pack : page.packs) EXPECT_NE(pack.substr(0, 11), "bao.example");
}

TEST(SitePacks, WordsOfOneSiteDoNotCountOnOthers) {
  Options options;
  options.evidence = true;
  options.site_packs = {
      pack_of("pack tin.example\nstopwords blabla\n[w]\nlabel share\nwhere word\nphrase blabla\n")};
  const auto with = Extractor::create(options);
  const auto without = Extractor::create({});
  ASSERT_TRUE(with && without);
  const std::string text =
      "blabla blabla\nCây cầu mới đã được thông xe sáng nay, sớm hơn kế hoạch.\n";
  const auto score = [&](const Extractor& extractor, const char* url) {
    Lines lines = read_text(text);
    lines.metadata.url = url;
    return extractor.extract(std::move(lines)).lines.at(0).score;
  };
  EXPECT_EQ(score(*with, "https://bao.example/"), score(*without, "https://bao.example/"));
  EXPECT_NE(score(*with, "https://tin.example/"), score(*without, "https://tin.example/"));
}

TEST(SitePacks, TheirMistakesFailCreation) {
  Options options;
  options.site_packs = {pack_of("pack tin.example\n")};
  options.site_packs[0].rules.resize(2);
  options.site_packs[0].rules[0].name = options.site_packs[0].rules[1].name = "r";
  const auto extractor = Extractor::create(options);
  ASSERT_FALSE(extractor);
  EXPECT_EQ(extractor.error().code, ErrorCode::duplicate_rule);
  EXPECT_EQ(extractor.error().origin, "tin.example");
}

}  // namespace
}  // namespace thanbai
