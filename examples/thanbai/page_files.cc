#include "page_files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace thanbai::program {
namespace {

namespace fs = std::filesystem;

/// What stands beside pages: gold, and the files that learning writes.
constexpr std::array<std::string_view, 6> other_files = {".labels", ".gold.txt", ".json",
                                                         ".pack",   ".counts",   ".md"};

bool ends_with(std::string_view text, std::string_view with) {
  return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

bool is_page(const std::string& name) {
  return name[0] != '.' && std::none_of(other_files.begin(), other_files.end(),
                                        [&](std::string_view end) { return ends_with(name, end); });
}

}  // namespace

bool page_files(const std::vector<std::string>& paths, std::vector<PageFile>& files,
                std::string& problem) {
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      files.push_back({path, fs::path(path).filename().string()});
      continue;
    }
    const std::size_t before = files.size();
    fs::recursive_directory_iterator it(path, fs::directory_options::follow_directory_symlink,
                                        error);
    for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
      const std::string name = it->path().filename().string();
      std::error_code none;
      if (it->is_directory(none)) {
        if (name[0] == '.') it.disable_recursion_pending();
      } else if (it->is_regular_file(none) && is_page(name)) {
        files.push_back({it->path().string(), it->path().lexically_relative(path).string()});
      }
    }
    if (error) {
      problem = path + ": " + error.message();
      return false;
    }
    std::sort(files.begin() + static_cast<std::ptrdiff_t>(before), files.end(),
              [](const PageFile& a, const PageFile& b) { return a.name < b.name; });
  }
  return true;
}

bool write_file(const std::string& path, std::string_view bytes, std::string& problem) {
  std::error_code error;
  const fs::path folder = fs::path(path).parent_path();
  if (!folder.empty()) fs::create_directories(folder, error);
  errno = 0;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (file) return true;
  problem = errno != 0 ? std::strerror(errno) : "cannot be written";
  return false;
}

}  // namespace thanbai::program
