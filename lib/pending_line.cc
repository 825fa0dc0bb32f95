#include "pending_line.h"

#include "unicode.h"

namespace thanbai {
namespace {

bool is_word(char c) noexcept {
  const char lower = static_cast<char>(c | 0x20);
  return (c & 0x80) != 0 || (c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'z');
}

// The class of the last code point of any bytes, which are not empty.
std::uint16_t last_class(std::string_view bytes) {
  std::size_t begin = bytes.size() - 1;
  for (int i = 0; i < 3 && begin != 0 && (bytes[begin] & 0xC0) == 0x80; ++i) --begin;
  const char* p = bytes.data() + begin;
  return unicode::classes(unicode::any_next(p, bytes.data() + bytes.size()));
}

// Whether a text ends and another begins where these touch, as in "Hà Nội" "Hôm nay": a sentence's
// end, a digit or a small letter before a capital. One small letter or capital alone may be half a
// word: "i" "Phone", "25" "K".
bool are_two_texts(std::string_view left, std::string_view right) {
  const char* p = right.data();
  const char* const end = p + right.size();
  if ((unicode::classes(unicode::any_next(p, end)) & unicode::upper) == 0) return false;
  const char last = left.back();
  if (last == '.' || last == '!' || last == '?' || last == ':') return true;
  if (last >= '0' && last <= '9') return p != end && is_word(*p);
  const bool is_alone = left.size() == 1 || !is_word(left[left.size() - 2]);
  return !is_alone && (last_class(left) & unicode::lower) != 0;
}

}  // namespace

bool PendingLine::is_spaced(std::string_view piece) const {
  switch (space_) {
    case Space::no: return false;
    case Space::between_texts: return are_two_texts(copy_, piece);
    case Space::between_words: return is_word(copy_.back()) && is_word(piece.front());
    case Space::yes: return true;
  }
  return true;
}

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
    if (is_spaced(piece)) {
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
