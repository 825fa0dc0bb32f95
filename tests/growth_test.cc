// Twice the input takes twice the work, counted, not timed: the library is compiled so that each of
// its basic blocks calls __sanitizer_cov_trace_pc, and bytes that it has copied, searched or hashed
// are steps, too.
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <ostream>

#include "thanbai/extractor.h"
#include "worst_cases.h"

namespace {
std::uint64_t steps = 0;
constexpr std::size_t bytes_of_a_step = 16;  // in the C library's functions and in hashes
}  // namespace

extern "C" {
void __sanitizer_cov_trace_pc() { ++steps; }

// The linker has the library's calls of these come here (--wrap).
void* __real_memchr(const void* text, int c, std::size_t size);
void* __wrap_memchr(const void* text, int c, std::size_t size) {
  void* const found = __real_memchr(text, c, size);
  const auto* const at = static_cast<const char*>(found);
  const std::size_t read =
      at == nullptr ? size : static_cast<std::size_t>(at - static_cast<const char*>(text));
  steps += read / bytes_of_a_step;
  return found;
}
void* __real_memcpy(void* to, const void* from, std::size_t size);
void* __wrap_memcpy(void* to, const void* from, std::size_t size) {
  steps += size / bytes_of_a_step;
  return __real_memcpy(to, from, size);
}
std::size_t __real__ZSt11_Hash_bytesPKvmm(const void* text, std::size_t size, std::size_t seed);
std::size_t __wrap__ZSt11_Hash_bytesPKvmm(const void* text, std::size_t size, std::size_t seed) {
  steps += size / bytes_of_a_step;
  return __real__ZSt11_Hash_bytesPKvmm(text, size, seed);
}
}

namespace thanbai {

void PrintTo(const WorstCase& each, std::ostream* out) { *out << each.name; }

namespace {

std::uint64_t work_of(const Extractor& extractor, const WorstCase& each, std::size_t n) {
  const std::string page = each.page(n);
  steps = 0;
  run(each, extractor, page);
  return steps;
}

class Growth : public testing::TestWithParam<WorstCase> {};

TEST_P(Growth, IsLinear) {
  static const Extractor plain = *Extractor::create();
  static const Extractor all = *Extractor::create(all_options());
  for (const Extractor* extractor : {&plain, &all}) {
    (void)work_of(*extractor, GetParam(), 10);  // compiles what it needs
    // Of these the first: a text of more than 4096 lines is judged in parts.
    for (const std::size_t n : {std::size_t{2000}, std::size_t{10000}}) {
      const std::uint64_t once = work_of(*extractor, GetParam(), n);
      const std::uint64_t twice = work_of(*extractor, GetParam(), 2 * n);
      EXPECT_GT(once, n / 64) << "the steps are counted";
      EXPECT_LT(twice, once / 100 * 225)
          << "per cent more than twice, n = " << n << (extractor == &all ? ", all options" : "");
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Pages, Growth, testing::ValuesIn(worst_cases()),
                         [](const testing::TestParamInfo<WorstCase>& info) {
                           std::string name;
                           for (const char c : std::string_view(info.param.name)) {
                             const bool is_letter =
                                 (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                             name += is_letter ? c : '_';
                           }
                           return name;
                         });

}  // namespace
}  // namespace thanbai
