// Where a hash table without chains has a key. Its hashes are known to everybody: keys made to
// collide must not take longer.
#pragma once

#include <cstddef>

namespace thanbai {

// Of a table at most half full fewer keys than one in a million are further from their place.
inline constexpr int most_tries = 64;

/// The first place of `size`, a power of two, from that of `hash` on which is free or the key's, as
/// `is_place` says; `size` if there is none near.
template <class IsPlace>
std::size_t find_place(std::size_t hash, std::size_t size, IsPlace is_place) {
  std::size_t at = hash & (size - 1);
  for (int i = 0; i < most_tries; ++i) {
    if (is_place(at)) return at;
    at = (at + 1) & (size - 1);
  }
  return size;
}

}  // namespace thanbai
