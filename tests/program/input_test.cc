// Input from inside: packed files, and which bytes are taken for HTML.
#include "input.h"

#include <gtest/gtest.h>
#include <unicode/uclean.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <new>

#include "packed.h"

namespace thanbai::program {
namespace {

using test::gzip;
using test::zstd;

class Packed : public ::testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove(path_); }
  bool read(const std::string& bytes) {
    std::ofstream(path_, std::ios::binary) << bytes;
    problem_.clear();
    return read_file(path_, read_, problem_);
  }

  std::string path_ = ::testing::TempDir() + "thanbai_input_test_" + std::to_string(::getpid());
  std::string read_;
  std::string problem_;
};

TEST_F(Packed, ReadsWhatWasPacked) {
  std::string large;
  for (int i = 0; i < 200000; ++i) large += std::to_string(i * 7919 % 100003) + '\n';
  const std::string small = "a\n";
  const struct {
    std::string bytes;
    std::string expected;
    const char* why;
  } cases[] = {
      {"", "", "an empty file"},
      {"\x1F", "\x1F", "half of a magic number"},
      {"plain", "plain", "not packed"},
      {gzip(""), "", "gzip of nothing"},
      {gzip(small), small, "one member"},
      {gzip(small) + gzip("") + gzip(large) + gzip(small), small + large + small, "members"},
      {gzip(large) + std::string(512, '\0'), large, "padding behind the last"},
      {gzip(small) + std::string(512, '\0') + gzip(large), small + large, "padding between"},
      {gzip(small) + std::string(1 << 20, '\0') + gzip(small), small + small, "much of it"},
      {zstd(large), large, "a frame"},
      {zstd(small) + zstd(large) + zstd(""), small + large, "frames"},
      {gzip(gzip(small)), gzip(small), "unpacked once, not again"},
  };
  for (const auto& c : cases) {
    EXPECT_TRUE(read(c.bytes)) << c.why << ": " << problem_;
    EXPECT_EQ(read_ == c.expected, true) << c.why;
  }
}

TEST_F(Packed, DamageIsNamed) {
  std::string broken;
  for (int i = 0; i < 9999; ++i) broken += std::to_string(i);
  broken = gzip(broken);
  std::string truncated = broken.substr(0, broken.size() - 9);
  broken[broken.size() / 2] = static_cast<char>(broken[broken.size() / 2] ^ 0x55);
  EXPECT_FALSE(read(broken));
  EXPECT_FALSE(read(truncated));
  EXPECT_EQ(problem_, "the compressed data ends early");
  EXPECT_FALSE(read("\x1F\x8B rest is nonsense"));
  EXPECT_EQ(problem_, "the compressed data is damaged");
  truncated = zstd("some text");
  truncated.pop_back();
  EXPECT_FALSE(read(truncated));
  EXPECT_EQ(problem_, "the compressed data ends early");
  EXPECT_FALSE(read(zstd("a") + "nonsense")) << "frames are not followed by anything else";
  EXPECT_FALSE(read(gzip("a") + "nonsense" + gzip("b"))) << "nor are members";
  EXPECT_EQ(problem_, "what follows the compressed data is not compressed");
  EXPECT_FALSE(read(gzip("a") + "\n"));
}

TEST(LooksLikeHtml, ByItsBeginning) {
  std::string utf16 = "\xFF\xFE";
  for (const char c : std::string("<!DOCTYPE html>")) utf16 += {c, '\0'};
  const struct {
    std::string bytes;
    bool html;
    const char* why;
  } cases[] = {
      {"<!DOCTYPE html><title>a</title>", true, "a page"},
      {"\xEF\xBB\xBF\n\n<HTML lang=vi>", true, "byte order mark, blank lines, capitals"},
      {"<?xml version=\"1.0\"?><html xmlns=\"x\">", true, "XHTML"},
      {"<!-- saved -->\n<head>\n", true, "no html element"},
      {utf16, true, "UTF-16"},
      {"<div><p>a</p><p>b</p></div>", true, "a fragment: six tags"},
      {"một <br> hai <br> ba", false, "text with left-over tags"},
      {"a < b, c > d, <3, <-, e<f g>h", false, "signs"},
      {"Thẻ <htmlx> và <headline>", false, "names that only begin so"},
      {"<p><p><p><p", false, "tags that do not end"},
      {std::string(3000, ' ') + "<html>", false, "only the first 2 kB are looked at"},
      {"", false, "nothing"},
      {"{\"html\": \"x\"}", false, "JSON"},
  };
  for (const auto& c : cases) EXPECT_EQ(looks_like_html(c.bytes), c.html) << c.why;
}

TEST(ReadPage, FormAndCharset) {
  Page page;
  std::string problem;
  const std::string html = "<html><meta charset=windows-1258><p>Vi\xEA\xF2t Nam</p>";
  ASSERT_TRUE(read_page(html, From::automatic, "", false, page, problem));
  EXPECT_EQ(page.form, From::html);
  ASSERT_EQ(page.lines.items.size(), 1U);
  EXPECT_EQ(page.lines.items[0].text, "Việt Nam") << page.utf8->charset;
  ASSERT_TRUE(read_page(html, From::text, "windows-1252", false, page, problem));
  EXPECT_EQ(page.form, From::text);
  EXPECT_NE(page.lines.items[0].text.find("<meta"), std::string_view::npos);
  EXPECT_FALSE(read_page("a", From::text, "nonsense", false, page, problem));
  EXPECT_NE(problem.find("nonsense"), std::string::npos);
}

// ICU asks for the memory of its converters here: none once `icu_has_none`.
bool icu_has_none = false;
void* icu_malloc(const void*, std::size_t size) {
  return icu_has_none ? nullptr : std::malloc(size);
}
void* icu_realloc(const void*, void* memory, std::size_t size) {
  return icu_has_none ? nullptr : std::realloc(memory, size);
}
void icu_free(const void*, void* memory) { std::free(memory); }

TEST(ReadPage, MemoryThatEndsIsNoUnknownCharset) {
  Page page;
  std::string problem;
  // ICU remembers what it could not set up: that is done before.
  EXPECT_TRUE(read_page("a", From::text, "windows-1258", false, page, problem));
  icu_has_none = true;
  EXPECT_THROW(read_page("a", From::text, "windows-1258", false, page, problem), std::bad_alloc);
  icu_has_none = false;
  EXPECT_EQ(problem, "");
  EXPECT_TRUE(read_page("a", From::text, "windows-1258", false, page, problem));
}

}  // namespace

bool use_icu_memory() {
  UErrorCode status = U_ZERO_ERROR;
  u_setMemoryFunctions(nullptr, icu_malloc, icu_realloc, icu_free, &status);
  return U_SUCCESS(status);
}

}  // namespace thanbai::program

int main(int count, char** arguments) {
  testing::InitGoogleTest(&count, arguments);
  return thanbai::program::use_icu_memory() ? RUN_ALL_TESTS() : 1;  // before ICU is used
}
