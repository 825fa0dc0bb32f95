// The short examples do what their first lines say.
#include <gtest/gtest.h>

#include "page.h"
#include "run.h"

namespace thanbai::test {
namespace {

const std::string examples = THANBAI_EXAMPLES_DIR "/";

TEST(Examples, Crawl) {
  const std::string_view start =
      "title:     Cầu mới qua sông Trà được thông xe trước Tết\npublished: 2025-01-13T08:30\n";
  const Ran ran = run({examples + "crawl", "utf-8"}, html_page);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out.rfind(std::string(start) + "charset:   UTF-8\nCây cầu", 0), 0U) << ran.out;
  EXPECT_EQ(ran.out.find('<'), std::string::npos) << "markup is no text";
  EXPECT_EQ(run({examples + "crawl", "no-such-charset"}, html_page).out, ran.out);
  EXPECT_EQ(run({examples + "crawl"}, html_page).out, ran.out) << "as its <meta> says";
  EXPECT_EQ(run({examples + "crawl"}, "<p>Trang chủ<p>Thời sự").out, "no article\n");
}

TEST(Examples, SitePack) {
  const std::string slogan = "Nhanh, đúng và đủ mỗi ngày";
  EXPECT_EQ(run({examples + "site_pack"}, page + slogan + "\n").out,
            "footer\texample.vn/footer.slogan\t" + slogan + "\n");
  EXPECT_EQ(run({examples + "site_pack"}, page).out, "");
}

TEST(Examples, OwnLines) {
  EXPECT_EQ(run({examples + "own_lines"}).out, "title\nlead\nbody\nbody\ncaption\nrelated\n");
}

TEST(Examples, Threads) {
  const Folder folder;
  std::vector<std::string> command = {examples + "threads", "8"};
  std::string expected;
  for (int i = 0; i < 100; ++i) {
    const std::string title = "Xe số " + std::to_string(i) + " về đích trước giờ";
    std::string text = page;
    text.replace(text.find(page_title), std::string(page_title).size(), title);
    command.push_back(folder.write(std::to_string(i), text));
    expected += title + '\n';
  }
  EXPECT_EQ(run(command).out, expected);
}

}  // namespace
}  // namespace thanbai::test
