// Each line is read once (line_reader); what needs the whole page is counted afterwards
// (page_features, title_features).
#include "line_features.h"

#include "containers.h"
#include "line_reader.h"
#include "line_series.h"
#include "list_items.h"
#include "page_features.h"
#include "unicode.h"

namespace thanbai {
namespace {

using namespace unicode;  // NOLINT: class bits are used below

void store(const LineCounts& n, const Line& line, const ClassTable& classes, std::size_t row,
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
  if (!line.text.empty() && n.is_valid) {
    const char* p = line.text.data();
    const std::uint16_t first = classes(valid_next(p));
    set(Feature::starts_upper, (first & upper) != 0 ? 1 : 0);
    set(Feature::starts_lower, (first & (upper | letter | ideograph)) == letter ? 1 : 0);
    set(Feature::starts_digit, (first & digit) != 0 ? 1 : 0);
    set(Feature::starts_quote, (first & opening) != 0 ? 1 : 0);
    set(Feature::starts_mark, (first & (letter | digit | opening)) == 0 ? 1 : 0);
  }
  set(Feature::word_length, n.words == 0 ? 0 : std::int64_t{10} * n.word_chars / n.words);
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
  for (std::size_t label = 0; n.has_cues && label < label_count; ++label) {
    if (n.cues[label] == 0) continue;
    if (const auto feature = cue_feature(static_cast<Label>(label))) set(*feature, n.cues[label]);
  }
  set(Feature::block, static_cast<int>(line.block));
  set(Feature::opens_block, line.opens_block ? 1 : 0);
  set(Feature::level, line.level);
  set(Feature::link_share, per_mille(line.link_bytes, static_cast<std::int64_t>(line.text.size())));
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

bool measure(const Lines& lines, const Lexicon& lexicon, std::size_t columns, Columns& features,
             Words& words, LanguageCounts& language) {
  WordCache cache;
  return measure(lines, lexicon, cache, columns, features, words, language);
}

bool measure(const Lines& lines, const Lexicon& lexicon, WordCache& cache, std::size_t columns,
             Columns& features, Words& words, LanguageCounts& language) {
  const std::size_t rows = lines.items.size();
  features.reset(columns, rows);
  words.hashes.clear();
  words.begin.assign(1, 0);
  words.begin.reserve(rows + 1);
  words.stems.clear();
  words.signatures.clear();
  words.signatures.reserve(rows);
  language = {};
  LineReader reader(lexicon, cache, words, language);
  const ClassTable& classes = class_table();
  bool is_valid = true;
  for (std::size_t row = 0; row < rows; ++row) {
    const Line& line = lines.items[row];
    const LineCounts counts = reader.read(line.text);
    is_valid &= counts.is_valid;
    store(counts, line, classes, row, features);
    words.signatures.push_back(counts.signature);
    words.begin.push_back(static_cast<std::uint32_t>(words.hashes.size()));
  }
  // Behind the lines' words come those of the declared title, article body and description.
  const auto title_begin = static_cast<std::uint32_t>(words.hashes.size());
  const auto read = [&](std::string_view text) {
    if (!text.empty()) is_valid &= reader.read(text).is_valid;
  };
  read(lines.metadata.title);
  const auto declared_begin = static_cast<std::uint32_t>(words.hashes.size());
  read(lines.metadata.article_body);
  const auto description_begin = static_cast<std::uint32_t>(words.hashes.size());
  read(lines.metadata.description);
  const auto description_end = static_cast<std::uint32_t>(words.hashes.size());
  if (!is_valid) return false;
  store_vocabulary(rows, words, features);
  store_repeats(rows, words, features);
  store_place(rows, features);
  words.alike.read(lines);
  store_hints(lines, lexicon, words.alike, features);
  store_declared_body(rows, words, declared_begin, description_begin, features);
  store_description(rows, words, description_begin, description_end, features);
  find_lists(lines, features);
  find_series(lines, features);
  measure_containers(lines, words.alike, features);
  const bool is_declared = title_begin != declared_begin;
  if (is_declared) {
    store_headline(rows, words, title_begin, declared_begin, 0, features);
  } else if (rows > 0) {
    store_headline(rows, words, words.begin[0], words.begin[1], 1, features);
  }
  return true;
}

}  // namespace thanbai
