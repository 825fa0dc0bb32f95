#include "list_items.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "line_features.h"

namespace thanbai {
namespace {

constexpr std::size_t longest_item = 12;  // lines from one item to the next
constexpr int most_digits = 3;            // of an item's number

/// The number that a line begins with as an item of a list does; 0 if it does not.
int item_number(std::string_view text) {
  int number = 0;
  std::size_t at = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at < most_digits) {
    number = 10 * number + (text[at++] - '0');
  }
  if (at == 0 || at + 1 >= text.size()) return 0;
  const bool marked = text[at] == '.' || text[at] == ')' || text[at] == ':' || text[at] == '-';
  if (marked) return text[at + 1] < '0' || text[at + 1] > '9' ? number : 0;
  return text[at] == ' ' && (text[at + 1] < '0' || text[at + 1] > '9') ? number : 0;
}

}  // namespace

void find_lists(const Lines& lines, Columns& columns) {
  const std::size_t rows = lines.items.size();
  std::size_t first = 0;   // row of the list's first item
  std::size_t latest = 0;  // row of its latest
  int number = 0;          // of its latest; 0: there is no list
  int items = 0;
  const auto close = [&] {
    if (items < 2) return;
    for (std::size_t row = first; row <= latest; ++row) {
      columns[Feature::list_size][row] = clamp_value(items);
      columns[Feature::list_place][row] = clamp_value(static_cast<std::int64_t>(row - first));
    }
  };
  for (std::size_t row = 0; row < rows; ++row) {
    const int own = item_number(lines.items[row].text);
    if (own == 0) continue;
    const bool follows =
        number != 0 && row - latest <= longest_item && (own == number + 1 || own + 1 == number);
    if (!follows) {
      close();
      first = row;
      items = 0;
    }
    ++items;
    latest = row;
    number = own;
  }
  close();
}

}  // namespace thanbai
