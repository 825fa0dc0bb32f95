// How lines stand to what the page says of itself: its title, which a headline repeats, and the
// article body that its metadata declare.
#include <array>
#include <utility>
#include <vector>

#include "page_features.h"
#include "word_hash.h"

namespace thanbai {
namespace {

// A headline repeats the page's title, which the first line is taken for, perhaps with the outlet's
// name cut off: at least this much of the two agrees (per mille; chosen on left-out sites, where
// 500 to 650 do equally well).
constexpr int headline_similarity = 550;
constexpr std::uint32_t fewest_title_words = 3;
constexpr std::uint32_t most_title_words = 40;

}  // namespace

void store_declared(std::size_t rows, const Words& words, std::uint32_t declared_begin,
                    Columns& out) {
  constexpr std::uint32_t fewest_words = 30;  // a shorter body is a summary
  const auto declared_end = static_cast<std::uint32_t>(words.hashes.size());
  const auto pair = [&](std::uint32_t i) {
    return finish_hash(add_to_hash(words.hashes[i], words.hashes[i + 1]));
  };
  const bool known = declared_end - declared_begin >= fewest_words;
  std::vector<std::uint64_t> bits(known ? std::size_t{1} << 12 : 0);  // 2^18 pairs
  const std::uint32_t mask = (1U << 18) - 1;
  for (std::uint32_t i = declared_begin; known && i + 1 < declared_end; ++i) {
    const std::uint32_t at = pair(i) & mask;
    bits[at >> 6] |= std::uint64_t{1} << (at & 63);
  }
  for (std::size_t row = 0; row < rows; ++row) {
    int shared = 0;
    for (std::uint32_t i = words.begin[row]; known && i + 1 < words.begin[row + 1]; ++i) {
      const std::uint32_t at = pair(i) & mask;
      shared += static_cast<int>((bits[at >> 6] >> (at & 63)) & 1);
    }
    const std::int64_t pairs = words.count_in(row);
    out[Feature::declared_share][row] =
        known ? per_mille(shared, std::max<std::int64_t>(pairs - 1, 1)) : std::int16_t{-1};
  }
}

void store_headline(std::size_t rows, const Words& words, std::uint32_t title_begin,
                    std::uint32_t title_end, std::size_t first_candidate, Columns& out) {
  std::array<std::uint64_t, 64> in_title{};  // bits by the low 12 bits of a hash
  const auto bit = [&](std::uint32_t hash) -> std::pair<std::uint64_t&, std::uint64_t> {
    return {in_title[(hash >> 6) & 63U], std::uint64_t{1} << (hash & 63U)};
  };
  int title_words = 0;
  for (std::uint32_t i = title_begin; i < title_end && i < title_begin + 2 * most_title_words;
       ++i) {
    auto [word, mask] = bit(words.hashes[i]);
    title_words += (word & mask) == 0 ? 1 : 0;
    word |= mask;
  }
  int best = 0;
  std::size_t headline = rows;
  for (std::size_t row = 0; row < rows && title_words >= static_cast<int>(fewest_title_words);
       ++row) {
    const std::uint32_t size = words.count_in(row);
    if (size == 0 || size > 2 * most_title_words) continue;
    int shared = 0;
    for (std::uint32_t i = words.begin[row]; i < words.begin[row + 1]; ++i) {
      auto [word, mask] = bit(words.hashes[i]);
      shared += (word & mask) != 0 ? 1 : 0;
    }
    const int of_title = std::min(1000, shared * 1000 / title_words);
    out[Feature::title_overlap][row] = clamp_value(of_title);
    if (row < first_candidate || size < fewest_title_words || size > most_title_words) continue;
    const int of_line = shared * 1000 / static_cast<int>(size);
    const int similarity = of_line * std::min(1000, of_title * 8 / 5) / 1000;
    if (similarity > best) {
      best = similarity;
      headline = row;
    }
  }
  const bool found = best >= headline_similarity;
  std::int64_t words_before = 0;
  for (std::size_t row = 0; found && row < headline; ++row)
    words_before += out[Feature::words][row];
  std::int64_t words_so_far = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    out[Feature::title_similarity][row] = clamp_value(best);
    out[Feature::lines_since_headline][row] =
        found ? clamp_value(static_cast<std::int64_t>(row) - static_cast<std::int64_t>(headline))
              : clamp_value(smallest_value);
    out[Feature::words_since_headline][row] =
        found ? clamp_value(words_so_far - words_before) : clamp_value(smallest_value);
    words_so_far += out[Feature::words][row];
  }
}

}  // namespace thanbai
