// Each line is read once. Words are mostly known from before, by their bytes; what is not is read
// code point by code point, its characters counted by class and its words hashed as they go by.
#include "line_reader.h"

#include <algorithm>
#include <cstring>

#include "pattern_needs.h"

namespace thanbai {

using namespace unicode;  // NOLINT: class bits are used on every line below

namespace {

bool is_hangul(char32_t c) noexcept { return c >= 0xAC00 && c < 0xD7A4; }
bool is_comma(char32_t c) noexcept {
  return c == ',' || c == ';' || c == U'、' || c == U'，' || c == U'،' || c == U'；';
}
bool is_separator(char32_t c) noexcept {
  return c == '|' || c == '/' || c == U'·' || c == U'•' || c == U'»' || c == U'›' || c == '>';
}
bool is_bracket(char32_t c) noexcept {
  return c == '(' || c == '[' || c == U'（' || c == U'【' || c == U'「' || c == U'『';
}
bool is_quote(char32_t c) noexcept {
  return c == '"' || c == U'“' || c == U'”' || c == U'„' || c == U'«' || c == U'»' || c == U'「' ||
         c == U'」';
}

/// Of the word bytes at `p`; `is_valid` becomes false if they are ill-formed. Those of most letters
/// are told at once.
inline char32_t next_character(const char*& p, const char* end, bool& is_valid) noexcept {
  const auto is_tail = [&p](int i) { return (static_cast<unsigned char>(p[i]) & 0xC0) == 0x80; };
  const auto first = static_cast<unsigned char>(*p);
  if (first < 0x80 || (first > 0xC1 && first < 0xE0 && end - p > 1 && is_tail(1)) ||
      (first > 0xE0 && first < 0xED && end - p > 2 && is_tail(1) && is_tail(2))) {
    return valid_next(p);
  }
  const char* const at = p;
  const char32_t c = any_next(p, end);
  const bool is_its_own = first == 0xEF && p - at == 3;  // U+FFFD stands in the text
  if (c == 0xFFFD && !is_its_own) is_valid = false;
  return c;
}

}  // namespace

LineCounts LineReader::read(std::string_view text) {
  LineCounts n;
  state_ = State{};
  word_ = Word{};  // of a line that no memory was left to read to its end, as what follows
  counts_ = 0;
  known_words_ = longest_known_ = 0;
  spaceless_before_ = 0;
  trigrams_ = Trigrams::at_edge();
  // Words are taken from the text sixteen bytes at once and one more is looked at: a short line is
  // copied to where that can be done to its end.
  constexpr std::size_t slack = WordBytes::most_bytes + 1;
  if (text.size() + slack <= line_.size()) {
    if (!text.empty()) std::memcpy(line_.data(), text.data(), text.size());
    std::memset(line_.data() + text.size(), 0, slack);
    const char* const end = line_.data() + text.size();
    read_bytes(line_.data(), end, end + slack, n);
  } else {
    const char* const end = text.data() + text.size();
    read_bytes(text.data(), end, end, n);
  }
  flush_counts(n);
  const State& state = state_;
  n.signature.trigrams |= trigrams_.set();
  n.very_last = state.before;
  if (state.after_end) ++n.sentence_ends;
  if (state.letters < 2)
    n.signature.marks |= state.letters == 0 ? marks::no_letter : marks::one_letter;
  if (state.folds && state.composes) n.signature.marks |= marks::irregular;
  language_.words += static_cast<std::uint64_t>(n.words);
  language_.letters += static_cast<std::uint64_t>(n.letters);
  n.ends_sentence = n.last != 0 && (classes_(n.last) & sentence_end) != 0;
  n.ends_ellipsis = n.ends_ellipsis && n.ends_sentence;
  return n;
}

void LineReader::read_bytes(const char* p, const char* end, const char* readable_end,
                            LineCounts& n) {
  while (p != end) {
    const auto b = static_cast<unsigned char>(*p);
    if (!WordBytes::is_word_byte(b)) {
      ++p;
      if (b == ' ') {
        read_space(n);
      } else {
        read_character(b, n);
      }
      continue;
    }
    const WordBytes bytes = WordBytes::read(p, end, readable_end);
    if (bytes.size <= WordBytes::most_bytes) {
      KnownWord& known = cache_.place(bytes);
      if (known.is(bytes) || learn(p, bytes, known)) {
        add_known(known, n);
        p += bytes.size;
        continue;
      }
    }
    // Other scripts, marks, long words: character by character.
    while (p != end && WordBytes::is_word_byte(static_cast<unsigned char>(*p))) {
      read_character(next_character(p, end, n.is_valid), n);
    }
    state_.after_number = word_.chars > 0 && word_.digits == word_.chars;
    finish_word(n);
  }
}

bool LineReader::learn(const char* p, const WordBytes& bytes, KnownWord& known) const {
  KnownWord word;
  word.low = bytes.low;
  word.high = bytes.high;
  std::uint32_t hash = hash_start;
  std::uint32_t stem = hash_start;
  std::uint32_t chars = 0, uppers = 0, digits = 0, number = 0;
  Trigrams trigrams = Trigrams::at_edge();
  const auto count = [&word](KnownWord::Count what, std::uint32_t value) {
    word.counts += std::uint64_t{value} << (8U * what);
  };
  const auto add = [&](char32_t c, char32_t folded, bool is_upper, bool is_digit) {
    if (chars == 0) {
      count(KnownWord::capital, is_upper ? 1 : 0);
      word.starts_digit = is_digit;
    }
    hash = add_to_hash(hash, folded);
    if (++chars <= stem_letters) stem = hash;
    uppers += is_upper ? 1 : 0;
    if (!is_digit) {
      trigrams.add(folded);
    } else {
      trigrams.end_letters();
      ++digits;
      if (chars <= 5) number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    word.folds |= folded != c;
  };
  const char* const end = p + bytes.size;
  if (bytes.is_ascii()) {
    for (; p != end; ++p) {
      const auto c = static_cast<unsigned char>(*p);
      add(c, c | 0x20U, (c & 0x20U) == 0, c < 'A');
    }
  }
  bool is_valid = true;  // what is not has no letters, either
  while (p != end) {
    const char32_t c = next_character(p, end, is_valid);
    const std::uint16_t bits = classes_(c);
    const char32_t folded = c + folds_(c);
    const bool is_plain = (bits & (letter | digit)) != 0 && (bits & (ideograph | mark)) == 0 &&
                          ((bits | classes_(folded)) & not_nfc_safe) == 0 && !is_hangul(c);
    if (!is_plain) return false;
    add(c, folded, (bits & upper) != 0, (bits & letter) == 0);
  }
  count(KnownWord::chars, chars);
  count(KnownWord::letters, chars - digits);
  count(KnownWord::uppers, uppers);
  count(KnownWord::digits, digits);
  count(KnownWord::shouted, chars > 1 && uppers == chars ? 1 : 0);
  count(KnownWord::single, chars == 1 ? 1 : 0);
  trigrams.end_letters();
  word.trigrams = trigrams.set();
  word.hash = finish_hash(hash);
  word.stem = finish_hash(stem);
  const Lexicon::Entry* const entry = lexicon_.find(word.hash);
  word.lexicon_row = lexicon_.row(entry);
  count(KnownWord::stopword, entry != nullptr && entry->stopword_of != 0 ? 1 : 0);
  word.is_year = digits == 4 && chars == 4 && number >= 1900 && number < 2100;
  word.is_rare = word.is_year || (entry != nullptr && entry->cues != 0);
  if (digits != 0) {
    word.marks = static_cast<std::uint8_t>(marks::digit | (digits != chars ? marks::mixed : 0) |
                                           (digits >= 4 ? marks::four_digits : 0));
  }
  known = word;
  return true;
}

void LineReader::add_known(const KnownWord& word, LineCounts& n) {
  words_.hashes.push_back(word.hash);
  words_.stems.push_back(word.stem);
  counts_ += word.counts;
  const int chars = KnownWord::count_of(word.counts, KnownWord::chars);
  longest_known_ = std::max(longest_known_, chars);
  ++known_words_;
  n.signature.marks |= word.marks;
  n.signature.trigrams |= word.trigrams;
  count_stopword(word.lexicon_row);
  if (state_.after_colon && word.starts_digit) ++n.clock_times;
  if (word.is_rare) {
    n.years += word.is_year ? 1 : 0;
    if (word.lexicon_row < lexicon_.rows()) count_cues(lexicon_.entry(word.lexicon_row), n);
  }
  n.last = 'a';  // some letter
  spaceless_before_ = 0;
  state_.after_end = false;
  state_.after_number = KnownWord::count_of(word.counts, KnownWord::digits) == chars;
  state_.folds |= word.folds;
  state_.before = 'a';
  if (known_words_ == KnownWord::most_sum) flush_counts(n);
}

void LineReader::flush_counts(LineCounts& n) {
  if (known_words_ == 0) return;
  const auto counted = [this](KnownWord::Count what) { return KnownWord::count_of(counts_, what); };
  n.chars += counted(KnownWord::chars);
  n.word_chars += counted(KnownWord::chars);
  n.letters += counted(KnownWord::letters);
  state_.letters += counted(KnownWord::letters);
  n.uppers += counted(KnownWord::uppers);
  n.digits += counted(KnownWord::digits);
  n.capital_words += counted(KnownWord::capital);
  n.shouted_words += counted(KnownWord::shouted);
  n.single_words += counted(KnownWord::single);
  n.stopwords += counted(KnownWord::stopword);
  n.words += known_words_;
  n.longest_word = std::max(n.longest_word, longest_known_);
  counts_ = 0;
  known_words_ = longest_known_ = 0;
}

/// In packs whose function words are counted together up to 255 times.
void LineReader::count_stopword(std::uint32_t lexicon_row) {
  const Lexicon::PackCounts& one = lexicon_.stopword_of(lexicon_row);
  for (std::size_t i = 0; i < stopwords_.size(); ++i) {
    stopwords_[i] = static_cast<std::uint8_t>(stopwords_[i] + one[i]);
  }
  if (++stopword_adds_ == UINT8_MAX) flush_stopwords();
}

void LineReader::flush_stopwords() {
  for (std::size_t p = 0; p < language_.stopwords.size(); ++p) {
    language_.stopwords[p] += stopwords_[p];
  }
  stopwords_ = {};
  stopword_adds_ = 0;
}

void LineReader::read_space(LineCounts& n) {
  ++n.chars;
  if (state_.after_end) ++n.sentence_ends;
  state_.after_end = state_.after_colon = state_.after_number = false;
  spaceless_before_ = 0;
}

void LineReader::read_character(char32_t c, LineCounts& n) {
  const std::uint16_t bits = classes_(c);
  const char32_t folded = c + folds_(c);
  state_.folds |= folded != c;
  state_.composes |= ((bits | classes_(folded)) & not_nfc_safe) != 0;
  if ((bits & mark) != 0) {
    n.signature.marks |= marks::mixed;
    trigrams_.end_letters();
  }
  ++n.chars;
  if ((bits & (letter | digit)) != 0) {
    if ((bits & letter) != 0) {
      ++n.letters;
      state_.letters += (bits & mark) == 0 ? 1 : 0;
      n.uppers += (bits & upper) != 0 ? 1 : 0;
    } else {
      ++n.digits;
      n.signature.marks |= marks::digit;
      if (state_.after_colon && state_.before == ':') ++n.clock_times;
    }
    if ((bits & ideograph) != 0) {
      add_spaceless(c, n);
    } else {
      add_to_word(c, bits);
    }
    state_.after_end = false;
    n.last = c;
  } else if ((bits & mark) == 0) {  // a mark belongs to the character before it
    const bool after_number =
        state_.after_number || (word_.chars > 0 && word_.digits == word_.chars);
    state_.after_colon = c == ':' && after_number;
    state_.after_number = false;
    finish_word(n);
    spaceless_before_ = 0;
    if ((bits & space) != 0) {
      if (state_.after_end) ++n.sentence_ends;
      state_.after_end = false;
    } else {
      read_mark(c, folded, bits, n);
    }
  }
  if ((bits & space) == 0) state_.before = c;
}

void LineReader::read_mark(char32_t c, char32_t folded, std::uint16_t bits, LineCounts& n) {
  n.signature.marks |= is_invisible(folded) ? marks::irregular : marks::bit(folded);
  if ((bits & punctuation) != 0) ++n.punctuation;
  if ((bits & symbol) != 0) ++n.symbols;
  n.commas += is_comma(c) ? 1 : 0;
  n.separators += is_separator(c) ? 1 : 0;
  n.brackets += is_bracket(c) ? 1 : 0;
  n.quotes += is_quote(c) ? 1 : 0;
  n.colons += c == ':' || c == U'：' ? 1 : 0;
  n.web_marks += c == '@' ? 1 : 0;
  if ((bits & sentence_end) != 0) {
    state_.after_end = true;
    n.last = c;
    n.ends_ellipsis = c == U'…' || (c == '.' && state_.before == '.');
  } else if ((bits & closing) == 0) {
    state_.after_end = false;
    n.last = c;
  }
}

void LineReader::add_to_word(char32_t c, std::uint16_t bits) {
  spaceless_before_ = 0;
  if (is_hangul(c)) ++language_.hangul;
  const char32_t folded = c + folds_(c);
  word_.hash = add_to_hash(word_.hash, folded);
  if ((bits & (letter | mark)) == letter) {
    trigrams_.add(folded);
  } else {
    trigrams_.end_letters();
  }
  if (word_.chars == 0) word_.starts_upper = (bits & upper) != 0;
  word_.uppers += (bits & upper) != 0 ? 1 : 0;
  if ((bits & digit) != 0) {
    ++word_.digits;
    if (word_.chars < 5) word_.number = word_.number * 10 + static_cast<int>(c - '0');
  }
  if (++word_.chars <= static_cast<int>(stem_letters)) word_.stem = word_.hash;
}

/// Scripts without spaces: each pair of neighbours is a word for counting, and half a word long.
void LineReader::add_spaceless(char32_t c, LineCounts& n) {
  finish_word(n);
  trigrams_.add_spaceless(c + folds_(c));
  ++n.spaceless;
  count_script(c);
  if (spaceless_before_ != 0) {
    const std::uint32_t hash =
        finish_hash(add_to_hash(add_to_hash(hash_start, spaceless_before_), c));
    words_.hashes.push_back(hash);
    words_.stems.push_back(hash);
    look_up(hash, n);
  }
  spaceless_before_ = c;
}

void LineReader::count_script(char32_t c) {
  if (c >= 0x3040 && c < 0x3100) {
    ++language_.kana;
  } else if (c >= 0x0E00 && c < 0x0E80) {
    ++language_.thai;
  } else if (c >= 0x3400) {
    ++language_.han;
  }
}

void LineReader::finish_word(LineCounts& n) {
  if (word_.chars == 0) return;
  trigrams_.end_letters();
  const std::uint32_t hash = finish_hash(word_.hash);
  words_.hashes.push_back(hash);
  words_.stems.push_back(finish_hash(word_.stem));
  ++n.words;
  if (word_.digits != 0 && word_.digits != word_.chars) n.signature.marks |= marks::mixed;
  if (word_.digits >= 4) n.signature.marks |= marks::four_digits;
  n.word_chars += word_.chars;
  if (word_.chars > n.longest_word) n.longest_word = word_.chars;
  n.capital_words += word_.starts_upper ? 1 : 0;
  n.shouted_words += word_.chars > 1 && word_.uppers == word_.chars ? 1 : 0;
  n.single_words += word_.chars == 1 ? 1 : 0;
  if (word_.digits == 4 && word_.chars == 4 && word_.number >= 1900 && word_.number < 2100)
    ++n.years;
  look_up(hash, n);
  word_ = Word{};
}

void LineReader::look_up(std::uint32_t hash, LineCounts& n) {
  const Lexicon::Entry* entry = lexicon_.find(hash);
  if (entry == nullptr) return;
  if (entry->stopword_of != 0) {
    ++n.stopwords;
    count_stopword(lexicon_.row(entry));
  }
  if (entry->cues != 0) count_cues(*entry, n);
}

void LineReader::count_cues(const Lexicon::Entry& entry, LineCounts& n) {
  n.has_cues = true;
  for (std::size_t label = 0; label < label_count; ++label) {
    n.cues[label] += (entry.cues >> label) & 1;
  }
  if ((entry.cues & Lexicon::web) != 0) ++n.web_marks;
}

}  // namespace thanbai
