// Elements that declare something about the page -> PageMetadata. Told of tags and text as they
// come.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "html_attributes.h"
#include "html_tokens.h"
#include "page_metadata.h"

namespace thanbai {

class MetadataReader {
 public:
  /// <html>, <base>, <meta>, <link>: the tokenizer's last tag.
  void read_tag(html::Tag tag, const html::Tokenizer& tokenizer);

  /// An element was opened as the one at `index` of the stack, from 1.
  void open(html::Tag tag, const html::ElementAttributes& attributes, std::size_t index);

  /// The element at `index` was closed.
  void close(std::size_t index);

  /// Text that shows.
  void add_text(std::string_view text);

  /// The text of <title> and <script>.
  void add_title(const html::Token& text);
  void add_script(const html::Token& text);

  Metadata finish(Arena& arena) { return metadata_.finish(arena); }

 private:
  using Field = PageMetadata::Field;
  void capture(Field field, std::size_t index);

  PageMetadata metadata_;
  bool is_json_ld_ = false;   // the script opened last
  std::size_t captured_ = 0;  // index of the element whose text is metadata; 0 if none is
  Field captured_field_ = Field::author;
  std::string captured_text_;
};

}  // namespace thanbai
