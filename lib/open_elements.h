// The elements that are open around a place of the page: one small stack with a bound, and
// the hints they give. Popped elements stay readable until another is pushed over them, so that a
// line can ask for the hints of <strong> when it ends with the paragraph around it.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "arena.h"
#include "html_elements.h"
#include "html_tokens.h"
#include "thanbai/line.h"

namespace thanbai {

struct OpenElement {
  std::string_view name;  // as written
  html::Tag tag = html::Tag::unknown;
  html::Kind kind = html::Kind::page;
  Block block = Block::plain;  // what text in it is
  std::uint8_t level = 0;
  std::uint8_t lists = 0;             // list elements open, itself included
  std::uint32_t container = 0;        // innermost element that holds blocks, itself included
  std::uint32_t outer_container = 0;  // the one around that
  bool is_telling = false;            // its name is a hint
  bool is_preformatted = false;       // line breaks in its text count
  bool is_dropped = false;            // its content gives no text
  bool is_concealed = false;          // its lines are not shown
  std::uint32_t hints_begin = 0;      // its attributes that are hints
  std::uint32_t hints_end = 0;
  std::string_view hints = {};  // its own and those around it, once asked for
  bool has_hints = false;
};

class OpenElements {
 public:
  static constexpr std::size_t max_hints_bytes = 256;  // of a line
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// Holds `nesting` elements besides the page; more than 4096 never.
  OpenElements(Arena& arena, std::size_t nesting)
      : max_depth_(1 + std::min<std::size_t>(nesting, 4096)), arena_(arena), elements_(1) {}

  /// Number of open elements; the one at index 0 stands for the page and never closes.
  std::size_t size() const noexcept { return size_; }
  bool is_full() const noexcept { return size_ == max_depth_; }
  OpenElement& top() noexcept { return elements_[size_ - 1]; }
  OpenElement& operator[](std::size_t i) noexcept { return elements_[i]; }

  /// Opens `element`; `hints` are those of its attributes that may tell something. Not when full.
  void push(const OpenElement& element, const std::vector<html::Attribute>& hints);
  void pop() noexcept;

  /// Index of the innermost open element of that name within the same part of a table, that an end
  /// tag closes; none if there is none.
  std::size_t find(html::Tag tag, std::string_view name) const noexcept;

  /// Hints of the innermost of the first `depth` elements, its own first, then those around it.
  std::string_view hints(std::size_t depth);

 private:
  struct Known {  // hints made before, which neighbours with the same attributes share
    const char* outer = nullptr;
    std::size_t own_size = 0;
    std::string_view hints;
  };

  struct Attributes {  // of an element before, and the hints they gave
    const char* outer = nullptr;
    html::Tag tag = html::Tag::unknown;
    bool has_name = false;
    static constexpr std::size_t most = 3;  // elements with more are not remembered
    std::array<html::Attribute, most> values;
    std::size_t size = 0;
    std::string_view hints;
  };

  std::string_view with_own_hints(const OpenElement& element, std::string_view outer);
  std::string_view make_hints(const OpenElement& element, std::string_view outer);

  std::size_t max_depth_;
  Arena& arena_;
  std::vector<OpenElement> elements_;
  std::size_t size_ = 1;
  std::vector<html::Attribute> attributes_;
  std::array<std::uint16_t, html::tag_count> open_{};  // of each tag
  std::array<Attributes, 128> like_{};
  std::array<Known, 64> known_{};
};

}  // namespace thanbai
