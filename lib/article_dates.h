// Datelines and what the page declares -> when an article was published and changed. Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "date.h"
#include "thanbai/document.h"

namespace thanbai {

/// Where an article stands among a page's lines. Rows; lines.size() if there is none.
struct ArticleRows {
  std::size_t title = 0;
  std::size_t first = 0;  // kept
  std::size_t story = 0;  // the first kept one that is neither lead nor heading
  std::size_t last = 0;
  std::vector<std::size_t> credits;     // bylines and datelines, in reading order:
  std::size_t credits_at_headline = 0;  // the first so many of them

  bool is_below(std::size_t row) const { return first <= last && row > last; }
  bool is_inside(std::size_t row) const { return row > first && row < last; }
};

struct ArticleDates {
  std::string_view printed;  // a slice of a line; empty if none is
  DateTime published;
  DateTime modified;
};

/// Of the dates shown the one that agrees with the declared, or else is of the same day, or else
/// stands at the headline; a page that declares none has them all. That of a change, by its words
/// or because it is the declared change's, is that of publication only if there is no other.
ArticleDates article_dates(const std::vector<LabelledLine>& lines, const ArticleRows& rows,
                           const Metadata& metadata, bool day_first);

}  // namespace thanbai
