// What needs the whole page (repeats, common words, places) is counted from the words' hashes.
#include "page_features.h"

#include <algorithm>
#include <array>

#include "open_addressing.h"
#include "word_hash.h"

namespace thanbai {
namespace {

std::size_t slots_for(std::size_t words) noexcept {
  std::size_t slots = 256;
  while (slots < 2 * words && slots < Words::most_slots) slots *= 2;
  return slots;
}

}  // namespace

void store_vocabulary(std::size_t rows, Words& words, Columns& out) {
  words.slots.assign(slots_for(words.hashes.size()), {});
  words.line_hashes.resize(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::uint32_t i = words.begin[row]; i < words.begin[row + 1]; ++i) {
      Words::Slot& slot = words.slot(words.hashes[i]);
      const bool is_new = slot.last_line != row && slot.lines < UINT16_MAX;
      slot.last_line = static_cast<std::uint32_t>(row);
      slot.lines = static_cast<std::uint16_t>(slot.lines + (is_new ? 1 : 0));
    }
  }
  for (std::size_t row = 0; row < rows; ++row) {
    int common = 0;
    int rare = 0;
    std::uint32_t line_hash = hash_start;
    for (std::uint32_t i = words.begin[row]; i < words.begin[row + 1]; ++i) {
      const std::uint16_t lines = words.slot(words.hashes[i]).lines;
      line_hash = add_to_hash(line_hash, words.hashes[i]);
      common += lines >= 3 ? 1 : 0;
      rare += lines == 1 ? 1 : 0;
    }
    const std::int64_t size = words.count_in(row);
    out[Feature::common_share][row] = per_mille(common, size);
    out[Feature::rare_share][row] = per_mille(rare, size);
    words.line_hashes[row] = finish_hash(line_hash);
  }
}

void store_repeats(std::size_t rows, Words& words, Columns& out) {
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t lines = 0;
    std::uint32_t first = 0;
  };
  std::size_t size = 64;
  while (size < 2 * rows) size *= 2;
  std::vector<Slot> slots(size);
  std::vector<std::uint32_t> slot_of(rows, UINT32_MAX);
  words.first_same.resize(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    words.first_same[row] = static_cast<std::uint32_t>(row);
    if (words.begin[row] == words.begin[row + 1]) {
      out[Feature::repeats][row] = 1;
      continue;
    }
    const std::uint32_t hash = words.line_hashes[row];
    const std::size_t at = find_place(
        hash, size, [&](std::size_t i) { return slots[i].hash == 0 || slots[i].hash == hash; });
    if (at == size) {
      out[Feature::repeats][row] = 1;
      continue;
    }
    slots[at].hash = hash;
    if (slots[at].lines == 0) slots[at].first = static_cast<std::uint32_t>(row);
    words.first_same[row] = slots[at].first;
    out[Feature::is_repeat][row] = slots[at].lines > 0 ? 1 : 0;
    ++slots[at].lines;
    slot_of[row] = static_cast<std::uint32_t>(at);
  }
  for (std::size_t row = 0; row < rows; ++row) {
    if (slot_of[row] != UINT32_MAX)
      out[Feature::repeats][row] = clamp_value(slots[slot_of[row]].lines);
  }
}

void store_place(std::size_t rows, Columns& out) {
  std::int64_t all = 0;
  for (std::size_t row = 0; row < rows; ++row) all += out[Feature::words][row];
  std::int64_t before = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    out[Feature::line_number][row] = clamp_value(static_cast<std::int64_t>(row));
    out[Feature::lines_after][row] = clamp_value(static_cast<std::int64_t>(rows - 1 - row));
    out[Feature::relative_place][row] = per_mille(before, all);
    out[Feature::page_lines][row] = clamp_value(static_cast<std::int64_t>(rows));
    out[Feature::page_words][row] = clamp_value(all / 10);
    before += out[Feature::words][row];
  }
}

}  // namespace thanbai
