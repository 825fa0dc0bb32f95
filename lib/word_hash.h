// Words as 32-bit numbers: lines, lexicon and page are compared by them.
#pragma once

#include <cstddef>
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

/// Words in a row as one hash.
constexpr std::uint32_t line_hash(const std::uint32_t* words, std::size_t count) noexcept {
  std::uint32_t hash = hash_start;
  for (std::size_t i = 0; i < count; ++i) hash = add_to_hash(hash, words[i]);
  return finish_hash(hash);
}

constexpr std::uint32_t word_hash(std::string_view ascii) noexcept {
  std::uint32_t hash = hash_start;
  for (const char c : ascii) hash = add_to_hash(hash, static_cast<unsigned char>(c));
  return finish_hash(hash);
}

}  // namespace thanbai
