// How often extraction asks for memory, and for how much: with a Scratch that is kept, as often
// whatever the lines of a page. Counts every call of operator new of this program.
#include <gtest/gtest.h>
#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>
#include <string>

#include "thanbai/extractor.h"

namespace {
std::atomic<std::size_t> allocations{0};
std::size_t live_bytes = 0;
std::size_t peak_bytes = 0;

void release(void* memory) noexcept {
  live_bytes -= malloc_usable_size(memory);
  std::free(memory);
}
}  // namespace

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  void* const memory = std::malloc(size == 0 ? 1 : size);
  live_bytes += malloc_usable_size(memory);
  peak_bytes = std::max(peak_bytes, live_bytes);
  return memory;
}
void* operator new(std::size_t size) {
  if (void* const memory = operator new(size, std::nothrow)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { release(memory); }

namespace thanbai {
namespace {

/// Prose with what is around it: menus, related headlines, captions, in that many lines.
std::string page_of(std::size_t lines) {
  static const char* const rows[] = {
      "Trang chủ",
      "Cây cầu mới đã được đưa vào sử dụng sáng nay, sau ba năm thi công liên tục.",
      "Theo ông Nguyễn Văn An, người dân hai bên bờ sông sẽ không còn phải đi đò.",
      "Ảnh: Minh Châu",
      "Tin liên quan",
      "Chia sẻ",
  };
  std::string page;
  for (std::size_t i = 0; i < lines; ++i) {
    page += rows[i * i % std::size(rows)];
    page += i % 5 == 0 ? " " + std::to_string(i) + "\n" : "\n";
  }
  return page;
}

std::string html_of(const std::string& text) {
  std::string html = "<div class=page><p>";
  for (const char c : text) html += c == '\n' ? std::string("<p>") : std::string(1, c);
  return html;
}

std::size_t allocations_of(const Extractor& extractor, const std::string& page, Scratch& scratch) {
  const std::size_t before = allocations;
  const Document document = extractor.extract(page, scratch);
  EXPECT_GT(document.lines.size(), 0U);
  return allocations - before;
}

TEST(Allocations, AreAsManyForAnyNumberOfLines) {
  const auto extractor = Extractor::create();
  ASSERT_TRUE(extractor);
  Scratch scratch;
  const std::string short_page = page_of(100);
  const std::string long_page = page_of(4000);
  for (int warm = 0; warm < 3; ++warm) {
    (void)allocations_of(*extractor, long_page, scratch);
    (void)allocations_of(*extractor, short_page, scratch);
  }
  const std::size_t few = allocations_of(*extractor, short_page, scratch);
  const std::size_t many = allocations_of(*extractor, long_page, scratch);
  // Lists whose length is not known before grow by doubling: six times more for 40 times the lines.
  EXPECT_LE(many, few + 4 * 6) << few << " for 100 lines";
  EXPECT_LE(few, 100U);
  EXPECT_EQ(allocations_of(*extractor, short_page, scratch), few) << "each time";
  Scratch other;
  const std::size_t anew = allocations_of(*extractor, short_page, other);
  EXPECT_GT(anew, few) << "what a kept one saves";
  (void)extractor->extract(short_page);
  const std::string long_html = html_of(page_of(6400));
  (void)extractor->extract(read_html(long_html));  // whose memory is not kept
  const std::size_t before = allocations;
  (void)extractor->extract(short_page);
  EXPECT_GE(allocations - before, anew) << "a large page's memory is not kept";
  for (int warm = 0; warm < 2; ++warm) (void)extractor->extract(short_page);
  const std::size_t again = allocations;
  (void)extractor->extract(short_page);
  EXPECT_EQ(allocations - again, few) << "without a Scratch, too";
}

TEST(Allocations, JudgingTakesTheSameMemoryForAnyText) {
  const auto extractor = Extractor::create();
  ASSERT_TRUE(extractor);
  const auto peak_of = [&](std::size_t lines) {
    const std::string text = page_of(lines);
    (void)extractor->extract(text);  // compiles what it needs
    const std::size_t before = live_bytes;
    peak_bytes = live_bytes;
    const Document document = extractor->extract(text);
    EXPECT_EQ(document.lines.size(), lines);
    return peak_bytes - before;
  };
  const std::size_t lines = 50000;
  const std::size_t more = peak_of(2 * lines) - peak_of(lines);
  // Each line stands in Lines until it stands in the Document; its labels and paragraph are less.
  EXPECT_LE(more, lines * (sizeof(Line) + sizeof(LabelledLine) + 16));
}

TEST(Allocations, AScratchMayServeSeveralExtractors) {
  Options options;
  options.languages = {"de"};
  const auto first = Extractor::create();
  const auto second = Extractor::create(options);
  ASSERT_TRUE(first && second);
  const std::string page = page_of(300);
  Scratch scratch;
  for (int turn = 0; turn < 2; ++turn) {
    for (const Extractor* extractor : {&*first, &*second}) {
      const Document expected = extractor->extract(page);
      const Document got = extractor->extract(page, scratch);
      EXPECT_EQ(got.text(), expected.text());
      EXPECT_EQ(got.packs, expected.packs);
      EXPECT_EQ(got.language, expected.language);
    }
  }
  Scratch moved = std::move(scratch);
  EXPECT_EQ(first->extract(page, moved).text(), first->extract(page).text());
  EXPECT_EQ(first->extract(page, scratch).text(), first->extract(page).text()) << "moved from";
}

}  // namespace
}  // namespace thanbai
