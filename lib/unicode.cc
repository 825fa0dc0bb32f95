// The tables are filled from ICU's character properties once; after that ICU is called only to
// normalise. That most text is NFC is seen by its lead bytes alone, without decoding.
#include "unicode.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <initializer_list>

namespace thanbai::unicode {
namespace {

unsigned char byte(char c) noexcept { return static_cast<unsigned char>(c); }

// ---- classes

// Marks that open list items in news text: bullets, squares, circles, triangles, arrows, hands.
constexpr char32_t bullets[] = {
    0xB7,   0xBB,   0x2022, 0x2023, 0x203A, 0x2043, 0x2192, 0x21D2,  0x2219, 0x25A0, 0x25A1,
    0x25AA, 0x25AB, 0x25B6, 0x25B7, 0x25B8, 0x25B9, 0x25BA, 0x25C6,  0x25C7, 0x25C9, 0x25CB,
    0x25CF, 0x25E6, 0x25FC, 0x25FE, 0x2605, 0x261E, 0x26AB, 0x2714,  0x2756, 0x276F, 0x2794,
    0x279C, 0x27A2, 0x27A4, 0x30FB, 0xF0A7, 0xF0B7, 0xFF65, 0x1F449, 0x1F539};

bool is_written_without_spaces(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR: return true;
    default: return false;
  }
}

// What the general category says.
std::uint16_t category_classes(UCharCategory category) {
  const std::uint32_t bit = U_MASK(category);
  std::uint32_t out = 0;
  if ((bit & (U_GC_L_MASK | U_GC_MN_MASK | U_GC_MC_MASK)) != 0) out |= letter;
  if ((bit & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0) out |= upper;
  if ((bit & U_GC_LL_MASK) != 0) out |= lower;
  if ((bit & U_GC_ND_MASK) != 0) out |= digit;
  if ((bit & U_GC_P_MASK) != 0) out |= punctuation;
  if ((bit & (U_GC_PS_MASK | U_GC_PI_MASK | U_GC_PF_MASK)) != 0) out |= opening;
  if ((bit & (U_GC_PE_MASK | U_GC_PI_MASK | U_GC_PF_MASK)) != 0) out |= closing;
  if ((bit & U_GC_M_MASK) != 0) out |= mark;
  if ((bit & U_GC_C_MASK) != 0) out |= control;
  if ((bit & U_GC_PD_MASK) != 0) out |= dash;
  if ((bit & U_GC_S_MASK) != 0) out |= symbol;
  return static_cast<std::uint16_t>(out);
}

void add_classes(std::vector<std::uint16_t>& values, char32_t c, std::uint16_t bits) {
  values[c] = static_cast<std::uint16_t>(values[c] | bits);
}

// Called by ICU for each run of code points of one general category.
UBool U_CALLCONV add_run(const void* context, UChar32 begin, UChar32 end, UCharCategory category) {
  auto& values = *static_cast<std::vector<std::uint16_t>*>(const_cast<void*>(context));
  const std::uint16_t base = category_classes(category);
  std::fill(values.begin() + begin, values.begin() + end, base);
  const std::uint32_t bit = U_MASK(category);
  for (UChar32 c = begin; c < end && (base & (letter | mark)) != 0; ++c) {
    std::uint16_t bits = 0;
    if (u_getCombiningClass(c) != 0 || u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK) != UNORM_YES)
      bits |= not_nfc_safe;
    if (is_written_without_spaces(c)) bits |= ideograph;
    add_classes(values, static_cast<char32_t>(c), bits);
  }
  for (UChar32 c = begin; c < end && (bit & (U_GC_P_MASK | U_GC_S_MASK | U_GC_Z_MASK)) != 0; ++c) {
    std::uint16_t bits = 0;
    if (u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK) != UNORM_YES) bits |= not_nfc_safe;
    if (u_hasBinaryProperty(c, UCHAR_S_TERM)) bits |= sentence_end;
    add_classes(values, static_cast<char32_t>(c), bits);
  }
  return true;
}

ClassTable make_class_table() {
  std::vector<std::uint16_t> values(last_code_point + 1);
  u_enumCharTypes(add_run, &values);
  for (char32_t c = 0; c <= 0x3000; ++c) {
    if (u_isUWhiteSpace(static_cast<UChar32>(c))) add_classes(values, c, space);
  }
  for (const char32_t c : {U'\u200B', U'\uFEFF'}) add_classes(values, c, space);
  for (const char32_t c : {U'\u2026', U'\uFE19'}) add_classes(values, c, sentence_end);
  for (const char32_t c : {U'"', U'\''}) add_classes(values, c, opening | closing);
  for (const char32_t c : bullets) add_classes(values, c, bullet);
  for (char32_t c = 0xFE00; c <= 0xFE0F; ++c) values[c] = mark;    // variation selectors, which
  for (char32_t c = 0xE0100; c <= 0xE01EF; ++c) values[c] = mark;  // follow symbols as well
  return ClassTable(values);
}

// ---- case folding, as the difference to the folded code point

constexpr char32_t fold_end = 0x20000;  // beyond it nothing has case

char32_t folded(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B: return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F: return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xFE58:
    case 0xFE63:
    case 0xFF0D: return '-';
    default: break;
  }
  if ((classes(c) & space) != 0) return ' ';
  return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
}

FoldTable make_fold_table() {
  std::vector<char32_t> values(fold_end);
  for (char32_t c = 0; c < fold_end; ++c) {
    // Han and Hangul, half of all, have no case.
    if (c == 0x3400) c = 0xA000;
    if (c == 0xAC00) c = 0xFB00;
    values[c] = folded(c) - c;
  }
  return FoldTable(values);
}

// ---- normalisation

const icu::Normalizer2* nfc() noexcept {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const normalizer = icu::Normalizer2::getNFCInstance(status);
  return U_SUCCESS(status) ? normalizer : nullptr;
}

// ICU counts in 32 bits with a sign: longer text goes in pieces, cut before an ASCII byte, which
// never combines with what precedes it, or else between two code points.
std::size_t piece_size(std::string_view text) noexcept {
  constexpr std::size_t max = std::size_t{1} << 29;
  if (text.size() <= max) return text.size();
  std::size_t size = max;
  while (size > max / 2 && byte(text[size]) >= 0x80) --size;
  if (size > max / 2) return size;
  size = max;
  while ((byte(text[size]) & 0xC0) == 0x80) --size;
  return size;
}

// Whether a byte of valid text begins a code point that may not be NFC safe. None below U+0300
// (lead byte CC) is; of the others, U+1E00..1EFF (Vietnamese) and U+2010..203F (dashes, quotation
// marks) are common and safe.
unsigned char may_be_unsafe(unsigned char b, unsigned char next, unsigned char third) noexcept {
  const bool latin = (b == 0xE1) & ((next & 0xFC) == 0xB8);
  const bool marks = (b == 0xE2) & (next == 0x80) & (third >= 0x90);
  return (b >= 0xCC) & !latin & !marks;
}

}  // namespace

template <class T>
CodePointTable<T>::CodePointTable(const std::vector<T>& values, T rest) {
  std::array<T, 256> block{};
  for (std::size_t i = 0; i < first_.size(); ++i) {
    for (std::size_t j = 0; j < 256; ++j) {
      block[j] = i * 256 + j < values.size() ? values[i * 256 + j] : rest;
    }
    if (blocks_.empty() || !std::equal(block.begin(), block.end(), blocks_.end() - 256)) {
      blocks_.insert(blocks_.end(), block.begin(), block.end());
    }
    first_[i] = static_cast<std::uint32_t>(blocks_.size() - 256);
  }
}

const ClassTable& class_table() {
  static const ClassTable table = make_class_table();
  return table;
}

const FoldTable& fold_table() {
  static const FoldTable table = make_fold_table();
  return table;
}

char32_t fold(char32_t c) { return c + fold_table()(c); }

bool valid_is_surely_nfc(std::string_view text) {
  const ClassTable& table = class_table();
  const char* p = text.data();
  const char* const end = p + text.size();
  while (p != end) {
    // A block by its lead bytes alone. The two bytes behind each are copied to arrays of their own,
    // without which clang sees no vectors here.
    constexpr std::size_t block = 64;
    const auto left = static_cast<std::size_t>(end - p);
    if (left >= block + 2) {
      std::array<unsigned char, block> first;
      std::array<unsigned char, block> second;
      std::array<unsigned char, block> third;
      std::memcpy(first.data(), p, block);
      std::memcpy(second.data(), p + 1, block);
      std::memcpy(third.data(), p + 2, block);
      unsigned char found = 0;
      for (std::size_t i = 0; i < block; ++i) {
        const unsigned char one = may_be_unsafe(first[i], second[i], third[i]);
        found = static_cast<unsigned char>(found | one);
      }
      if (found == 0) {
        p += block;
        continue;
      }
    }
    // What was not clear, by code points; a block may have ended inside one.
    const char* const stop = left >= block + 2 ? p + block : end;
    while (p != end && (byte(*p) & 0xC0) == 0x80) ++p;
    while (p < stop) {
      if ((table(valid_next(p)) & not_nfc_safe) != 0) return false;
    }
  }
  return true;
}

namespace {

// A run of combining marks, which ICU sorts one by one: n out of order would take n * n steps.
struct MarkRun {
  static constexpr int longest =
      30;  // as in the Stream-Safe Text Format of UAX #15; real text has 4
  int size = 0;
  int last_class = 0;
  bool is_sorted = true;

  // Whether `c` belongs to the run; else another begins.
  bool add(char32_t c, const ClassTable& table) {
    const bool is_safe = (table(c) & not_nfc_safe) == 0;
    const int combining_class = is_safe ? 0 : u_getCombiningClass(static_cast<UChar32>(c));
    if (combining_class == 0) {
      *this = MarkRun();
      return false;
    }
    is_sorted &= combining_class >= last_class;
    last_class = combining_class;
    ++size;
    return true;
  }
};

// Whether a run that is too long is not sorted.
bool has_long_unsorted_run(std::string_view text) {
  const ClassTable& table = class_table();
  MarkRun run;
  for (const char *p = text.data(), *end = p + text.size(); p != end;) {
    if (run.add(valid_next(p), table) && !run.is_sorted && run.size > MarkRun::longest) return true;
  }
  return false;
}

// Where the first run is too long; the text's end if none is.
std::size_t long_run_end(std::string_view text) {
  const ClassTable& table = class_table();
  MarkRun run;
  for (const char *p = text.data(), *end = p + text.size(); p != end;) {
    const char* const at = p;
    if (run.add(valid_next(p), table) && run.size > MarkRun::longest) {
      return static_cast<std::size_t>(at - text.data());
    }
  }
  return text.size();
}

}  // namespace

bool valid_is_nfc(std::string_view text) {
  const icu::Normalizer2* const normalizer = nfc();
  UErrorCode status = U_ZERO_ERROR;
  if (has_long_unsorted_run(text)) return false;
  while (normalizer != nullptr && !text.empty()) {
    const std::string_view piece = text.substr(0, piece_size(text));
    const icu::StringPiece bytes(piece.data(), static_cast<std::int32_t>(piece.size()));
    if (!normalizer->isNormalizedUTF8(bytes, status) && U_SUCCESS(status)) return false;
    text.remove_prefix(piece.size());
  }
  return true;
}

std::string valid_to_nfc(std::string_view text) {
  constexpr std::string_view grapheme_joiner = "\xCD\x8F";  // U+034F: parts marks, shows nothing
  const icu::Normalizer2* const normalizer = nfc();
  std::string out;
  out.reserve(text.size());
  std::size_t run_end = long_run_end(text);
  while (!text.empty()) {
    const std::string_view piece = text.substr(0, piece_size(text.substr(0, run_end)));
    const std::size_t done = out.size();
    UErrorCode status = U_ZERO_ERROR;
    if (normalizer != nullptr) {
      icu::StringByteSink<std::string> sink(&out);
      const icu::StringPiece bytes(piece.data(), static_cast<std::int32_t>(piece.size()));
      normalizer->normalizeUTF8(0, bytes, sink, nullptr, status);
    }
    // Should ICU fail, as it does when memory runs out, the piece stays as it is.
    if (normalizer == nullptr || U_FAILURE(status)) out.replace(done, out.npos, piece);
    text.remove_prefix(piece.size());
    run_end -= piece.size();
    if (run_end == 0 && !text.empty()) {
      out += grapheme_joiner;
      run_end = long_run_end(text);
    }
  }
  return out;
}

namespace {

constexpr std::array<char, 128> make_ascii_folds() noexcept {
  std::array<char, 128> folds{};
  for (std::size_t c = 0; c < folds.size(); ++c) {
    const bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
    const bool is_upper = c >= 'A' && c <= 'Z';
    folds[c] = is_space ? ' ' : static_cast<char>(is_upper ? c + 32 : c);
  }
  return folds;
}
constexpr std::array<char, 128> ascii_folds = make_ascii_folds();

}  // namespace

void valid_fold(std::string_view text, std::string& out) {
  const ClassTable& table = class_table();
  const FoldTable& folds = fold_table();
  const std::size_t most_bytes = text.size() / 2 * 3 + 4;  // two bytes may become three: U+023A
  if (out.size() < most_bytes) out.resize(most_bytes);
  char* to = out.data();
  bool changed = false;
  bool unsafe = false;  // has marks, which may compose with a folded letter: J̌ has no code point
  char before = 0;      // what was written last, if it is ASCII
  for (const char *p = text.data(), *end = p + text.size(); p != end;) {
    const unsigned char b = byte(*p);
    if (b < 0x80) {
      ++p;
      const char c = ascii_folds[b];
      changed |= c != static_cast<char>(b);
      if (c == ' ' && before == ' ') continue;
      *to++ = before = c;
      continue;
    }
    char32_t c = valid_next(p);
    const char32_t difference = folds(c);
    c += difference;
    changed |= difference != 0;
    if (c == ' ' && before == ' ') continue;
    if (c < 0x80) {
      *to++ = before = static_cast<char>(c);
      continue;
    }
    if (is_invisible(c)) continue;
    unsafe |= (table(c) & not_nfc_safe) != 0;
    to = put(to, c);
    before = 0;
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
  if (changed && unsafe) out = valid_to_nfc(out);
}

std::string_view strip_edges(std::string_view folded) {
  static constexpr std::string_view at_start[] = {" ", "|", "*", "-", "+", "»", ">", "›", "•"};
  static constexpr std::string_view at_end[] = {" ", ":", ".", "…", "»", ">", "›", "|", "-", "*"};
  const auto starts = [&](std::string_view mark) {
    return folded.substr(0, mark.size()) == mark ? mark.size() : 0;
  };
  const auto ends = [&](std::string_view mark) {
    const bool fits = folded.size() >= mark.size();
    return fits && folded.substr(folded.size() - mark.size()) == mark ? mark.size() : 0;
  };
  for (std::size_t cut = 1; cut != 0; folded.remove_prefix(cut)) {
    cut = 0;
    for (const std::string_view mark : at_start) cut = std::max(cut, starts(mark));
  }
  for (std::size_t cut = 1; cut != 0; folded.remove_suffix(cut)) {
    cut = 0;
    for (const std::string_view mark : at_end) cut = std::max(cut, ends(mark));
  }
  return folded;
}

std::string_view valid_trim(std::string_view text) {
  const ClassTable& table = class_table();
  const char* p = text.data();
  const char* end = p + text.size();
  for (const char* next = p; next != end; p = next) {
    if ((table(valid_next(next)) & space) == 0) break;
  }
  if (p != end) {
    while (true) {
      const char* at = end - 1;
      while ((byte(*at) & 0xC0) == 0x80) --at;
      const char* next = at;
      if ((table(valid_next(next)) & space) == 0) break;
      end = at;
    }
  }
  return text.substr(static_cast<std::size_t>(p - text.data()), static_cast<std::size_t>(end - p));
}

std::string language_code(std::string_view tag) {
  const std::string primary(tag.substr(0, std::min(tag.find_first_of("-_"), tag.size())));
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  if (primary.size() < 2 || primary.size() > 3 ||
      !std::all_of(primary.begin(), primary.end(), is_letter) ||
      *uloc_getISO3Language(primary.c_str()) == '\0') {
    return {};
  }
  std::array<char, 4> code{};
  UErrorCode status = U_ZERO_ERROR;
  uloc_getLanguage(primary.c_str(), code.data(), static_cast<int32_t>(code.size()), &status);
  return U_SUCCESS(status) ? code.data() : std::string();
}

template class CodePointTable<std::uint16_t>;
template class CodePointTable<char32_t>;

}  // namespace thanbai::unicode
