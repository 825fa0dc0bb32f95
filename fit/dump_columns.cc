// dump_columns --names | HINTS [FIRST [TITLE]] < list of files > numbers: the columns that the
// trees see, for fit.py. For each file of the list, one a line: rows and columns as int32, then
// each row's span in the file as two uint32, the sizes of the rows' texts and of their hints as
// uint32, those texts and hints, then the columns, one after the other, as int16. HINTS is a file
// of lines "word odds", taken for the learned words of hints (-: none). FIRST and TITLE are files
// of the first and the title scores of all rows of all files, int32, in the same order; without
// them the columns made from them say nothing.
#include <cstdio>
#include <deque>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "comment_section.h"
#include "containers.h"
#include "context.h"
#include "line_features.h"
#include "page_cut.h"
#include "photo_story.h"
#include "rule_book.h"
#include "thanbai/extractor.h"
#include "title_choice.h"

using namespace thanbai;  // NOLINT: a program of one file

namespace {

std::string contents(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void read_scores(std::ifstream& from, std::size_t rows, std::vector<std::int32_t>& to) {
  from.read(reinterpret_cast<char*>(to.data()),
            static_cast<std::streamsize>(rows * sizeof(std::int32_t)));
}

template <class T>
void put(const T* values, std::size_t count) {
  std::fwrite(values, sizeof(T), count, stdout);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string(argv[1]) == "--names") {
    for (std::size_t c = 0; c < column_count; ++c) std::cout << column_name(c) << '\n';
    return 0;
  }
  auto book = RuleBook::create(Options{});
  if (!book) {
    std::cerr << book.error().message << '\n';
    return 1;
  }
  std::ifstream hint_words, scores, titles;
  if (argc > 1) hint_words.open(argv[1]);
  if (argc > 2) scores.open(argv[2], std::ios::binary);
  if (argc > 3) titles.open(argv[3], std::ios::binary);
  std::deque<std::string> names;
  std::vector<HintWord> words_of_hints;
  int odds = 0;
  for (std::string name; hint_words >> name >> odds;) {
    words_of_hints.push_back({names.emplace_back(name), static_cast<std::int16_t>(odds)});
  }
  const Lexicon lexicon(book->packs(), words_of_hints);
  for (std::string path; std::getline(std::cin, path);) {
    const std::string page = contents(path);
    const bool is_html = path.size() > 5 && path.compare(path.size() - 5, 5, ".html") == 0;
    const Utf8 utf8 = is_html ? html_to_utf8(page) : Utf8{};
    const Lines lines = is_html ? read_html(utf8) : read_text(page);
    Columns columns;
    Words words;
    LanguageCounts language;
    std::vector<Hit> hits;
    measure(lines, lexicon, column_count, columns, words, language);
    book->match(lines, words, book->applying(book->language(language)), hits, columns);
    settle_captions(columns);
    std::vector<std::int32_t> first(columns.stride());
    if (scores.is_open()) read_scores(scores, columns.rows(), first);
    lower_comments(columns, first);
    observe(first, words, columns);
    observe_containers(first, lines, words.alike, columns);
    if (titles.is_open()) {
      read_scores(titles, columns.rows(), first);
      observe_title(first, columns);
    }
    const std::int32_t size[2] = {static_cast<std::int32_t>(columns.rows()),
                                  static_cast<std::int32_t>(column_count)};
    put(size, 2);
    for (const Line& line : lines.items) put(&line.source, 1);
    for (const Line& line : lines.items) {
      const auto bytes = static_cast<std::uint32_t>(line.text.size());
      put(&bytes, 1);
    }
    for (const Line& line : lines.items) {
      const auto bytes = static_cast<std::uint32_t>(line.hints.size());
      put(&bytes, 1);
    }
    for (const Line& line : lines.items) put(line.text.data(), line.text.size());
    for (const Line& line : lines.items) put(line.hints.data(), line.hints.size());
    for (std::size_t c = 0; c < column_count; ++c) put(columns[c], columns.rows());
  }
}
