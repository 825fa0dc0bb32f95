// UTF-8 stays where it is. Anything else is converted code point by code point, so that each knows
// its source bytes; charsets of one byte a code point, the common case, by a table of 256. The way
// back is kept as anchors (text offset, source offset): between two of them a code point's size in
// the source follows from its size in UTF-8 by a rule of the charset, and an anchor stands wherever
// the rule fails, and often enough to keep the walk short.
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <utility>

#include "charset.h"
#include "thanbai/line.h"
#include "unicode.h"

namespace thanbai {
namespace {

constexpr std::size_t max_size = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t anchor_distance = 128;  // bytes of text; 8 bytes of anchor each

struct Anchor {
  std::uint32_t text;
  std::uint32_t source;
};

// Bytes of the source for a code point of so many bytes in UTF-8.
using Rule = std::array<std::uint8_t, 5>;

std::size_t utf8_size(char lead) noexcept {
  const auto b = static_cast<unsigned char>(lead);
  return b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
}

}  // namespace

struct Utf8::Converted {
  std::string text;
  std::vector<Anchor> anchors;
  Rule rule = {};
};

namespace {

struct Close {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

Rule rule_of(UConverter* converter) noexcept {
  switch (ucnv_getMinCharSize(converter)) {
    case 4: return {0, 4, 4, 4, 4};
    case 2: return {0, 2, 2, 2, 4};
    default: break;
  }
  if (ucnv_getMaxCharSize(converter) == 1) return {0, 1, 1, 1, 1};
  return {0, 1, 2, 2, 4};
}

// Takes code points with their sources; writes text and anchors.
class Writer {
 public:
  Writer(Utf8::Converted& out, std::size_t source)
      : out_(out), source_(source), predicted_(source) {}

  // `end` is the offset behind the source bytes of `c`.
  void put(char32_t c, std::size_t end) {
    const std::size_t at = out_.text.size();
    if (predicted_ != source_ || at - last_ >= anchor_distance || at == 0) {
      out_.anchors.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(source_)});
      last_ = at;
    }
    unicode::append(out_.text, c);
    predicted_ = source_ + out_.rule[out_.text.size() - at];
    source_ = end;
  }

  bool is_full() const noexcept { return out_.text.size() > max_size - 4; }

 private:
  Utf8::Converted& out_;
  std::size_t source_;     // where the next code point's bytes begin
  std::size_t predicted_;  // where the rule says they do
  std::size_t last_ = 0;   // text offset of the last anchor
};

// One code point from [p, end), which is not empty; `p` moves on. False if the bytes mean nothing
// (`out` is U+FFFD) or are shifts of state and then the end (`out` is 0).
bool read_one(UConverter* converter, const char*& p, const char* end, char32_t& out) noexcept {
  const char* const begin = p;
  UErrorCode status = U_ZERO_ERROR;
  const UChar32 c = ucnv_getNextUChar(converter, &p, end, &status);
  out = static_cast<char32_t>(c);
  if (U_SUCCESS(status) && c >= 0 && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF)) return true;
  out = status == U_INDEX_OUTOFBOUNDS_ERROR ? 0 : 0xFFFD;
  if (p == begin) {  // an error must not hold us here
    ++p;
    ucnv_reset(converter);
  }
  return false;
}

std::uint64_t convert_by_table(UConverter* converter, std::string_view bytes, Writer& writer) {
  std::array<char32_t, 256> table{};
  std::array<std::uint8_t, 256> bad{};
  for (std::size_t i = 0; i < 256; ++i) {
    const char one = static_cast<char>(i);
    const char* p = &one;
    if (!read_one(converter, p, &one + 1, table[i])) {
      table[i] = 0xFFFD;
      bad[i] = 1;
    }
    ucnv_reset(converter);
  }
  std::uint64_t replaced = 0;
  for (std::size_t i = 0; i < bytes.size() && !writer.is_full(); ++i) {
    const auto b = static_cast<unsigned char>(bytes[i]);
    replaced += bad[b];
    writer.put(table[b], i + 1);
  }
  return replaced;
}

// From offset `from` on, which is behind the byte order mark.
std::uint64_t convert(UConverter* converter, std::string_view bytes, std::size_t from,
                      Writer& writer) {
  std::uint64_t replaced = 0;
  const char* const end = bytes.data() + bytes.size();
  for (const char* p = bytes.data() + from; p != end && !writer.is_full();) {
    const char* const at = p;
    char32_t c = 0;
    const bool is_good = read_one(converter, p, end, c);
    if (!is_good && c == 0) break;
    if (!is_good) replaced += static_cast<std::uint64_t>(p - at);
    writer.put(c, static_cast<std::size_t>(p - bytes.data()));
  }
  return replaced;
}

Error unknown(std::string_view charset) {
  std::uint64_t replaced = 0;
  const std::string name = unicode::any_to_valid(charset.substr(0, 80), replaced);
  return {ErrorCode::unknown_charset, "no charset is named '" + name + "'", {}, 0};
}

Error out_of_memory() { return {ErrorCode::out_of_memory, "out of memory", {}, 0}; }

}  // namespace

Result<Utf8> to_utf8(std::string_view bytes, std::string_view charset) {
  Utf8 out;
  out.is_truncated = bytes.size() > max_size;
  bytes = bytes.substr(0, max_size);
  Charset used = charset_of(charset);
  if (!charset.empty() && used.converter.empty()) return unknown(charset);
  std::string_view label;
  const std::size_t mark = byte_order_mark(bytes, label);
  if (mark != 0) {
    used = charset_of(label);
  } else if (charset.empty()) {
    used = charset_of(detect_charset(bytes));
  }
  out.charset = used.name;
  out.input_bytes = static_cast<std::uint32_t>(bytes.size());
  if (used.name == "UTF-8") {
    out.text = bytes.substr(mark);
    return out;
  }
  auto converted = std::make_shared<Utf8::Converted>();
  Writer writer(*converted, mark);
  if (used.name == "replacement") {
    if (!bytes.empty()) writer.put(0xFFFD, bytes.size());
    out.replaced_bytes = bytes.size();
    out.text = converted->text;
    out.converted = std::move(converted);
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(used.converter.c_str(), &status));
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (status == U_MEMORY_ALLOCATION_ERROR) return out_of_memory();
  if (U_FAILURE(status)) return unknown(used.name);
  converted->text.reserve(bytes.size() + bytes.size() / 2);
  converted->rule = rule_of(converter.get());
  const bool is_single = ucnv_getMaxCharSize(converter.get()) == 1;
  out.replaced_bytes = is_single ? convert_by_table(converter.get(), bytes, writer)
                                 : convert(converter.get(), bytes, mark, writer);
  out.is_truncated |= writer.is_full();
  out.text = converted->text;
  out.converted = std::move(converted);
  return out;
}

std::uint32_t Utf8::source_offset(std::size_t offset) const noexcept {
  if (offset >= text.size()) return input_bytes;
  if (converted == nullptr) return static_cast<std::uint32_t>(input_bytes - text.size() + offset);
  const auto& anchors = converted->anchors;
  const auto after = std::upper_bound(anchors.begin(), anchors.end(), offset,
                                      [](std::size_t at, Anchor a) { return at < a.text; });
  const Anchor anchor = *(after - 1);  // the first stands at 0
  std::size_t at = anchor.text;
  std::uint32_t source = anchor.source;
  while (true) {
    const std::size_t size = utf8_size(text[at]);
    if (offset < at + size) return source;
    source += converted->rule[size];
    at += size;
  }
}

}  // namespace thanbai
