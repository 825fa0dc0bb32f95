// Words as 32-bit numbers: lines, lexicon and page are compared by them.
#pragma once

#include <cstdint>
#include <string_view>

namespace thanbai {

inline constexpr std::uint32_t hash_start = 2166136261U;  // FNV-1a, Fowler, Noll and Vo, 32 bits
inline constexpr std::uint32_t hash_prime = 16777619U;

constexpr std::uint32_t add_to_hash(std::uint32_t hash, char32_t c) noexcept {
  return (hash ^ static_cast<std::uint32_t>(c)) * hash_prime;
}
/// FNV's low bits are poor; the tables index by them. 0 is kept free.
constexpr std::uint32_t finish_hash(std::uint32_t hash) noexcept {
  hash ^= hash >> 15;
  hash *= 0x2C1B3C6DU;
  hash ^= hash >> 13;
  return hash == 0 ? 1 : hash;
}
/// Three letters that follow each other in a word, as one of 64 bits: what a set of words holds is
/// the bits of all.
constexpr std::uint64_t trigram_bit(char32_t first, char32_t second, char32_t third) noexcept {
  const std::uint32_t hash =
      (static_cast<std::uint32_t>(first) * 0x9E3779B1U + static_cast<std::uint32_t>(second)) *
          0x85EBCA6BU +
      static_cast<std::uint32_t>(third);
  return std::uint64_t{1} << ((hash * 0xC2B2AE35U) >> 26);
}

/// The trigrams of letters that come one by one. Letters of scripts without spaces count alone.
class Trigrams {
 public:
  void add(char32_t letter) noexcept {
    if (first_ != 0) bits_ |= trigram_bit(first_, second_, letter);
    first_ = second_;
    second_ = letter;
  }
  void add_spaceless(char32_t letter) noexcept {
    end_letters();
    bits_ |= trigram_bit(0, 0, letter);
  }
  void end_letters() noexcept { first_ = second_ = 0; }

  std::uint64_t bits() const noexcept { return bits_; }

 private:
  char32_t first_ = 0;
  char32_t second_ = 0;
  std::uint64_t bits_ = 0;
};

constexpr std::uint32_t word_hash(std::string_view ascii) noexcept {
  std::uint32_t hash = hash_start;
  for (const char c : ascii) hash = add_to_hash(hash, static_cast<unsigned char>(c));
  return finish_hash(hash);
}

}  // namespace thanbai
