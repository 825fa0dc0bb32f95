#include "headline.h"

#include <algorithm>

#include "unicode.h"

namespace thanbai {
namespace {

constexpr std::size_t most_site_words = 5;
constexpr std::size_t least_title_words = 4;
constexpr float bonus = 6000;                 // of a line with the headline's words and no others
constexpr std::size_t most_times_longer = 4;  // a line, in bytes, than the headline or the reverse

bool in_word(char32_t c) { return (unicode::classes(c) & (unicode::letter | unicode::digit)) != 0; }

/// Words of folded text, sorted, each once.
std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> words;
  const char* p = folded.data();
  const char* const end = p + folded.size();
  const char* begin = nullptr;
  while (p < end) {
    const char* const at = p;
    const bool word = in_word(unicode::valid_next(p));
    if (word && begin == nullptr) begin = at;
    if (!word && begin != nullptr) {
      words.emplace_back(begin, at);
      begin = nullptr;
    }
  }
  if (begin != nullptr) words.emplace_back(begin, end);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
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
  if (text_.empty()) return;
  std::string folded;
  unicode::valid_fold(text_, folded);
  words_ = words_of(folded);
  letters_ = letters_of(text_);
}

float Headline::likeness(std::string_view line) const {
  if (words_.empty() || line.empty() || line.size() > most_times_longer * text_.size() ||
      text_.size() > most_times_longer * line.size()) {
    return 0;
  }
  if (letters_of(line) == letters_) return 1;
  std::string folded;
  unicode::valid_fold(line, folded);
  const std::vector<std::string> words = words_of(folded);
  std::size_t common = 0;
  for (const std::string& word : words) {
    if (std::binary_search(words_.begin(), words_.end(), word)) ++common;
  }
  return static_cast<float>(common) / static_cast<float>(std::max(words.size(), words_.size()));
}

void prefer_shown(const Headline& headline, const Lines& lines, std::vector<std::int32_t>& scores) {
  if (headline.empty()) return;
  for (std::size_t row = 0; row < lines.items.size(); ++row) {
    const float likeness = headline.likeness(lines.items[row].text);
    if (likeness >= Headline::shown) scores[row] += static_cast<std::int32_t>(bonus * likeness);
  }
}

}  // namespace thanbai
