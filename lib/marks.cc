// Marks are taken off from the outside in, one at a time: "| - ![]() |" is a cell, in it a list
// item, in it an image. The innermost mark tells the kind, save that an image counts only if no
// words follow it. A line of many marks is no text: after max_marks it is left as it is, which
// keeps the time linear.
#include "marks.h"

#include <algorithm>

#include "unicode.h"

namespace thanbai {
namespace {

using unicode::valid_trim;

constexpr int max_marks = 16;  // runs of bullets, pipes and images count as one

bool starts_with(std::string_view text, std::string_view prefix) noexcept {
  return text.substr(0, prefix.size()) == prefix;
}

// Lines of one such character draw a rule: "---", "* * *", "____".
bool is_rule(std::string_view text) noexcept {
  const char c = text.front();
  if (c != '-' && c != '*' && c != '_' && c != '=' && c != '~') return false;
  const auto count = std::count(text.begin(), text.end(), c);
  const auto blanks = std::count(text.begin(), text.end(), ' ');
  return count >= 3 && static_cast<std::size_t>(count + blanks) == text.size();
}

// The row under a table's head: "|---|:---:|".
bool is_table_rule(std::string_view text) noexcept {
  return text.front() == '|' && text.find("--") != text.npos &&
         text.find_first_not_of("|-: ") == text.npos;
}

// "[text](target)" at the start of `text`, which may be followed by more. False if it is not there.
bool find_link(std::string_view text, std::string_view& inner, std::string_view& rest) noexcept {
  const std::size_t middle = text.find(']', 1);
  if (middle == text.npos || text.substr(middle + 1, 1) != "(") return false;
  const std::size_t end = text.find(')', middle + 2);
  if (end == text.npos) return false;
  // A target holds no space, save before its title in quotation marks.
  const std::string_view target = text.substr(middle + 2, end - middle - 2);
  const std::size_t blank = target.find(' ');
  if (blank != target.npos && target.substr(blank + 1, 1).find_first_of("\"'") != 0) return false;
  inner = text.substr(1, middle - 1);
  rest = text.substr(end + 1);
  return true;
}

// Size of the list mark that `text` begins with, 0 if there is none.
std::size_t list_mark(std::string_view text) {
  const unicode::ClassTable& table = unicode::class_table();
  const char* p = text.data();
  const char* const end = p + text.size();
  const auto peek = [&table](const char* at, const char* stop) -> std::uint16_t {
    return at == stop ? std::uint16_t{unicode::space} : table(unicode::valid_next(at));
  };
  const char first = *p;
  if (first == '*' || first == '+') {
    return (peek(p + 1, end) & unicode::space) != 0 ? 1 : 0;
  }
  if (first == '>') {  // ">> Xem thêm": one alone is a quotation
    const std::size_t size = std::min(text.find_first_not_of('>'), text.size());
    return size > 1 ? size : 0;
  }
  const std::uint16_t kind = table(unicode::valid_next(p));
  if ((kind & unicode::dash) != 0) {
    const bool opens = (peek(p, end) & (unicode::space | unicode::letter | unicode::opening)) != 0;
    return opens ? static_cast<std::size_t>(p - text.data()) : 0;
  }
  // »Text« is a quotation.
  if (starts_with(text, "»") && text.find("«") != text.npos) return 0;
  p = text.data();
  for (const char* next = p; p != end; p = next) {
    if ((table(unicode::valid_next(next)) & unicode::bullet) == 0) break;
  }
  return static_cast<std::size_t>(p - text.data());
}

class Stripper {
 public:
  explicit Stripper(std::string_view line) : text_(line) {}

  Marked run() {
    for (int i = 0; i < max_marks && !text_.empty() && one(); ++i) text_ = valid_trim(text_);
    out_.text = text_;
    if (image_ && text_.empty()) {
      out_.block = Block::image;
      out_.level = 0;
      out_.text = alternative_;
    }
    return out_;
  }

 private:
  bool one() {
    return rule() || pipe() || quote() || list() || heading() || image() || link() || strong();
  }

  bool take(std::size_t from, std::size_t size, Block block, std::uint8_t level) {
    text_ = text_.substr(from, size);
    out_.block = block;
    out_.level = level;
    return true;
  }

  bool rule() {
    if (!is_rule(text_) && !is_table_rule(text_)) return false;
    text_ = {};
    return true;
  }

  bool pipe() {
    if (text_.front() != '|' && text_.back() != '|') return false;
    const std::size_t begin = text_.find_first_not_of("| ");
    if (begin == text_.npos) return take(0, 0, Block::cell, 0);
    return take(begin, text_.find_last_not_of("| ") + 1 - begin, Block::cell, 0);
  }

  bool quote() {
    if (!starts_with(text_, "> ") && text_ != ">") return false;
    return take(1, text_.npos, Block::quote, 0);
  }

  bool list() {
    const std::size_t size = list_mark(text_);
    return size != 0 && take(size, text_.npos, Block::list_item, 1);
  }

  bool heading() {
    const std::size_t level = std::min(text_.find_first_not_of('#'), text_.size());
    if (level == 0 || level > 6) return false;
    if (level < text_.size() && text_[level] != ' ') return false;  // a hashtag
    if (text_.find(" # ", level) != text_.npos) return false;       // several tags
    const std::size_t end = text_.find_last_not_of('#') + 1;        // "## Text ##"
    const bool is_closed = end > level && text_[end - 1] == ' ';
    return take(level, is_closed ? end - level : text_.npos, Block::heading,
                static_cast<std::uint8_t>(level));
  }

  // Images with nothing else in the line, or without words: "![](a.jpg)", "[![](a.jpg)](b)".
  bool image() {
    bool found = false;
    std::string_view inner;
    std::string_view rest;
    while (true) {
      const bool is_link = starts_with(text_, "[![");
      if (!is_link && !starts_with(text_, "![")) return found;
      if (!find_link(text_.substr(is_link ? 2 : 1), inner, rest)) return found;
      if (is_link) {
        const std::size_t end = starts_with(rest, "](") ? rest.find(')') : rest.npos;
        if (end == rest.npos) return found;
        rest.remove_prefix(end + 1);
      }
      inner = valid_trim(inner);
      if (!inner.empty()) {
        if (!valid_trim(rest).empty()) return found;
        alternative_ = inner;
      }
      text_ = valid_trim(rest);
      found = image_ = true;
    }
  }

  // A link that fills the line: "[text](target)".
  bool link() {
    std::string_view inner;
    std::string_view rest;
    if (!starts_with(text_, "[") || !find_link(text_, inner, rest) || !rest.empty()) return false;
    text_ = inner;
    out_.is_link = true;
    return true;
  }

  // Emphasis that fills the line: "**text**".
  bool strong() {
    const std::size_t size = text_.size();
    if (size <= 4 || !starts_with(text_, "**") || text_.find("**", 2) != size - 2) return false;
    text_ = text_.substr(2, size - 4);
    return true;
  }

  std::string_view text_;
  std::string_view alternative_;
  bool image_ = false;
  Marked out_;
};

// Whether a line that begins and ends with such bytes may have marks at all.
bool may_have_marks(std::string_view line) {
  const auto first = static_cast<unsigned char>(line.front());
  if (line.back() == '|') return true;
  if (first >= 0x80) {
    const char* p = line.data();
    const std::uint16_t kind = unicode::classes(unicode::valid_next(p));
    return (kind & (unicode::bullet | unicode::dash)) != 0;
  }
  return std::string_view("|>-*+#![_=~").find(static_cast<char>(first)) != std::string_view::npos;
}

}  // namespace

Marked strip_marks(std::string_view line) {
  if (line.empty() || !may_have_marks(line)) return {line, Block::plain, 0, false};
  return Stripper(line).run();
}

}  // namespace thanbai
