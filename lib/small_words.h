// The words that a page writes in small letters: what is made of them, in capitals, is a rubric or
// a button ("Learn More"), not a name.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace thanbai {

/// For one thread at a time; keeps eight bytes a word.
class SmallWords {
 public:
  /// Adds the words of `text` (valid UTF-8) that begin with a small letter.
  void add(std::string_view text);

  /// Whether most words of `name` are among them: one may be ("Jane White"). The first call takes
  /// n log n, later ones log n.
  bool has_most_of(std::string_view name);

 private:
  std::vector<std::size_t> hashes_;
  bool is_sorted_ = false;
};

}  // namespace thanbai
