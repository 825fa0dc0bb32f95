#include "open_elements.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "html_bytes.h"

namespace thanbai {
namespace {

constexpr std::size_t max_value_bytes = 96;  // of one attribute in the hints: class lists are long

// What a byte of a value is. Words of ASCII letters tell something, but not numbers at their
// beginning or behind a dash, as in "px-6" and "post-1234", nor what style sheets are written with,
// as in "md:w-[10%]".
enum Byte : unsigned { other = 1, digit = 2, dash = 4, space = 8, upper = 16 };

constexpr std::array<std::uint8_t, 256> make_bytes() noexcept {
  std::array<std::uint8_t, 256> bytes{};
  for (std::uint8_t& byte : bytes) byte = other;
  for (const char c : {' ', '\t', '\n', '\f', '\r'}) bytes[static_cast<unsigned char>(c)] = space;
  for (std::size_t c = 'a'; c <= 'z'; ++c) bytes[c] = 0;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) bytes[c] = upper;
  for (std::size_t c = '0'; c <= '9'; ++c) bytes[c] = digit;
  bytes['-'] = dash;
  bytes['_'] = 0;
  return bytes;
}
constexpr std::array<std::uint8_t, 256> bytes = make_bytes();

// Words with spaces between them, without a string's allocations and calls. What is beyond
// most_bytes will be cut off, so that from there on no word need be added.
class HintText {
 public:
  static constexpr std::size_t most_bytes = OpenElements::max_hints_bytes;

  std::size_t size() const noexcept { return size_; }
  std::string_view view() const noexcept { return {bytes_.data(), size_}; }

  /// The place of the word, of at most so many bytes, in this.
  char* add(std::string_view word) noexcept {
    if (size_ != 0) bytes_[size_++] = ' ';
    char* const at = bytes_.data() + size_;
    std::memcpy(at, word.data(), word.size());
    size_ += word.size();
    return at;
  }

 private:
  std::array<char, 3 * (most_bytes + 1)> bytes_;
  std::size_t size_ = 0;
};

// Adds the telling words of `value`, lower case; one that does not fit is left out with the rest.
void append_words(std::string_view value, HintText& out) {
  std::size_t left = max_value_bytes;
  const char* p = value.data();
  const char* const end = p + value.size();
  while (p != end) {
    const char* const begin = p;
    unsigned seen = 0;
    unsigned before = dash;
    for (; p != end; ++p) {
      const unsigned byte = bytes[static_cast<unsigned char>(*p)];
      if (byte == space) break;
      seen |= byte | ((before >> 2U) & (byte >> 1U));  // `other` for a digit behind a dash
      before = byte;
    }
    const auto size = static_cast<std::size_t>(p - begin);
    if (p != end) ++p;
    if (size == 0 || (seen & other) != 0) continue;
    if (size >= left || out.size() > HintText::most_bytes) return;
    left -= size + 1;
    char* const word = out.add({begin, size});
    if ((seen & upper) == 0) continue;
    for (std::size_t i = 0; i < size; ++i) word[i] = to_lower(word[i]);
  }
}

}  // namespace

void OpenElements::push(const OpenElement& element, const std::vector<html::Attribute>& hints) {
  const std::size_t begin = top().hints_end;
  if (attributes_.size() < begin + hints.size()) attributes_.resize(begin + hints.size());
  std::copy(hints.begin(), hints.end(), attributes_.begin() + static_cast<std::ptrdiff_t>(begin));
  if (size_ == elements_.size()) elements_.emplace_back();
  OpenElement& pushed = elements_[size_++];
  pushed = element;
  pushed.hints_begin = static_cast<std::uint32_t>(begin);
  pushed.hints_end = static_cast<std::uint32_t>(begin + hints.size());
  ++open_[static_cast<std::size_t>(element.tag)];
}

void OpenElements::pop() noexcept {
  if (size_ == 1) return;
  --open_[static_cast<std::size_t>(top().tag)];
  --size_;
}

std::size_t OpenElements::find(html::Tag tag, std::string_view name) const noexcept {
  if (open_[static_cast<std::size_t>(tag)] == 0) return none;
  const html::Kind kind = html::element_of(tag).kind;
  const int rank = html::table_rank(kind);
  for (std::size_t i = size_ - 1; i != 0; --i) {
    const OpenElement& element = elements_[i];
    const bool is_named = tag != html::Tag::unknown || html::same_name(element.name, name);
    if (element.tag == tag && is_named) return i;
    if (html::table_rank(element.kind) > rank) return none;
    if (html::is_flow(kind) && !html::is_flow(element.kind)) return none;
  }
  return none;
}

std::string_view OpenElements::hints(std::size_t depth) {
  std::size_t known = depth;
  while (known > 1 && !elements_[known - 1].has_hints) --known;
  for (std::size_t i = known; i < depth; ++i) {
    elements_[i].hints = with_own_hints(elements_[i], elements_[i - 1].hints);
    elements_[i].has_hints = true;
  }
  return elements_[depth - 1].hints;
}

std::string_view OpenElements::with_own_hints(const OpenElement& element, std::string_view outer) {
  const html::Attribute* const begin = attributes_.data() + element.hints_begin;
  const html::Attribute* const end = attributes_.data() + element.hints_end;
  if (!element.is_telling && begin == end) return outer;
  const auto size = static_cast<std::size_t>(end - begin);
  if (size > Attributes::most) return make_hints(element, outer);
  std::size_t key = reinterpret_cast<std::uintptr_t>(outer.data()) / 8 +
                    (element.is_telling ? static_cast<std::size_t>(element.tag) : 0);
  for (const html::Attribute* each = begin; each != end; ++each) {
    key = key * 31 + each->value.size();
    if (!each->value.empty()) key = key * 31 + static_cast<unsigned char>(each->value.back());
  }
  Attributes& like = like_[key % like_.size()];
  const bool is_like = like.outer == outer.data() && like.has_name == element.is_telling &&
                       (like.tag == element.tag || !like.has_name) && size == like.size &&
                       std::equal(begin, end, like.values.begin(),
                                  [](const html::Attribute& a, const html::Attribute& b) {
                                    return a.value == b.value && a.name == b.name;
                                  });
  if (!is_like) {
    like.outer = outer.data();
    like.tag = element.tag;
    like.has_name = element.is_telling;
    std::copy(begin, end, like.values.begin());
    like.size = size;
    like.hints = make_hints(element, outer);
  }
  return like.hints;
}

std::string_view OpenElements::make_hints(const OpenElement& element, std::string_view outer) {
  HintText words;
  if (element.is_telling) words.add(html::to_string(element.tag));
  for (const bool is_class : {false, true}) {  // class lists last: they may be long
    for (std::size_t i = element.hints_begin; i != element.hints_end; ++i) {
      if (html::name_is(attributes_[i].name, "class") != is_class) continue;
      append_words(attributes_[i].value, words);
    }
  }
  const std::string_view own = words.view();
  if (own.empty()) return outer;
  const std::size_t key = own.size() * 31 + static_cast<unsigned char>(own.back()) +
                          reinterpret_cast<std::uintptr_t>(outer.data()) / 8;
  Known& known = known_[key % known_.size()];
  const bool is_known = known.outer == outer.data() && known.own_size == own.size() &&
                        known.hints.substr(0, own.size()) == own;
  if (!is_known) {
    if (!outer.empty()) words.add(outer);
    std::string_view all = words.view();
    if (all.size() > max_hints_bytes) {
      all = all.substr(0, std::min(all.rfind(' ', max_hints_bytes), max_hints_bytes));
    }
    known = {outer.data(), std::min(own.size(), all.size()), arena_.copy(all)};
  }
  return known.hints;
}

}  // namespace thanbai
