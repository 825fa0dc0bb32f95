// Words in the names of elements, and how much each speaks for the article: learned, as the trees
// are.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace thanbai {

/// A word of Line::hints: hundredths of log-odds that a line below an element of that name belongs
/// to the article; those of all words of a line add up. A plain value; `word` is lower case ASCII.
struct HintWord {
  std::string_view word;
  std::int16_t odds;
};

/// Those that fit/fit.py learned, by name.
std::vector<HintWord> learned_hint_words();

}  // namespace thanbai
