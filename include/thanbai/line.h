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
  std::string_view text = {};  // valid UTF-8 in NFC, trimmed, marks removed; may be empty
  Span source = {};            // the bytes it came from: the line with its marks, without its break
  Block block = Block::plain;
  bool opens_block = false;  // a blank line or a block element precedes it
  std::uint8_t level = 0;    // 1 to 6 for a heading, from 1 for a list item by nesting, else 0
  std::uint32_t link_bytes =
      0;  // bytes of `text` inside links, at most text.size(); plain text knows but "[text](url)"
  std::uint32_t container = 0;  // the innermost element around that holds blocks side by side (div,
                                // section, list, table …), counted from 1 by readers, in the order
                                // in which they open; any number of a caller's will do; 0 if there
                                // is none, or as in plain text none is known
  std::uint32_t outer_container = 0;  // the one around that: Lines::containers[container]
  std::string_view hints = {};  // names, classes, ids, roles … of the elements around, from the
                                // inside out, lower case, a space between; empty in plain text
};

/// What an HTML page declares about itself: `<title>`, `<meta>` (OpenGraph, article:*, twitter:*,
/// Dublin Core …), JSON-LD, microdata, `<html lang>`, `<link rel=canonical>`, `<base>`, `<time>`. A
/// plain value whose views live as long as the Lines it stands in; what the page lacks is empty.
/// Texts are valid UTF-8 in NFC, trimmed, white space collapsed. Nothing is checked against what
/// the page shows. Of several sources for a field the more telling wins, of equals the first.
struct Metadata {
  std::string_view title;                         // of <title>, mostly with the site's name
  std::string_view headline;                      // of the article alone
  std::vector<std::string_view> other_headlines;  // what less telling places say instead, the more
                                                  // telling first; few
  std::string_view description;
  std::vector<std::string_view> authors;  // names as written, in order, none twice
  std::string_view published;             // dates as written: mostly, not always, ISO 8601
  std::string_view modified;
  std::string_view site;  // name of the site or its publisher
  std::string_view url;   // canonical; URLs are as written, maybe relative
  std::string_view base;  // <base href> as written: resolve it against the page's own address, and
                          // the page's URLs against the result; if it is empty, against the address
  std::string_view language;
  std::string_view image;
  std::string_view article_body;  // JSON-LD's articleBody, or of a page without paragraphs of its
                                  // own those in a string of a script; may hold line breaks
  std::string_view type;          // og:type: "article", "website" …
  std::string_view schema_type;   // JSON-LD's @type: "NewsArticle" …
};

/// A link whose text stands in a line.
struct Link {
  std::uint32_t row = 0;  // of Lines::items
  Span source;            // the bytes of its text
  std::string_view text;  // as in the line, trimmed; not empty
  std::string_view href;  // as written, character references resolved; maybe relative
};

/// Bounds on what a page may take, so that one page cannot take a crawler's memory. The
/// initialisers are the defaults: more than any news page has. What is met is said in Truncated,
/// never silent.
struct Limits {
  /// Bytes of UTF-8 that are read; a character that the bound would cut is left out with the rest.
  std::uint32_t input_bytes = UINT32_MAX;

  /// Lines; later ones are left out. A line takes 130 bytes besides its text, of HTML about half a
  /// kilobyte while it is judged.
  std::uint32_t lines = std::uint32_t{1} << 20;

  /// Bytes that a line has in its source (in HTML: of its text), at least 64; a longer line goes on
  /// as another, behind a space if there is one in its last quarter. Nothing is left out.
  std::uint32_t line_bytes = UINT32_MAX;

  /// HTML elements open at a place, at most 4096; deeper ones are taken as if their tags were not
  /// there, and their text belongs to those around. Browsers stop at 512. Closing a tag takes at
  /// most time in proportion to it.
  std::uint32_t nesting = 255;

  /// Entries of Lines::links; later links are left out.
  std::uint32_t links = std::uint32_t{1} << 16;
};

/// Which of the Limits were met.
struct Truncated {
  bool input_bytes = false;
  bool lines = false;
  bool line_bytes = false;
  bool nesting = false;
  bool links = false;

  constexpr bool any() const noexcept {
    return input_bytes || lines || line_bytes || nesting || links;
  }
};

/// The names of the limits that were met, ", " between: "lines, links"; empty if none was.
THANBAI_EXPORT std::string to_string(Truncated truncated);

/// Any bytes as a Line's text is to be, for those who fill Lines themselves: ill-formed UTF-8 as
/// U+FFFD, in NFC, control characters and line breaks as spaces, soft hyphens and U+FEFF left out,
/// each run of ASCII white space as one space, trimmed.
[[nodiscard]] THANBAI_EXPORT std::string clean_line(std::string_view text);

/// Lines in reading order, blank lines left out. Copies share `storage`, so views stay valid in
/// each copy. Spans are ascending and do not overlap; what lies between them is blank or markup.
/// Those who have parsed the page fill Lines themselves (examples/own_lines.cc): the more of a Line
/// they set, the better it is judged. If any line has hints, the page is judged as HTML, where
/// blocks, links and containers count for much, else as text.
struct [[nodiscard]] Lines {
  std::vector<Line> items;
  Metadata metadata;         // of an HTML page; else empty
  std::string_view address;  // the page's own, a URL, if the caller says it: tells what
                             // site it is of (Options::site_packs)
  std::vector<std::uint32_t> containers;  // of each container by its number, the one around it,
                                          // whose number is lower; [0], the page, is 0. Empty if
                                          // none is known
  std::vector<Link> links;           // in the order of `items`; filled only if HtmlOptions::links
  std::uint64_t replaced_bytes = 0;  // ill-formed bytes of the input that became U+FFFD
  std::uint32_t input_bytes = 0;     // size of the buffer that `source` spans refer to, as far as
                                     // it was read
  Truncated truncated;               // which limits were met
  std::shared_ptr<const void> storage;  // keeps alive every text that is not a slice of the input
};

/// Bytes of any charset as UTF-8. Immutable once made and movable; `text` views the caller's bytes
/// if those were UTF-8 already, else storage that all copies share: a reader that is given the Utf8
/// keeps it alive, one that is given `text` alone does not. read_html(html_to_utf8(bytes).text)
/// compiles, and may view what is gone.
struct [[nodiscard]] Utf8 {
  std::string_view text;  // may still be ill-formed if the input was: the readers repair it
  std::string charset;    // the charset that was used, by its IANA name, such as "UTF-8"
  std::uint64_t replaced_bytes = 0;  // bytes of the input that had no meaning in `charset`
  std::uint32_t input_bytes = 0;     // size of the caller's buffer, as far as it was read
  bool is_truncated = false;         // more than 4 GiB - 1 of bytes or text: the rest was not read

  /// The byte of the caller's buffer that byte `offset` of `text` came from; `offset` may be
  /// text.size(), which gives input_bytes. O(log n); O(1) if nothing was converted.
  THANBAI_EXPORT std::uint32_t source_offset(std::size_t offset) const noexcept;

  struct Converted;                            // the converted text and its offset table
  std::shared_ptr<const Converted> converted;  // null if the input was UTF-8
};

/// Reads `bytes` as `charset`: a label as browsers read it ("latin1" is windows-1252) or any name
/// or alias ICU knows. An empty `charset` means: by byte order mark, else UTF-16, UTF-32 or UTF-8
/// if the bytes look like it, a few broken ones notwithstanding, else as detected, else
/// windows-1252. A byte order mark wins over `charset` and is not part of `text`. Errors:
/// unknown_charset; out_of_memory if ICU has none left for its converter. Views `bytes`, which must
/// outlive the result; what lies beyond 4 GiB - 1, of `bytes` or of `text`, is not read.
THANBAI_EXPORT Result<Utf8> to_utf8(std::string_view bytes, std::string_view charset = {});
inline Result<Utf8> to_utf8(const char* bytes, std::string_view charset = {}) {
  return to_utf8(std::string_view(bytes), charset);
}
Result<Utf8> to_utf8(const std::string&& bytes, std::string_view charset = {}) = delete;

/// Splits text into Lines at \n, \v, \f, \r, \r\n, U+0085, U+2028 and U+2029 and takes marks off
/// their text. Total: an ill-formed byte becomes U+FFFD and is counted; a control character other
/// than tab becomes a space, so that a text of NULs has no lines; soft hyphens and U+FEFF go.
/// `utf8` must outlive the Lines. Linear; copies only lines that are not valid NFC already or hold
/// controls.
THANBAI_EXPORT Lines read_text(std::string_view utf8, const Limits& limits = {});
inline Lines read_text(const char* utf8, const Limits& limits = {}) {
  return read_text(std::string_view(utf8), limits);
}
/// Spans refer to the bytes given to to_utf8.
THANBAI_EXPORT Lines read_text(const Utf8& utf8, const Limits& limits = {});
Lines read_text(const std::string&&, const Limits& = {}) = delete;
Lines read_text(const Utf8&&, const Limits& = {}) = delete;

/// How to read HTML. The initialisers are the defaults.
struct HtmlOptions {
  /// Whether Lines::metadata is filled. False saves time on pages with much JSON-LD.
  bool metadata = true;

  /// Whether Lines::links is filled.
  bool links = false;

  Limits limits = {};
};

/// Bytes of an HTML page as UTF-8. The charset is that of the byte order mark, else
/// `http_charset` (from the Content-Type header), else the one a <meta> or XML declaration within
/// the first 1024 bytes names, else the likeliest. Labels mean what they mean to browsers: one that
/// browsers do not know, such as UTF-7, does not count; of a page in what they refuse to read, such
/// as ISO-2022-KR or HZ, all is one U+FFFD and `charset` is "replacement". A page that is flawless
/// UTF-8 and not ASCII is UTF-8 whatever its <meta> says. Total. Views `bytes`, as to_utf8 does.
THANBAI_EXPORT Utf8 html_to_utf8(std::string_view bytes, std::string_view http_charset = {});
inline Utf8 html_to_utf8(const char* bytes, std::string_view http_charset = {}) {
  return html_to_utf8(std::string_view(bytes), http_charset);
}
Utf8 html_to_utf8(const std::string&& bytes, std::string_view http_charset = {}) = delete;

/// Reads an HTML page, or any part of one, into Lines: a block of text is a line, so is a row of a
/// table whose cells hold no blocks; <br> ends a line, <br><br> a block. What is never shown
/// (scripts, `hidden`, `display:none`, unopened dialogs, <noscript>, <template>) gives no lines,
/// unless the page shows hardly anything else. A line's span runs from the first byte of its text
/// to the last; markup inside it and hidden text between may belong to it. Total and linear for any
/// bytes; ill-formed UTF-8 in a line becomes U+FFFD and is counted. `utf8` must outlive the Lines.
/// Texts without markup or references inside are slices of `utf8`.
THANBAI_EXPORT Lines read_html(std::string_view utf8, const HtmlOptions& options = {});
inline Lines read_html(const char* utf8, const HtmlOptions& options = {}) {
  return read_html(std::string_view(utf8), options);
}
/// Spans refer to the bytes given to html_to_utf8 or to_utf8.
THANBAI_EXPORT Lines read_html(const Utf8& utf8, const HtmlOptions& options = {});
Lines read_html(const std::string&&, const HtmlOptions& = {}) = delete;
Lines read_html(const Utf8&&, const HtmlOptions& = {}) = delete;

}  // namespace thanbai
