// One look at the whole text tells what it holds: ill-formed bytes, what may not be NFC, controls,
// line breaks other than \n, and how many lines about. News is nearly always free of all of these;
// then a line is two pointers, and only a text that is not is looked at line by line.
#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "arena.h"
#include "clean_text.h"
#include "marks.h"
#include "page_limits.h"
#include "source_spans.h"
#include "thanbai/line.h"
#include "unicode.h"

namespace thanbai {
namespace {

// What a text holds.
struct Scan {
  bool unwanted = false;  // C0, DEL and C1 other than tab and line breaks, U+00AD, U+FEFF
  bool breaks = false;    // line breaks other than \n
  std::size_t lines = 0;  // ends of lines, save those of neighbouring empty ones
};

constexpr std::size_t block_size = 128;

// Looks at a block and the two bytes behind it. Written for the vectoriser: no branches, bytes
// only, and the bytes behind each in arrays of their own, which clang needs.
void scan_block(const char* p, Scan& out) noexcept {
  std::array<unsigned char, block_size> first;
  std::array<unsigned char, block_size> second;
  std::array<unsigned char, block_size> third;
  std::memcpy(first.data(), p, block_size);
  std::memcpy(second.data(), p + 1, block_size);
  std::memcpy(third.data(), p + 2, block_size);
  unsigned char unwanted = 0;
  unsigned char breaks = 0;
  unsigned char lines = 0;
  for (std::size_t i = 0; i < block_size; ++i) {
    const unsigned char b = first[i];
    const unsigned char next = second[i];
    const bool c0 = (b < 0x20) & ((b < 0x09) | (b > 0x0D));
    const bool c1_or_hyphen = (b == 0xC2) & (((next < 0xA0) & (next != 0x85)) | (next == 0xAD));
    const bool mark = (b == 0xEF) & (next == 0xBB) & (third[i] == 0xBF);
    const bool ascii_break = (b >= 0x0B) & (b <= 0x0D);
    const bool next_line = (b == 0xC2) & (next == 0x85);
    const bool separator = (b == 0xE2) & (next == 0x80) & ((third[i] & 0xFE) == 0xA8);
    const unsigned char one = c0 | c1_or_hyphen | mark | (b == 0x7F);
    const unsigned char other_break = ascii_break | next_line | separator;
    const unsigned char line = (b == '\n') & (next != '\n') & (next != '\r');
    unwanted = static_cast<unsigned char>(unwanted | one);
    breaks = static_cast<unsigned char>(breaks | other_break);
    lines = static_cast<unsigned char>(lines + line);
  }
  out.unwanted |= unwanted != 0;
  out.breaks |= breaks != 0;
  out.lines += lines;
}

Scan scan(std::string_view text) noexcept {
  Scan out;
  for (; text.size() >= block_size + 2; text.remove_prefix(block_size)) {
    scan_block(text.data(), out);
  }
  std::array<char, 2 * block_size + 2> last;
  last.fill(' ');
  text.copy(last.data(), text.size());
  scan_block(last.data(), out);
  if (text.size() > block_size) scan_block(last.data() + block_size, out);
  return out;
}

// Size of the line break at `p`, 0 if there is none. `p < end`.
std::ptrdiff_t break_size(const char* p, const char* end) noexcept {
  const auto at = [&](std::ptrdiff_t i) {
    return i < end - p ? static_cast<unsigned char>(p[i]) : static_cast<unsigned char>(0);
  };
  switch (at(0)) {
    case '\r': return at(1) == '\n' ? 2 : 1;
    case '\n':
    case '\v':
    case '\f': return 1;
    case 0xC2: return at(1) == 0x85 ? 2 : 0;
    case 0xE2: return at(1) == 0x80 && (at(2) & 0xFE) == 0xA8 ? 3 : 0;
    default: return 0;
  }
}

// Whether a byte may begin a line break.
struct BreakBytes {
  bool of[256] = {};
  constexpr BreakBytes() {
    for (const int b : {0x0A, 0x0B, 0x0C, 0x0D, 0xC2, 0xE2}) of[b] = true;
  }
};
constexpr BreakBytes break_bytes;

// First line break in [p, end), of any kind; `end` if there is none.
const char* find_break(const char* p, const char* end) noexcept {
  while (true) {
    while (p != end && !break_bytes.of[static_cast<unsigned char>(*p)]) ++p;
    if (p == end || break_size(p, end) != 0) return p;
    ++p;
  }
}

// `text` without what the eye does not see at its ends: ASCII white space and controls by hand,
// the rest by the table.
std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7F; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  if (text.empty() || ((text.front() | text.back()) & 0x80) == 0) return text;
  return unicode::valid_trim(text);
}

class Reader {
 public:
  Reader(std::string_view input, const Limits& limits)
      : limits_(limits), input_(keep_to(limits, input, lines_.truncated)), scan_(scan(input_)) {
    is_clean_ =
        !scan_.unwanted && unicode::any_is_valid(input_) && unicode::valid_is_surely_nfc(input_);
    lines_.items.reserve(std::min<std::size_t>(scan_.lines + 1, limits.lines));
    lines_.input_bytes = static_cast<std::uint32_t>(input_.size());
  }

  Lines read() && {
    const char* const end = input_.data() + input_.size();
    for (const char* p = input_.data(); p != end && !lines_.truncated.lines;) {
      if (*p == '\n') {  // an empty line
        opens_block_ = true;
        ++p;
      } else if (scan_.breaks) {
        const char* const stop = find_break(p, end);
        add_long({p, static_cast<std::size_t>(stop - p)});
        p = stop == end ? end : stop + break_size(stop, end);
      } else {
        const auto* found = std::memchr(p, '\n', static_cast<std::size_t>(end - p));
        const char* const stop = found == nullptr ? end : static_cast<const char*>(found);
        add_long({p, static_cast<std::size_t>(stop - p)});
        p = stop == end ? end : stop + 1;
      }
    }
    if (!arena_.empty()) lines_.storage = std::make_shared<Arena>(std::move(arena_));
    return std::move(lines_);
  }

 private:
  // A line of any length, in parts if it is beyond the limit.
  void add_long(std::string_view source) {
    for (std::size_t cut; (cut = cut_of(limits_, source)) != source.size();) {
      lines_.truncated.line_bytes = true;
      add(source.substr(0, cut));
      source.remove_prefix(cut);
    }
    add(source);
  }

  void add(std::string_view source) {
    std::string cleaned;
    const std::string_view text =
        is_clean_ ? trim(source) : clean_text(source, cleaned, lines_.replaced_bytes);
    if (text.empty()) {
      opens_block_ = true;
      return;
    }
    if (lines_.items.size() == limits_.lines) {
      lines_.truncated.lines = true;
      return;
    }
    const Marked marked = strip_marks(text);
    Line& line = lines_.items.emplace_back();
    line.text = cleaned.empty() ? marked.text : arena_.copy(marked.text);
    const auto begin = static_cast<std::uint32_t>(source.data() - input_.data());
    line.source = {begin, begin + static_cast<std::uint32_t>(source.size())};
    line.block = marked.block;
    line.level = marked.level;
    line.opens_block = opens_block_;
    if (marked.is_link) line.link_bytes = static_cast<std::uint32_t>(line.text.size());
    opens_block_ = false;
    if (marked.block == Block::heading && marked.level == 1) {
      note_topic(line);
    } else {
      topics_ = 0;
    }
  }

  // Several "# Words" one below the other are a list of topics; a page has one first-level heading.
  void note_topic(Line& line) {
    if (++topics_ == 1) return;
    line.block = Block::list_item;
    if (topics_ == 2) (&line - 1)->block = Block::list_item;
  }

  const Limits& limits_;
  Lines lines_;
  Arena arena_;
  std::string_view input_;
  Scan scan_;
  bool is_clean_ = false;  // nothing in it need go but at the ends of lines
  bool opens_block_ = true;
  std::size_t topics_ = 0;  // lines "# Words" in a row
};

}  // namespace

Lines read_text(std::string_view utf8, const Limits& limits) { return Reader(utf8, limits).read(); }

Lines read_text(const Utf8& utf8, const Limits& limits) {
  Lines lines = read_text(utf8.text, limits);
  refer_to_source(utf8, lines);
  return lines;
}

}  // namespace thanbai
