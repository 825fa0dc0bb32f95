// A line while its text comes in, piece by piece.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "thanbai/line.h"

namespace thanbai {

struct PendingLink {
  std::size_t begin = 0;  // its text in the line's
  std::size_t end = 0;
  Span source;
  std::string_view href;  // as written
};

/// The text is a view while it is one piece of the page, else a copy. Pieces are not empty, have no
/// white space at their ends and no runs of it inside.
class PendingLine {
 public:
  enum class Space : std::uint8_t {
    no,
    between_texts,  // only where one text seems to end and another to begin
    between_words,  // only where letters or digits would touch
    yes,
  };

  bool empty() const noexcept { return !has_copy_ && text_.empty(); }
  std::string_view text() const noexcept { return has_copy_ ? copy_ : text_; }
  bool is_slice() const noexcept { return !has_copy_; }

  /// White space before the next piece, if there is one before it.
  void add_space(Space space) noexcept {
    if (space > space_) space_ = space;
  }

  bool ends_in_link() const noexcept { return ends_in_link_ && space_ == Space::no; }

  /// `is_slice`: the piece is a view of the page. `link` is the link it stands in, or null.
  void add(std::string_view piece, bool is_slice, Span source, const PendingLink* link,
           bool keeps_links);

  /// Adds another line's text behind a space.
  void join(const PendingLine& other);

  void clear() noexcept;

  Span source;
  Block block = Block::plain;
  std::uint8_t level = 0;
  std::uint32_t container = 0;
  std::uint32_t outer_container = 0;
  std::size_t link_bytes = 0;
  std::vector<PendingLink> links;

  std::size_t depth = 0;  // elements open around all of the text
  std::size_t low = 0;    // fewest elements open since the line began
  bool has_hints = false;
  std::string_view hints;

 private:
  void copy();
  bool is_spaced(std::string_view piece) const;

  std::string_view text_;
  std::string copy_;
  bool has_copy_ = false;
  bool ends_in_link_ = false;
  Space space_ = Space::no;
};

}  // namespace thanbai
