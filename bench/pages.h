// The pages that benchmarks run on: all .txt and .html files of the paths given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace thanbai::bench {

struct Pages {
  std::vector<std::string> texts;
  std::vector<std::string> htmls;
};

/// Files, and the files below folders, in the order of their paths; what cannot be read is named in
/// `problems`.
Pages read_pages(const std::vector<std::string>& paths, std::vector<std::string>& problems);

std::int64_t bytes_of(const std::vector<std::string>& pages);

/// All pages as one text, repeated until it has `at_least` bytes.
std::string concatenated(const std::vector<std::string>& pages, std::size_t at_least);

}  // namespace thanbai::bench
