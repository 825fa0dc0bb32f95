#include "line_series.h"

#include <cstddef>
#include <string_view>

#include "context.h"
#include "unicode.h"
#include "word_hash.h"

namespace thanbai {
namespace {

using namespace unicode;  // NOLINT: class bits are used below

constexpr int shape_tokens = 4;           // at the beginning of a line tell what it is like
constexpr std::int64_t page_edge = -900;  // first score beyond the page's ends, as a column

/// What stands for a token in a shape: for a word whether it begins with a capital, for a number
/// one digit, for another character itself.
char32_t token_of(char32_t c, std::uint16_t bits) noexcept {
  if ((bits & digit) != 0) return U'0';
  if ((bits & letter) == 0) return c;
  return (bits & upper) != 0 ? U'A' : U'a';
}

/// The shape of a line as a number. "June 9 – West Palm Beach" and "July 12 – Wantagh" have one.
std::uint32_t shape_of(std::string_view text, const ClassTable& classes) {
  std::uint32_t hash = hash_start;
  std::uint16_t before = space;
  int tokens = 0;
  for (const char *p = text.data(), *end = p + text.size(); p != end;) {
    const char32_t c = valid_next(p);
    const std::uint16_t bits = classes(c) & (letter | digit | space | upper);
    const bool continues = (bits & before & (letter | digit)) != 0;
    before = bits;
    if (continues || (bits & space) != 0) continue;
    if (++tokens > shape_tokens) break;
    hash = add_to_hash(hash, token_of(c, bits));
  }
  return hash;
}

}  // namespace

void find_series(const Lines& lines, Columns& columns) {
  const ClassTable& classes = class_table();
  const std::size_t rows = lines.items.size();
  std::size_t begin = 0;
  std::uint32_t shape = 0;
  const auto close = [&](std::size_t end) {
    for (std::size_t row = begin; row < end; ++row) {
      columns[Feature::series_size][row] = clamp_value(static_cast<std::int64_t>(end - begin));
      columns[Feature::series_place][row] = clamp_value(static_cast<std::int64_t>(row - begin));
    }
    begin = end;
  };
  for (std::size_t row = 0; row < rows; ++row) {
    const std::uint32_t own = shape_of(lines.items[row].text, classes);
    if (own != shape) close(row);
    shape = own;
  }
  close(rows);
}

void observe_series(const std::vector<std::int32_t>& first_scores, Columns& columns) {
  const std::size_t rows = columns.rows();
  for (std::size_t begin = 0, end = 0; begin < rows; begin = end) {
    std::int64_t sum = 0;
    do {
      sum += first_scores[end++];
    } while (end < rows && columns[Feature::series_place][end] != 0);
    const auto lines = static_cast<std::int64_t>(end - begin);
    for (std::size_t row = begin; row < end; ++row) {
      const auto set = [&](Observation observation, std::int64_t value) {
        columns[observation][row] = clamp_value(value);
      };
      set(Observation::series_score, sum / lines / 10);
      set(Observation::score_before_series, begin == 0 ? page_edge : first_scores[begin - 1] / 10);
      set(Observation::score_after_series, end == rows ? page_edge : first_scores[end] / 10);
    }
  }
}

}  // namespace thanbai
