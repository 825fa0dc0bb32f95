// From a line's words, or its first character, to the patterns that it may match.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "pattern_needs.h"

namespace thanbai {

/// A pattern to try on a line that holds all of the signature and the word, and what else stands
/// here.
struct Way {
  Signature holds;
  std::uint64_t one_of;   // marks; 0: none is asked for
  std::uint64_t none_of;  // marks
  std::uint32_t pattern;
  std::uint32_t min_bytes;
  std::uint32_t max_bytes;
  std::uint32_t also;  // the hash of another word, or its stem, that the line must hold; 0: none
  std::uint32_t most_folded;  // bytes, without edges
  std::uint8_t digits;        // at least
  bool also_is_stem;

  /// Whether the rest fits a line that holds the signature.
  bool fits(std::uint64_t line_marks, std::size_t bytes) const noexcept {
    return bytes >= min_bytes && bytes <= max_bytes && (line_marks & none_of) == 0 &&
           (one_of == 0 || (line_marks & one_of) != 0);
  }
};

/// Ways by the hash of a word. A word that leads nowhere is mostly told by one bit. Most ways of
/// the others need more than the line holds: their signatures stand together.
class WordIndex {
 public:
  void add(std::uint32_t hash, const Way& way) { added_.emplace_back(hash, way); }

  /// After the last add() and before the first for_each().
  void finish() {
    std::stable_sort(added_.begin(), added_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::size_t size = 64;
    while (size < 2 * added_.size()) size *= 2;
    slots_.assign(size, {});
    bits_.assign(size / 4, 0);  // 16 bits a slot
    for (const auto& [hash, way] : added_) {
      Slot& slot = slots_[find(hash)];
      const auto end = static_cast<std::uint32_t>(ways_.size() + 1);
      slot = {hash, slot.is_free() ? end - 1 : slot.begin, end};
      signatures_.push_back(way.holds);
      ways_.push_back(way);
      bits_[bit(hash) / 64] |= std::uint64_t{1} << (bit(hash) % 64);
    }
    added_ = {};
  }

  template <class Do>
  void for_each(std::uint32_t hash, const Signature& line, Do act) const {
    if (((bits_[bit(hash) / 64] >> (bit(hash) % 64)) & 1) == 0) return;
    const Slot& slot = slots_[find(hash)];
    for (std::uint32_t i = slot.begin; i < slot.end; ++i) {
      if (line.holds(signatures_[i])) act(ways_[i]);
    }
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool is_free() const noexcept { return begin == end; }
  };

  std::size_t bit(std::uint32_t hash) const noexcept {
    return (hash >> 3) & (bits_.size() * 64 - 1);
  }
  /// The slot of the hash, or a free one.
  std::size_t find(std::uint32_t hash) const noexcept {
    std::size_t at = hash & (slots_.size() - 1);
    while (!slots_[at].is_free() && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  std::vector<std::pair<std::uint32_t, Way>> added_;
  std::vector<Slot> slots_;
  std::vector<std::uint64_t> bits_ = {0};  // before finish() no word leads anywhere
  std::vector<Way> ways_;
  std::vector<Signature> signatures_;  // of the same
};

/// Ways that need no word. Most need a digit or some mark, which most lines do not hold.
class WordlessWays {
 public:
  void add(const Way& way) {
    auto& ways = (way.holds.marks & marks::digit) != 0     ? with_digit_
                 : way.holds.marks != 0 || way.one_of != 0 ? with_mark_
                                                           : others_;
    ways.push_back(way);
    if (&ways == &with_mark_) marks_ |= way.holds.marks | way.one_of;
  }

  template <class Do>
  void for_each(const Signature& line, Do act) const {
    const auto act_if = [&](const Way& way) {
      if (line.holds(way.holds)) act(way);
    };
    for (const Way& way : others_) act_if(way);
    if ((line.marks & marks::digit) != 0) {
      for (const Way& way : with_digit_) act_if(way);
    }
    if ((line.marks & marks_) != 0) {
      for (const Way& way : with_mark_) act_if(way);
    }
  }

 private:
  std::vector<Way> others_, with_digit_, with_mark_;
  std::uint64_t marks_ = 0;  // of with_mark_, any of them
};

/// Ways by what a pattern needs.
class PatternIndex {
 public:
  void add(const Need& need, const Way& way) {
    switch (need.word) {
      case Need::Word::first_two: return first_two_.add(need.hash, way);
      case Need::Word::first: return first_.add(need.hash, way);
      case Need::Word::any: return any_.add(need.hash, way);
      case Need::Word::stem: return stems_.add(need.hash, way);
      case Need::Word::none: break;
    }
    if (need.first_char == Need::any_char) return wordless_.add(way);
    for (std::size_t c = 0; c < wordless_by_first_.size(); ++c) {
      if (may_begin(need.first_char, c)) wordless_by_first_[c].add(way);
    }
  }

  void finish() {
    first_two_.finish();
    first_.finish();
    any_.finish();
    stems_.finish();
  }

  /// Ways of a line of these words that holds their signatures; some may come more than once.
  template <class Do>
  void for_each(const std::uint32_t* words, const std::uint32_t* stems, std::size_t count,
                const Signature& line, Do act) const {
    if (count > 0) first_.for_each(words[0], line, act);
    if (count > 1) first_two_.for_each(pair_hash(words[0], words[1]), line, act);
    for (std::size_t i = 0; i < count; ++i) any_.for_each(words[i], line, act);
    for (std::size_t i = 0; i < count; ++i) stems_.for_each(stems[i], line, act);
  }

  /// What the line's runs of letters add, if patterns may begin at any of them.
  template <class Do>
  void for_each_run(const std::vector<LetterRun>& runs, const Signature& line, Do act) const {
    for (std::size_t i = 0; i < runs.size(); ++i) {
      first_.for_each(runs[i].hash, line, act);
      if (i > 0) first_two_.for_each(pair_hash(runs[i - 1].hash, runs[i].hash), line, act);
      if (runs[i].is_word) continue;  // for_each() has seen it
      any_.for_each(runs[i].hash, line, act);
      stems_.for_each(runs[i].stem, line, act);
    }
  }

  /// The same of those that need no word. `first` is the line's first character, folded.
  template <class Do>
  void for_each_wordless(char32_t first, const Signature& line, Do act) const {
    wordless_.for_each(line, act);
    wordless_by_first_[first_character(first)].for_each(line, act);
  }

 private:
  static constexpr std::size_t not_ascii = 128, edge = 129;  // else an ASCII character

  static std::size_t first_character(char32_t c) noexcept {
    for (const char32_t e : U" |*-+»>›•") {
      if (c == e) return edge;  // or the text is empty
    }
    return c < 0x80 ? static_cast<std::size_t>(c) : not_ascii;
  }

  static bool may_begin(std::int16_t first_char, std::size_t c) noexcept {
    const bool digit = (c >= '0' && c <= '9') || c == not_ascii;
    return c == edge || (first_char == Need::digit_char && digit) ||
           (first_char == Need::not_ascii && c == not_ascii) ||
           (first_char >= 0 && c == static_cast<std::size_t>(first_char));
  }

  WordIndex first_two_, first_, any_, stems_;
  WordlessWays wordless_;
  std::array<WordlessWays, edge + 1> wordless_by_first_;  // by first_character()
};

}  // namespace thanbai
