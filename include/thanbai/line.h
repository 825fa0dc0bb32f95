// Lines: the one form every input takes. Span, Block, Line, Lines, to_utf8 and the readers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "thanbai/export.h"
#include "thanbai/result.h"

namespace thanbai {

/// Half-open range [begin, end) of bytes, 0-based, in the buffer the caller passed.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(Span a, Span b) noexcept { return a.begin == b.begin && a.end == b.end; }
  friend bool operator!=(Span a, Span b) noexcept { return !(a == b); }
};

/// What the source says a line is. Plain text mostly knows only `plain`; its bullets, list marks,
/// pipes and Markdown left-overs give `list_item`, `cell`, `heading`, `quote` and `image`.
enum class Block : std::uint8_t {
  plain,
  paragraph,
  heading,
  list_item,
  quote,
  cell,     // a table cell, or a line between pipes
  caption,  // figcaption and its kin; never guessed by read_text
  image,    // an image without words, such as "![]()"; `text` is its alternative text, often empty
};

/// One line of the page: all that labelling ever sees of the input. A plain value whose views live
/// as long as the buffer it was read from and the Lines it stands in.
struct Line {
  std::string_view text;  // valid UTF-8 in NFC, trimmed, marks removed; may be empty
  Span source;            // the bytes it came from: the line with its marks, without its break
  Block block = Block::plain;
  bool opens_block = false;  // a blank line or a block element precedes it
  std::uint8_t level = 0;    // 1 to 6 for a heading, from 1 for a list item by nesting, else 0
  std::uint32_t link_bytes =
      0;  // bytes of `text` inside links, at most text.size(); plain text knows but "[text](url)"
  std::string_view hints;  // names, classes and ids of the elements around; empty in plain text
};

/// Lines in reading order, blank lines left out. Copies share `storage`, so views stay valid in
/// each copy. Spans are ascending and do not overlap; what lies between them is blank or markup.
struct Lines {
  std::vector<Line> items;
  std::uint64_t replaced_bytes = 0;     // ill-formed bytes of the input that became U+FFFD
  std::uint32_t input_bytes = 0;        // size of the buffer that `source` spans refer to
  std::shared_ptr<const void> storage;  // keeps alive every text that is not a slice of the input
};

/// Bytes of any charset as UTF-8. Immutable once made and movable; `text` views the caller's bytes
/// if those were UTF-8 already, else storage that all copies share.
struct Utf8 {
  std::string_view text;  // may still be ill-formed if the input was: the readers repair it
  std::string charset;    // the charset that was used, by its IANA name, such as "UTF-8"
  std::uint64_t replaced_bytes = 0;  // bytes of the input that had no meaning in `charset`
  std::uint32_t input_bytes = 0;     // size of the caller's buffer

  /// The byte of the caller's buffer that byte `offset` of `text` came from; `offset` may be
  /// text.size(), which gives input_bytes. O(log n); O(1) if nothing was converted.
  THANBAI_EXPORT std::uint32_t source_offset(std::size_t offset) const noexcept;

  struct Converted;                            // the converted text and its offset table
  std::shared_ptr<const Converted> converted;  // null if the input was UTF-8
};

/// Reads `bytes` as `charset`: a label as browsers read it ("latin1" is windows-1252) or any name
/// or alias ICU knows. An empty `charset` means: by byte order mark, else UTF-16, UTF-32 or UTF-8
/// if the bytes look like it, a few broken ones notwithstanding, else as detected, else
/// windows-1252. A byte order mark wins over `charset` and is not part of `text`. Only error:
/// unknown_charset. Views `bytes`, which must outlive the result; what lies beyond 4 GiB - 1, of
/// `bytes` or of `text`, is not read.
THANBAI_EXPORT Result<Utf8> to_utf8(std::string_view bytes, std::string_view charset = {});
inline Result<Utf8> to_utf8(const char* bytes, std::string_view charset = {}) {
  return to_utf8(std::string_view(bytes), charset);
}
Result<Utf8> to_utf8(std::string&& bytes, std::string_view charset = {}) = delete;

/// Splits text into Lines at \n, \v, \f, \r, \r\n, U+0085, U+2028 and U+2029 and takes marks off
/// their text. Total: an ill-formed byte becomes U+FFFD and is counted; a control character other
/// than tab becomes a space, so that a text of NULs has no lines. `utf8` must outlive the Lines;
/// what lies beyond 4 GiB - 1 is not read. Linear; copies only lines that are not valid NFC already
/// or hold controls.
THANBAI_EXPORT Lines read_text(std::string_view utf8);
inline Lines read_text(const char* utf8) { return read_text(std::string_view(utf8)); }
THANBAI_EXPORT Lines read_text(const Utf8& utf8);  // spans refer to the bytes given to to_utf8
Lines read_text(std::string&&) = delete;
Lines read_text(Utf8&&) = delete;

}  // namespace thanbai
