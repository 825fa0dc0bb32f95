// The table of docs/limits.md: each built worst case of n and of 2n pieces, read and extracted; the
// best of three runs. worst_times [N]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "thanbai/extractor.h"
#include "worst_cases.h"

namespace {

double milliseconds(const thanbai::Extractor& extractor, const thanbai::WorstCase& each,
                    const std::string& page) {
  double best = 1e9;
  for (int i = 0; i < 3; ++i) {
    const std::clock_t begin = std::clock();  // of the processor, which others may use too
    run(each, extractor, page);
    best = std::min(best, 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return best;
}

}  // namespace

int main(int count, char** arguments) {
  const auto n = static_cast<std::size_t>(count > 1 ? std::atol(arguments[1]) : 50000);
  const auto extractor = thanbai::Extractor::create();
  if (!extractor) return 1;
  (void)extractor->extract("Tin khác");  // its rules are compiled now
  std::printf("| page of n pieces | n = %zu, ms | 2n, ms |\n|---|---|---|\n", n);
  for (const thanbai::WorstCase& each : thanbai::worst_cases()) {
    const double once = milliseconds(*extractor, each, each.page(n));
    const double twice = milliseconds(*extractor, each, each.page(2 * n));
    std::printf("| %s | %.1f | %.1f |\n", each.name, once, twice);
    std::fflush(stdout);
  }
}
