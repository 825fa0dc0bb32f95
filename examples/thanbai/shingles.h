// How much of a gold text an extracted text holds, word order included: the score of pages whose
// gold is a text of its own and no label a line.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "score.h"

namespace thanbai::program {

/// Multisets of four words in a row, as the Scrapinghub article benchmark takes them: precision is
/// the share of those of `text` that `gold` has too, recall the share of those of `gold`. A text of
/// fewer words is one shingle.
Score score_text(std::string_view text, std::string_view gold);

/// The shingles and words of one text, to be asked how much of another they cover.
class Shingles {
 public:
  explicit Shingles(std::string_view text);

  /// The share of `part`'s shingles that the text holds too, multiplicity aside; of fewer than four
  /// words, of its words. 0 if it has no word.
  double share_of(std::string_view part) const;

 private:
  std::unordered_set<std::string> shingles_;
  std::unordered_set<std::string> words_;
};

}  // namespace thanbai::program
