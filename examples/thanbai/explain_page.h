// A page as explain shows it: its document with evidence, and where on the page each line stands.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "thanbai/document.h"
#include "thanbai/line.h"

namespace thanbai::program {

/// Where a line stands to the article's lines, its title among them.
enum class Zone : std::uint8_t { above, article, hole, below };
std::string_view to_string(Zone zone);  // "above the article" …

struct ExplainedPage {
  std::string name;
  std::unique_ptr<const std::string> bytes;  // what the document views
  std::unique_ptr<const Utf8> utf8;
  Document document;
};

/// The zone of each line. A page without an article is all `above`.
std::vector<Zone> zones_of(const Document& document);

/// One line of a page's evidence, without those of no weight: rules that hit come first.
std::vector<Evidence> reasons_of(const Document& document, const LabelledLine& line);

/// "+0.97" or, for what decides by itself, "yes" and "no".
std::string weight_text(float weight);

}  // namespace thanbai::program
