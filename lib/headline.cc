#include "headline.h"

#include <algorithm>
#include <array>

#include "title_choice.h"
#include "unicode.h"
#include "word_hash.h"

namespace thanbai {
namespace {

constexpr std::size_t most_site_words = 5;
constexpr std::size_t least_title_words = 4;
constexpr float bonus = 6000;                 // of a line with the headline's words and no others
constexpr std::size_t most_times_longer = 4;  // a line, in bytes, than the headline or the reverse

bool in_word(char32_t c) { return (unicode::classes(c) & (unicode::letter | unicode::digit)) != 0; }

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

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ' && (i == 0 || text[i - 1] == ' ')) ++words;
  }
  return words;
}

bool contains(std::string_view text, std::string_view part) {
  return !part.empty() && text.find(part) != std::string_view::npos;
}

/// Where the last separator stands, and its size; npos if there is none.
std::size_t last_separator(std::string_view title, std::size_t& size) {
  std::size_t last = std::string_view::npos;
  for (const std::string_view separator : {" | ", " - ", " – ", " — "}) {
    const std::size_t at = title.rfind(separator);
    if (at == std::string_view::npos || (last != std::string_view::npos && at < last)) continue;
    last = at;
    size = separator.size();
  }
  return last;
}

}  // namespace

std::string letters_of(std::string_view text) {
  std::string folded;
  unicode::valid_fold(text, folded);
  std::string letters;
  const char* p = folded.data();
  for (const char* const end = p + folded.size(); p < end;) {
    const char* const at = p;
    if (in_word(unicode::valid_next(p))) letters.append(at, p);
  }
  return letters;
}

std::string_view without_known_site(std::string_view title, std::string_view site) {
  std::size_t size = 0;
  const std::size_t at = last_separator(title, size);
  if (site.empty() || at == std::string_view::npos || at == 0) return title;
  const std::string behind = letters_of(title.substr(at + size));
  const std::string known = letters_of(site);
  const bool is_site = contains(known, behind) || contains(behind, known);
  return is_site ? title.substr(0, at) : title;
}

std::string_view without_site(std::string_view title, std::string_view site) {
  const std::string_view trimmed = without_known_site(title, site);
  std::size_t size = 0;
  const std::size_t at = last_separator(title, size);
  if (trimmed.size() < title.size() || at == std::string_view::npos) return trimmed;
  const bool is_name = count_words(title.substr(at + size)) <= most_site_words &&
                       count_words(title.substr(0, at)) >= least_title_words;
  return is_name ? title.substr(0, at) : title;
}

Headline::Headline(const Metadata& metadata)
    : text_(metadata.headline.empty() ? without_site(metadata.title, metadata.site)
                                      : without_known_site(metadata.headline, metadata.site)) {
  letters_ = hash_words(text_, words_);
}

float Headline::likeness(std::string_view line) const {
  std::vector<std::uint32_t> words;
  return likeness(line, words);
}

float Headline::likeness(std::string_view line, std::vector<std::uint32_t>& words) const {
  if (words_.empty() || line.empty() || line.size() > most_times_longer * text_.size() ||
      text_.size() > most_times_longer * line.size()) {
    return 0;
  }
  if (hash_words(line, words) == letters_) return 1;
  const auto common = std::count_if(words.begin(), words.end(), [&](std::uint32_t word) {
    return std::binary_search(words_.begin(), words_.end(), word);
  });
  return static_cast<float>(common) / static_cast<float>(std::max(words.size(), words_.size()));
}

void prefer_shown(const Headline& headline, const Lines& lines, const Columns& columns,
                  std::vector<std::int32_t>& scores) {
  if (headline.empty()) return;
  std::vector<std::uint32_t> words;
  for (std::size_t row = 0; row < lines.items.size(); ++row) {
    if (!may_be_title(row, columns)) continue;
    const float likeness = headline.likeness(lines.items[row].text, words);
    if (likeness >= Headline::shown) scores[row] += static_cast<std::int32_t>(bonus * likeness);
  }
}

}  // namespace thanbai
