// What learning remembers of a site's pages: their lines, masked, and what the general rules made
// of each. A sample of bounded size that can be saved, and joined with those of other pages.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "thanbai/document.h"

namespace thanbai::program {

/// What the built-in rules that hit a line say of it.
enum class Known : std::uint8_t { nothing, dropped, opens };

/// A line of a page.
struct CountedRow {
  std::uint32_t line;  // in SiteCounts::lines()
  Label label;
  std::uint8_t score;  // percent
  Known known;
  std::uint32_t hints;  // in SiteCounts::hints()
};

/// A page. `version` tells apart copies of one article.
struct CountedPage {
  std::string version;
  std::string name;  // of its file
  std::string site;  // host of its URL, without "www."; empty if it has none
  std::string language;
  std::vector<CountedRow> rows;
};

/// A line as it is written, and its mask.
struct CountedLine {
  std::string text;
  std::uint32_t mask;  // in SiteCounts::masks()
};

/// The sample: of all articles seen, those with the smallest hashes, each once. So it depends
/// neither on the order of pages nor on how they were dealt to shards, and copies of an article do
/// not vouch for each other. A plain value.
class SiteCounts {
 public:
  static constexpr std::size_t most_pages = 1000;

  /// Adds a page that was extracted with evidence; its site is that of `address`, or if that is
  /// empty of the URL it declares. False, and nothing is added, if it is no article.
  bool add(const Document& page, const std::string& name, std::string_view address = {});

  void merge(const SiteCounts& other);

  /// By hash: the same pages give the same text, whatever their order.
  std::string to_text() const;

  /// Adds what to_text() gave. On failure false, and the reason in `problem`.
  bool add_text(std::string_view text, std::string& problem);

  const std::map<std::string, CountedPage>& pages() const { return pages_; }  // by id
  const std::vector<CountedLine>& lines() const { return lines_; }
  const std::vector<std::string>& masks() const { return masks_; }
  const std::vector<std::string>& hints() const { return hints_; }  // as Line::hints; [0] is empty

  /// The host most pages come from, and the language most are in; empty if unknown.
  std::string site() const;
  std::string language() const;

 private:
  std::uint32_t line(std::string_view text);
  std::uint32_t hints(std::string_view text);
  void add(const std::string& id, CountedPage page);

  std::map<std::string, CountedPage> pages_;
  std::vector<CountedLine> lines_;
  std::vector<std::string> masks_;
  std::vector<std::string> hints_ = {""};
  std::unordered_map<std::string, std::uint32_t> line_by_text_;
  std::unordered_map<std::string, std::uint32_t> mask_by_text_;
  std::unordered_map<std::string, std::uint32_t> hints_by_text_ = {{"", 0}};
};

}  // namespace thanbai::program
