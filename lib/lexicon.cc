#include "lexicon.h"

#include <string>

#include "hint_rules.h"
#include "unicode.h"
#include "word_hash.h"

namespace thanbai {
namespace {

using namespace unicode;  // NOLINT: class bits are used below

constexpr std::uint32_t web_words[] = {word_hash("http"), word_hash("https"), word_hash("www"),
                                       word_hash("com")};

}  // namespace

Lexicon::Lexicon(const std::vector<Pack>& packs, const std::vector<HintWord>& hint_words)
    : entries_(64), mask_(63) {
  for (const HintWord& known : hint_words) add(word_hash(known.word)).hint_odds = known.odds;
  for (const std::uint32_t hash : web_words) add(hash, 0, web, 0);
  for (std::size_t p = 0; p < packs.size(); ++p) {
    const std::uint32_t bit = p < max_packs ? 1U << p : 0;
    for (const std::string& word : packs[p].stopwords) add(word, bit, 0, 0);
    for (const Rule& rule : packs[p].rules) {
      const auto bit_of_label = static_cast<std::uint16_t>(1U << static_cast<unsigned>(rule.label));
      for (const std::string& word : rule.phrases) {
        if (rule.where == Rule::Where::word) add(word, 0, bit_of_label, 0);
        if (rule.where == Rule::Where::hints && !names_hints(rule)) add(word, 0, 0, bit_of_label);
      }
    }
  }
  stopword_of_.resize(entries_.size() + 1);
  for (std::size_t row = 0; row < entries_.size(); ++row) {
    for (std::size_t p = 0; p < max_packs; ++p) {
      stopword_of_[row][p] = (entries_[row].stopword_of >> p) & 1U;
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
  Entry& entry = add(hash);
  entry.stopword_of |= stopword_of;
  entry.cues = static_cast<std::uint16_t>(entry.cues | cues);
  entry.hints = static_cast<std::uint16_t>(entry.hints | hints);
}

Lexicon::Entry& Lexicon::add(std::uint32_t hash) {
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
  return entry;
}

Lexicon::Entry& Lexicon::place(std::uint32_t hash) noexcept {
  std::size_t at = hash & mask_;
  while (entries_[at].hash != 0 && entries_[at].hash != hash) at = (at + 1) & mask_;
  return entries_[at];
}

}  // namespace thanbai
