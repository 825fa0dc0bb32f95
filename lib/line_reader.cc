// Each line is read once, code point by code point: its characters are counted by class and its
// words hashed as they go by.
#include "line_reader.h"

#include "pattern_needs.h"

namespace thanbai {

using namespace unicode;  // NOLINT: class bits are used on every line below

namespace {

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

}  // namespace

LineCounts LineReader::read(std::string_view text) {
  LineCounts n;
  word_ = Word{};
  bool after_end = false;    // a sentence-final mark, closing marks aside, came just before
  bool after_colon = false;  // "9:" came just before
  int letters = 0;           // that are no marks
  bool folds = false;        // a character that folding changes
  bool composes = false;     // one that may compose with another
  char32_t before = 0;
  for (const char *p = text.data(), *end = p + text.size(); p != end;) {
    const char32_t c = valid_next(p);
    const std::uint16_t bits = classes_(c);
    const char32_t folded = c + folds_(c);
    folds |= folded != c;
    composes |= ((bits | classes_(folded)) & not_nfc_safe) != 0;
    if ((bits & mark) != 0) n.marks |= marks::mixed;
    ++n.chars;
    if ((bits & (letter | digit)) != 0) {
      if ((bits & letter) != 0) {
        ++n.letters;
        letters += (bits & mark) == 0 ? 1 : 0;
        n.uppers += (bits & upper) != 0 ? 1 : 0;
      } else {
        ++n.digits;
        n.marks |= marks::digit;
        if (after_colon && before == ':') ++n.clock_times;
      }
      if ((bits & ideograph) != 0) {
        add_spaceless(c, n);
      } else {
        add_to_word(c, bits);
      }
      after_end = false;
      n.last = c;
    } else if ((bits & mark) != 0) {
      // belongs to the character before it
    } else {
      after_colon = c == ':' && word_.chars > 0 && word_.digits == word_.chars;
      finish_word(n);
      spaceless_before_ = 0;
      if ((bits & space) != 0) {
        if (after_end) ++n.sentence_ends;
        after_end = false;
      } else {
        n.marks |= is_invisible(folded) ? marks::irregular : marks::bit(folded);
        if ((bits & punctuation) != 0) ++n.punctuation;
        if ((bits & symbol) != 0) ++n.symbols;
        n.commas += is_comma(c) ? 1 : 0;
        n.separators += is_separator(c) ? 1 : 0;
        n.brackets += is_bracket(c) ? 1 : 0;
        n.quotes += is_quote(c) ? 1 : 0;
        n.colons += c == ':' || c == U'：' ? 1 : 0;
        n.web_marks += c == '@' ? 1 : 0;
        if ((bits & sentence_end) != 0) {
          after_end = true;
          n.last = c;
          n.ends_ellipsis = c == U'…' || (c == '.' && before == '.');
        } else if ((bits & closing) == 0) {
          after_end = false;
          n.last = c;
        }
      }
    }
    if (after_end && before != 0 && (bits & letter) != 0) after_end = false;
    if ((bits & space) == 0) before = c;
    n.very_last = before;
  }
  finish_word(n);
  spaceless_before_ = 0;
  if (after_end) ++n.sentence_ends;
  if (letters < 2) n.marks |= letters == 0 ? marks::no_letter : marks::one_letter;
  if (folds && composes) n.marks |= marks::irregular;
  language_.words += static_cast<std::uint64_t>(n.words);
  language_.letters += static_cast<std::uint64_t>(n.letters);
  n.ends_sentence = n.last != 0 && (classes_(n.last) & sentence_end) != 0;
  n.ends_ellipsis = n.ends_ellipsis && n.ends_sentence;
  return n;
}

void LineReader::add_to_word(char32_t c, std::uint16_t bits) {
  spaceless_before_ = 0;
  if (c >= 0xAC00 && c < 0xD7A4) ++language_.hangul;
  word_.hash = add_to_hash(word_.hash, c + folds_(c));
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
  const std::uint32_t hash = finish_hash(word_.hash);
  words_.hashes.push_back(hash);
  words_.stems.push_back(finish_hash(word_.stem));
  ++n.words;
  if (word_.digits != 0 && word_.digits != word_.chars) n.marks |= marks::mixed;
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
    for (std::uint32_t rest = entry->stopword_of, pack = 0; rest != 0; rest >>= 1, ++pack) {
      language_.stopwords[pack] += rest & 1U;
    }
  }
  if (entry->cues != 0) {
    for (std::size_t label = 0; label < label_count; ++label) {
      n.cues[label] += (entry->cues >> label) & 1;
    }
    if ((entry->cues & Lexicon::web) != 0) ++n.web_marks;
  }
}

}  // namespace thanbai
