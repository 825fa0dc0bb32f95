// What a page declares about itself, gathered from many places; for each field the more telling
// place wins, of equals the first.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "arena.h"
#include "thanbai/line.h"

namespace thanbai {

class PageMetadata {
 public:
  enum class Field : std::uint8_t {
    title,
    headline,
    description,
    author,  // has several values of each rank; headline one
    published,
    modified,
    site,
    url,
    base,
    language,
    image,
    article_body,
    type,
    schema_type,
  };

  /// How telling a place is; lower wins.
  enum Rank : std::uint8_t { json_ld, strong, usual, weak, shown, weakest, none };

  /// A <meta> of that name, property or itemprop; `content` as written in the page.
  void meta(std::string_view name, std::string_view content);

  /// The field that an element's itemprop means; false if it is none we know.
  static bool field_of_itemprop(std::string_view itemprop, Field& field) noexcept;

  /// `value` as written in the page, character references included.
  void put_raw(Field field, Rank rank, std::string_view value);

  /// `value` as it is; line breaks are kept for article_body.
  void put(Field field, Rank rank, std::string_view value);

  /// The content of a <script type="application/ld+json">.
  void read_json_ld(std::string_view json);

  /// All that was gathered, its texts in `arena`.
  Metadata finish(Arena& arena);

 private:
  static constexpr std::size_t field_count = 14;
  struct Slot {
    Rank rank = none;
    std::string value;
  };

  bool is_wanted(Field field, Rank rank) const noexcept;
  Slot& slot(Field field) noexcept { return slots_[static_cast<std::size_t>(field)]; }

  /// The authors of the first rank that names somebody, not only the outlet.
  std::vector<std::string> best_authors() const;
  bool is_news() const;
  bool names_somebody(const std::string& author) const;

  /// What is printed below a link to the page (twitter:label1, twitter:data1), as written.
  struct Card {
    std::string label, data;
  };
  void take_cards();

  std::array<Slot, field_count> slots_;
  std::array<Card, 2> cards_;
  std::array<std::vector<std::string>, none> authors_;  // of each rank
  std::vector<std::string> outlets_;                    // all names of the site and its publisher
  std::array<std::string, none> headlines_;             // of each rank the first
  std::string scratch_;
};

}  // namespace thanbai
