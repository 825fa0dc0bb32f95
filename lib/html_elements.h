// What each element does to lines: whether it breaks them, what it may stand in, whether its name
// tells anything. The one table of read_html.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "html_tags.h"

namespace thanbai::html {

enum class Kind : std::uint8_t {
  flow,       // text flows through it
  link,       // the same; <a>
  moment,     // the same, but its text stands apart: <time>
  empty,      // has no content and breaks nothing: img, meta …
  line_end,   // <br>
  page,       // html, head, body: as if it were not there
  block,      // breaks lines; so do all that follow
  paragraph,  // ended by the next block
  heading,
  list,
  item,  // ended by the next item: li, dd, dt
  quote,
  caption,
  preformatted,
  rule,       // empty: <hr>
  table,      // the five of a table in ascending order, so that each ends those before it
  row_group,  // also <caption>, whose own text is a caption
  row,
  cell,
  skipped,    // its content is no text: script, select, svg, video …
  concealed,  // shown only where something else fails or opens it: noscript, template, dialog
};

struct Element {
  Kind kind = Kind::flow;
  bool is_telling = false;  // its name is a hint
};

extern const std::array<Element, tag_count> elements;  // by tag
inline Element element_of(Tag tag) noexcept { return elements[static_cast<std::size_t>(tag)]; }

constexpr bool is_flow(Kind kind) noexcept {
  return kind == Kind::flow || kind == Kind::link || kind == Kind::moment;
}

/// Whether blocks stand in it side by side.
constexpr bool is_container(Kind kind) noexcept {
  return kind == Kind::block || kind == Kind::list || kind == Kind::quote || kind == Kind::table;
}

/// 1 for a cell to 4 for a table; 0 for what is no part of one. A part ends those of lower rank
/// that are open, and the content of one is closed to end tags from inside another.
constexpr int table_rank(Kind kind) noexcept {
  switch (kind) {
    case Kind::table: return 4;
    case Kind::row_group: return 3;
    case Kind::row: return 2;
    case Kind::cell: return 1;
    default: return 0;
  }
}

}  // namespace thanbai::html
