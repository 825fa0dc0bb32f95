// The text of one line -> counts of its characters and words, and its words' hashes.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "line_features.h"
#include "signature.h"
#include "unicode.h"
#include "word_cache.h"
#include "word_hash.h"

namespace thanbai {

/// What one pass over a line counts.
struct LineCounts {
  int chars = 0, letters = 0, uppers = 0, digits = 0, punctuation = 0, symbols = 0, commas = 0;
  int sentence_ends = 0, separators = 0, brackets = 0, quotes = 0, colons = 0, spaceless = 0;
  int words = 0, word_chars = 0, longest_word = 0, capital_words = 0, shouted_words = 0;
  int single_words = 0, stopwords = 0, web_marks = 0, years = 0, clock_times = 0;
  std::array<int, label_count> cues{};
  bool has_cues = false;
  bool is_valid = true;  // the text is valid UTF-8
  Signature signature;
  char32_t last = 0;  // the last character that is not closing
  bool ends_sentence = false;
  bool ends_ellipsis = false;
  char32_t very_last = 0;
};

/// Reads lines of any bytes, appending their words' hashes; an ill-formed byte counts as U+FFFD.
class LineReader {
 public:
  /// `cache` has seen words of no other lexicon. `language` is complete when the reader goes.
  LineReader(const Lexicon& lexicon, WordCache& cache, Words& words, LanguageCounts& language)
      : lexicon_(lexicon), cache_(cache), words_(words), language_(language) {}
  ~LineReader() { flush_stopwords(); }
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

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
  /// What the line so far means for its next character.
  struct State {
    bool after_end = false;     // a sentence-final mark, closing marks aside, came just before
    bool after_colon = false;   // "9:" came just before
    bool after_number = false;  // a number came just before
    bool folds = false;         // a character that folding changes
    bool composes = false;      // one that may compose with another
    int letters = 0;            // that are no marks
    char32_t before = 0;        // the last character that is no space
  };

  void read_bytes(const char* p, const char* end, const char* readable_end, LineCounts& n);
  void read_character(char32_t c, LineCounts& n);
  void read_mark(char32_t c, char32_t folded, std::uint16_t bits, LineCounts& n);
  inline void read_space(LineCounts& n);
  bool learn(const char* p, const WordBytes& bytes, KnownWord& known) const;
  inline void add_known(const KnownWord& word, LineCounts& n);
  void flush_counts(LineCounts& n);
  void flush_stopwords();

  void add_to_word(char32_t c, std::uint16_t bits);
  void add_spaceless(char32_t c, LineCounts& n);
  void count_script(char32_t c);
  void finish_word(LineCounts& n);
  void look_up(std::uint32_t hash, LineCounts& n);
  inline void count_stopword(std::uint32_t lexicon_row);
  void count_cues(const Lexicon::Entry& entry, LineCounts& n);

  const Lexicon& lexicon_;
  const unicode::ClassTable& classes_ = unicode::class_table();
  const unicode::FoldTable& folds_ = unicode::fold_table();
  WordCache& cache_;
  Words& words_;
  LanguageCounts& language_;
  State state_;
  Word word_;
  Trigrams trigrams_ = Trigrams::at_edge();  // of words that are not known
  char32_t spaceless_before_ = 0;
  std::uint64_t counts_ = 0;  // of known words, since the flush
  int known_words_ = 0;
  int longest_known_ = 0;
  Lexicon::PackCounts stopwords_{};  // since the flush
  int stopword_adds_ = 0;
  std::array<char, 1024> line_{};
};

}  // namespace thanbai
