#include "trees.h"

#include <algorithm>
#include <array>

namespace thanbai {

void Trees::score(const Columns& columns, std::vector<std::int32_t>& out) const {
  constexpr std::size_t block = Columns::block;
  out.assign(columns.stride(), bias);
  for (std::size_t row = 0; row < columns.stride(); row += block) {
    std::array<std::int32_t, block> sum{};
    const Split* split = splits;
    const std::int16_t* leaf = leaves;
    for (std::size_t tree = 0; tree < count; ++tree, leaf += std::size_t{1} << depth) {
      std::array<std::uint16_t, block> index{};
      for (std::size_t level = 0; level < depth; ++level, ++split) {
        const std::int16_t* values = columns[split->column] + row;
        const std::int16_t above = split->above;
        const auto bit = static_cast<std::uint16_t>(1U << level);
        for (std::size_t i = 0; i < block; ++i) {
          index[i] = static_cast<std::uint16_t>(index[i] | (values[i] > above ? bit : 0U));
        }
      }
      for (std::size_t i = 0; i < block; ++i) sum[i] += leaf[index[i]];
    }
    for (std::size_t i = 0; i < block; ++i) out[row + i] += sum[i];
  }
}

float Trees::explain(const Columns& columns, std::size_t row, std::vector<float>& by_column) const {
  float base = static_cast<float>(bias);
  const Split* split = splits;
  const std::int16_t* leaf = leaves;
  for (std::size_t tree = 0; tree < count; ++tree, leaf += std::size_t{1} << depth) {
    // Means over the leaves that agree with the questions asked so far: the tree's last question is
    // asked first, since it halves the table.
    std::size_t size = std::size_t{1} << depth;
    const auto mean = [&](std::size_t from, std::size_t to) {
      float sum = 0;
      for (std::size_t i = from; i < to; ++i) sum += leaf[i];
      return sum / static_cast<float>(to - from);
    };
    std::size_t from = 0;
    float before = mean(0, size);
    base += before;
    for (std::size_t level = depth; level-- > 0;) {
      const Split& question = split[level];
      size /= 2;
      if (columns[question.column][row] > question.above) from += size;
      const float after = mean(from, from + size);
      by_column[question.column] += after - before;
      before = after;
    }
    split += depth;
  }
  return base;
}

TreeParts::TreeParts(const Trees& trees) : trees_(trees) {
  const std::size_t leaves = std::size_t{1} << trees.depth;
  const auto mean = [](const std::int16_t* leaf, std::size_t size) {
    float sum = 0;
    for (std::size_t i = 0; i < size; ++i) sum += leaf[i];
    return sum / static_cast<float>(size);
  };
  changes_.reserve(trees.count * 2 * leaves);
  for (std::size_t tree = 0; tree < trees.count; ++tree) {
    const std::int16_t* const leaf = trees.leaves + tree * leaves;
    for (std::size_t size = leaves / 2; size > 0; size /= 2) {
      for (std::size_t from = 0; from < leaves; from += size) {
        const std::size_t parent = from / (2 * size) * (2 * size);
        changes_.push_back(mean(leaf + from, size) - mean(leaf + parent, 2 * size));
      }
    }
  }
}

void TreeParts::explain(const Columns& columns, std::size_t row, std::vector<float>& parts) const {
  constexpr std::size_t block = Columns::block;
  std::fill(parts.begin(), parts.end(), 0.0F);
  const Trees::Split* split = trees_.splits;
  const float* change = changes_.data();
  for (std::size_t tree = 0; tree < trees_.count; ++tree, split += trees_.depth) {
    std::array<std::uint32_t, block> place{};
    for (std::size_t level = trees_.depth; level-- > 0;) {
      const std::int16_t* const values = columns[split[level].column] + row;
      const std::int16_t above = split[level].above;
      float* const part = parts.data() + split[level].column * block;
      for (std::size_t i = 0; i < block; ++i) {
        place[i] = 2 * place[i] + (values[i] > above ? 1U : 0U);
      }
      for (std::size_t i = 0; i < block; ++i) part[i] += change[place[i]];
      change += std::size_t{1} << (trees_.depth - level);
    }
  }
}

}  // namespace thanbai
