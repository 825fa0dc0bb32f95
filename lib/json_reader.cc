// What is open is a stack of "{" and "[", so that no nesting is too deep.
#include "json_reader.h"

#include <algorithm>
#include <cstddef>

#include "unicode.h"

namespace thanbai {
namespace {

bool is_space(char c) noexcept { return static_cast<unsigned char>(c) <= ' '; }

int hex_digit(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

class Reader {
 public:
  Reader(std::string_view json, JsonHandler& handler)
      : at_(json.data()), end_(json.data() + json.size()), handler_(handler) {}

  bool read() {
    while (value()) {
      if (is_whole_) return true;
    }
    return false;
  }

 private:
  // A value and all that ends with it, up to where the next one begins.
  bool value() {
    skip_space();
    if (take('{')) return open('{') && (has('}') ? after_value() : key());
    if (take('[')) return open('[') && (!has(']') || after_value());
    if (take('"')) {
      if (!text()) return false;
      handler_.string(text_);
    } else if (!number_or_name()) {
      return false;
    }
    return after_value();
  }

  bool open(char bracket) {
    open_ += bracket;
    handler_.open(bracket == '[');
    skip_space();
    return true;
  }

  bool after_value() {
    while (!open_.empty()) {
      const bool is_object = open_.back() == '{';
      skip_space();
      if (take(',')) return !is_object || key();
      if (!take(is_object ? '}' : ']')) return false;
      open_.pop_back();
      handler_.close();
    }
    is_whole_ = true;
    return true;
  }

  bool key() {
    skip_space();
    if (!take('"') || !text()) return false;
    handler_.key(text_);
    skip_space();
    return take(':');
  }

  bool number_or_name() noexcept {
    for (const std::string_view name : {"true", "false", "null"}) {
      if (std::string_view(at_, static_cast<std::size_t>(end_ - at_)).substr(0, name.size()) !=
          name) {
        continue;
      }
      at_ += name.size();
      return true;
    }
    const char* const begin = at_;
    const auto is_of_number = [](char c) {
      return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    };
    while (at_ != end_ && is_of_number(*at_)) ++at_;
    return at_ != begin;
  }

  // A string, behind its first quotation mark.
  bool text() {
    text_.clear();
    while (true) {
      const char* const begin = at_;
      while (at_ != end_ && *at_ != '"' && *at_ != '\\') ++at_;
      if (at_ == end_) return false;
      const auto size = static_cast<std::ptrdiff_t>(text_.size());
      text_.append(begin, at_);
      std::transform(text_.begin() + size, text_.end(), text_.begin() + size,
                     [](char c) { return is_space(c) ? ' ' : c; });
      if (*at_++ == '"') return true;
      if (!escape()) return false;
    }
  }

  bool escape() {
    if (at_ == end_) return false;
    switch (*at_++) {
      case 'b': text_ += '\b'; return true;
      case 'f': text_ += '\f'; return true;
      case 'n': text_ += '\n'; return true;
      case 'r': text_ += '\r'; return true;
      case 't': text_ += '\t'; return true;
      case '"':
      case '\\':
      case '/': text_ += at_[-1]; return true;
      case 'u': return code_point();
      default: return false;
    }
  }

  // "\uD83D\uDE00" is one character; half of one is a mistake.
  bool code_point() {
    const int first = code_unit();
    if (first < 0xD800 || first > 0xDFFF) {
      if (first >= 0) unicode::append(text_, static_cast<char32_t>(first));
      return first >= 0;
    }
    if (first > 0xDBFF || !take('\\') || !take('u')) return false;
    const int second = code_unit();
    if (second < 0xDC00 || second > 0xDFFF) return false;
    unicode::append(text_,
                    static_cast<char32_t>(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)));
    return true;
  }

  // Four hexadecimal digits, or -1.
  int code_unit() noexcept {
    if (end_ - at_ < 4) return -1;
    int value = 0;
    for (int i = 0; i < 4; ++i) {
      const int digit = hex_digit(*at_++);
      if (digit < 0) return -1;
      value = value * 16 + digit;
    }
    return value;
  }

  void skip_space() noexcept {
    while (at_ != end_ && is_space(*at_)) ++at_;
  }
  bool has(char c) const noexcept { return at_ != end_ && *at_ == c; }
  bool take(char c) noexcept {
    if (!has(c)) return false;
    ++at_;
    return true;
  }

  const char* at_;
  const char* end_;
  JsonHandler& handler_;
  std::string open_;
  std::string text_;
  bool is_whole_ = false;
};

}  // namespace

bool read_json(std::string_view json, JsonHandler& handler) { return Reader(json, handler).read(); }

}  // namespace thanbai
