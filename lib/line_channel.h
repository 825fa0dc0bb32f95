// Lines of one kind, shown or concealed: those that are ready, and the two in the making.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "arena.h"
#include "open_elements.h"
#include "pending_line.h"
#include "thanbai/line.h"

namespace thanbai {

class LineChannel {
 public:
  LineChannel(std::string_view page, OpenElements& elements, Arena& arena, const Limits& limits)
      : page_(page), elements_(elements), arena_(arena), limits_(limits) {}

  PendingLine line;  // text goes here

  /// The line ends: a <br>, of which a second one in a row ends the block.
  void break_line();
  void break_block();

  /// Before a piece of so many bytes is added: the line ends if it would be too long with it.
  void make_room(std::size_t bytes);

  /// The cell of a table, the top element, ends: its line goes to the row if it is a cell's, that
  /// is not broken and not long.
  void end_cell();

  /// Before an element is pushed: it may overwrite one whose hints the line needs.
  void keep_hints() {
    if (line.empty() || line.has_hints || line.depth <= elements_.size()) return;
    line.hints = elements_.hints(line.depth);
    line.has_hints = true;
  }

  /// After an element was popped.
  void note_pop() noexcept { line.low = std::min(line.low, elements_.size()); }

  /// Puts the lines of `other` among those of this, save those that stand inside one.
  void merge(const LineChannel& other);

  /// Bytes of the lines that read like paragraphs.
  std::size_t paragraph_bytes() const noexcept;

  std::vector<Line> lines;
  std::vector<Link> links;           // of `lines`, in order
  std::uint64_t replaced_bytes = 0;  // ill-formed, in `lines`
  Truncated truncated;               // limits that `lines` and `links` met

 private:
  enum class Break : std::uint8_t { none, line, block };

  void flush();
  void emit(PendingLine& pending);
  void add_links(const PendingLine& pending, std::string_view clean);

  std::string_view page_;
  OpenElements& elements_;
  Arena& arena_;
  const Limits& limits_;
  PendingLine row_;  // cells so far
  Break last_break_ = Break::block;
  std::string cleaned_, decoded_;
};

}  // namespace thanbai
