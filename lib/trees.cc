#include "trees.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace thanbai {
namespace {

constexpr std::size_t block = Columns::block;

// Part of a block of a column. GCC and Clang know such vectors on every machine; without them GCC
// unrolls the loops instead, and wider ones it splits into single numbers.
constexpr std::size_t lanes = 8;
constexpr std::size_t vectors = block / lanes;
using Vector = std::int16_t __attribute__((vector_size(lanes * sizeof(std::int16_t))));

/// Which leaf each row from `row` on comes to, question by question: `level_done(level)` sees the
/// places among the nodes so far.
template <class LevelDone>
inline void descend(const Columns& columns, std::size_t row, const Trees::Split* split,
                    std::size_t depth, std::array<std::int16_t, block>& places,
                    LevelDone level_done) {
  std::array<Vector, vectors> place{};
  for (std::size_t level = depth; level-- > 0;) {
    const std::int16_t* const values = columns[split[level].column] + row;
    for (std::size_t v = 0; v < vectors; ++v) {
      Vector value;
      std::memcpy(&value, values + v * lanes, sizeof value);
      // A comparison gives 0 or -1.
      place[v] = place[v] + place[v] - (value > split[level].above);
    }
    std::memcpy(places.data(), place.data(), sizeof places);
    level_done(level);
  }
}

}  // namespace

void Trees::score(const Columns& columns, std::vector<std::int32_t>& out) const {
  out.assign(columns.stride(), bias);
  for (std::size_t row = 0; row < columns.stride(); row += block) {
    std::array<std::int32_t, block> sum{};
    const Split* split = splits;
    const std::int16_t* leaf = leaves;
    for (std::size_t tree = 0; tree < count; ++tree, leaf += std::size_t{1} << depth) {
      std::array<std::int16_t, block> places{};
      descend(columns, row, split, depth, places, [](std::size_t) {});
      split += depth;
      for (std::size_t i = 0; i < block; ++i) sum[i] += leaf[places[i]];
    }
    for (std::size_t i = 0; i < block; ++i) out[row + i] += sum[i];
  }
  out.resize(columns.rows());
}

float Trees::mean(std::size_t tree, std::size_t from, std::size_t size) const noexcept {
  const std::size_t first = (tree << depth) + from;
  float sum = 0;
  float weighted = 0;
  float weight = 0;
  for (std::size_t i = first; i < first + size; ++i) {
    sum += leaves[i];
    if (covers == nullptr) continue;
    weighted += static_cast<float>(covers[i]) * leaves[i];
    weight += covers[i];
  }
  return weight > 0 ? weighted / weight : sum / static_cast<float>(size);
}

float Trees::explain(const Columns& columns, std::size_t row, std::vector<float>& by_column) const {
  float base = static_cast<float>(bias);
  const Split* split = splits;
  for (std::size_t tree = 0; tree < count; ++tree, split += depth) {
    // Means over the leaves that agree with the questions asked so far: the tree's last question is
    // asked first, since it halves the table.
    std::size_t size = std::size_t{1} << depth;
    std::size_t from = 0;
    float before = mean(tree, 0, size);
    base += before;
    for (std::size_t level = depth; level-- > 0;) {
      const Split& question = split[level];
      size /= 2;
      if (columns[question.column][row] > question.above) from += size;
      const float after = mean(tree, from, size);
      by_column[question.column] += after - before;
      before = after;
    }
  }
  return base;
}

TreeParts::TreeParts(const Trees& trees) : trees_(trees) {
  const std::size_t leaves = std::size_t{1} << trees.depth;
  changes_.reserve(trees.count * 2 * leaves);
  for (std::size_t tree = 0; tree < trees.count; ++tree) {
    for (std::size_t size = leaves / 2; size > 0; size /= 2) {
      for (std::size_t from = 0; from < leaves; from += size) {
        const std::size_t parent = from / (2 * size) * (2 * size);
        changes_.push_back(trees.mean(tree, from, size) - trees.mean(tree, parent, 2 * size));
      }
    }
  }
}

void TreeParts::explain(const Columns& columns, std::size_t row, std::vector<float>& parts) const {
  std::fill(parts.begin(), parts.end(), 0.0F);
  const Trees::Split* split = trees_.splits;
  const float* change = changes_.data();
  for (std::size_t tree = 0; tree < trees_.count; ++tree, split += trees_.depth) {
    std::array<std::int16_t, block> places{};
    descend(columns, row, split, trees_.depth, places, [&](std::size_t level) {
      float* const part = parts.data() + split[level].column * block;
      for (std::size_t i = 0; i < block; ++i) part[i] += change[places[i]];
      change += std::size_t{1} << (trees_.depth - level);
    });
  }
}

}  // namespace thanbai
