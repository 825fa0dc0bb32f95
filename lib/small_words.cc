#include "small_words.h"

#include <algorithm>
#include <functional>
#include <string>

#include "unicode.h"

namespace thanbai {
namespace {

constexpr std::size_t least_bytes = 3;  // of a word: "de" and "of" stand in names

/// Calls `take(word, is_small)` for each run of letters.
template <class Take>
void for_each_word(std::string_view text, const Take& take) {
  const unicode::ClassTable& classes = unicode::class_table();
  const char* const end = text.data() + text.size();
  const char* begin = end;
  bool is_small = false;
  for (const char* p = text.data(); p < end;) {
    const char* const at = p;
    const std::uint16_t bits = classes(unicode::valid_next(p));
    const bool is_letter = (bits & unicode::letter) != 0;
    if (is_letter && begin == end) {
      begin = at;
      is_small = (bits & unicode::upper) == 0;
    }
    const char* const stop = is_letter ? p : at;
    if (begin != end && (!is_letter || p == end)) {
      take(std::string_view(begin, static_cast<std::size_t>(stop - begin)), is_small);
      begin = end;
    }
  }
}

}  // namespace

void SmallWords::add(std::string_view text) {
  for_each_word(text, [this](std::string_view word, bool is_small) {
    if (!is_small || word.size() < least_bytes) return;
    hashes_.push_back(std::hash<std::string_view>()(word));
    is_sorted_ = false;
  });
}

bool SmallWords::has_most_of(std::string_view name) {
  if (!is_sorted_) std::sort(hashes_.begin(), hashes_.end());
  is_sorted_ = true;
  std::size_t words = 0;
  std::size_t found = 0;
  std::string folded;
  for_each_word(name, [&](std::string_view word, bool is_small) {
    if (is_small || word.size() < least_bytes) return;
    unicode::valid_fold(word, folded);
    const std::size_t hash = std::hash<std::string_view>()(folded);
    ++words;
    found += std::binary_search(hashes_.begin(), hashes_.end(), hash) ? 1 : 0;
  });
  return 2 * found > words;
}

}  // namespace thanbai
