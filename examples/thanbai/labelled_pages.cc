#include "labelled_pages.h"

#include <algorithm>
#include <filesystem>

#include "folder_files.h"
#include "input.h"
#include "output.h"

namespace thanbai::program {
namespace {

namespace fs = std::filesystem;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool ends_with(std::string_view text, std::string_view with) {
  return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

/// Whether the file is one by which a page with gold is found; if so, `name` loses its extension.
bool names_page(std::string& name, bool& is_html) {
  for (const std::string_view extension : {".labels", ".html", ".html.gz"}) {
    if (!ends_with(name, extension)) continue;
    name.resize(name.size() - extension.size());
    is_html = extension != ".labels";
    return true;
  }
  return false;
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

bool find_pages(const std::string& folder, std::vector<LabelledPage>& pages) {
  std::error_code error;
  fs::path root = fs::absolute(folder, error).lexically_normal();
  if (!root.has_filename()) root = root.parent_path();  // "DIR/"
  const std::size_t before = pages.size();
  bool whole = true;
  std::string ignored;
  const auto wanted = [](std::string name, bool is_folder) {
    bool is_html = false;
    return is_folder || names_page(name, is_html);
  };
  for (const std::string& file : files_below(root.string(), wanted, whole)) {
    std::string path = file;
    LabelledPage page;
    names_page(path, page.is_html);
    page.page_path = page.is_html ? file : path + ".txt";
    page.gold_path = path + (page.is_html ? ".gold.txt" : ".labels");
    if (page.is_html && !fs::exists(page.gold_path, error)) page.gold_path.clear();
    page.id = fs::path(path).lexically_relative(root.parent_path()).generic_string();
    page.folder = fs::path(page.id).parent_path().generic_string();
    std::string meta;
    if (read_file(path + ".meta.json", meta, ignored)) page.fields = read_gold_fields(meta);
    page.site =
        page.fields.site.empty() ? site_of(fs::path(path).filename().string()) : page.fields.site;
    pages.push_back(std::move(page));
  }
  if (pages.size() == before && whole) {
    complain(folder, "no labelled page (NAME.txt with NAME.labels, or NAME.html)");
  }
  std::sort(pages.begin() + static_cast<std::ptrdiff_t>(before), pages.end(),
            [](const LabelledPage& a, const LabelledPage& b) { return a.id < b.id; });
  return whole && pages.size() > before;
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
