#include "words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace thanbai::program {
namespace {

bool in_word(UChar32 c) {
  return c == '_' || (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

/// Folded, in NFC, each run of white space one space and none at the ends.
icu::UnicodeString comparable(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  icu::UnicodeString folded = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  folded.foldCase();
  if (U_SUCCESS(error)) folded = nfc->normalize(folded, error);
  icu::UnicodeString out;
  bool space = false;
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (u_isUWhiteSpace(c)) {
      space = true;
      continue;
    }
    if (space && !out.isEmpty()) out.append(static_cast<UChar32>(' '));
    space = false;
    out.append(c);
  }
  return out;
}

/// Whether `longer` is `title` and a site's name after it.
bool has_site_name(const icu::UnicodeString& longer, const icu::UnicodeString& title) {
  if (title.isEmpty() || !longer.startsWith(title)) return false;
  const icu::UnicodeString rest = longer.tempSubString(title.length());
  if (rest.length() < 4 || rest.length() - 3 > title.length()) return false;
  const icu::UnicodeString marks = icu::UnicodeString::fromUTF8("-–—|»·•");
  return rest[0] == ' ' && marks.indexOf(rest[1]) >= 0 && rest[2] == ' ';
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
  std::vector<std::string_view> words;
  std::size_t begin = size;  // of the word we are in; `size` if in none
  for (std::size_t i = 0; i < size;) {
    const std::size_t at = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);  // negative if ill-formed
    const bool word = c >= 0 && in_word(c);
    if (word && begin == size) begin = at;
    if (!word && begin != size) {
      words.push_back(text.substr(begin, at - begin));
      begin = size;
    }
  }
  if (begin != size) words.push_back(text.substr(begin));
  return words;
}

std::uint32_t count_words(std::string_view text) {
  return static_cast<std::uint32_t>(words_of(text).size());
}

bool same_name(std::string_view a, std::string_view b) { return comparable(a) == comparable(b); }

bool same_title(std::string_view a, std::string_view b) {
  const icu::UnicodeString first = comparable(a);
  const icu::UnicodeString second = comparable(b);
  return first == second || has_site_name(first, second) || has_site_name(second, first);
}

}  // namespace thanbai::program
