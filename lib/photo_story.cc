#include "photo_story.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "line_features.h"

namespace thanbai {
namespace {

// Of the lines of prose within this many lines around, at least this share (per mille) are
// captions, and at least this many.
constexpr std::size_t reach = 12;
constexpr int least_share = 700;
constexpr int fewest_captions = 4;
constexpr int fewest_words = 8;  // of a line of prose

}  // namespace

void settle_captions(Columns& columns) {
  constexpr std::int16_t settled = -1;
  const std::size_t rows = columns.rows();
  std::int16_t* hits = columns[Feature::hit_caption];
  std::vector<std::int32_t> prose(rows + 1);
  std::vector<std::int32_t> captions(rows + 1);
  for (std::size_t row = 0; row < rows; ++row) {
    const bool is_prose = columns[Feature::words][row] >= fewest_words;
    prose[row + 1] = prose[row] + (is_prose ? 1 : 0);
    captions[row + 1] = captions[row] + (is_prose && hits[row] != 0 ? 1 : 0);
  }
  if (captions[rows] < fewest_captions) return;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::size_t begin = row < reach ? 0 : row - reach;
    const std::size_t end = std::min(rows, row + reach + 1);
    const std::int32_t found = captions[end] - captions[begin];
    if (found >= fewest_captions && found * 1000 >= least_share * (prose[end] - prose[begin])) {
      hits[row] = settled;
    }
  }
  // Captions next to such captions belong to the story, too: at its ends other prose is near.
  const auto spread = [&](bool& beside, std::size_t row) {
    if (columns[Feature::words][row] < fewest_words) return;
    if (beside && hits[row] > 0) hits[row] = settled;
    beside = hits[row] == settled;
  };
  bool beside = false;
  for (std::size_t row = 0; row < rows; ++row) spread(beside, row);
  beside = false;
  for (std::size_t row = rows; row-- > 0;) spread(beside, row);
  std::replace(hits, hits + rows, settled, std::int16_t{0});
}

}  // namespace thanbai
