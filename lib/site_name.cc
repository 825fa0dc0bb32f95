#include "site_name.h"

#include <algorithm>

#include "thanbai/pack.h"
#include "unicode.h"

namespace thanbai {
namespace {

constexpr std::size_t most_site_words = 5;
constexpr std::size_t most_site_bytes = 200;
constexpr std::size_t least_title_words = 4;
constexpr std::size_t most_parted_bytes = 400;  // a longer text is no title
constexpr int most_times = 2;                   // a name is put behind one that has it already
constexpr std::size_t most_times_longer = 2;    // a part that holds the name, in bytes
constexpr std::size_t least_host_letters = 4;   // fewer stand in many words

// The first four may part a title from a name nobody declares.
constexpr std::string_view separators[] = {" | ", " - ", " – ", " — ", " • ", " · ", " » ", " > "};
constexpr std::size_t plain_separators = 4;

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

/// Whether `part` is `name`, a part of it, or ends in it or has little besides: "The Example Times
/// (ET)", but not "Example at the fair of 2018". Letters all.
bool names(std::string_view part, std::string_view name) {
  if (contains(name, part)) return true;
  if (!contains(part, name)) return false;
  const bool is_end = part.substr(part.size() - name.size()) == name;
  return is_end || part.size() <= most_times_longer * name.size();
}

/// Where the last of the first `count` separators stands, and its size; npos if there is none.
std::size_t last_separator(std::string_view title, std::size_t count, std::size_t& size) {
  std::size_t at = title.rfind(' ');
  for (; at != std::string_view::npos && at != 0; at = title.rfind(' ', at - 1)) {
    // Most spaces stand before a letter.
    if (at + 1 < title.size() && (title[at + 1] | 0x20) >= 'a' && (title[at + 1] | 0x20) <= 'z') {
      continue;
    }
    const auto* const found =
        std::find_if(separators, separators + count, [&](std::string_view separator) {
          return title.substr(at, separator.size()) == separator;
        });
    if (found == separators + count) continue;
    size = found->size();
    return at;
  }
  return std::string_view::npos;
}

/// The label of a host that its owner chose.
std::string_view owner_label(std::string_view host) {
  const auto cut_last = [&host] {
    const std::size_t dot = host.rfind('.');
    const std::string_view last = dot == std::string_view::npos ? host : host.substr(dot + 1);
    host = dot == std::string_view::npos ? std::string_view() : host.substr(0, dot);
    return last;
  };
  const std::size_t country = cut_last().size();
  std::string_view name = cut_last();
  if (country == 2 && name.size() <= 3 && !host.empty()) name = cut_last();  // example.co.uk
  return name;
}

}  // namespace

std::string letters_of(std::string_view text) {
  std::string folded;
  unicode::valid_fold(text, folded);
  std::string letters;
  const char* p = folded.data();
  for (const char* const end = p + folded.size(); p < end;) {
    const char* const at = p;
    if ((unicode::classes(unicode::valid_next(p)) & (unicode::letter | unicode::digit)) != 0) {
      letters.append(at, p);
    }
  }
  return letters;
}

std::vector<std::string_view> title_parts(std::string_view title) {
  std::vector<std::string_view> parts;
  if (title.size() > most_parted_bytes) return parts;
  for (const std::string_view separator : separators) {
    for (std::size_t at = title.find(separator); at != std::string_view::npos;
         at = title.find(separator, at + 1)) {
      parts.push_back(title.substr(0, at));
      parts.push_back(title.substr(at + separator.size()));
    }
  }
  return parts;
}

std::string_view site_in_title(std::string_view title, std::string_view url) {
  const std::string host = host_of(url);
  const std::string label = letters_of(owner_label(host));
  if (label.empty()) return {};
  const std::string whole = letters_of(host);
  for (const std::string_view part : title_parts(title)) {
    const std::string letters = letters_of(part);
    if (letters == label || letters == whole) return part;
  }
  return {};
}

SiteName::SiteName(const Metadata& metadata, std::string_view address)
    : name_(letters_of(metadata.site)) {
  std::string host = host_of(address);
  if (host.empty()) host = host_of(metadata.url);
  host_ = letters_of(owner_label(host));
  if (name_.size() > most_site_bytes) name_.resize(most_site_bytes);  // soon searched, too
}

bool SiteName::is(std::string_view part) const {
  if (part.size() > most_site_bytes) return false;  // what is short is soon searched for
  const std::string letters = letters_of(part);
  const bool by_host = letters.size() >= least_host_letters && host_.size() >= least_host_letters;
  return names(letters, name_) || (by_host && names(letters, host_));
}

std::string_view SiteName::cut_known(std::string_view title) const {
  for (int times = 0; times < most_times; ++times) {
    std::size_t size = 0;
    const std::size_t at = last_separator(title, std::size(separators), size);
    if (at == std::string_view::npos || !is(title.substr(at + size))) break;
    title = title.substr(0, at);
  }
  return title;
}

std::string_view SiteName::cut(std::string_view title) const {
  const std::string_view trimmed = cut_known(title);
  std::size_t size = 0;
  const std::size_t at = last_separator(title, plain_separators, size);
  if (trimmed.size() < title.size() || at == std::string_view::npos) return trimmed;
  const bool is_name = count_words(title.substr(at + size)) <= most_site_words &&
                       count_words(title.substr(0, at)) >= least_title_words;
  return is_name ? title.substr(0, at) : title;
}

}  // namespace thanbai
