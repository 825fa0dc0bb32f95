// A table of small numbers in columns, one row a line of the page: what steps hand to each other.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace thanbai {

/// Numbers of a feature lie within these bounds; larger ones are held to them.
inline constexpr int smallest_value = -32000;
inline constexpr int largest_value = 32000;

inline std::int16_t clamp_value(std::int64_t value) noexcept {
  return static_cast<std::int16_t>(std::clamp<std::int64_t>(value, smallest_value, largest_value));
}

/// `part` of `whole` in thousandths; 0 if `whole` is 0.
inline std::int16_t per_mille(std::int64_t part, std::int64_t whole) noexcept {
  // Doubles divide faster than integers, and as exactly: what is not a whole number is farther from
  // one than they round.
  if (whole == 0) return 0;
  const double share = static_cast<double>(part * 1000) / static_cast<double>(whole);
  return static_cast<std::int16_t>(std::clamp<double>(share, smallest_value, largest_value));
}

/// Columns of equal length. A plain value. Each column is padded with zeros to whole blocks of
/// `block` rows, so that loops over it need no remainder.
class Columns {
 public:
  static constexpr std::size_t block = 32;

  void reset(std::size_t columns, std::size_t rows) {
    rows_ = rows;
    stride_ = (rows + block - 1) / block * block;
    values_.assign(columns * stride_, 0);
  }

  std::size_t rows() const noexcept { return rows_; }
  std::size_t stride() const noexcept { return stride_; }

  template <class Name>
  std::int16_t* operator[](Name column) noexcept {
    return values_.data() + static_cast<std::size_t>(column) * stride_;
  }
  template <class Name>
  const std::int16_t* operator[](Name column) const noexcept {
    return values_.data() + static_cast<std::size_t>(column) * stride_;
  }

 private:
  std::size_t rows_ = 0;
  std::size_t stride_ = 0;
  std::vector<std::int16_t> values_;
};

}  // namespace thanbai
