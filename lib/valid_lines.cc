#include "valid_lines.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "arena.h"
#include "unicode.h"

namespace thanbai {
namespace {

constexpr std::string_view Metadata::*fields[] = {
    &Metadata::title,    &Metadata::headline, &Metadata::description, &Metadata::published,
    &Metadata::modified, &Metadata::site,     &Metadata::url,         &Metadata::language,
    &Metadata::base,     &Metadata::image,    &Metadata::type,        &Metadata::schema_type};

}  // namespace

bool is_valid(const Metadata& metadata) noexcept {
  const auto are_valid = [](const std::vector<std::string_view>& texts) {
    return std::all_of(texts.begin(), texts.end(), unicode::any_is_valid);
  };
  return std::all_of(std::begin(fields), std::end(fields),
                     [&](const auto field) { return unicode::any_is_valid(metadata.*field); }) &&
         are_valid(metadata.other_headlines) && are_valid(metadata.authors);
}

void make_valid(Lines& lines) {
  Arena repaired;
  const auto repair = [&](std::string_view& text) {
    if (unicode::any_is_valid(text)) return;
    text = repaired.copy(unicode::any_to_valid(text, lines.replaced_bytes));
  };
  for (Line& line : lines.items) repair(line.text);
  for (const auto field : fields) repair(lines.metadata.*field);
  repair(lines.metadata.article_body);
  repair(lines.address);
  for (std::string_view& other : lines.metadata.other_headlines) repair(other);
  for (std::string_view& author : lines.metadata.authors) repair(author);
  if (repaired.empty()) return;
  using Both = std::pair<std::shared_ptr<const void>, Arena>;
  lines.storage = std::make_shared<const Both>(std::move(lines.storage), std::move(repaired));
}

}  // namespace thanbai
