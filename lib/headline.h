// The headline that a page declares, and which of its lines shows it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "columns.h"
#include "thanbai/line.h"

namespace thanbai {

/// `title` without a site's name behind the last " | ", " - ", " – " or " — ": `site` or a part of
/// it if that is known, else at most five words behind at least four. A view of `title`.
std::string_view without_site(std::string_view title, std::string_view site);

/// `title` without `site` itself behind it: for headlines, which mostly name no site.
std::string_view without_known_site(std::string_view title, std::string_view site);

/// Letters and digits of valid text, folded: equal for texts that differ in marks and spaces.
std::string letters_of(std::string_view text);

/// What a page declares its headline to be: `headline` of its metadata, else its `<title>`, without
/// the site's name. Views the metadata, which must outlive it.
class Headline {
 public:
  explicit Headline(const Metadata& metadata);

  std::string_view text() const noexcept { return text_; }  // empty if none is declared
  bool empty() const noexcept { return text_.empty(); }

  /// In [0, 1]: the words that `line` and the headline share, of the longer one's; 1 if they have
  /// the same letters. 0 if none is declared or `line` is far longer or shorter.
  float likeness(std::string_view line) const;

  /// A line at least so like the headline shows it, in its own words.
  static constexpr float shown = 0.3F;

 private:
  friend void prefer_shown(const Headline& headline, const Lines& lines, const Columns& columns,
                           std::vector<std::int32_t>& scores);

  /// `words` is room for the line's.
  float likeness(std::string_view line, std::vector<std::uint32_t>& words) const;

  std::string_view text_;
  std::uint64_t letters_ = 0;         // hash
  std::vector<std::uint32_t> words_;  // hashes, sorted, each once
};

/// Raises the scores (thousandths of log-odds of being the title, one a row) of rows that show the
/// declared headline, of those that may be the title.
void prefer_shown(const Headline& headline, const Lines& lines, const Columns& columns,
                  std::vector<std::int32_t>& scores);

}  // namespace thanbai
