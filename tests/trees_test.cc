#include "trees.h"

#include <gtest/gtest.h>

#include <numeric>

#include "forest.h"

namespace thanbai {
namespace {

// Two trees of two questions each. The first question of a tree sets its leaf's lowest bit.
constexpr Trees::Split splits[] = {{0, 10}, {1, -5}, {2, 0}, {0, 100}};
constexpr std::int16_t leaves[] = {0, 100, 20, 300, -1000, -2000, 7, 4000};
constexpr Trees trees = {2, 2, 50, splits, leaves};

struct Case {
  std::int16_t a, b, c;
  std::int32_t score;
};
const Case cases[] = {
    {0, -10, 0, 50 + 0 - 1000},    // no to all
    {10, -5, 0, 50 + 0 - 1000},    // "above" is above, not at
    {11, -5, 0, 50 + 100 - 1000},  // the first bit
    {10, -4, 0, 50 + 20 - 1000},   // the second
    {11, -4, 1, 50 + 300 - 2000},  // both, and the second tree's first
    {101, -5, 0, 50 + 100 + 7},    // one column asked by both trees
    {32000, 32000, 32000, 50 + 300 + 4000},
    {-32000, -32000, -32000, 50 + 0 - 1000},
};

Columns columns_of(std::size_t rows) {
  Columns columns;
  columns.reset(3, rows);
  for (std::size_t row = 0; row < rows; ++row) {
    const Case& c = cases[row % std::size(cases)];
    columns[0][row] = c.a;
    columns[1][row] = c.b;
    columns[2][row] = c.c;
  }
  return columns;
}

TEST(Trees, ScoresAreTheBiasAndALeafOfEachTree) {
  // with rows before, at and after the block that is scored at once
  for (const std::size_t rows : {std::size_t{1}, Columns::block - 1, Columns::block,
                                 Columns::block + 1, 3 * Columns::block}) {
    std::vector<std::int32_t> scores = {9, 9};  // what was in it goes
    trees.score(columns_of(rows), scores);
    ASSERT_GE(scores.size(), rows);
    for (std::size_t row = 0; row < rows; ++row) {
      EXPECT_EQ(scores[row], cases[row % std::size(cases)].score) << row << " of " << rows;
    }
  }
}

TEST(Trees, WithoutRowsThereAreNoScores) {
  std::vector<std::int32_t> scores = {9};
  trees.score(columns_of(0), scores);
  EXPECT_TRUE(scores.empty());
}

TEST(Trees, WithoutTreesTheScoreIsTheBias) {
  const Trees none = {0, 2, 50, splits, leaves};
  std::vector<std::int32_t> scores;
  none.score(columns_of(1), scores);
  EXPECT_EQ(scores[0], 50);
}

TEST(Trees, ExplanationsAddUpToTheScore) {
  const Columns columns = columns_of(std::size(cases));
  for (std::size_t row = 0; row < std::size(cases); ++row) {
    std::vector<float> by_column(3);
    const float base = trees.explain(columns, row, by_column);
    const float sum = std::accumulate(by_column.begin(), by_column.end(), base);
    EXPECT_NEAR(sum, static_cast<float>(cases[row].score), 0.5F) << row;
  }
}

TEST(TreeParts, SaysWhatTheTreesSay) {
  const Columns columns = columns_of(std::size(cases));
  std::vector<float> parts(3 * Columns::block);
  for (std::size_t row = 0; row < std::size(cases); ++row) {
    std::vector<float> by_column(3);
    trees.explain(columns, row, by_column);
    TreeParts(trees).explain(columns, row / Columns::block * Columns::block, parts);
    for (std::size_t c = 0; c < 3; ++c) {
      EXPECT_EQ(parts[c * Columns::block + row % Columns::block], by_column[c]) << row << ' ' << c;
    }
  }
}

TEST(Trees, AColumnThatChangesNothingExplainsNothing) {
  // both answers to the question of column 1 lead to the same leaf
  constexpr std::int16_t same[] = {0, 100, 0, 100};
  const Trees one = {1, 2, 0, splits, same};
  std::vector<float> by_column(3);
  EXPECT_EQ(one.explain(columns_of(3), 2, by_column), 50) << "the mean of the leaves";
  EXPECT_EQ(by_column, (std::vector<float>{50, 0, 0}));
  one.explain(columns_of(3), 2, by_column);
  EXPECT_EQ(by_column, (std::vector<float>{100, 0, 0})) << "adds to what is there";
}

TEST(Trees, WhatIsTrueOfMostLinesIsHardlyAReason) {
  // three of four come to the first leaf, none to the last two
  constexpr std::uint16_t covers[] = {49152, 16384, 0, 0};
  const Trees one = {1, 2, 0, splits, leaves, covers};
  std::vector<float> by_column(3);
  EXPECT_EQ(one.explain(columns_of(2), 0, by_column), 25) << "what a line has as a rule";
  EXPECT_EQ(by_column, (std::vector<float>{-25, 0, 0}));
  by_column.assign(3, 0);
  one.explain(columns_of(3), 2, by_column);
  EXPECT_EQ(by_column, (std::vector<float>{75, 0, 0})) << "what few have";
  by_column.assign(3, 0);
  one.explain(columns_of(5), 4, by_column);
  EXPECT_EQ(by_column, (std::vector<float>{140, 135, 0})) << "what none had: the plain mean, 160";
}

// Whichever instructions the machine has, the sums are the same: for trees of any depth, and for
// leaves so large that sums of 16 bits overflow.
TEST(Forest, ScoresAsItsTreesDo) {
  std::uint32_t state = 5;
  const auto random = [&state] {
    state = state * 1664525 + 1013904223;
    return static_cast<std::int16_t>(state >> 16);
  };
  for (std::size_t depth = 1; depth <= Trees::max_depth; ++depth) {
    for (const int largest : {3, 900, 32767}) {
      constexpr std::size_t count = 70;
      std::vector<Trees::Split> questions(count * depth);
      for (Trees::Split& q : questions) {
        q = {static_cast<std::uint16_t>(static_cast<std::uint16_t>(random()) % 3),
             static_cast<std::int16_t>(random() % 100)};
      }
      std::vector<std::int16_t> values(count << depth);
      for (std::int16_t& v : values) v = static_cast<std::int16_t>(random() % largest);
      const Trees some = {count, depth, -77, questions.data(), values.data()};
      const Forest forest(some);
      for (const std::size_t rows : {std::size_t{0}, std::size_t{1}, Columns::block - 1,
                                     Columns::block, 3 * Columns::block + 1}) {
        Columns columns;
        columns.reset(3, rows);
        for (std::size_t c = 0; c < 3; ++c) {
          for (std::size_t row = 0; row < rows; ++row) {
            columns[c][row] = static_cast<std::int16_t>(random() % (row % 7 == 0 ? 32000 : 110));
          }
        }
        std::vector<std::int32_t> expected, scores = {9};
        some.score(columns, expected);
        forest.score(columns, scores);
        ASSERT_EQ(scores.size(), expected.size());
        for (std::size_t row = 0; row < rows; ++row) {
          ASSERT_EQ(scores[row], expected[row]) << "depth " << depth << ", row " << row;
        }
      }
    }
  }
}

}  // namespace
}  // namespace thanbai
