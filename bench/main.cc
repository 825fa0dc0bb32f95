// thanbai_bench [--benchmark_…] [FILE|FOLDER…]: speeds of the whole extraction and of each step on
// .txt and .html pages; on the sample pages if none are given.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <string>
#include <vector>

#include "steps.h"

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  std::vector<std::string> paths;
  for (int i = 1; i < argc; ++i) {
    if (argv[i][0] == '-') {
      std::fprintf(stderr, "unknown option: %s\n", argv[i]);
      return 2;
    }
    paths.emplace_back(argv[i]);
  }
  if (paths.empty()) paths.emplace_back(THANBAI_SAMPLES);
  std::vector<std::string> problems;
  const thanbai::bench::Pages pages = thanbai::bench::read_pages(paths, problems);
  for (const std::string& problem : problems) std::fprintf(stderr, "%s\n", problem.c_str());
  if (!problems.empty()) return 1;
  const auto extractor = thanbai::Extractor::create();
  if (!extractor) {
    std::fprintf(stderr, "%s\n", extractor.error().message.c_str());
    return 1;
  }
  const auto kilobytes = [](const std::vector<std::string>& some) {
    return std::to_string((thanbai::bench::bytes_of(some) + 999) / 1000);
  };
  benchmark::AddCustomContext(
      "text pages", std::to_string(pages.texts.size()) + ", " + kilobytes(pages.texts) + " kB");
  benchmark::AddCustomContext(
      "html pages", std::to_string(pages.htmls.size()) + ", " + kilobytes(pages.htmls) + " kB");
  thanbai::bench::register_benchmarks(pages, *extractor);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
