#include "page_title.h"

#include <algorithm>

namespace thanbai {
namespace {

// How like the headline a text must be to show it, by where it stands. The row labelled title was
// chosen for more than that, most of all a heading.
constexpr float least_elsewhere = 0.5F;
constexpr float least_of_plain_title = 0.6F;
constexpr float title_bonus = 0.1F;            // of the row labelled title
constexpr std::size_t most_title_bytes = 200;  // of a heading that is like nothing declared
constexpr std::size_t most_joined_lines = 6;   // of a heading

auto count_spaces(std::string_view text) { return std::count(text.begin(), text.end(), ' '); }

/// Of a byte of UTF-8.
bool is_in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Such as a question's, which tells it from the words that end it.
bool ends_in_mark(std::string_view text) {
  return !text.empty() && (text.back() == '?' || text.back() == '!');
}

/// Whether all that `shown` has before `title` is a word without a mark behind it: "The", "2025".
bool is_bare_word_before(std::string_view title, std::string_view shown) {
  const std::string_view word = shown.substr(0, shown.find(' '));
  return count_spaces(shown) == count_spaces(title) + 1 && !word.empty() && is_in_word(word.back());
}

class TitleFinder {
 public:
  TitleFinder(const std::vector<LabelledLine>& lines, std::size_t row, const Headline& headline,
              std::string& joined)
      : lines_(lines), row_(row), headline_(headline), joined_(joined) {}

  std::string_view find() {
    if (row_ < lines_.size()) consider(row_);
    for (std::size_t row = 0; row < lines_.size() && !headline_.empty(); ++row) {
      if (row != row_ && is_first_heading(row)) consider(row);
    }
    if (text_.empty()) return headline_.text();
    return headline_.empty() ? text_ : without_kicker(text_);
  }

 private:
  const Line& line(std::size_t row) const { return lines_[row].line; }

  bool is_first_heading(std::size_t row) const {
    return line(row).block == Block::heading && line(row).level == 1 && !goes_on(row);
  }

  /// Whether a line goes on with the heading of the one before it. Lines in no container may be
  /// made by hand, without opens_block: then the headline tells.
  bool goes_on(std::size_t row) const {
    return row != 0 && row < lines_.size() && !line(row).opens_block &&
           (line(row).container != 0 || !headline_.empty()) && line(row).block == Block::heading &&
           line(row - 1).block == Block::heading && line(row).level == line(row - 1).level;
  }

  /// Takes the heading at `row`, whole or the one line, if it shows the headline better.
  void consider(std::size_t row) {
    std::size_t first = row;
    while (goes_on(first) && row - first < most_joined_lines) --first;
    std::size_t end = row + 1;
    while (goes_on(end) && end - first < most_joined_lines) ++end;
    if (end - first > 1) {
      std::string whole;
      for (std::size_t i = first; i < end; ++i) {
        whole.append(i == first ? 0 : 1, ' ').append(line(i).text);
      }
      if (take(row, whole)) {
        joined_ = std::move(whole);
        text_ = joined_;
      }
    }
    take(row, line(row).text);
  }

  bool take(std::size_t row, std::string_view text) {
    float likeness = headline_.likeness(text);
    if (text.empty() || likeness < least_likeness(row, text)) return false;
    if (row == row_) likeness += title_bonus;
    if (likeness <= most_) return false;
    most_ = likeness;
    text_ = text;
    return true;
  }

  float least_likeness(std::size_t row, std::string_view text) const {
    if (headline_.empty()) return 0;
    if (row != row_) return least_elsewhere;
    if (line(row).block != Block::heading) return least_of_plain_title;
    return line(row).level == 1 && text.size() <= most_title_bytes ? 0 : Headline::shown;
  }

  /// A declared text that ends what is shown has no kicker before it, nor has its words run
  /// together.
  std::string_view without_kicker(std::string_view shown) const {
    const std::string shown_letters = letters_of(shown);
    for (const Headline::Declared& declared : headline_.declared()) {
      const std::string letters = letters_of(declared.text);
      if (letters.empty() || letters.size() > shown_letters.size()) continue;
      if (letters == shown_letters) {
        const bool ran_together = count_spaces(shown) < count_spaces(declared.text);
        if (ran_together) return declared.text;
        break;
      }
      const bool is_end = shown_letters.compare(shown_letters.size() - letters.size(),
                                                letters.size(), letters) == 0;
      if (is_end && ends_in_mark(shown) == ends_in_mark(declared.text) &&
          !is_bare_word_before(declared.text, shown)) {
        return declared.text;
      }
    }
    return headline_.site().cut_known(shown);
  }

  const std::vector<LabelledLine>& lines_;
  std::size_t row_;
  const Headline& headline_;
  std::string& joined_;
  std::string_view text_;  // of the line that shows the headline best so far
  float most_ = -1;
};

}  // namespace

std::string_view page_title(const std::vector<LabelledLine>& lines, std::size_t row,
                            const Headline& headline, std::string& joined) {
  return TitleFinder(lines, row, headline, joined).find();
}

}  // namespace thanbai
