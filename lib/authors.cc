#include "authors.h"

#include <algorithm>
#include <string>

#include "credits.h"
#include "site_name.h"
#include "unicode.h"

namespace thanbai {
namespace {

constexpr std::size_t most_name_bytes = 80;
constexpr std::size_t most_degree_bytes = 6;  // "M.D.", "PhD", "FACLM"

constexpr std::string_view separators[] = {
    ", ",    "; ",   " and ", " và ", " & ", " und ", " et ", " og ", " och ", " ve ",
    " dan ", " en ", " и ",   " - ",  " – ", " / ",   " | ",  "、",   "，"};

// Accounts that mean nobody, letters alone.
constexpr std::string_view users[] = {"admin", "administrator", "webmaster",
                                      "guest", "unknown",       "гость"};

// Words in the names of newspapers and stations, case-folded.
constexpr std::string_view news_words[] = {
    "báo",    "đài",     "tạp chí",     "news",    "times",    "post",    "tribune",
    "herald", "gazette", "nachrichten", "zeitung", "noticias", "notícias"};

/// The first separator of `text`; its size is 0 if there is none.
std::size_t first_separator(std::string_view text, std::size_t& size) {
  std::size_t first = text.size();
  size = 0;
  for (const std::string_view separator : separators) {
    const std::size_t at = text.find(separator);
    if (at < first) {
      first = at;
      size = separator.size();
    }
  }
  return first;
}

/// Short, without a space, and more than its first letter a capital: "MD", "PhD", "M.D.".
bool is_degree(std::string_view text) {
  if (text.size() > most_degree_bytes || text.find(' ') != std::string_view::npos) return false;
  const auto capitals =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals >= 2;
}

/// "news.example", "jane@example.org", "@jane", "https://…": no name has these.
bool is_address(std::string_view text) {
  if (text.find('@') != std::string_view::npos || text.find("://") != std::string_view::npos) {
    return true;
  }
  const std::size_t dot = text.rfind('.');
  return text.find(' ') == std::string_view::npos && dot != std::string_view::npos && dot > 2 &&
         dot + 2 < text.size();
}

bool has_letter(std::string_view text) {
  const char* p = text.data();
  const char* const end = p + text.size();
  while (p < end) {
    if ((unicode::classes(unicode::valid_next(p)) & unicode::letter) != 0) return true;
  }
  return false;
}

std::string_view without_quotes(std::string_view text) {
  while (!text.empty() && (text.front() == '"' || text.front() == '\'')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == '"' || text.back() == '\'')) text.remove_suffix(1);
  return unicode::valid_trim(text);
}

}  // namespace

std::vector<std::string_view> author_names(std::string_view author) {
  std::vector<std::string_view> names;
  bool behind_comma = false;
  while (!author.empty()) {
    std::size_t size = 0;
    const std::size_t end = first_separator(author, size);
    const std::string_view name = unicode::valid_trim(author.substr(0, end));
    const bool is_title = behind_comma && !names.empty() &&
                          names.back().find(' ') != std::string_view::npos && is_degree(name);
    const bool known = std::find(names.begin(), names.end(), name) != names.end();
    if (!name.empty() && !is_title && !known) names.push_back(name);
    behind_comma = size > 0 && author[end] == ',';
    author.remove_prefix(end + size);
  }
  return names;
}

std::string_view declared_author(std::string_view declared) {
  std::string_view name = without_quotes(declared);
  const Byline byline = parse_byline(name);
  if (byline.is_name_like) name = byline.author;
  if (name.size() > most_name_bytes || !has_letter(name) || is_address(name)) return {};
  if (is_photo_credit(name)) return {};
  const std::string letters = letters_of(name);
  const bool is_user = std::find(std::begin(users), std::end(users), letters) != std::end(users);
  return letters.empty() || is_user ? std::string_view() : name;
}

bool is_outlet(std::string_view author, std::string_view site) {
  const std::string letters = letters_of(author);
  const std::string site_letters = letters_of(site);
  if (letters.empty() || site_letters.empty()) return false;
  return site_letters.find(letters) != std::string::npos ||
         letters.find(site_letters) != std::string::npos;
}

bool is_news_site(std::string_view site) {
  std::string folded;
  unicode::valid_fold(site, folded);
  const auto stands = [&folded](std::string_view word) {
    const std::size_t at = folded.find(word);
    if (at == std::string::npos) return false;
    const std::size_t end = at + word.size();
    return (at == 0 || folded[at - 1] == ' ') && (end == folded.size() || folded[end] == ' ');
  };
  return std::any_of(std::begin(news_words), std::end(news_words), stands);
}

}  // namespace thanbai
