#include "labelled_pages.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "input.h"

namespace thanbai::program {
namespace {

namespace fs = std::filesystem;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "site" of NAME.meta.json, where there is one; else as the name says.
std::string site_of_file(fs::path path) {
  std::string text;
  std::string problem;
  const std::string name = path.filename().string();
  if (read_file((path += ".meta.json").string(), text, problem)) {
    const auto meta = nlohmann::json::parse(text, nullptr, false);
    if (meta.is_object() && meta.contains("site") && meta["site"].is_string()) return meta["site"];
  }
  return site_of(name);
}

}  // namespace

std::string site_of(std::string_view name) {
  const std::size_t pair = name.find("__");
  if (pair != std::string_view::npos) return std::string(name.substr(0, pair));
  const std::size_t first = name.find('_');
  const std::size_t second = first == std::string_view::npos ? first : name.find('_', first + 1);
  if (second != std::string_view::npos) {
    const std::string_view year = name.substr(second + 1, 4);
    if (year.size() == 4 && std::all_of(year.begin(), year.end(), is_digit)) {
      return std::string(name.substr(0, second));
    }
  }
  return std::string(name);
}

bool find_pages(const std::string& folder, std::vector<LabelledPage>& pages, std::string& problem) {
  std::error_code error;
  fs::path root = fs::absolute(folder, error).lexically_normal();
  if (!root.has_filename()) root = root.parent_path();  // "DIR/"
  const std::size_t before = pages.size();
  fs::recursive_directory_iterator it(root, fs::directory_options::follow_directory_symlink, error);
  for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    fs::path path = it->path();
    if (path.extension() != ".labels") continue;
    LabelledPage page;
    page.gold_path = path.string();
    page.text_path = fs::path(path).replace_extension(".txt").string();
    path.replace_extension();
    page.id = path.lexically_relative(root.parent_path()).generic_string();
    page.folder = fs::path(page.id).parent_path().generic_string();
    page.site = site_of_file(path);
    pages.push_back(std::move(page));
  }
  if (error) {
    problem = error.message();
    return false;
  }
  std::sort(pages.begin() + static_cast<std::ptrdiff_t>(before), pages.end(),
            [](const LabelledPage& a, const LabelledPage& b) { return a.id < b.id; });
  if (pages.size() == before) problem = "no labelled page (NAME.txt with NAME.labels)";
  return pages.size() > before;
}

bool read_gold(std::string_view text, std::vector<GoldLine>& gold, std::string& problem) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view word = text.substr(0, end);
    if (!word.empty() && word.back() == '\r') word.remove_suffix(1);
    const auto line = gold_from(word);
    if (!line) {
      problem = "line " + std::to_string(gold.size() + 1) + " is not a label: " + std::string(word);
      return false;
    }
    gold.push_back(*line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return true;
}

}  // namespace thanbai::program
