// What all texts hold that a pattern, or a part of one, matches: worked out from its characters up,
// and known even where its templates are given up.
#pragma once

#include <cstdint>

#include "signature.h"

namespace thanbai {

/// Numbers are counted to most_counted. Marks are those of pattern_needs.h.
struct Holds {
  static constexpr std::uint32_t most_counted = 1000;
  static constexpr std::uint64_t any_marks = ~std::uint64_t{0};

  std::uint64_t all_of = 0;  // marks
  std::uint64_t one_of = 0;  // marks of which they hold one; 0: none are known
  std::uint64_t marks = 0;   // all they may hold; `digit` stands for what else digits are told by
  TrigramSet trigrams;       // all of them
  std::uint32_t least = 0;   // characters
  std::uint32_t digits = 0;  // ASCII digits at least
  std::uint32_t most = 0;    // bytes, of folded text; most_counted is any number
  bool begins_line = false;  // all of them begin, or end, where the line does
  bool ends_line = false;

  /// Of one character: this one, a digit, or any that may have these marks.
  static Holds of(char32_t c);
  static Holds of_digit(bool is_ascii);
  static Holds of_any(std::uint64_t some_marks);

  /// Of texts that are as these say or as the others.
  void or_else(const Holds& other);
  /// Of texts that `next` follows. `is_first`: there are none before it.
  void and_then(const Holds& next, bool is_first);
  /// Of so many of them in a row; most_counted is any number.
  void repeat(std::uint32_t least_times, std::uint32_t most_times);
};

/// The mark of the character if no other has it, as folded or as written; else none.
std::uint64_t own_mark(char32_t c) noexcept;

}  // namespace thanbai
