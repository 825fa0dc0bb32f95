// Explained pages as HTML that needs nothing beside itself: no network, no other file. Whatever
// stands in a page is shown as text; the one script is ours, and the browser is told to run no
// other.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "explain_page.h"

namespace thanbai::program {

std::string as_html(const ExplainedPage& page);

/// A page as the index of a folder shows it.
struct IndexEntry {
  std::string href;  // of its HTML page, relative to the index
  std::string name;
  std::string title;
  Verdict verdict = Verdict::no_article;
  float confidence = 0;
  std::uint32_t lines = 0;
  std::uint32_t kept = 0;  // lines
  std::string strip;       // a picture of its labels
};
IndexEntry index_entry(const ExplainedPage& page, std::string href);

/// The pages that look odd come first: without an article, then by confidence.
std::string as_index(std::vector<IndexEntry> entries);

/// Text as HTML shows it.
std::string escaped(std::string_view text);

/// A relative URL of a file's path.
std::string path_url(std::string_view path);

/// The parts of explain/, and their hashes as a Content-Security-Policy names them.
struct Asset {
  std::string_view text;
  std::string_view hash;
};
extern const Asset style_asset;
extern const Asset page_script;
extern const Asset index_script;

}  // namespace thanbai::program
