#include "pending_line.h"

namespace thanbai {
namespace {

bool is_word(char c) noexcept {
  const char lower = static_cast<char>(c | 0x20);
  return (c & 0x80) != 0 || (c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'z');
}

}  // namespace

void PendingLine::copy() {
  if (has_copy_) return;
  copy_.assign(text_);
  has_copy_ = true;
}

void PendingLine::add(std::string_view piece, bool is_slice, Span piece_source,
                      const PendingLink* link, bool keeps_links) {
  if (empty()) {
    source = piece_source;
    if (is_slice) {
      text_ = piece;
    } else {
      copy_.assign(piece);
      has_copy_ = true;
    }
  } else {
    copy();
    const bool is_glued = is_word(copy_.back()) && is_word(piece.front());
    if (space_ == Space::yes || (space_ == Space::between_words && is_glued)) {
      copy_ += ' ';
      if (link != nullptr && ends_in_link_) ++link_bytes;
    }
    copy_ += piece;
    source.end = piece_source.end;
  }
  space_ = Space::no;
  ends_in_link_ = link != nullptr;
  if (link == nullptr) return;
  link_bytes += piece.size();
  if (!keeps_links) return;
  const std::size_t end = text().size();
  if (!links.empty() && links.back().href.data() == link->href.data()) {
    links.back().end = end;
    links.back().source.end = piece_source.end;
  } else {
    links.push_back({end - piece.size(), end, piece_source, link->href});
  }
}

void PendingLine::join(const PendingLine& other) {
  if (empty()) {
    has_copy_ = other.has_copy_;
    text_ = other.text_;
    if (has_copy_) copy_.assign(other.copy_);
    source = other.source;
    link_bytes = other.link_bytes;
    links = other.links;
    return;
  }
  copy();
  copy_ += ' ';
  const std::size_t shift = copy_.size();
  copy_ += other.text();
  source.end = other.source.end;
  link_bytes += other.link_bytes;
  for (PendingLink link : other.links) {
    link.begin += shift;
    link.end += shift;
    links.push_back(link);
  }
}

void PendingLine::clear() noexcept {
  text_ = {};
  copy_.clear();
  has_copy_ = ends_in_link_ = has_hints = false;
  space_ = Space::no;
  source = {};
  link_bytes = 0;
  links.clear();
  depth = low = 0;
}

}  // namespace thanbai
