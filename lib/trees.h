// Boosted decision trees over columns of small numbers, and what each column added to a score.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "columns.h"

namespace thanbai {

/// Symmetric trees: all nodes of one level ask the same question, so a tree is its questions and a
/// table of 2^depth leaves. Sums are in thousandths of log-odds and exact, so that every machine
/// and compiler gives the same. A view of static tables (model.inc); immutable.
struct Trees {
  struct Split {
    std::uint16_t column;
    std::int16_t above;  // the bit is set if the column's value is greater
  };
  static constexpr std::size_t max_depth = 6;

  std::size_t count;    // of trees
  std::size_t depth;    // of each tree, at most max_depth
  std::int32_t bias;    // thousandths
  const Split* splits;  // count * depth; the first of a tree asks for the lowest bit of its leaf
  const std::int16_t* leaves;  // count << depth, thousandths
  // How common each leaf is, count << depth: of what a tree learned from, the share that came to
  // it. Null for trees whose scores are never explained: all count as equally common.
  const std::uint16_t* covers = nullptr;

  /// Fills `out` with the score of each row of `columns`, in thousandths of log-odds.
  void score(const Columns& columns, std::vector<std::int32_t>& out) const;

  /// Adds to `by_column` (one number a column) what each column did to the score of `row`, in
  /// thousandths; with the bias and the trees' means, which are returned, they add up to the score
  /// but for rounding. A split's part is the change of the mean over the leaves still open, by how
  /// common they are: what is true of most lines is hardly a reason.
  float explain(const Columns& columns, std::size_t row, std::vector<float>& by_column) const;

  /// The mean of the leaves [from, from + size) of a tree, by how common they are.
  float mean(std::size_t tree, std::size_t from, std::size_t size) const noexcept;
};

/// What Trees::explain says, for many rows: the changes of the means are worked out once. Views the
/// trees, which must outlive it. Immutable.
class TreeParts {
 public:
  explicit TreeParts(const Trees& trees);

  /// For the rows from `row`, a multiple of Columns::block, to the end of its block: what each
  /// column did to the row's score, at `parts[column * Columns::block + place in the block]`. Gives
  /// the same numbers as Trees::explain, bit for bit.
  void explain(const Columns& columns, std::size_t row, std::vector<float>& parts) const;

 private:
  const Trees& trees_;
  std::vector<float> changes_;  // of each tree, level by level from the last, of each place in it
};

}  // namespace thanbai
