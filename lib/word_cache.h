// What one word is: a text has few words, and most come again, so that each is read letter by
// letter once and then known by its bytes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "signature.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace thanbai {

/// A run of bytes that are ASCII letters and digits or not ASCII, as a number. Runs of more than
/// most_bytes have none.
struct WordBytes {
  static constexpr std::size_t most_bytes = 16;

  std::uint64_t low = 0;
  std::uint64_t high = 0;
  std::size_t size = 0;  // most_bytes + 1 if there are more

  bool is_ascii() const noexcept { return ((low | high) & 0x8080808080808080U) == 0; }

  static constexpr bool is_word_byte(unsigned char b) noexcept {
    return b >= 0x80 || (b >= '0' && b <= '9') || ((b | 0x20) >= 'a' && (b | 0x20) <= 'z');
  }

  /// The run that begins at `p` and ends at `end` at the latest; up to `readable_end`, which may be
  /// beyond, bytes can be read, and those from `end` on are zero.
  static WordBytes read(const char* p, const char* end, const char* readable_end) noexcept {
    if (static_cast<std::size_t>(readable_end - p) > most_bytes) return read(p);
    std::array<char, most_bytes + 1> copy{};
    std::memcpy(copy.data(), p, static_cast<std::size_t>(end - p));
    return read(copy.data());
  }

 private:
  /// `p` and the most_bytes behind it can be read.
  static WordBytes read(const char* p) noexcept {
    WordBytes result;
#if defined(__SSE2__)
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    const auto below = [](__m128i b, int from, int count) {
      const __m128i shifted = _mm_add_epi8(b, _mm_set1_epi8(static_cast<char>(0x80 - from)));
      return _mm_cmplt_epi8(shifted, _mm_set1_epi8(static_cast<char>(count - 128)));
    };
    const __m128i letter = below(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 26);
    const __m128i ascii = _mm_or_si128(letter, below(bytes, '0', 10));
    const auto words = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(ascii, bytes)));
    const auto size = static_cast<std::size_t>(__builtin_ctz(~words));  // 16 if all are
    result.size =
        size + ((size == most_bytes && is_word_byte(static_cast<unsigned char>(p[16]))) ? 1 : 0);
    // 0xFF for each byte of the run.
    alignas(16) static constexpr std::array<std::uint8_t, 32> ones = {
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0};
    const __m128i mask =
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(ones.data() + most_bytes - size));
    const __m128i run = _mm_and_si128(bytes, mask);
    std::memcpy(&result.low, &run, sizeof result.low);
    const __m128i second = _mm_unpackhi_epi64(run, run);
    std::memcpy(&result.high, &second, sizeof result.high);
#else
    while (result.size <= most_bytes && is_word_byte(static_cast<unsigned char>(p[result.size]))) {
      ++result.size;
    }
    std::array<std::uint64_t, 2> run{};
    std::memcpy(run.data(), p, result.size < most_bytes ? result.size : most_bytes);
    result.low = run[0];
    result.high = run[1];
#endif
    return result;
  }
};

/// What a line's counts get of a word; all of one word are letters and digits of a script with
/// spaces, and no marks.
struct alignas(64) KnownWord {
  /// Places in `counts`, a byte each; no count is above WordBytes::most_bytes.
  enum Count : std::uint8_t { chars, letters, uppers, digits, capital, shouted, single, stopword };
  /// So many words' counts can be added before one of the bytes overflows.
  static constexpr int most_sum = 255 / static_cast<int>(WordBytes::most_bytes);

  static constexpr int count_of(std::uint64_t counts, Count what) noexcept {
    return static_cast<int>(counts >> (8U * what) & 0xFFU);
  }

  std::uint64_t low = 0;  // its bytes, as WordBytes has them; 0: a free place
  std::uint64_t high = 0;
  std::uint64_t counts = 0;
  TrigramSet trigrams;
  std::uint32_t hash = 0;
  std::uint32_t stem = 0;
  std::uint32_t lexicon_row = 0;
  std::uint8_t marks = 0;  // of pattern_needs.h
  bool folds : 1;          // a letter that folding changes
  bool starts_digit : 1;
  bool is_year : 1;
  bool is_rare : 1;  // a year, or what the lexicon counts by label: look closer

  KnownWord() noexcept : folds(false), starts_digit(false), is_year(false), is_rare(false) {}

  bool is(const WordBytes& bytes) const noexcept {
    return ((bytes.low ^ low) | (bytes.high ^ high)) == 0;
  }
};

/// Remembers words; what it forgets is read again. Not for two threads at once.
class WordCache {
 public:
  /// Of 64 bytes times two to the power of `size_bits`: 256 kB.
  explicit WordCache(int size_bits = 12)
      : words_(std::size_t{1} << size_bits), shift_(64 - size_bits) {}

  void clear() { words_.assign(words_.size(), {}); }

  /// The place of that word, which may hold another.
  KnownWord& place(const WordBytes& bytes) noexcept {
    const std::uint64_t mixed =
        (bytes.low * 0x9E3779B97F4A7C15U) ^ (bytes.high * 0xC2B2AE3D27D4EB4FU);
    return words_[(mixed ^ (mixed >> 29)) >> shift_];
  }

 private:
  std::vector<KnownWord> words_;
  int shift_;
};

}  // namespace thanbai
