// What happens when memory ends and when ICU cannot give a converter: the n-th allocation of a call
// fails, for each n until the call no longer gets so far.
#include <gtest/gtest.h>
#include <unicode/uclean.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <optional>
#include <string>

#include "sample_pages.h"
#include "thanbai/extractor.h"

namespace {

std::atomic<std::int64_t> left_{-1};  // allocations until one fails; negative: none does

/// Whether this allocation is to fail; later ones succeed.
bool fails() noexcept { return left_ >= 0 && left_-- == 0; }

void* allocate(std::size_t size) {
  if (!fails()) {
    if (void* const block = std::malloc(size == 0 ? 1 : size)) return block;
  }
  throw std::bad_alloc();
}

// ICU's own memory, which is not C++'s.
void* icu_malloc(const void*, std::size_t size) { return fails() ? nullptr : std::malloc(size); }
void* icu_realloc(const void*, void* block, std::size_t size) {
  return fails() ? nullptr : std::realloc(block, size);
}
void icu_free(const void*, void* block) { std::free(block); }

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return fails() ? nullptr : std::malloc(size == 0 ? 1 : size);
}
void* operator new[](std::size_t size, const std::nothrow_t& tag) noexcept {
  return operator new(size, tag);
}
void operator delete(void* block) noexcept { std::free(block); }
void operator delete[](void* block) noexcept { std::free(block); }
void operator delete(void* block, std::size_t) noexcept { std::free(block); }
void operator delete[](void* block, std::size_t) noexcept { std::free(block); }

namespace thanbai {
namespace {

/// Lets the n-th allocation of `call` fail, n = 0, step, 2 * step …, until it gets so far no more;
/// gives what came of it, or nullopt if it threw bad_alloc, to `check`. The number of failures.
template <class Call, class Check>
std::size_t fail_each(std::int64_t step, Call call, Check check) {
  std::size_t failed = 0;
  for (std::int64_t n = 0;; n += step) {
    std::optional<decltype(call())> result;
    left_ = n;
    try {
      result.emplace(call());
    } catch (const std::bad_alloc&) {
    }
    const bool is_over = left_.exchange(-1) >= 0;
    check(result);
    if (is_over) return failed;
    ++failed;
  }
}

Options with_pack() {
  auto pack = parse_pack(
      "pack mine\n[a]\nlabel share\nphrase Chia sẻ ngay\npattern chia sẻ \\pL+ bài\n", "mine.pack");
  Options options;
  if (pack) options.packs.push_back(std::move(*pack));
  return options;
}

TEST(Faults, CreationSaysThatMemoryEnded) {
  const Options options = with_pack();
  ASSERT_EQ(options.packs.size(), 1U);
  Options copy = options;
  const std::size_t failed = fail_each(
      499, [&] { return Extractor::create(std::move(copy)); },
      [&](const auto& made) {
        copy = options;
        ASSERT_TRUE(made) << "it throws nothing";
        if (*made) return;
        EXPECT_EQ((*made).error().code, ErrorCode::out_of_memory);
        EXPECT_EQ((*made).error().message, "out of memory");
      });
  EXPECT_GE(failed, 20U);
}

TEST(Faults, AnExtractorGoesOnWhenMemoryEnded) {
  const std::string page = read_bytes(THANBAI_TESTS "/golden/vi_related_pairs.txt");
  const auto fresh = Extractor::create(with_pack());
  ASSERT_TRUE(fresh);
  const Document expected = fresh->extract(page);
  const auto extractor = Extractor::create(with_pack());  // whose built-in rules are not compiled
  ASSERT_TRUE(extractor);
  std::size_t thrown = 0;
  const std::size_t failed = fail_each(
      9973, [&] { return extractor->extract(page); },
      [&](const std::optional<Document>& document) {
        if (!document) return void(++thrown);
        EXPECT_EQ(document->text(), expected.text());
      });
  EXPECT_GE(failed, 5U);
  EXPECT_EQ(thrown, failed);
  EXPECT_EQ(extractor->extract(page).text(), expected.text());
  EXPECT_EQ(extractor->extract(page).lines.size(), expected.lines.size());
}

TEST(Faults, AScratchThatIsKeptGoesOnToo) {
  // Lines that are read once more as folded: a soft hyphen, a letter of two.
  const std::string odd = "Bình\xC2\xAD luận Ǆ trước\nXem\xC2\xAD thêm: Ǆ\n";
  const std::string page = odd + read_bytes(THANBAI_TESTS "/golden/vi_related_pairs.txt") + odd;
  const std::string other = odd + read_bytes(THANBAI_TESTS "/golden/en_town_paper.txt") + odd;
  const auto extractor = Extractor::create(with_pack());
  ASSERT_TRUE(extractor);
  const std::string expected = extractor->extract(page).text();
  const std::string expected_of_other = extractor->extract(other).text();
  std::optional<Scratch> scratch;
  const std::size_t failed = fail_each(
      1,
      [&] {
        scratch.emplace();  // so that it must grow
        return extractor->extract(page, *scratch);
      },
      [&](const std::optional<Document>& document) {
        if (document) EXPECT_EQ(document->text(), expected);
        EXPECT_EQ(extractor->extract(other, *scratch).text(), expected_of_other);
        EXPECT_EQ(extractor->extract(page, *scratch).text(), expected);
      });
  EXPECT_GE(failed, 50U);
}

TEST(Faults, ReadersThrowNothingElse) {
  const std::string html =
      "<title>a</title><p class='x y'>e\xCC\x81 &amp; b<p><a href=1>c</a>\xFF"
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"b\"}</script>";
  const std::string text = "a\n- e\xCC\x81\n\xFF\n";
  HtmlOptions options;
  options.links = true;
  const auto nothing = [](const auto&) {};
  EXPECT_GE(fail_each(
                1, [&] { return read_html(html, options); }, nothing),
            10U);
  EXPECT_GE(fail_each(
                1, [&] { return read_text(text); }, nothing),
            3U);
  const auto parse = [] { return parse_pack("pack a\n[b]\nlabel share\npattern x+y\n", "a"); };
  EXPECT_GE(fail_each(1, parse, nothing), 10U);
  EXPECT_EQ(read_html(html, options).items.size(), 2U);
}

TEST(Faults, AConverterThatDoesNotOpen) {
  const std::string latin = "caf\xE9";
  ASSERT_TRUE(to_utf8(latin, "windows-1252")) << "ICU remembers it if its very first use fails";
  std::size_t errors = 0;
  fail_each(
      1, [&] { return to_utf8(latin, "windows-1252"); },
      [&](const auto& utf8) {
        if (!utf8 || *utf8) return;
        ++errors;
        EXPECT_EQ(to_string((*utf8).error().code), "out_of_memory") << (*utf8).error().message;
      });
  EXPECT_GE(errors, 1U) << "ICU's own allocations are among those that fail";

  using namespace std::string_view_literals;
  const std::string_view utf16 = "\xFF\xFE\x61\x00"sv;
  fail_each(
      1, [&] { return html_to_utf8(utf16); },
      [&](const std::optional<Utf8>& utf8) {
        if (!utf8) return;
        const bool is_converted = utf8->charset == "UTF-16LE";
        EXPECT_EQ(utf8->text, is_converted ? "a"sv : utf16) << "else the readers repair it";
        EXPECT_EQ(utf8->input_bytes, 4U);
      });
  EXPECT_EQ(to_utf8(latin, "windows-1252")->text, "café");
}

}  // namespace
}  // namespace thanbai

int main(int count, char** arguments) {
  UErrorCode status = U_ZERO_ERROR;
  u_setMemoryFunctions(nullptr, icu_malloc, icu_realloc, icu_free, &status);  // before all else
  testing::InitGoogleTest(&count, arguments);
  return U_SUCCESS(status) ? RUN_ALL_TESTS() : 1;
}
