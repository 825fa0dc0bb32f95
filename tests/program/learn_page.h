// Pages to learn from, as extraction leaves them, and what was learned, in short.
#pragma once

#include <string>
#include <vector>

#include "learn_counts.h"
#include "learn_rules.h"

namespace thanbai::program {

struct Row {
  Label label;
  float score;
  std::string text;
  std::string hints = {};
};

/// A page with a title, three lines of its own, and other lines around.
class Page {
 public:
  explicit Page(int number) : number_(number) {
    above_ = {{Label::title, 0.9F, "Tin số " + word() + " về cây cầu mới"}};
    body_ = {{Label::lead, 0.9F,
              "Sáng nay " + word() + " đã có mặt ở bến từ rất sớm để chờ giờ thông xe."},
             {Label::body, 0.95F,
              "Theo " + word() + ", công trình được làm trong hai năm và dài hơn ba cây số."},
             {Label::body, 0.95F,
              "Bà con vùng " + word() + " từ nay không còn phải đi đò mỗi khi nước lớn."}};
  }
  Page& above(Row row) {
    above_.push_back(std::move(row));
    return *this;
  }
  Page& below(Row row) {
    below_.push_back(std::move(row));
    return *this;
  }
  Page& inside(Row row) {
    body_.insert(body_.begin() + 1, std::move(row));
    return *this;
  }
  Page& first(const std::string& mark) {
    body_[0].text.insert(0, mark);
    return *this;
  }

  /// The number in letters: numbers are masked.
  std::string word() const {
    return std::string(1, static_cast<char>('a' + number_ / 26)) +
           static_cast<char>('a' + number_ % 26);
  }
  std::string title() const { return above_[0].text; }

  bool add_to(SiteCounts& counts) const {
    std::vector<Row> rows = above_;
    rows.insert(rows.end(), body_.begin(), body_.end());
    rows.insert(rows.end(), below_.begin(), below_.end());
    Document page;
    page.verdict = Verdict::article;
    page.title = rows[0].text;
    page.paragraphs.push_back({Label::lead, body_[0].text, {}, 0, 0});
    page.language = "vi";
    page.url = "https://www.Cau.example:443/tin";
    for (const Row& row : rows) {
      LabelledLine line;
      line.line.text = row.text;
      line.line.hints = row.hints;
      line.label = row.label;
      line.score = row.score;
      page.lines.push_back(line);
    }
    return counts.add(page, word());
  }

 private:
  int number_;
  std::vector<Row> above_, body_, below_;
};

/// What is learned from `count` pages, to each of which `fill` adds lines.
template <class Fill>
Learned learned(int count, Fill fill) {
  SiteCounts counts;
  for (int i = 0; i < count; ++i) {
    Page page(i);
    fill(page, i);
    page.add_to(counts);
  }
  return learn(counts);
}

/// Each rule as "effect label phrase".
inline std::vector<std::string> rules_of(const Learned& learned) {
  std::vector<std::string> result;
  for (const LearnedRule& rule : learned.rules) {
    const char* const effects[] = {"hint", "opens", "is", "ends"};
    const Rule& r = rule.rule;
    result.push_back(std::string(effects[static_cast<int>(r.effect)]) + ' ' +
                     std::string(to_string(r.label)) + ' ' +
                     (r.phrases.empty() ? r.patterns[0] : r.phrases[0]));
  }
  return result;
}

using Rules = std::vector<std::string>;

}  // namespace thanbai::program
