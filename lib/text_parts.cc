#include "text_parts.h"

namespace thanbai {
namespace {

constexpr std::size_t least_prose_bytes = 80;  // of a line; menus and footers have shorter ones

}  // namespace

std::size_t end_of_part(const Lines& lines, std::size_t begin, std::size_t most) {
  const std::size_t count = lines.items.size();
  if (count - begin <= most) return count;
  std::size_t longest = 0;  // lines in a row
  std::size_t in_a_row = 0;
  std::size_t end = begin + most;
  for (std::size_t row = begin + most - most / 4; row < begin + most; ++row) {
    const bool is_short = lines.items[row].text.size() < least_prose_bytes;
    in_a_row = is_short ? in_a_row + 1 : 0;
    if (in_a_row == 0 || in_a_row < longest) continue;
    longest = in_a_row;
    end = row + 1 - in_a_row / 2;
  }
  return end;
}

}  // namespace thanbai
