// With AVX2 a tree's question is asked of 32 rows by three instructions, and a row's leaf is found
// by shuffling tables of sixteen bytes instead of by a load for each row. All sums are of integers,
// so that they are the same whichever way they are made.
#include "forest.h"

#include <algorithm>
#include <cstdlib>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace thanbai {
namespace {

constexpr std::size_t table_size = 16;

#if defined(__x86_64__)
bool has_avx2() noexcept {
  static const bool has = __builtin_cpu_supports("avx2") != 0;
  return has;
}
#else
bool has_avx2() noexcept { return false; }
#endif

}  // namespace

Forest::Forest(const Trees& trees) : trees_(trees) {
  const std::size_t leaves = std::size_t{1} << trees.depth;
  tables_ = std::max<std::size_t>(1, leaves / table_size);
  std::int32_t sum = 0;
  for (std::size_t tree = 0; tree < trees.count; ++tree) {
    const std::int16_t* const leaf = trees.leaves + tree * leaves;
    std::int32_t largest = 0;
    for (std::size_t i = 0; i < leaves; ++i) largest = std::max(largest, std::abs(int{leaf[i]}));
    sum += largest;
    is_full_.push_back(sum > INT16_MAX ? 1 : 0);
    if (sum > INT16_MAX) sum = largest;
    for (const int shift : {0, 8}) {
      for (std::size_t i = 0; i < tables_ * table_size; ++i) {
        const auto bits = static_cast<std::uint16_t>(i < leaves ? leaf[i] : 0);
        leaf_bytes_.push_back(static_cast<std::uint8_t>(bits >> shift));
      }
    }
  }
}

void Forest::score(const Columns& columns, std::vector<std::int32_t>& out) const {
  static_assert(Columns::block == 32, "a vector of places has 32 bytes");
  if (!has_avx2()) return trees_.score(columns, out);
  out.resize(columns.stride());
  for (std::size_t row = 0; row < columns.stride(); row += Columns::block) {
    score_32_rows(columns, row, out.data() + row);
  }
  out.resize(columns.rows());
}

#if defined(__x86_64__)

namespace {

#define THANBAI_AVX2 __attribute__((target("avx2")))

THANBAI_AVX2 inline __m256i load(const void* from) {
  return _mm256_loadu_si256(static_cast<const __m256i*>(from));
}

/// The bytes of a tree's leaves at `places`, from tables of sixteen; bit 7 of places is not set.
THANBAI_AVX2 inline __m256i look_up(const std::uint8_t* tables, std::size_t count, __m256i places) {
  const auto in_table = [&](std::size_t i) THANBAI_AVX2 {
    const auto* const table = reinterpret_cast<const __m128i*>(tables + i * table_size);
    return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(_mm_loadu_si128(table)), places);
  };
  if (count == 1) return in_table(0);
  const __m256i bit_4 = _mm256_slli_epi16(places, 3);
  const __m256i low = _mm256_blendv_epi8(in_table(0), in_table(1), bit_4);
  if (count == 2) return low;
  const __m256i high = _mm256_blendv_epi8(in_table(2), in_table(3), bit_4);
  return _mm256_blendv_epi8(low, high, _mm256_slli_epi16(places, 2));
}

/// Adds sixteen sums of 16 bits to sums of 32.
THANBAI_AVX2 inline void add_wide(__m256i sums, std::int32_t* to) {
  const __m256i first = _mm256_cvtepi16_epi32(_mm256_castsi256_si128(sums));
  const __m256i second = _mm256_cvtepi16_epi32(_mm256_extracti128_si256(sums, 1));
  auto* const out = reinterpret_cast<__m256i*>(to);
  _mm256_storeu_si256(out, _mm256_add_epi32(load(out), first));
  _mm256_storeu_si256(out + 1, _mm256_add_epi32(load(out + 1), second));
}

}  // namespace

THANBAI_AVX2 void Forest::score_32_rows(const Columns& columns, std::size_t row,
                                        std::int32_t* out) const {
  std::fill(out, out + Columns::block, trees_.bias);
  __m256i sums_0 = _mm256_setzero_si256();  // of rows 0 to 15
  __m256i sums_1 = _mm256_setzero_si256();  // of rows 16 to 31
  const Trees::Split* split = trees_.splits;
  const std::uint8_t* leaf = leaf_bytes_.data();
  const std::size_t leaf_size = tables_ * table_size;
  for (std::size_t tree = 0; tree < trees_.count; ++tree) {
    __m256i places = _mm256_setzero_si256();
    for (std::size_t level = trees_.depth; level-- > 0;) {
      const std::int16_t* const values = columns[split[level].column] + row;
      const __m256i above = _mm256_set1_epi16(split[level].above);
      const __m256i is_above = _mm256_packs_epi16(_mm256_cmpgt_epi16(load(values), above),
                                                  _mm256_cmpgt_epi16(load(values + 16), above));
      // A comparison gives 0 or -1.
      places = _mm256_sub_epi8(_mm256_add_epi8(places, places), is_above);
    }
    split += trees_.depth;
    if (is_full_[tree] != 0) {
      add_wide(sums_0, out);
      add_wide(sums_1, out + 16);
      sums_0 = sums_1 = _mm256_setzero_si256();
    }
    const __m256i low = look_up(leaf, tables_, places);
    const __m256i high = look_up(leaf + leaf_size, tables_, places);
    leaf += 2 * leaf_size;
    // Packing took turns between the halves of both; unpacking undoes it.
    sums_0 = _mm256_add_epi16(sums_0, _mm256_unpacklo_epi8(low, high));
    sums_1 = _mm256_add_epi16(sums_1, _mm256_unpackhi_epi8(low, high));
  }
  add_wide(sums_0, out);
  add_wide(sums_1, out + 16);
}

#else

void Forest::score_32_rows(const Columns&, std::size_t, std::int32_t*) const {}

#endif

}  // namespace thanbai
