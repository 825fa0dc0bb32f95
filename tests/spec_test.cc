// Runs the examples of docs/algorithm.md: every ``` block that names its kind.
//   blocks             block, two spaces or more, a line of text, the same, its text without marks
//   columns            column, value, a line measured by itself
//   rules              rule that hits ("none": no rule does), the line
//   labels [verdict]   label, the line; "blank" for an empty one
#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>

#include "measured_page.h"
#include "rule_book.h"
#include "thanbai/extractor.h"

namespace thanbai {
namespace {

struct Example {
  std::string kind;  // and its argument
  std::size_t line;  // of the block's fence
  std::vector<std::string> rows;
};

std::vector<Example> examples() {
  std::ifstream in(THANBAI_TESTS "/../docs/algorithm.md");
  std::vector<Example> result;
  bool inside = false;
  std::size_t number = 0;
  for (std::string row; std::getline(in, row);) {
    ++number;
    if (row.rfind("```", 0) == 0) {
      inside = !inside;
      if (inside) result.push_back({row.substr(3), number, {}});
    } else if (inside) {
      result.back().rows.push_back(row);
    }
  }
  EXPECT_FALSE(inside) << "a block is not closed";
  result.erase(
      std::remove_if(result.begin(), result.end(), [](const Example& e) { return e.kind.empty(); }),
      result.end());
  return result;
}

/// The row's cells, parted by `gap` spaces or more; the last takes what is left.
std::vector<std::string> cells(const std::string& row, std::size_t count, std::size_t gap) {
  std::vector<std::string> result;
  std::size_t at = 0;
  while (result.size() + 1 < count) {
    const std::size_t end = std::min(row.find(std::string(gap, ' '), at), row.size());
    result.push_back(row.substr(at, end - at));
    at = std::min(row.find_first_not_of(' ', end), row.size());
  }
  result.push_back(row.substr(at));
  return result;
}

std::string block_name(Block block) {
  const char* const names[] = {"plain", "paragraph", "heading", "list_item",
                               "quote", "cell",      "caption", "image"};
  return names[static_cast<std::size_t>(block)];
}

const RuleBook& book() {
  static const RuleBook made = *RuleBook::create({});
  return made;
}

void run_blocks(const Example& example) {
  for (const std::string& row : example.rows) {
    const auto cell = cells(row, 3, 2);
    const Lines lines = read_text(cell[1]);
    ASSERT_EQ(lines.items.size(), 1U) << row;
    EXPECT_EQ(block_name(lines.items[0].block), cell[0]) << row;
    EXPECT_EQ(lines.items[0].text, cell[2]) << row;
  }
}

void run_columns(const Example& example) {
  for (const std::string& row : example.rows) {
    const auto cell = cells(row, 3, 1);
    const MeasuredPage page(lines_of({cell[2]}), book().packs());
    EXPECT_EQ(page.value(cell[0], 0), std::stoi(cell[1])) << row;
  }
}

void run_rules(const Example& example) {
  std::vector<std::size_t> all(book().packs().size());
  for (std::size_t p = 0; p < all.size(); ++p) all[p] = p;
  for (const std::string& row : example.rows) {
    const auto cell = cells(row, 2, 1);
    MeasuredPage page({cell[1]});
    std::vector<Hit> hits;
    book().match(page.lines, page.words, all, hits, page.columns);
    const bool found = std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
      return book().evidence_name(hit) == cell[0];
    });
    EXPECT_EQ(found, cell[0] != "none") << row;
    if (cell[0] == "none") EXPECT_TRUE(hits.empty()) << row;
  }
}

void run_labels(const Example& example) {
  static const Extractor extractor = *Extractor::create();
  std::string text;
  std::vector<std::string> labels;
  for (const std::string& row : example.rows) {
    const auto cell = cells(row, 2, 1);
    text += cell[1] + "\n";
    if (cell[0] != "blank") labels.push_back(cell[0]);
  }
  const Document page = extractor.extract(text);
  ASSERT_EQ(page.lines.size(), labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    EXPECT_EQ(to_string(page.lines[i].label), labels[i]) << page.lines[i].line.text;
  }
  const std::size_t space = example.kind.find(' ');
  EXPECT_EQ(to_string(page.verdict),
            space == std::string::npos ? "article" : example.kind.substr(space + 1));
}

TEST(Algorithm, ItsExamplesHold) {
  const std::map<std::string, std::function<void(const Example&)>> runs = {{"blocks", run_blocks},
                                                                           {"columns", run_columns},
                                                                           {"rules", run_rules},
                                                                           {"labels", run_labels}};
  std::map<std::string, int> tried;
  for (const Example& example : examples()) {
    SCOPED_TRACE("docs/algorithm.md:" + std::to_string(example.line));
    const std::string kind = example.kind.substr(0, example.kind.find(' '));
    const auto run = runs.find(kind);
    ASSERT_NE(run, runs.end()) << kind;
    EXPECT_FALSE(example.rows.empty());
    run->second(example);
    ++tried[kind];
  }
  EXPECT_EQ(tried.size(), runs.size()) << "each kind has an example";
}

}  // namespace
}  // namespace thanbai
