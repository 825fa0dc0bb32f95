// The raw bytes of an HTML token -> its characters: references, line ends, NUL, case of names.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ascii.h"

namespace thanbai::html {

/// How the tokenizer state a token came from reads its bytes. CR LF and CR become LF in all of
/// them.
enum class Reading : std::uint8_t {
  data,       // character references; NUL stays
  rcdata,     // character references; NUL becomes U+FFFD
  attribute,  // as rcdata, but "&copy=" and "&copyx" stay as written
  rawtext,    // NUL becomes U+FFFD: also script data, plain text, comments, DOCTYPE identifiers
  cdata,      // NUL stays
  name,       // A to Z become a to z, NUL becomes U+FFFD
};

/// The characters `raw` stands for: `raw` itself if each stands for itself, else `scratch`, whose
/// old content is lost. Total and linear; ill-formed bytes stay as they are.
std::string_view characters(std::string_view raw, Reading reading, std::string& scratch);

/// Whether `raw`, read as a name, is `lower`, which has no upper case.
inline bool name_is(std::string_view raw, std::string_view lower) noexcept {
  if (raw.size() != lower.size()) return false;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != lower[i] && to_lower(raw[i]) != lower[i]) return false;
  }
  return true;
}

/// Whether `lower` is among the words of `raw`, which white space parts: of rel or itemprop.
inline bool has_word(std::string_view raw, std::string_view lower) noexcept {
  const auto is_space = [](char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  };
  while (raw.size() >= lower.size()) {
    const auto end =
        static_cast<std::size_t>(std::find_if(raw.begin(), raw.end(), is_space) - raw.begin());
    if (name_is(raw.substr(0, end), lower)) return true;
    raw.remove_prefix(std::min(end + 1, raw.size()));
  }
  return false;
}

}  // namespace thanbai::html
