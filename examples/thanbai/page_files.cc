#include "page_files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "folder_files.h"
#include "output.h"

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
  return std::none_of(other_files.begin(), other_files.end(),
                      [&](std::string_view end) { return ends_with(name, end); });
}

}  // namespace

bool page_files(const std::vector<std::string>& paths, std::vector<PageFile>& files) {
  bool whole = true;
  const auto wanted = [](const std::string& name, bool is_folder) {
    return is_folder || is_page(name);
  };
  for (const std::string& path : paths) {
    std::error_code none;
    if (path == "-" || !fs::is_directory(path, none)) {
      files.push_back({path, fs::path(path).filename().string()});
      continue;
    }
    bool read = true;
    const std::vector<std::string> found = files_below(path, wanted, read);
    if (found.empty() && read) complain(path, "no pages in it");
    whole = whole && read && !found.empty();
    for (const std::string& file : found) {
      files.push_back({file, fs::path(file).lexically_relative(path).string()});
    }
  }
  return whole;
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
