// The headline that a page declares, and which of its lines shows it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "columns.h"
#include "site_name.h"
#include "thanbai/line.h"

namespace thanbai {

/// What a page declares its headline to be: the headlines of its metadata and its `<title>`,
/// without the site's name. Views the metadata, which must outlive it.
class Headline {
 public:
  struct Declared {
    std::string_view text;
    std::uint64_t letters;             // hash
    int places;                        // that declare it
    std::vector<std::uint32_t> words;  // hashes, sorted, each once
  };

  explicit Headline(const Metadata& metadata, std::string_view address = {});

  /// What most places declare, of equals the most telling; empty if none is declared.
  std::string_view text() const noexcept { return empty() ? "" : declared_[best_].text; }
  bool empty() const noexcept { return declared_.empty(); }

  /// All that is declared, the most telling first.
  const std::vector<Declared>& declared() const noexcept { return declared_; }
  const SiteName& site() const noexcept { return site_; }

  /// In [0, 1]: the words that `line` and text() share, of the longer one's; 1 if they have the
  /// same letters. A little less of other declared texts, and for the letters of what stands
  /// before or behind a separator in one. The most of these; 0 if none is declared or `line` is far
  /// longer or shorter.
  float likeness(std::string_view line) const;

  /// A line at least so like the headline shows it, in its own words.
  static constexpr float shown = 0.3F;

 private:
  friend void prefer_shown(const Headline& headline, const Lines& lines, const Columns& columns,
                           std::vector<std::int32_t>& scores);

  /// To any declared text or to text() alone; `words` is room for the line's.
  float likeness(std::string_view line, bool to_any, std::vector<std::uint32_t>& words) const;

  SiteName site_;
  std::vector<Declared> declared_;
  std::size_t best_ = 0;              // of declared_
  std::vector<std::uint64_t> parts_;  // letters' hashes
};

/// Raises the scores (thousandths of log-odds of being the title, one a row) of rows that show the
/// declared headline, of those that may be the title. Only headings count as like other declared
/// texts than text(), and what stands in a list counts half: it ends a breadcrumb, mostly.
void prefer_shown(const Headline& headline, const Lines& lines, const Columns& columns,
                  std::vector<std::int32_t>& scores);

}  // namespace thanbai
