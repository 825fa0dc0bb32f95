#include "evaluation.h"

#include "input.h"
#include "shingles.h"
#include "words.h"

namespace thanbai::program {
namespace {

/// The text of a line without the marks around it, as titles are compared.
std::string_view bare_text(const FileLine& line) {
  return line.labelled == nullptr ? line.text : line.labelled->line.text;
}

void score_lines(const ExtractorFlags& flags, EvaluatedPage& page) {
  PageScore& score = page.score;
  score.has_article = false;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const FileLine& line = page.lines[i];
    const GoldLine& gold = page.gold[i];
    const bool kept = line.labelled != nullptr && flags.keeps(line.labelled->label);
    page.scored.push_back({gold.gold, kept, count_words(line.text)});
    if (gold.gold == Gold::keep) score.has_article = true;
    if (gold.exact) {
      ++score.exact_lines;
      if (line.labelled != nullptr && line.labelled->label == *gold.exact) ++score.exact_right;
    }
    if (gold.gold == Gold::title) {
      if (page.gold_title.empty()) page.gold_title = bare_text(line);
      score.title_right =
          score.title_right == true || same_title(page.document.title, bare_text(line));
    }
  }
  score.score = score_page(page.scored);
  score.verdict = page.document.verdict;
}

/// A line of HTML counts as the article's if gold holds half of it or more.
constexpr double share_to_keep = 0.5;

void score_text_of(const std::string& gold_text, const ExtractorFlags& flags, EvaluatedPage& page) {
  const bool has_article = !page.page.gold_path.empty();
  const Shingles gold(gold_text);
  for (const LabelledLine& line : page.document.lines) {
    const std::string_view text = line.line.text;
    GoldLine expected{Gold::drop, std::nullopt};
    if (has_article && same_title(text, page.page.fields.title)) {
      expected.gold = Gold::title;
    } else if (has_article && gold.share_of(text) >= share_to_keep) {
      expected.gold = Gold::keep;
    }
    page.lines.push_back({text, &line});
    page.gold.push_back(expected);
    page.scored.push_back({expected.gold, flags.keeps(line.label), count_words(text)});
  }
  PageScore& score = page.score;
  score.measure = has_article ? Measure::shingles : Measure::verdict;
  score.has_article = has_article;
  score.score = has_article ? score_text(page.document.text(), gold_text) : Score{1, 1, 1};
  score.verdict = page.document.verdict;
  page.gold_title = page.page.fields.title;
}

/// Gold's fields; a title that stands in the text's labels is the better gold.
void add_fields(EvaluatedPage& page) {
  const FieldScore fields = score_fields(page.document, page.page.fields);
  PageScore& score = page.score;
  if (!score.title_right) score.title_right = fields.title;
  score.day_right = fields.day;
  score.author_right = fields.author;
}

}  // namespace

bool EvaluatedPage::wrong(std::size_t line) const {
  const ScoredLine& l = scored[line];
  return l.words > 0 && ((l.gold == Gold::keep && !l.kept) || (l.gold == Gold::drop && l.kept));
}

bool evaluate_page(LabelledPage page, const Extractor& extractor, const ExtractorFlags& flags,
                   EvaluatedPage& out, std::string& problem) {
  std::string bytes;
  std::string gold;
  if (!read_file(page.page_path, bytes, problem)) return false;
  if (!page.gold_path.empty() && !read_file(page.gold_path, gold, problem)) return false;
  if (!page.is_html && !read_gold(gold, out.gold, problem)) return false;
  out.page = std::move(page);
  out.bytes = std::make_unique<const std::string>(std::move(bytes));
  Page read;
  const From from = out.page.is_html ? From::html : From::text;
  if (!read_page(*out.bytes, from, flags.charset, false, read, problem)) return false;
  out.utf8 = std::move(read.utf8);
  out.document = extractor.extract(std::move(read.lines));
  if (out.page.is_html) {
    score_text_of(gold, flags, out);
    add_fields(out);
    return true;
  }
  out.lines = file_lines(*out.utf8, out.document);
  if (out.lines.size() != out.gold.size()) {
    problem = std::to_string(out.gold.size()) + " labels for " + std::to_string(out.lines.size()) +
              " lines";
    return false;
  }
  score_lines(flags, out);
  return true;
}

}  // namespace thanbai::program
