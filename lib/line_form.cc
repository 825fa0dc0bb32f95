#include "line_form.h"

#include <string_view>

#include "line_features.h"

namespace thanbai {
namespace {

constexpr int most_heading_words = 24;  // Vietnamese counts syllables: twelve English words
constexpr int fewest_prose_words = 20;  // a heading of so many tells a story
constexpr int full_overlap = 900;       // per mille of the declared description

// Whether a line stands in <pre>.
bool is_code(const Line& line) {
  constexpr std::string_view name = "pre";
  const std::string_view hints = line.hints;
  for (std::size_t at = hints.find(name); at != hints.npos; at = hints.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || hints[at - 1] == ' ') && (end == hints.size() || hints[end] == ' ')) {
      return true;
    }
  }
  return false;
}

}  // namespace

Label label_by_form(const Line& line, const Columns& columns, std::size_t row, int words_below) {
  const auto has = [&](Feature feature) { return columns[feature][row] != 0; };
  if (line.block == Block::quote) return Label::quote;
  if (line.block == Block::heading) return Label::heading;
  const bool prose = has(Feature::ends_sentence) || has(Feature::ends_colon);
  const bool listed = line.block == Block::list_item || line.block == Block::cell ||
                      has(Feature::starts_mark) || has(Feature::starts_quote) || is_code(line);
  const int words = columns[Feature::words][row];
  if (prose || listed || words > most_heading_words) return Label::body;
  return words_below > words ? Label::heading : Label::body;
}

bool is_heading(const Line& line, const Columns& columns, std::size_t row) {
  return line.block == Block::heading && columns[Feature::words][row] <= most_heading_words &&
         columns[Feature::ends_sentence][row] == 0;
}

bool is_prose_in_heading(const Line& line, const Columns& columns, std::size_t row) {
  return line.block == Block::heading &&
         (columns[Feature::description_overlap][row] >= full_overlap ||
          columns[Feature::ends_sentence][row] != 0 ||
          columns[Feature::words][row] >= fewest_prose_words);
}

}  // namespace thanbai
