// Twice the input takes twice the work, counted, not timed: the library is compiled so that each of
// its basic blocks calls __sanitizer_cov_trace_pc.
#include <gtest/gtest.h>

#include <cstdint>
#include <ostream>

#include "thanbai/extractor.h"
#include "worst_cases.h"

namespace {
std::uint64_t blocks = 0;
}

extern "C" void __sanitizer_cov_trace_pc() { ++blocks; }

namespace thanbai {

void PrintTo(const WorstCase& each, std::ostream* out) { *out << each.name; }

namespace {

std::uint64_t work_of(const Extractor& extractor, const WorstCase& each, std::size_t n) {
  const std::string page = each.page(n);
  blocks = 0;
  (void)extractor.extract(each.is_html ? read_html(page) : read_text(page));
  return blocks;
}

class Growth : public testing::TestWithParam<WorstCase> {};

TEST_P(Growth, IsLinear) {
  static const Extractor extractor = *Extractor::create();
  constexpr std::size_t n = 10000;
  (void)work_of(extractor, GetParam(), 10);  // compiles what it needs
  const std::uint64_t once = work_of(extractor, GetParam(), n);
  const std::uint64_t twice = work_of(extractor, GetParam(), 2 * n);
  EXPECT_GT(once, n / 64) << "the blocks are counted";
  EXPECT_LT(twice, once / 100 * 225) << "per cent more than twice";
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
