// A line's text -> its words and what its marks say it is. Marks are what text formats put around
// words: bullets, list dashes, quote signs, table pipes, Markdown headings, images and links.
#pragma once

#include <cstdint>
#include <string_view>

#include "thanbai/line.h"

namespace thanbai {

struct Marked {
  std::string_view text;  // a slice of the line, trimmed
  Block block = Block::plain;
  std::uint8_t level = 0;  // 1 to 6 for a heading, 1 for a list item
  bool is_link = false;    // the whole text stood in a Markdown link
};

/// Takes only what is clearly a mark: numbers, hashtags, footnote stars and a minus before a digit
/// stay. `line` is valid UTF-8 in NFC, trimmed. Linear.
Marked strip_marks(std::string_view line);

}  // namespace thanbai
