// What a line holds, and a pattern asks for, as sets of bits: whether the one has all of the other
// is told at once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace thanbai {

/// Three letters that follow each other in a word, as one of 192 bits: what a set of words holds is
/// the bits of all. A word's edges count as letters.
struct TrigramSet {
  std::array<std::uint64_t, 3> words{};

  constexpr void add(char32_t first, char32_t second, char32_t third) noexcept {
    const std::uint32_t hash =
        ((static_cast<std::uint32_t>(first) * 0x9E3779B1U + static_cast<std::uint32_t>(second)) *
             0x85EBCA6BU +
         static_cast<std::uint32_t>(third)) *
        0xC2B2AE35U;
    const std::uint64_t bit = (hash * std::uint64_t{192}) >> 32;
    words[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  constexpr TrigramSet& operator|=(const TrigramSet& other) noexcept {
    for (std::size_t i = 0; i < words.size(); ++i) words[i] |= other.words[i];
    return *this;
  }
  constexpr TrigramSet& operator&=(const TrigramSet& other) noexcept {
    for (std::size_t i = 0; i < words.size(); ++i) words[i] &= other.words[i];
    return *this;
  }
  constexpr bool holds(const TrigramSet& all) const noexcept {
    std::uint64_t lacking = 0;
    for (std::size_t i = 0; i < words.size(); ++i) lacking |= all.words[i] & ~words[i];
    return lacking == 0;
  }
};

/// The trigrams of letters that come one by one. Letters of scripts without spaces count alone.
class Trigrams {
 public:
  static constexpr Trigrams at_edge() noexcept {
    Trigrams result;
    result.second_ = edge;
    return result;
  }

  constexpr void add(char32_t letter) noexcept {
    if (first_ != 0) set_.add(first_, second_, letter);
    first_ = second_;
    second_ = letter;
  }
  constexpr void add_spaceless(char32_t letter) noexcept {
    end_letters();
    set_.add(0, 0, letter);
  }
  /// The word ends, if there is one, and another may begin.
  constexpr void end_letters() noexcept {
    if (first_ != 0) set_.add(first_, second_, edge);
    first_ = 0;
    second_ = edge;
  }
  /// What comes now is not known.
  constexpr void forget() noexcept { first_ = second_ = 0; }

  constexpr const TrigramSet& set() const noexcept { return set_; }

 private:
  static constexpr char32_t edge = ' ';

  char32_t first_ = 0;  // 0: not known, or before the edge
  char32_t second_ = 0;
  TrigramSet set_;
};

/// What a line, or all that matches a pattern, holds.
struct Signature {
  std::uint64_t marks = 0;  // see pattern_needs.h
  TrigramSet trigrams;

  bool holds(const Signature& all) const noexcept {
    return (all.marks & ~marks) == 0 && trigrams.holds(all.trigrams);
  }
};

}  // namespace thanbai
