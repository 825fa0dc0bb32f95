// Each line is read once, code point by code point: its characters are counted by class and its
// words hashed as they go by. What needs the whole page (repeats, common words, the headline) is
// counted from the hashes afterwards.
#include "line_features.h"

#include "unicode.h"

namespace thanbai {
namespace {

using namespace unicode;  // NOLINT: class bits are used on every line below

constexpr std::uint32_t hash_start = 2166136261U;  // FNV-1a, Fowler, Noll and Vo, 32 bits
constexpr std::uint32_t hash_prime = 16777619U;

constexpr std::uint32_t add_to_hash(std::uint32_t hash, char32_t c) noexcept {
  return (hash ^ static_cast<std::uint32_t>(c)) * hash_prime;
}
/// FNV's low bits are poor; the tables index by them. 0 is kept free.
constexpr std::uint32_t finish_hash(std::uint32_t hash) noexcept {
  hash ^= hash >> 15;
  hash *= 0x2C1B3C6DU;
  hash ^= hash >> 13;
  return hash == 0 ? 1 : hash;
}
constexpr std::uint32_t word_hash(std::string_view ascii) noexcept {
  std::uint32_t hash = hash_start;
  for (const char c : ascii) hash = add_to_hash(hash, static_cast<unsigned char>(c));
  return finish_hash(hash);
}

constexpr std::uint32_t web_words[] = {word_hash("http"), word_hash("https"), word_hash("www"),
                                       word_hash("com")};

/// What one pass over a line counts.
struct Counts {
  int chars = 0, letters = 0, uppers = 0, digits = 0, punctuation = 0, symbols = 0, commas = 0;
  int sentence_ends = 0, separators = 0, brackets = 0, quotes = 0, colons = 0, spaceless = 0;
  int words = 0, word_chars = 0, longest_word = 0, capital_words = 0, shouted_words = 0;
  int single_words = 0, stopwords = 0, web_marks = 0, years = 0, clock_times = 0;
  std::array<int, label_count> cues{};
  char32_t last = 0;  // the last character that is not closing
  bool ends_sentence = false;
  bool ends_ellipsis = false;
  char32_t very_last = 0;
};

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

/// Reads lines, appending their words' hashes.
class LineReader {
 public:
  LineReader(const Lexicon& lexicon, Words& words, LanguageCounts& language)
      : lexicon_(lexicon), words_(words), language_(language) {}

  Counts read(std::string_view text) {
    Counts n;
    word_ = Word{};
    bool after_end = false;    // a sentence-final mark, closing marks aside, came just before
    bool after_colon = false;  // "9:" came just before
    char32_t before = 0;
    for (const char *p = text.data(), *end = p + text.size(); p != end;) {
      const char32_t c = valid_next(p);
      const std::uint16_t bits = classes_(c);
      ++n.chars;
      if ((bits & (letter | digit)) != 0) {
        if ((bits & letter) != 0) {
          ++n.letters;
          n.uppers += (bits & upper) != 0 ? 1 : 0;
        } else {
          ++n.digits;
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
    language_.words += static_cast<std::uint64_t>(n.words);
    language_.letters += static_cast<std::uint64_t>(n.letters);
    n.ends_sentence = n.last != 0 && (classes_(n.last) & sentence_end) != 0;
    n.ends_ellipsis = n.ends_ellipsis && n.ends_sentence;
    return n;
  }

 private:
  struct Word {
    std::uint32_t hash = hash_start;
    int chars = 0;
    int uppers = 0;
    int digits = 0;
    int number = 0;
    bool starts_upper = false;
  };

  void add_to_word(char32_t c, std::uint16_t bits) {
    spaceless_before_ = 0;
    if (c >= 0xAC00 && c < 0xD7A4) ++language_.hangul;
    word_.hash = add_to_hash(word_.hash, c + folds_(c));
    if (word_.chars == 0) word_.starts_upper = (bits & upper) != 0;
    word_.uppers += (bits & upper) != 0 ? 1 : 0;
    if ((bits & digit) != 0) {
      ++word_.digits;
      if (word_.chars < 5) word_.number = word_.number * 10 + static_cast<int>(c - '0');
    }
    ++word_.chars;
  }

  /// Scripts without spaces: each pair of neighbours is a word for counting, and half a word long.
  void add_spaceless(char32_t c, Counts& n) {
    finish_word(n);
    ++n.spaceless;
    count_script(c);
    if (spaceless_before_ != 0) {
      const std::uint32_t hash =
          finish_hash(add_to_hash(add_to_hash(hash_start, spaceless_before_), c));
      words_.hashes.push_back(hash);
      look_up(hash, n);
    }
    spaceless_before_ = c;
  }

  void count_script(char32_t c) {
    if (c >= 0x3040 && c < 0x3100) {
      ++language_.kana;
    } else if (c >= 0x0E00 && c < 0x0E80) {
      ++language_.thai;
    } else if (c >= 0x3400) {
      ++language_.han;
    }
  }

  void finish_word(Counts& n) {
    if (word_.chars == 0) return;
    const std::uint32_t hash = finish_hash(word_.hash);
    words_.hashes.push_back(hash);
    ++n.words;
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

  void look_up(std::uint32_t hash, Counts& n) {
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

  const Lexicon& lexicon_;
  const ClassTable& classes_ = class_table();
  const FoldTable& folds_ = fold_table();
  Words& words_;
  LanguageCounts& language_;
  Word word_;
  char32_t spaceless_before_ = 0;
};

void store(const Counts& n, const Line& line, const ClassTable& classes, std::size_t row,
           Columns& out) {
  const auto set = [&](Feature feature, std::int64_t value) {
    out[feature][row] = clamp_value(value);
  };
  const int words = n.words + n.spaceless / 2;
  set(Feature::chars, n.chars);
  set(Feature::words, words);
  set(Feature::letter_share, per_mille(n.letters, n.chars));
  set(Feature::upper_share, per_mille(n.uppers, n.letters));
  set(Feature::digit_share, per_mille(n.digits, n.chars));
  set(Feature::punctuation_share, per_mille(n.punctuation, n.chars));
  set(Feature::symbols, n.symbols);
  set(Feature::commas, n.commas);
  set(Feature::comma_share, per_mille(n.commas, words));
  set(Feature::sentence_ends, n.sentence_ends);
  set(Feature::sentence_share, per_mille(n.sentence_ends, words));
  set(Feature::ends_sentence, n.ends_sentence ? 1 : 0);
  set(Feature::ends_ellipsis, n.ends_ellipsis ? 1 : 0);
  set(Feature::ends_colon, n.very_last == ':' || n.very_last == U'：' ? 1 : 0);
  set(Feature::ends_bracket,
      n.very_last == ')' || n.very_last == ']' || n.very_last == U'）' ? 1 : 0);
  if (!line.text.empty()) {
    const char* p = line.text.data();
    const std::uint16_t first = classes(valid_next(p));
    set(Feature::starts_upper, (first & upper) != 0 ? 1 : 0);
    set(Feature::starts_lower, (first & (upper | letter | ideograph)) == letter ? 1 : 0);
    set(Feature::starts_digit, (first & digit) != 0 ? 1 : 0);
    set(Feature::starts_quote, (first & opening) != 0 ? 1 : 0);
    set(Feature::starts_mark, (first & (letter | digit | opening)) == 0 ? 1 : 0);
  }
  set(Feature::word_length, n.words == 0 ? 0 : n.word_chars * 10 / n.words);
  set(Feature::longest_word, n.longest_word);
  set(Feature::capital_share, per_mille(n.capital_words, n.words));
  set(Feature::shout_share, per_mille(n.shouted_words, n.words));
  set(Feature::single_share, per_mille(n.single_words, n.words));
  set(Feature::separators, n.separators);
  set(Feature::brackets, n.brackets);
  set(Feature::quotes, n.quotes);
  set(Feature::colons, n.colons);
  set(Feature::spaceless_share, per_mille(n.spaceless, n.chars));
  set(Feature::web_marks, n.web_marks);
  set(Feature::years, n.years);
  set(Feature::clock_times, n.clock_times);
  set(Feature::stopword_share, per_mille(n.stopwords, n.words + n.spaceless));
  for (std::size_t label = 0; label < label_count; ++label) {
    if (n.cues[label] == 0) continue;
    if (const auto feature = cue_feature(static_cast<Label>(label))) set(*feature, n.cues[label]);
  }
  set(Feature::block, static_cast<int>(line.block));
  set(Feature::opens_block, line.opens_block ? 1 : 0);
  set(Feature::level, line.level);
  set(Feature::link_share, per_mille(line.link_bytes, static_cast<std::int64_t>(line.text.size())));
}

/// Words of hints: ASCII letters and digits, lower case as read_html gives them. Lines of one
/// element share their hints, so that most are looked up once.
void store_hints(const Lines& lines, const Lexicon& lexicon, Columns& out) {
  const char* counted = nullptr;
  std::size_t counted_row = 0;
  bool has_markup = false;
  for (std::size_t row = 0; row < lines.items.size(); ++row) {
    const std::string_view hints = lines.items[row].hints;
    if (hints.empty()) continue;
    has_markup = true;
    const auto first = static_cast<std::size_t>(Feature::hint_title);
    const auto last = static_cast<std::size_t>(Feature::hint_other);
    if (hints.data() == counted) {
      for (std::size_t c = first; c <= last; ++c) out[c][row] = out[c][counted_row];
      continue;
    }
    counted = hints.data();
    counted_row = row;
    std::uint32_t hash = hash_start;
    for (std::size_t i = 0; i <= hints.size(); ++i) {
      const char c = i < hints.size() ? hints[i] : ' ';
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        hash = add_to_hash(hash, static_cast<unsigned char>(c));
        continue;
      }
      if (hash == hash_start) continue;
      const Lexicon::Entry* entry = lexicon.find(finish_hash(hash));
      hash = hash_start;
      if (entry == nullptr) continue;
      for (std::size_t label = 0; label < label_count; ++label) {
        if (((entry->hints >> label) & 1) == 0) continue;
        std::int16_t& count = out[hint_feature(static_cast<Label>(label))][row];
        count = static_cast<std::int16_t>(std::min(count + 1, 9));
      }
    }
  }
  for (std::size_t row = 0; !has_markup && row < lines.items.size(); ++row) {
    if (lines.items[row].link_bytes == 0) out[Feature::link_share][row] = -1;
  }
}

/// How much of each line stands in the article body that the page's metadata declare, by pairs of
/// neighbouring words.
void store_declared(std::size_t rows, const Words& words, std::uint32_t declared_begin,
                    Columns& out) {
  constexpr std::uint32_t fewest_words = 30;  // a shorter body is a summary
  const auto declared_end = static_cast<std::uint32_t>(words.hashes.size());
  const auto pair = [&](std::uint32_t i) {
    return finish_hash(add_to_hash(words.hashes[i], words.hashes[i + 1]));
  };
  const bool known = declared_end - declared_begin >= fewest_words;
  std::vector<std::uint64_t> bits(known ? std::size_t{1} << 12 : 0);  // 2^18 pairs
  const std::uint32_t mask = (1U << 18) - 1;
  for (std::uint32_t i = declared_begin; known && i + 1 < declared_end; ++i) {
    const std::uint32_t at = pair(i) & mask;
    bits[at >> 6] |= std::uint64_t{1} << (at & 63);
  }
  for (std::size_t row = 0; row < rows; ++row) {
    int shared = 0;
    for (std::uint32_t i = words.begin[row]; known && i + 1 < words.begin[row + 1]; ++i) {
      const std::uint32_t at = pair(i) & mask;
      shared += static_cast<int>((bits[at >> 6] >> (at & 63)) & 1);
    }
    const std::int64_t pairs = words.begin[row + 1] - words.begin[row];
    out[Feature::declared_share][row] =
        known ? per_mille(shared, std::max<std::int64_t>(pairs - 1, 1)) : std::int16_t{-1};
  }
}

std::size_t slots_for(std::size_t words) noexcept {
  std::size_t slots = 256;
  while (slots < 2 * words && slots < Words::most_slots) slots *= 2;
  return slots;
}

/// In how many lines each word stands, and what share of a line's words are common or its own.
void store_vocabulary(std::size_t rows, Words& words, Columns& out) {
  words.slots.assign(slots_for(words.hashes.size()), {});
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::uint32_t i = words.begin[row]; i < words.begin[row + 1]; ++i) {
      Words::Slot& slot = words.slot(words.hashes[i]);
      if (slot.last_line == row) continue;
      slot.last_line = static_cast<std::uint32_t>(row);
      if (slot.lines < UINT16_MAX) ++slot.lines;
    }
  }
  for (std::size_t row = 0; row < rows; ++row) {
    int common = 0;
    int rare = 0;
    for (std::uint32_t i = words.begin[row]; i < words.begin[row + 1]; ++i) {
      const std::uint16_t lines = words.slot(words.hashes[i]).lines;
      common += lines >= 3 ? 1 : 0;
      rare += lines == 1 ? 1 : 0;
    }
    const std::int64_t size = words.begin[row + 1] - words.begin[row];
    out[Feature::common_share][row] = per_mille(common, size);
    out[Feature::rare_share][row] = per_mille(rare, size);
  }
}

/// Lines with the same words, by a hash of their words; lines without words are never repeats.
void store_repeats(std::size_t rows, const Words& words, Columns& out) {
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t lines = 0;
  };
  std::size_t size = 64;
  while (size < 2 * rows) size *= 2;
  std::vector<Slot> slots(size);
  std::vector<std::uint32_t> slot_of(rows, UINT32_MAX);
  for (std::size_t row = 0; row < rows; ++row) {
    if (words.begin[row] == words.begin[row + 1]) {
      out[Feature::repeats][row] = 1;
      continue;
    }
    std::uint32_t hash = hash_start;
    for (std::uint32_t i = words.begin[row]; i < words.begin[row + 1]; ++i) {
      hash = add_to_hash(hash, words.hashes[i]);
    }
    hash = finish_hash(hash);
    std::size_t at = hash & (size - 1);
    while (slots[at].hash != 0 && slots[at].hash != hash) at = (at + 1) & (size - 1);
    slots[at].hash = hash;
    out[Feature::is_repeat][row] = slots[at].lines > 0 ? 1 : 0;
    ++slots[at].lines;
    slot_of[row] = static_cast<std::uint32_t>(at);
  }
  for (std::size_t row = 0; row < rows; ++row) {
    if (slot_of[row] != UINT32_MAX)
      out[Feature::repeats][row] = clamp_value(slots[slot_of[row]].lines);
  }
}

// A headline repeats the page's title, which the first line is taken for, perhaps with the outlet's
// name cut off: at least this much of the two agrees (per mille; chosen on left-out sites, where
// 500 to 650 do equally well).
constexpr int headline_similarity = 550;
constexpr std::uint32_t fewest_title_words = 3;
constexpr std::uint32_t most_title_words = 40;

/// `title_begin`, `title_end`: the title's words. `first_candidate`: rows before it are no
/// headline.
void store_headline(std::size_t rows, const Words& words, std::uint32_t title_begin,
                    std::uint32_t title_end, std::size_t first_candidate, Columns& out) {
  std::array<std::uint64_t, 64> in_title{};  // bits by the low 12 bits of a hash
  const auto bit = [&](std::uint32_t hash) -> std::pair<std::uint64_t&, std::uint64_t> {
    return {in_title[(hash >> 6) & 63U], std::uint64_t{1} << (hash & 63U)};
  };
  int title_words = 0;
  for (std::uint32_t i = title_begin; i < title_end && i < title_begin + 2 * most_title_words;
       ++i) {
    auto [word, mask] = bit(words.hashes[i]);
    title_words += (word & mask) == 0 ? 1 : 0;
    word |= mask;
  }
  int best = 0;
  std::size_t headline = rows;
  for (std::size_t row = 0; row < rows && title_words >= static_cast<int>(fewest_title_words);
       ++row) {
    const std::uint32_t size = words.begin[row + 1] - words.begin[row];
    if (size == 0 || size > 2 * most_title_words) continue;
    int shared = 0;
    for (std::uint32_t i = words.begin[row]; i < words.begin[row + 1]; ++i) {
      auto [word, mask] = bit(words.hashes[i]);
      shared += (word & mask) != 0 ? 1 : 0;
    }
    const int of_title = std::min(1000, shared * 1000 / title_words);
    out[Feature::title_overlap][row] = clamp_value(of_title);
    if (row < first_candidate || size < fewest_title_words || size > most_title_words) continue;
    const int of_line = shared * 1000 / static_cast<int>(size);
    const int similarity = of_line * std::min(1000, of_title * 8 / 5) / 1000;
    if (similarity > best) {
      best = similarity;
      headline = row;
    }
  }
  const bool found = best >= headline_similarity;
  std::int64_t words_before = 0;
  for (std::size_t row = 0; found && row < headline; ++row)
    words_before += out[Feature::words][row];
  std::int64_t words_so_far = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    out[Feature::title_similarity][row] = clamp_value(best);
    out[Feature::lines_since_headline][row] =
        found ? clamp_value(static_cast<std::int64_t>(row) - static_cast<std::int64_t>(headline))
              : clamp_value(smallest_value);
    out[Feature::words_since_headline][row] =
        found ? clamp_value(words_so_far - words_before) : clamp_value(smallest_value);
    words_so_far += out[Feature::words][row];
  }
}

void store_place(std::size_t rows, Columns& out) {
  std::int64_t all = 0;
  for (std::size_t row = 0; row < rows; ++row) all += out[Feature::words][row];
  std::int64_t before = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    out[Feature::line_number][row] = clamp_value(static_cast<std::int64_t>(row));
    out[Feature::lines_after][row] = clamp_value(static_cast<std::int64_t>(rows - 1 - row));
    out[Feature::relative_place][row] = per_mille(before, all);
    out[Feature::page_lines][row] = clamp_value(static_cast<std::int64_t>(rows));
    out[Feature::page_words][row] = clamp_value(all / 10);
    before += out[Feature::words][row];
  }
}

}  // namespace

Feature hit_feature(Label label) noexcept {
  switch (label) {
    case Label::dateline: return Feature::hit_dateline;
    case Label::byline: return Feature::hit_byline;
    case Label::title:
    case Label::lead: return Feature::hit_lead;
    case Label::body:
    case Label::heading:
    case Label::quote: return Feature::hit_body;
    case Label::caption: return Feature::hit_caption;
    case Label::related: return Feature::hit_related;
    case Label::navigation: return Feature::hit_navigation;
    case Label::comments: return Feature::hit_comments;
    case Label::share: return Feature::hit_share;
    case Label::advert: return Feature::hit_advert;
    case Label::footer: return Feature::hit_footer;
    case Label::other: break;
  }
  return Feature::hit_other;
}

Feature hint_feature(Label label) noexcept {
  switch (label) {
    case Label::title: return Feature::hint_title;
    case Label::lead: return Feature::hint_lead;
    case Label::body:
    case Label::heading:
    case Label::quote: return Feature::hint_body;
    case Label::caption: return Feature::hint_caption;
    case Label::byline: return Feature::hint_byline;
    case Label::dateline: return Feature::hint_dateline;
    case Label::related: return Feature::hint_related;
    case Label::navigation: return Feature::hint_navigation;
    case Label::comments: return Feature::hint_comments;
    case Label::share: return Feature::hint_share;
    case Label::advert: return Feature::hint_advert;
    case Label::footer: return Feature::hint_footer;
    case Label::other: break;
  }
  return Feature::hint_other;
}

std::optional<Feature> cue_feature(Label label) noexcept {
  switch (label) {
    case Label::share: return Feature::cue_share_words;
    case Label::related: return Feature::cue_related;
    case Label::comments: return Feature::cue_comments;
    case Label::advert: return Feature::cue_advert;
    case Label::footer: return Feature::cue_footer;
    case Label::caption: return Feature::cue_caption;
    default: return std::nullopt;
  }
}

Lexicon::Lexicon(const std::vector<Pack>& packs) : entries_(64), mask_(63) {
  for (const std::uint32_t hash : web_words) add(hash, 0, web, 0);
  for (std::size_t p = 0; p < packs.size(); ++p) {
    const std::uint32_t bit = p < max_packs ? 1U << p : 0;
    for (const std::string& word : packs[p].stopwords) add(word, bit, 0, 0);
    for (const Rule& rule : packs[p].rules) {
      const auto bit_of_label = static_cast<std::uint16_t>(1U << static_cast<unsigned>(rule.label));
      for (const std::string& word : rule.phrases) {
        if (rule.where == Rule::Where::word) add(word, 0, bit_of_label, 0);
        if (rule.where == Rule::Where::hints) add(word, 0, 0, bit_of_label);
      }
    }
  }
}

void Lexicon::add(std::string_view word, std::uint32_t stopword_of, std::uint16_t cues,
                  std::uint16_t hints) {
  // The same hash that a LineReader gives the word: of the folded letters, or of the first two
  // where words are not written apart.
  std::uint32_t hash = hash_start;
  std::string folded;
  valid_fold(valid_to_nfc(word), folded);
  const ClassTable& classes = class_table();
  int spaceless = 0;
  for (const char *p = folded.data(), *end = p + folded.size(); p != end;) {
    const char32_t c = valid_next(p);
    if ((classes(c) & (letter | digit)) == 0) continue;
    if ((classes(c) & ideograph) != 0 && ++spaceless > 2) break;
    hash = add_to_hash(hash, c);
  }
  if (hash == hash_start || spaceless == 1) return;
  add(finish_hash(hash), stopword_of, cues, hints);
}

void Lexicon::add(std::uint32_t hash, std::uint32_t stopword_of, std::uint16_t cues,
                  std::uint16_t hints) {
  if (2 * ++used_ > entries_.size()) {
    std::vector<Entry> old(2 * entries_.size());
    old.swap(entries_);
    mask_ = entries_.size() - 1;
    for (const Entry& entry : old) {
      if (entry.hash != 0) place(entry.hash) = entry;
    }
  }
  Entry& entry = place(hash);
  entry.hash = hash;
  entry.stopword_of |= stopword_of;
  entry.cues = static_cast<std::uint16_t>(entry.cues | cues);
  entry.hints = static_cast<std::uint16_t>(entry.hints | hints);
}

Lexicon::Entry& Lexicon::place(std::uint32_t hash) noexcept {
  std::size_t at = hash & mask_;
  while (entries_[at].hash != 0 && entries_[at].hash != hash) at = (at + 1) & mask_;
  return entries_[at];
}

void measure(const Lines& lines, const Lexicon& lexicon, std::size_t columns, Columns& features,
             Words& words, LanguageCounts& language) {
  const std::size_t rows = lines.items.size();
  features.reset(columns, rows);
  words.hashes.clear();
  words.begin.assign(1, 0);
  words.begin.reserve(rows + 1);
  language = {};
  LineReader reader(lexicon, words, language);
  const ClassTable& classes = class_table();
  for (std::size_t row = 0; row < rows; ++row) {
    const Line& line = lines.items[row];
    store(reader.read(line.text), line, classes, row, features);
    words.begin.push_back(static_cast<std::uint32_t>(words.hashes.size()));
  }
  // Behind the lines' words come those of the declared title and article body.
  const auto title_begin = static_cast<std::uint32_t>(words.hashes.size());
  if (!lines.metadata.title.empty()) (void)reader.read(lines.metadata.title);
  const auto declared_begin = static_cast<std::uint32_t>(words.hashes.size());
  if (!lines.metadata.article_body.empty()) (void)reader.read(lines.metadata.article_body);
  store_vocabulary(rows, words, features);
  store_repeats(rows, words, features);
  store_place(rows, features);
  store_hints(lines, lexicon, features);
  store_declared(rows, words, declared_begin, features);
  const bool is_declared = title_begin != declared_begin;
  if (is_declared) {
    store_headline(rows, words, title_begin, declared_begin, 0, features);
  } else if (rows > 0) {
    store_headline(rows, words, words.begin[0], words.begin[1], 1, features);
  }
}

}  // namespace thanbai
