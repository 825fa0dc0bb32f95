// Folders of pages with gold: which pages are there, of which site, and what their gold says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "score.h"

namespace thanbai::program {

struct LabelledPage {
  std::string id;      // path without extension, from the name of the folder given
  std::string folder;  // the id without its last part
  std::string site;
  std::string text_path;
  std::string gold_path;
};

/// Adds all pages with gold (NAME.txt with NAME.labels) of a folder and the folders in it, by id.
/// On failure false, and the reason in `problem`; a folder without any is a failure.
bool find_pages(const std::string& folder, std::vector<LabelledPage>& pages, std::string& problem);

/// The site of a page by its file's name: what stands before "__"; the first two parts of names
/// such as de_Example_2025_01_31; else the whole name.
std::string site_of(std::string_view name);

/// Reads gold labels, one a line. On failure false, and the reason in `problem`.
bool read_gold(std::string_view text, std::vector<GoldLine>& gold, std::string& problem);

}  // namespace thanbai::program
