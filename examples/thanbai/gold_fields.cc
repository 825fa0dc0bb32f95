#include "gold_fields.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "words.h"

namespace thanbai::program {
namespace {

/// The string, or the first of a list of strings, under the first of `keys` that has one.
std::string text_of(const nlohmann::json& meta, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    const auto found = meta.find(key);
    if (found == meta.end()) continue;
    const auto& value = found->is_array() && !found->empty() ? found->front() : *found;
    if (value.is_string()) return value.get<std::string>();
  }
  return {};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string two_digits(std::string_view number) {
  return number.size() == 1 ? "0" + std::string(number) : std::string(number);
}

}  // namespace

std::string day_of(std::string_view date) {
  // Three numbers with the same "/", "-" or "." between, the first or last of four digits.
  for (std::size_t i = 0; i < date.size(); ++i) {
    if (!is_digit(date[i]) || (i > 0 && is_digit(date[i - 1]))) continue;
    std::array<std::string_view, 3> numbers;
    char mark = 0;
    std::size_t at = i;
    bool fits = true;
    for (std::size_t n = 0; n < numbers.size() && fits; ++n) {
      if (n > 0) {
        fits = at < date.size() &&
               std::string_view("/-.").find(date[at]) != std::string_view::npos &&
               (n == 1 || date[at] == mark);
        if (!fits) break;
        mark = date[at++];
      }
      const std::size_t begin = at;
      while (at < date.size() && is_digit(date[at])) ++at;
      numbers[n] = date.substr(begin, at - begin);
      fits = !numbers[n].empty();
    }
    if (!fits) continue;
    if (numbers[2].size() == 4) std::swap(numbers[0], numbers[2]);
    if (numbers[0].size() != 4 || numbers[1].size() > 2 || numbers[2].size() > 2) continue;
    return std::string(numbers[0]) + "-" + two_digits(numbers[1]) + "-" + two_digits(numbers[2]);
  }
  return {};
}

std::string_view first_author(std::string_view names) {
  for (const std::string_view before : {"(", "By ", "by ", "Theo ", "theo "}) {
    if (names.substr(0, before.size()) == before) names.remove_prefix(before.size());
  }
  for (const std::string_view mark :
       {",", ";", " and ", " & ", " và ", " - ", " – ", " | ", "(", ")", "/"}) {
    names = names.substr(0, names.find(mark));
  }
  while (!names.empty() && names.back() == ' ') names.remove_suffix(1);
  return names;
}

GoldFields read_gold_fields(std::string_view json) {
  GoldFields gold;
  const auto meta = nlohmann::json::parse(json, nullptr, false);
  if (!meta.is_object()) return gold;
  gold.site = text_of(meta, {"site"});
  gold.title = text_of(meta, {"title"});
  gold.day = day_of(text_of(meta, {"date"}));
  gold.author = first_author(text_of(meta, {"author", "authors", "byline"}));
  return gold;
}

FieldScore score_fields(const Document& document, const GoldFields& gold) {
  FieldScore score;
  if (!gold.title.empty()) score.title = same_title(document.title, gold.title);
  if (!gold.day.empty()) score.day = document.published.substr(0, 10) == gold.day;
  if (!gold.author.empty()) {
    const std::string_view first =
        document.authors.empty() ? document.byline : document.authors.front();
    score.author = same_name(first_author(first), gold.author);
  }
  return score;
}

}  // namespace thanbai::program
