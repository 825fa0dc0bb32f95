// Detection goes from the surest sign to the weakest: byte order marks, the zero bytes of UTF-16
// and UTF-32, UTF-8's own redundancy, the tone marks of windows-1258 (which ICU's detector does not
// know), then ICU's letter statistics. When all fail it is windows-1252, as on the web.
#include <unicode/ucsdet.h>

#include <memory>

#include "charset.h"
#include "unicode.h"

namespace thanbai {
namespace {

constexpr std::size_t sample_size = std::size_t{1} << 16;

unsigned char byte(char c) noexcept { return static_cast<unsigned char>(c); }

// UTF-32 if every unit of the sample is a code point other than NUL.
std::string_view find_utf32(std::string_view sample) noexcept {
  const std::size_t units = sample.size() / 4;
  if (units < 2) return {};
  bool little = true;
  bool big = true;
  for (std::size_t i = 0; i < units * 4; i += 4) {
    const auto at = [&](std::size_t j) { return byte(sample[i + j]); };
    little &= at(3) == 0 && at(2) <= 0x10 && (at(0) | at(1) | at(2)) != 0;
    big &= at(0) == 0 && at(1) <= 0x10 && (at(1) | at(2) | at(3)) != 0;
  }
  if (little == big) return {};
  return little ? "UTF-32LE" : "UTF-32BE";
}

// UTF-16 if at least a fifth of the units are below U+0100 (in Vietnamese two thirds are, in a
// Chinese page the line breaks, digits and marks) and hardly any byte is zero the other way round.
std::string_view find_utf16(std::string_view sample) noexcept {
  const std::size_t units = sample.size() / 2;
  if (units < 2) return {};
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < units * 2; i += 2) {
    even += static_cast<std::size_t>(sample[i] == 0);
    odd += static_cast<std::size_t>(sample[i + 1] == 0);
  }
  if (odd * 5 >= units && even * 50 <= odd) return "UTF-16LE";
  if (even * 5 >= units && odd * 50 <= even) return "UTF-16BE";
  return {};
}

// Whether the text is UTF-8 with a few broken bytes: at least nine in ten sequences of several
// bytes are well formed, while in other charsets few are, by chance. A sequence that the end of the
// text cuts off does not count.
bool is_broken_utf8(std::string_view bytes) noexcept {
  std::size_t good = 0;
  std::size_t bad = 0;
  const char* const end = bytes.data() + bytes.size();
  for (const char* p = bytes.data(); p != end;) {
    const char* const at = p;
    const bool is_bad = unicode::any_next(p, end) == 0xFFFD &&
                        std::string_view(at, static_cast<std::size_t>(p - at)) != "\xEF\xBF\xBD";
    if (byte(*at) < 0x80) continue;
    if (!is_bad) ++good;
    if (is_bad && (p != end || byte(*at) < 0xC2)) ++bad;
  }
  return good != 0 && good >= 9 * bad;
}

// windows-1258 writes the tones as bytes of their own behind the vowel. In other charsets these
// bytes are letters, which seldom stand behind vowels only.
bool is_windows_1258(std::string_view sample) noexcept {
  constexpr std::string_view vowels =
      "aeiouyAEIOUY\xC2\xC3\xCA\xD4\xD5\xDD\xE2\xE3\xEA\xF4\xF5\xFD";
  constexpr std::string_view tones = "\xCC\xD2\xDE\xEC\xF2";
  std::size_t high = 0;
  std::size_t tone = 0;
  std::size_t right = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (byte(sample[i]) < 0x80) continue;
    ++high;
    if (tones.find(sample[i]) == tones.npos) continue;
    ++tone;
    right += static_cast<std::size_t>(i != 0 && vowels.find(sample[i - 1]) != vowels.npos);
  }
  return tone >= 2 && tone * 5 >= high && right * 10 >= tone * 9;
}

struct Close {
  void operator()(UCharsetDetector* detector) const noexcept { ucsdet_close(detector); }
};

// ICU's best guess that a web page can be in; empty if there is none.
std::string guess(std::string_view sample) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, Close> detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return {};
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  ucsdet_enableInputFilter(detector.get(), sample.find('<') != sample.npos);
  std::int32_t count = 0;
  const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &count, &status);
  for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    const char* const name = ucsdet_getName(matches[i], &status);
    if (U_FAILURE(status) || name == nullptr) break;
    if (std::string_view(name).substr(0, 3) == "UTF") continue;  // its sure signs were missing
    const std::string web = web_charset_of(name);
    if (!web.empty() && web != "replacement") return name;
  }
  return {};
}

}  // namespace

std::size_t byte_order_mark(std::string_view bytes, std::string_view& label) noexcept {
  struct Mark {
    std::string_view bytes, label;
  };
  using namespace std::string_view_literals;
  constexpr Mark marks[] = {{"\xEF\xBB\xBF"sv, "UTF-8"},    {"\xFF\xFE\0\0"sv, "UTF-32LE"},
                            {"\0\0\xFE\xFF"sv, "UTF-32BE"}, {"\xFF\xFE"sv, "UTF-16LE"},
                            {"\xFE\xFF"sv, "UTF-16BE"},     {"\x84\x31\x95\x33"sv, "gb18030"}};
  for (const Mark& mark : marks) {
    if (bytes.substr(0, mark.bytes.size()) != mark.bytes) continue;
    label = mark.label;
    return mark.bytes.size();
  }
  return 0;
}

std::string detect_charset(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, sample_size);
  if (sample.find('\0') != sample.npos) {
    std::string_view found = find_utf32(sample);
    if (found.empty()) found = find_utf16(sample);
    if (!found.empty()) return std::string(found);
  }
  if (unicode::any_is_valid(bytes)) {
    const bool shifts =
        sample.find("\x1B$B") != sample.npos || sample.find("\x1B$@") != sample.npos;
    return shifts ? "ISO-2022-JP" : "UTF-8";
  }
  if (is_broken_utf8(bytes)) return "UTF-8";
  if (is_windows_1258(sample)) return "windows-1258";
  const std::string guessed = guess(sample);
  return guessed.empty() || charset_of(guessed).converter.empty() ? "windows-1252" : guessed;
}

}  // namespace thanbai
