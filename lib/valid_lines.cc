#include "valid_lines.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "arena.h"
#include "unicode.h"

namespace thanbai {

bool is_valid(const Lines& lines) noexcept {
  const Metadata& metadata = lines.metadata;
  const auto are_valid = [](const std::vector<std::string_view>& texts) {
    return std::all_of(texts.begin(), texts.end(), unicode::any_is_valid);
  };
  const auto is_field_valid = [&metadata](std::string_view Metadata::*field) {
    return field == &Metadata::article_body || unicode::any_is_valid(metadata.*field);
  };
  const auto is_link_valid = [](const Link& link) {
    return unicode::any_is_valid(link.text) && unicode::any_is_valid(link.href);
  };
  return unicode::any_is_valid(lines.address) &&
         std::all_of(std::begin(metadata_texts), std::end(metadata_texts), is_field_valid) &&
         are_valid(metadata.other_headlines) && are_valid(metadata.authors) &&
         std::all_of(lines.links.begin(), lines.links.end(), is_link_valid);
}

void make_valid(Lines& lines) {
  Arena repaired;
  const auto repair = [&](std::string_view& text) {
    if (unicode::any_is_valid(text)) return;
    text = repaired.copy(unicode::any_to_valid(text, lines.replaced_bytes));
  };
  for (Line& line : lines.items) repair(line.text);
  for (Link& link : lines.links) {
    repair(link.text);
    repair(link.href);
  }
  for (const auto field : metadata_texts) repair(lines.metadata.*field);
  repair(lines.address);
  for (std::string_view& other : lines.metadata.other_headlines) repair(other);
  for (std::string_view& author : lines.metadata.authors) repair(author);
  if (repaired.empty()) return;
  using Both = std::pair<std::shared_ptr<const void>, Arena>;
  lines.storage = std::make_shared<const Both>(std::move(lines.storage), std::move(repaired));
}

}  // namespace thanbai
