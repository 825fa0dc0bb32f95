// How lines stand to what the page says of itself: its title, which a headline repeats, and the
// article body and the description that its metadata declare.
#include <algorithm>
#include <array>
#include <utility>

#include "page_features.h"
#include "pair_table.h"
#include "word_hash.h"

namespace thanbai {
namespace {

// A headline repeats the page's title, which the first line is taken for, perhaps with the outlet's
// name cut off: at least this much of the two agrees (per mille; chosen on left-out sites, where
// 500 to 650 do equally well).
constexpr int headline_similarity = 550;
constexpr std::uint32_t fewest_title_words = 3;
constexpr std::uint32_t most_title_words = 40;

/// The pairs of neighbouring words of a declared text.
class DeclaredPairs {
 public:
  DeclaredPairs(const Words& words, std::uint32_t begin, std::uint32_t end)
      : words_(words), count_(end - begin < 2 ? 0 : end - begin - 1), pairs_(count_) {
    for (std::uint32_t i = begin; i + 1 < end; ++i) pairs_.add(pair_at(words, i), 0);
  }

  std::uint32_t count() const noexcept { return count_; }

  /// Those of a line that the text holds.
  std::int64_t shared_with(std::size_t row) const noexcept {
    std::int64_t shared = 0;
    for_each_pair(words_, row, [&](std::uint64_t pair) { shared += pairs_.has(pair) ? 1 : 0; });
    return shared;
  }

 private:
  const Words& words_;
  std::uint32_t count_;
  PairTable pairs_;
};

}  // namespace

void store_declared_body(std::size_t rows, const Words& words, std::uint32_t begin,
                         std::uint32_t end, Columns& out) {
  constexpr std::uint32_t fewest_words = 30;  // a shorter body is a summary
  std::int16_t* const shares = out[Feature::declared_share];
  if (end - begin < fewest_words) return std::fill(shares, shares + rows, std::int16_t{-1});
  const DeclaredPairs body(words, begin, end);
  for (std::size_t row = 0; row < rows; ++row) {
    const std::int64_t pairs = words.count_in(row);
    shares[row] = per_mille(body.shared_with(row), std::max<std::int64_t>(pairs - 1, 1));
  }
}

void store_description(std::size_t rows, const Words& words, std::uint32_t begin, std::uint32_t end,
                       Columns& out) {
  constexpr std::uint32_t fewest_words = 5;
  std::int16_t* const overlaps = out[Feature::description_overlap];
  if (end - begin < fewest_words) return std::fill(overlaps, overlaps + rows, std::int16_t{-1});
  const DeclaredPairs description(words, begin, end);
  for (std::size_t row = 0; row < rows; ++row) {
    overlaps[row] =
        std::min<std::int16_t>(1000, per_mille(description.shared_with(row), description.count()));
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
