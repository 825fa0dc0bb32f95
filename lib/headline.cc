#include "headline.h"

#include <algorithm>
#include <array>

#include "title_choice.h"
#include "unicode.h"
#include "word_hash.h"

namespace thanbai {
namespace {

constexpr std::size_t most_declared = 8;
constexpr float of_other = 0.9F;              // likeness to a text that fewer places declare
constexpr float of_part = 0.9F;               // to a part of a declared text
constexpr std::size_t least_part_words = 3;   // of a part of a declared text that may be it all
constexpr float bonus = 6000;                 // of a line with the headline's words and no others
constexpr float bonus_of_item = 3000;         // in a list: mostly the last of a breadcrumb
constexpr std::size_t most_times_longer = 4;  // a line, in bytes, than the headline or the reverse

/// ASCII letters and digits folded; 0 for other characters.
constexpr std::array<char, 128> make_ascii_letters() noexcept {
  std::array<char, 128> letters{};
  for (std::size_t c = '0'; c <= '9'; ++c) letters[c] = static_cast<char>(c);
  for (std::size_t c = 'a'; c <= 'z'; ++c) letters[c] = letters[c - 32] = static_cast<char>(c);
  return letters;
}
constexpr std::array<char, 128> ascii_letters = make_ascii_letters();

/// Fills `words` with the hashes of a text's words, folded, sorted, each once. Gives a hash of all
/// its letters.
std::uint64_t hash_words(std::string_view text, std::vector<std::uint32_t>& words) {
  const unicode::FoldTable& folds = unicode::fold_table();
  const unicode::ClassTable& classes = unicode::class_table();
  words.clear();
  std::uint64_t letters = 0;
  std::uint32_t word = hash_start;
  const auto end_word = [&] {
    if (word != hash_start) words.push_back(word);
    word = hash_start;
  };
  for (const char *p = text.data(), *end = p + text.size(); p != end;) {
    char32_t c = unicode::valid_next(p);
    if (c >= 0x80) {
      c += folds(c);
      if (unicode::is_invisible(c)) continue;
      if ((classes(c) & (unicode::letter | unicode::digit)) == 0) c = 0;
    } else {
      c = static_cast<unsigned char>(ascii_letters[c]);
    }
    if (c == 0) {
      end_word();
      continue;
    }
    word = add_to_hash(word, c);
    letters = (letters ^ c) * 0x100000001B3U;  // FNV's prime for 64 bits
  }
  end_word();
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return letters;
}

/// Whether `text` is `title` and a mark and more: a site's name, mostly.
bool goes_on(std::string_view text, std::string_view title) {
  if (text.size() <= title.size() || text.substr(0, title.size()) != title) return false;
  std::string_view rest = unicode::valid_trim(text.substr(title.size()));
  const char* p = rest.data();
  return !rest.empty() &&
         (unicode::classes(unicode::valid_next(p)) & (unicode::letter | unicode::digit)) == 0;
}

/// "03-article.html" or "example.org" tell nothing.
bool is_file_name(std::string_view title) {
  const std::size_t dot = title.rfind('.');
  return dot != std::string_view::npos && dot + 5 >= title.size() &&
         std::all_of(title.begin(), title.end(), [](char c) { return c > ' ' && c <= '~'; });
}

}  // namespace

Headline::Headline(const Metadata& metadata, std::string_view address) : site_(metadata, address) {
  const auto add = [this](std::string_view text) {
    if (text.empty() || is_file_name(text) || declared_.size() == most_declared) return;
    Declared one = {text, 0, 1, {}};
    one.letters = hash_words(text, one.words);
    for (Declared& other : declared_) {
      if (other.letters == one.letters) return static_cast<void>(++other.places);
    }
    declared_.push_back(std::move(one));
  };
  add(site_.cut_known(metadata.headline));
  for (const std::string_view text : metadata.other_headlines) add(site_.cut_known(text));
  add(site_.cut(metadata.title));

  for (Declared& one : declared_) {
    for (const Declared& other : declared_) {
      if (goes_on(other.text, one.text)) one.places += other.places;
    }
  }
  std::vector<std::uint32_t> words;
  for (std::size_t i = 0; i < declared_.size(); ++i) {
    const Declared& one = declared_[i];
    if (one.places > declared_[best_].places) best_ = i;
    for (const std::string_view part : title_parts(one.text)) {
      const std::uint64_t letters = hash_words(part, words);
      if (words.size() >= least_part_words && !site_.is(part)) parts_.push_back(letters);
    }
  }
}

float Headline::likeness(std::string_view line) const {
  std::vector<std::uint32_t> words;
  return likeness(line, true, words);
}

float Headline::likeness(std::string_view line, bool to_any,
                         std::vector<std::uint32_t>& words) const {
  float most = 0;
  bool is_read = false;
  std::uint64_t letters = 0;
  for (std::size_t i = 0; i < declared_.size(); ++i) {
    const Declared& one = declared_[i];
    if (!to_any && i != best_) continue;
    const float weight = i == best_ ? 1 : of_other;
    if (one.words.empty() || line.size() > most_times_longer * one.text.size() ||
        one.text.size() > most_times_longer * line.size()) {
      continue;
    }
    if (!is_read) letters = hash_words(line, words);
    is_read = true;
    const auto common = std::count_if(words.begin(), words.end(), [&one](std::uint32_t word) {
      return std::binary_search(one.words.begin(), one.words.end(), word);
    });
    const float share =
        static_cast<float>(common) / static_cast<float>(std::max(words.size(), one.words.size()));
    most = std::max(most, weight * (letters == one.letters ? 1 : share));
  }
  const bool is_part =
      to_any && is_read && std::find(parts_.begin(), parts_.end(), letters) != parts_.end();
  return is_part ? std::max(most, of_part) : most;
}

void prefer_shown(const Headline& headline, const Lines& lines, const Columns& columns,
                  std::vector<std::int32_t>& scores) {
  if (headline.empty()) return;
  std::vector<std::uint32_t> words;
  for (std::size_t row = 0; row < lines.items.size(); ++row) {
    if (!may_be_title(row, columns)) continue;
    const Line& line = lines.items[row];
    const float likeness = headline.likeness(line.text, line.block == Block::heading, words);
    const float most = line.block == Block::list_item ? bonus_of_item : bonus;
    if (likeness >= Headline::shown) scores[row] += static_cast<std::int32_t>(most * likeness);
  }
}

}  // namespace thanbai
