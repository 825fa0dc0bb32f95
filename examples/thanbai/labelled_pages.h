// Folders of pages with gold: which pages are there, of which site, and what their gold says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gold_fields.h"
#include "score.h"

namespace thanbai::program {

/// A page and what is known of it. The gold of text (NAME.txt) is a label a line (NAME.labels); of
/// HTML (NAME.html or NAME.html.gz) it is the article's text (NAME.gold.txt), without which the
/// page has no article. NAME.meta.json states its fields.
struct LabelledPage {
  std::string id;      // path without extension, from the name of the folder given
  std::string folder;  // the id without its last part
  std::string site;
  bool is_html = false;
  std::string page_path;
  std::string gold_path;  // empty if the page has no article
  GoldFields fields;
};

/// Adds all pages with gold of a folder and the folders in it, by id. False if some could not be
/// found, or there are none; standard error has been told.
bool find_pages(const std::string& folder, std::vector<LabelledPage>& pages);

/// The site of a page by its file's name: what stands before "__"; the first two parts of names
/// such as de_Example_2025_01_31; else the whole name.
std::string site_of(std::string_view name);

/// Reads gold labels, one a line. On failure false, and the reason in `problem`.
bool read_gold(std::string_view text, std::vector<GoldLine>& gold, std::string& problem);

}  // namespace thanbai::program
