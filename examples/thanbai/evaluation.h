// One labelled page, extracted and held against its gold.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "extractor_flags.h"
#include "file_lines.h"
#include "labelled_pages.h"
#include "score.h"

namespace thanbai::program {

/// A page and its scores. Owns all that its views refer to; movable.
struct EvaluatedPage {
  LabelledPage page;
  std::unique_ptr<const std::string> bytes;
  std::unique_ptr<const Utf8> utf8;
  Document document;
  std::vector<FileLine> lines;     // of the file,
  std::vector<GoldLine> gold;      // what each should be,
  std::vector<ScoredLine> scored;  // and how it counts
  std::string_view gold_title;     // the first T line; empty if there is none
  PageScore score;

  bool wrong(std::size_t line) const;  // it counts, has words, and was kept or dropped wrongly
};

/// Extracts the page and scores it; `flags` say the charset and which labels count as kept. On
/// failure false, and the reason in `problem`.
bool evaluate_page(LabelledPage page, const Extractor& extractor, const ExtractorFlags& flags,
                   EvaluatedPage& out, std::string& problem);

}  // namespace thanbai::program
