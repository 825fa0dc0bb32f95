// Packs -> the words that mean something by themselves, by hash.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "hint_words.h"
#include "thanbai/pack.h"

namespace thanbai {

/// Words that mean something by themselves: function words and cue words of packs, and words of
/// hints. Immutable; any number of threads may look up in one.
class Lexicon {
 public:
  static constexpr std::size_t max_packs = 24;  // more packs have no stop words counted

  struct Entry {
    std::uint32_t hash = 0;         // of the folded word; 0 marks a free slot
    std::uint32_t stopword_of = 0;  // bit p: function word of pack p
    std::uint16_t cues = 0;         // bit l: cue word of Label l; bit `web`
    std::uint16_t hints = 0;        // bit l: a word of hints that suggests Label l
    std::int16_t hint_odds = 0;     // of a word of hints, see HintWord
  };
  static constexpr std::uint16_t web = 1U << label_count;  // "http" and its kin

  /// 1 for each pack whose function word it is, 0 for the others.
  using PackCounts = std::array<std::uint8_t, 32>;

  explicit Lexicon(const std::vector<Pack>& packs,
                   const std::vector<HintWord>& hint_words = learned_hint_words());

  /// Null if the word is not known.
  const Entry* find(std::uint32_t hash) const noexcept {
    for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
      if (entries_[at].hash == hash) return &entries_[at];
      if (entries_[at].hash == 0) return nullptr;
    }
  }

  /// Of entries and of what find() does not know.
  std::uint32_t row(const Entry* entry) const noexcept {
    return static_cast<std::uint32_t>(
        entry == nullptr ? entries_.size() : static_cast<std::size_t>(entry - entries_.data()));
  }
  std::uint32_t rows() const noexcept { return static_cast<std::uint32_t>(entries_.size()); }
  const Entry& entry(std::uint32_t row) const noexcept { return entries_[row]; }
  const PackCounts& stopword_of(std::uint32_t row) const noexcept { return stopword_of_[row]; }

 private:
  void add(std::string_view word, std::uint32_t stopword_of, std::uint16_t cues,
           std::uint16_t hints);
  void add(std::uint32_t hash, std::uint32_t stopword_of, std::uint16_t cues, std::uint16_t hints);
  Entry& add(std::uint32_t hash);
  Entry& place(std::uint32_t hash) noexcept;

  std::vector<Entry> entries_;
  std::vector<PackCounts> stopword_of_;  // by row
  std::size_t mask_ = 0;
  std::size_t used_ = 0;
};

}  // namespace thanbai
