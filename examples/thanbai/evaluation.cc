#include "evaluation.h"

#include "input.h"
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

}  // namespace

bool EvaluatedPage::wrong(std::size_t line) const {
  const ScoredLine& l = scored[line];
  return l.words > 0 && ((l.gold == Gold::keep && !l.kept) || (l.gold == Gold::drop && l.kept));
}

bool evaluate_page(LabelledPage page, const Extractor& extractor, const ExtractorFlags& flags,
                   EvaluatedPage& out, std::string& problem) {
  std::string bytes;
  std::string labels;
  if (!read_file(page.text_path, bytes, problem)) return false;
  if (!read_file(page.gold_path, labels, problem)) return false;
  if (!read_gold(labels, out.gold, problem)) return false;
  out.page = std::move(page);
  out.bytes = std::make_unique<const std::string>(std::move(bytes));
  Result<Utf8> utf8 = to_utf8(*out.bytes, flags.charset);
  if (!utf8) {
    problem = utf8.error().message;
    return false;
  }
  out.utf8 = std::make_unique<const Utf8>(*std::move(utf8));
  out.document = extractor.extract(read_lines(*out.utf8, From::text));
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
