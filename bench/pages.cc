#include "pages.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace thanbai::bench {

namespace fs = std::filesystem;

Pages read_pages(const std::vector<std::string>& paths, std::vector<std::string>& problems) {
  std::vector<fs::path> files;
  for (const std::string& path : paths) {
    std::error_code problem;
    if (fs::is_regular_file(path, problem)) {
      files.emplace_back(path);
      continue;
    }
    auto entries = fs::recursive_directory_iterator(path, problem);
    if (problem) problems.push_back(path + ": " + problem.message());
    for (; entries != end(entries); entries.increment(problem)) {
      if (entries->is_regular_file()) files.push_back(entries->path());
    }
  }
  std::sort(files.begin(), files.end());
  Pages pages;
  for (const fs::path& file : files) {
    const bool is_html = file.extension() == ".html";
    const std::string name = file.filename().string();
    const bool is_gold = name.size() > 9 && name.compare(name.size() - 9, 9, ".gold.txt") == 0;
    if (!is_html && (file.extension() != ".txt" || is_gold)) continue;
    std::ifstream in(file, std::ios::binary);
    std::string page{std::istreambuf_iterator<char>(in), {}};
    if (!in) problems.push_back(file.string() + ": cannot be read");
    if (!page.empty()) (is_html ? pages.htmls : pages.texts).push_back(std::move(page));
  }
  return pages;
}

std::int64_t bytes_of(const std::vector<std::string>& pages) {
  std::size_t bytes = 0;
  for (const std::string& page : pages) bytes += page.size();
  return static_cast<std::int64_t>(bytes);
}

std::string concatenated(const std::vector<std::string>& pages, std::size_t at_least) {
  std::string text;
  while (!pages.empty() && text.size() < at_least) {
    for (const std::string& page : pages) text.append(page).push_back('\n');
  }
  return text;
}

}  // namespace thanbai::bench
