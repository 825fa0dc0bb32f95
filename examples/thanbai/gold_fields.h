// What is known of a page besides its text (NAME.meta.json), and whether a Document says the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "thanbai/document.h"

namespace thanbai::program {

/// Fields that a page's gold states; what it does not is empty.
struct GoldFields {
  std::string site;
  std::string title;
  std::string day;     // 2019-07-22
  std::string author;  // the first
};

/// Reads NAME.meta.json: an object with `site`, `title`, `date` and `author` or `byline`, each a
/// string or a list of strings, of which the first counts. What it cannot read it passes over.
GoldFields read_gold_fields(std::string_view json);

/// The day that a date names, as 2019-07-22; the day stands before the month in 22/7/2019. Empty if
/// it names none.
std::string day_of(std::string_view date);

/// The first of several names: "Jane Doe" of "By Jane Doe and John Roe, MD".
std::string_view first_author(std::string_view names);

/// How a Document's fields compare; nullopt where gold states none.
struct FieldScore {
  std::optional<bool> title;
  std::optional<bool> day;
  std::optional<bool> author;
};
FieldScore score_fields(const Document& document, const GoldFields& gold);

}  // namespace thanbai::program
