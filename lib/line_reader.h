// The text of one line -> counts of its characters and words, and its words' hashes.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "line_features.h"
#include "unicode.h"
#include "word_hash.h"

namespace thanbai {

/// What one pass over a line counts.
struct LineCounts {
  int chars = 0, letters = 0, uppers = 0, digits = 0, punctuation = 0, symbols = 0, commas = 0;
  int sentence_ends = 0, separators = 0, brackets = 0, quotes = 0, colons = 0, spaceless = 0;
  int words = 0, word_chars = 0, longest_word = 0, capital_words = 0, shouted_words = 0;
  int single_words = 0, stopwords = 0, web_marks = 0, years = 0, clock_times = 0;
  std::array<int, label_count> cues{};
  std::uint64_t marks = 0;  // see pattern_needs.h
  char32_t last = 0;        // the last character that is not closing
  bool ends_sentence = false;
  bool ends_ellipsis = false;
  char32_t very_last = 0;
};

/// Reads lines, appending their words' hashes.
class LineReader {
 public:
  LineReader(const Lexicon& lexicon, Words& words, LanguageCounts& language)
      : lexicon_(lexicon), words_(words), language_(language) {}

  LineCounts read(std::string_view text);

 private:
  struct Word {
    std::uint32_t hash = hash_start;
    std::uint32_t stem = hash_start;
    int chars = 0;
    int uppers = 0;
    int digits = 0;
    int number = 0;
    bool starts_upper = false;
  };

  void add_to_word(char32_t c, std::uint16_t bits);
  void add_spaceless(char32_t c, LineCounts& n);
  void count_script(char32_t c);
  void finish_word(LineCounts& n);
  void look_up(std::uint32_t hash, LineCounts& n);

  const Lexicon& lexicon_;
  const unicode::ClassTable& classes_ = unicode::class_table();
  const unicode::FoldTable& folds_ = unicode::fold_table();
  Words& words_;
  LanguageCounts& language_;
  Word word_;
  char32_t spaceless_before_ = 0;
};

}  // namespace thanbai
