// thanbai_pages KIND ROUNDS FOLDER OUT: extracts the pages of a folder as compare.py asks of every
// peer (README.md tells the form): all in memory, one thread, seconds of processor time a page.
#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "thanbai/extractor.h"

namespace {

namespace fs = std::filesystem;

struct Page {
  std::string bytes;
  std::string text;             // of HTML: the article
  std::vector<bool> kept;       // of text: the lines, split at \n, that are the article's
  std::vector<double> seconds;  // one a round
};

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::vector<Page> read_pages(const std::string& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<Page> pages;
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    pages.emplace_back().bytes.assign(std::istreambuf_iterator<char>(in), {});
  }
  return pages;
}

std::vector<bool> kept_lines(std::string_view text, const thanbai::Document& document) {
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') ends.push_back(i);
  }
  if (!text.empty() && text.back() != '\n') ends.push_back(text.size());
  std::vector<bool> kept(ends.size());
  for (const thanbai::LabelledLine& line : document.lines) {
    if (!is_kept(line.label)) continue;
    const auto at = std::lower_bound(ends.begin(), ends.end(), line.line.source.begin);
    kept[static_cast<std::size_t>(at - ends.begin())] = true;
  }
  return kept;
}

void extract(const thanbai::Extractor& extractor, thanbai::Scratch& scratch, bool is_html,
             Page& page) {
  const double start = processor_seconds();
  thanbai::Document document = extractor.extract(
      is_html ? thanbai::read_html(page.bytes) : thanbai::read_text(page.bytes), scratch);
  page.text = document.text();
  page.seconds.push_back(processor_seconds() - start);
  if (!is_html) page.kept = kept_lines(page.bytes, document);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "thanbai_pages html|text ROUNDS FOLDER OUT\n";
    return 2;
  }
  const bool is_html = std::string_view(argv[1]) == "html";
  const auto extractor = thanbai::Extractor::create();
  if (!extractor) {
    std::cerr << extractor.error().message << '\n';
    return 1;
  }
  std::vector<Page> pages = read_pages(argv[3]);
  thanbai::Scratch scratch;
  for (int round = std::stoi(argv[2]); round > 0; --round) {
    for (Page& page : pages) extract(*extractor, scratch, is_html, page);
  }
  std::ofstream out(argv[4], std::ios::binary);
  out << nlohmann::json{{"version", THANBAI_VERSION}} << '\n';
  for (const Page& page : pages) {
    nlohmann::json line = {{"seconds", page.seconds}};
    if (is_html) line["text"] = page.text;
    if (!is_html) line["kept"] = page.kept;
    out << line << '\n';
  }
  return out.flush() ? 0 : 1;
}
