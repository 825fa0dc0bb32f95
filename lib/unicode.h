// Code points: decoding, character classes, case folding, normalisation. With the files of
// charsets the only user of ICU. Names say what is expected of the text: any_… takes any bytes,
// valid_… well-formed UTF-8.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace thanbai::unicode {

/// Bits of a code point's class.
enum ClassBit : std::uint16_t {
  letter = 1 << 0,        // L, and M save Me and variation selectors: a mark is part of its letter
  upper = 1 << 1,         // Lu, Lt
  digit = 1 << 2,         // Nd
  space = 1 << 3,         // White_Space, and U+FEFF, U+200B
  punctuation = 1 << 4,   // P
  sentence_end = 1 << 5,  // Sentence_Terminal and the ellipsis: . ! ? 。 ؟ । …
  opening = 1 << 6,       // what may begin a sentence: Ps, and quotation marks (Pi, Pf, " ')
  closing = 1 << 7,       // what may follow its end: Pe, and the same quotation marks, since some
                          // languages close with “ or « and open with ” or »
  ideograph =
      1 << 8,  // scripts written without spaces: Han, Hiragana, Katakana, Thai, Lao, Khmer, Burmese
  not_nfc_safe =
      1 << 9,         // ccc != 0 or NFC_Quick_Check is not Yes: text that holds one may not be NFC
  bullet = 1 << 10,   // marks that open a list item: • ● ▪ ■ ► » …
  mark = 1 << 11,     // M
  control = 1 << 12,  // Cc, Cf, Cs, Co, Cn
  dash = 1 << 13,     // Pd
  symbol = 1 << 14,   // S
  lower = 1 << 15,    // Ll
};

inline constexpr char32_t last_code_point = 0x10FFFF;

/// A value for each code point, in blocks of 256 that equal neighbours share. Immutable.
template <class T>
class CodePointTable {
 public:
  /// `values[c]` for each code point below values.size(), `rest` for the others.
  explicit CodePointTable(const std::vector<T>& values, T rest = {});

  /// `c` is at most last_code_point.
  T operator()(char32_t c) const noexcept { return blocks_[first_[c >> 8] + (c & 0xFF)]; }

 private:
  std::array<std::uint32_t, (last_code_point >> 8) + 1> first_;
  std::vector<T> blocks_;
};
using ClassTable = CodePointTable<std::uint16_t>;
using FoldTable = CodePointTable<char32_t>;

/// Class bits of each code point; built once, on first use. Hot loops hold the reference.
const ClassTable& class_table();

/// Class bits of one code point.
inline std::uint16_t classes(char32_t c) { return class_table()(c); }

/// Decodes one code point and moves `p` past it; `p < end`. An ill-formed byte gives U+FFFD and
/// moves one byte (maximal subparts as the Unicode standard's section 3.9 recommends).
char32_t any_next(const char*& p, const char* end) noexcept;

/// The same for well-formed text: no checks.
inline char32_t valid_next(const char*& p) noexcept {
  const auto b = static_cast<unsigned char>(*p++);
  if (b < 0x80) return b;
  auto tail = [&p] { return static_cast<char32_t>(static_cast<unsigned char>(*p++) & 0x3F); };
  if (b < 0xE0) {
    const char32_t c1 = tail();
    return (static_cast<char32_t>(b & 0x1F) << 6) | c1;
  }
  if (b < 0xF0) {
    const char32_t c1 = tail();
    const char32_t c2 = tail();
    return (static_cast<char32_t>(b & 0x0F) << 12) | (c1 << 6) | c2;
  }
  const char32_t c1 = tail();
  const char32_t c2 = tail();
  const char32_t c3 = tail();
  return (static_cast<char32_t>(b & 0x07) << 18) | (c1 << 12) | (c2 << 6) | c3;
}

/// Writes `c`, a code point other than a surrogate, in up to 4 bytes; the end of what was written.
char* put(char* to, char32_t c) noexcept;

/// Appends `c`, a code point other than a surrogate.
void append(std::string& out, char32_t c);

/// Whether any bytes are well-formed UTF-8. Fast.
bool any_is_valid(std::string_view bytes) noexcept;

/// Whether valid text is certainly in NFC: no code point of class not_nfc_safe. False may be wrong.
bool valid_is_surely_nfc(std::string_view text);

/// Whether valid text is in NFC. Slower.
bool valid_is_nfc(std::string_view text);

/// Valid text in NFC. After 30 combining marks in a row U+034F is put in, as in the Stream-Safe
/// Text Format of UAX #15, so that it takes linear time.
std::string valid_to_nfc(std::string_view text);

/// Any bytes with each ill-formed byte (maximal subpart) as U+FFFD; adds the bytes replaced to
/// `replaced`.
std::string any_to_valid(std::string_view bytes, std::uint64_t& replaced);

/// Simple case folding (CaseFolding.txt statuses C and S), also of look-alikes: a no-break space is
/// a space, typographic quotation marks and dashes are the ASCII ones.
char32_t fold(char32_t c);

/// What to add to a code point to fold it; built once, on first use. Hot loops hold the reference.
const FoldTable& fold_table();

/// Whether `c` prints nothing and splits phrases: soft hyphen, direction and joining marks.
constexpr bool is_invisible(char32_t c) noexcept {
  return c == 0xAD || (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069);
}

/// The language of a BCP 47 tag as ISO 639 writes it, two letters if it can: "en" of "en-GB" and
/// "EN_us", "vi" of "vie". Empty if there is no such language, as of "vn".
std::string language_code(std::string_view tag);

/// Valid NFC text folded, runs of white space as one space, soft hyphens and direction marks left
/// out, NFC kept, in `out` (cleared first).
void valid_fold(std::string_view text, std::string& out);

/// `folded` without the closing punctuation and white space that rules do not count at the edges of
/// a line: spaces, ":", ".", "…", "»", ">", "›", "|", "-", "*" at the end and spaces, "|", "*",
/// "-", "+", "»", ">", "›", "•" at the start.
std::string_view strip_edges(std::string_view folded);

/// `text` without white space at its ends. Valid text only.
std::string_view valid_trim(std::string_view text);

}  // namespace thanbai::unicode
