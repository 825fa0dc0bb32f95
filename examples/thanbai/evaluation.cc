#include "evaluation.h"

#include <algorithm>
#include <set>
#include <sstream>

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

std::string joined_words(std::string_view text) {
  std::string out;
  for (const std::string_view word : words_of(text)) out.append(word) += ' ';
  return out;
}

/// What a text that is gold says of the lines of its HTML page. A line of some words is the
/// article's by what of it the text holds. Shorter ones stand anywhere: in menus too. They are the
/// article's if they are a whole paragraph of it and a line near them is the article's; what else
/// the text holds of them near it is unsure. As fit/pages.py has it.
std::vector<Gold> gold_of(const std::string& gold_text, const std::vector<LabelledLine>& lines) {
  constexpr std::uint32_t some_words = 5;
  constexpr double share_to_keep = 0.8;
  constexpr double share_to_drop = 0.25;
  constexpr std::size_t near_whole = 3;  // lines
  constexpr std::size_t near_part = 6;
  const Shingles shingles(gold_text);
  const std::string running = ' ' + joined_words(gold_text);
  std::set<std::string> paragraphs;
  std::istringstream rows(gold_text);
  for (std::string row; std::getline(rows, row);) paragraphs.insert(joined_words(row));

  std::vector<Gold> gold(lines.size(), Gold::drop);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view text = lines[i].line.text;
    if (count_words(text) < some_words) continue;
    const double held = shingles.share_of(text);
    gold[i] = held > share_to_keep ? Gold::keep : held < share_to_drop ? Gold::drop : Gold::unsure;
  }
  std::vector<Gold> result = gold;
  const auto is_near = [&](std::size_t i, std::size_t distance) {
    const auto from = gold.begin() + static_cast<std::ptrdiff_t>(i - std::min(i, distance));
    const auto to =
        gold.begin() + static_cast<std::ptrdiff_t>(std::min(gold.size(), i + distance + 1));
    return std::find(from, to, Gold::keep) != to;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string joined = joined_words(lines[i].line.text);
    if (joined.empty() || count_words(joined) >= some_words) continue;
    if (paragraphs.count(joined) > 0) {
      result[i] = is_near(i, near_whole) ? Gold::keep : Gold::unsure;
    } else if (running.find(' ' + joined) != std::string::npos && is_near(i, near_part)) {
      result[i] = Gold::unsure;
    }
  }
  return result;
}

void score_text_of(const std::string& gold_text, const ExtractorFlags& flags, EvaluatedPage& page) {
  const bool has_article = !page.page.gold_path.empty();
  const std::vector<LabelledLine>& lines = page.document.lines;
  const std::vector<Gold> gold =
      has_article ? gold_of(gold_text, lines) : std::vector<Gold>(lines.size(), Gold::drop);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const LabelledLine& line = lines[i];
    const std::string_view text = line.line.text;
    GoldLine expected{gold[i], std::nullopt};
    if (has_article && same_title(text, page.page.fields.title)) expected.gold = Gold::title;
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
