#include "learn_signs.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "line_tail.h"
#include "thanbai/pack.h"
#include "words.h"

namespace thanbai::program {
namespace {

constexpr std::uint32_t fewest_pages = 5;
constexpr double least_share = 0.2;  // of all pages: those that have the sign
constexpr double most_kept = 0.2;    // of these, those that keep a line with it; of such lines
constexpr double most_kept_if_said = 0.5;  // the same if a name says what the lines are
constexpr std::uint32_t fewest_signed = 3;
constexpr double story_share = 0.3;  // of an article's words: captions that have more are its text
constexpr std::uint8_t doubt = 25;   // percent: from this score on the general rules are unsure
constexpr std::uint16_t short_line = 80;  // bytes of a signature
constexpr std::size_t most_rules = 8;
// Elements that say how lines look, not what they are.
constexpr std::array<std::string_view, 10> of_looks = {"strong", "em", "b",  "i",  "h1",
                                                       "h2",     "h3", "h4", "h5", "h6"};

struct Sign {
  bool is_name = false;         // of an element; else a tail
  std::uint16_t max_bytes = 0;  // of the line; 0: any
  std::string text;             // the name or the tail's pattern

  friend bool operator<(const Sign& a, const Sign& b) {
    return std::tie(a.is_name, a.max_bytes, a.text) < std::tie(b.is_name, b.max_bytes, b.text);
  }
};

std::set<std::string> names_in(const std::string& hints) {
  std::set<std::string> names;
  for (std::size_t begin = 0; begin < hints.size();) {
    const std::size_t end = std::min(hints.find(' ', begin), hints.size());
    const std::string name = hints.substr(begin, end - begin);
    const bool looks = std::find(of_looks.begin(), of_looks.end(), name) != of_looks.end();
    if (!name.empty() && !looks) names.insert(name);
    begin = end + 1;
  }
  return names;
}

/// Names that any page may have, whatever its site's template.
bool is_standard(std::string_view name) {
  constexpr std::array<std::string_view, 9> elements = {
      "figure", "figcaption", "aside", "nav", "header", "footer", "address", "section", "form"};
  return std::find(elements.begin(), elements.end(), name) != elements.end();
}

/// How the lines with a sign are used.
struct SignUse {
  std::uint32_t pages = 0;    // photo stories left out, as in all that follows
  std::uint32_t kept = 0;     // pages where one is in the article,
  std::uint32_t closing = 0;  // and where it alone is, as the last line
  std::uint32_t lines = 0;
  std::uint32_t kept_lines = 0;
  std::uint32_t stories = 0;                         // pages whose article is made of such lines
  std::array<std::uint32_t, label_count> dropped{};  // lines, by label
  std::size_t longest = 0;                           // of these, bytes
  std::string example;                               // the first of these by bytes
  std::set<std::uint32_t> doubted;                   // rows that the general rules are unsure of
  std::vector<std::string> names;                    // of the first pages that have it

  Label label() const {
    const auto best = std::max_element(dropped.begin(), dropped.end());
    return static_cast<Label>(best - dropped.begin());
  }
};

using Uses = std::map<Sign, SignUse>;

class SignCounter {
 public:
  explicit SignCounter(const SiteCounts& counts) : counts_(counts) {
    for (const std::string& hints : counts.hints()) names_.push_back(names_in(hints));
    for (const std::string& mask : counts.masks()) tails_.push_back(tail_pattern(mask));
  }

  Uses run(const Ends& ends) {
    for (const auto& [id, page] : counts_.pages()) count(page, ends.at(id));
    return std::move(uses_);
  }

 private:
  const CountedLine& line_of(const CountedRow& row) const { return counts_.lines()[row.line]; }

  std::vector<Sign> signs_of(const CountedRow& row) const {
    std::vector<Sign> signs;
    for (const std::string& name : names_[row.hints]) signs.push_back({true, 0, name});
    const std::string& tail = tails_[line_of(row).mask];
    if (tail.empty()) return signs;
    signs.push_back({false, 0, tail});
    if (line_of(row).text.size() <= short_line) signs.push_back({false, short_line, tail});
    return signs;
  }

  void count(const CountedPage& page, std::size_t size) {
    std::map<Sign, std::vector<const CountedRow*>> rows_by_sign;
    const CountedRow* last = nullptr;  // of the article
    std::uint32_t words = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const CountedRow& row = page.rows[i];
      for (Sign& sign : signs_of(row)) rows_by_sign[std::move(sign)].push_back(&row);
      if (!is_article(row.label)) continue;
      words += count_words(line_of(row).text);
      last = &row;
    }
    for (const auto& [sign, rows] : rows_by_sign) {
      add(page, rows, words, last, uses_[sign]);
    }
    rows_before_ += static_cast<std::uint32_t>(page.rows.size());
  }

  void add(const CountedPage& page, const std::vector<const CountedRow*>& rows,
           std::uint32_t all_words, const CountedRow* last, SignUse& use) {
    std::uint32_t words = 0;
    std::uint32_t kept = 0;
    for (const CountedRow* row : rows) {
      if (is_kept(row->label)) ++kept;
      if (is_article(row->label)) words += count_words(line_of(*row).text);
    }
    if (words > story_share * all_words) {
      ++use.stories;
      return;
    }
    ++use.pages;
    use.lines += static_cast<std::uint32_t>(rows.size());
    use.kept_lines += kept;
    if (kept > 0) ++use.kept;
    if (kept == 1 && rows.back() == last) ++use.closing;
    if (use.names.size() < names_shown) use.names.push_back(page.name);
    for (const CountedRow* row : rows) {
      const std::string& text = line_of(*row).text;
      if (!is_kept(row->label)) {
        ++use.dropped[static_cast<std::size_t>(row->label)];
        use.longest = std::max(use.longest, text.size());
        if (use.example.empty() || text < use.example) use.example = text;
        if (row->score < doubt) continue;
      }
      use.doubted.insert(rows_before_ + static_cast<std::uint32_t>(row - page.rows.data()));
    }
  }

  const SiteCounts& counts_;
  std::vector<std::set<std::string>> names_;  // by hints
  std::vector<std::string> tails_;            // by mask
  Uses uses_;
  std::uint32_t rows_before_ = 0;  // of pages before
};

class SignJudge {
 public:
  explicit SignJudge(const SiteCounts& counts) : all_(static_cast<double>(counts.pages().size())) {
    for (const std::string_view name : builtin_pack_names()) {
      const Result<Pack> pack = builtin_pack(name);
      if (!pack) continue;
      for (const Rule& rule : pack->rules) {
        if (rule.where != Rule::Where::hints) continue;
        for (const std::string& word : rule.phrases) said_.emplace(word, rule.label);
      }
    }
  }

  bool is_dropped(const Sign& sign, const SignUse& use) const {
    const bool keeps_stories = use.label() == Label::caption && use.stories < use.pages;
    if (sign.is_name ? !says(sign.text, use.label()) : sign.max_bytes != 0) return false;
    const bool is_own = sign.is_name && !is_standard(sign.text);
    const double most = is_own ? most_kept_if_said : most_kept;
    return use.pages >= fewest_pages && use.pages >= least_share * all_ &&
           use.kept <= most * use.pages && use.kept_lines <= most * use.lines &&
           (use.stories == 0 || keeps_stories);
  }

  /// A signature: a short line, one a page, the last of each article that keeps it.
  bool closes(const Sign& sign, const SignUse& use) const {
    const bool is_signed = use.label() == Label::byline || use.kept_lines == use.lines;
    return sign.max_bytes != 0 && use.pages >= fewest_signed && use.pages >= least_share * all_ &&
           use.closing > 0 && use.kept == use.closing && use.lines == use.pages &&
           use.stories == 0 && is_signed;
  }

 private:
  /// Whether a name has a word that the built-in packs know as one of that label.
  bool says(const std::string& name, Label label) const {
    for (std::size_t begin = 0; begin < name.size();) {
      const std::size_t end = std::min(name.find_first_of("-_", begin), name.size());
      if (said_.count({name.substr(begin, end - begin), label}) > 0) return true;
      begin = end + 1;
    }
    return false;
  }

  double all_;  // pages
  std::set<std::pair<std::string, Label>> said_;
};

LearnedRule rule_of(const Sign& sign, const SignUse& use, bool closes) {
  LearnedRule learned;
  learned.pages = use.pages;
  learned.changed = use.kept;
  learned.names = use.names;
  learned.why = closes         ? "short lines that end so are the last of their article"
                : sign.is_name ? "lines in elements of that name are hardly ever kept"
                               : "lines that end so are hardly ever kept";
  Rule& rule = learned.rule;
  rule.label = closes ? Label::byline : use.label();
  rule.effect = Rule::Effect::is;
  rule.max_bytes = sign.max_bytes;
  if (sign.is_name) {
    rule.max_bytes = static_cast<std::uint16_t>(std::min<std::size_t>(2 * use.longest, UINT16_MAX));
  }
  rule.where = sign.is_name ? Rule::Where::hints : Rule::Where::line_end;
  (sign.is_name ? rule.phrases : rule.patterns).push_back(sign.text);
  if (!sign.is_name && !use.example.empty()) rule.hits.push_back(use.example);
  return learned;
}

}  // namespace

std::vector<LearnedRule> learn_signs(const SiteCounts& counts, const Ends& ends) {
  Uses uses = SignCounter(counts).run(ends);
  const SignJudge judge(counts);
  for (auto use = uses.begin(); use != uses.end();) {
    const bool is_good =
        judge.is_dropped(use->first, use->second) || judge.closes(use->first, use->second);
    use = is_good ? std::next(use) : uses.erase(use);
  }
  std::vector<LearnedRule> rules;
  while (rules.size() < most_rules) {
    const auto best = std::max_element(uses.begin(), uses.end(), [](const auto& a, const auto& b) {
      const std::size_t left = a.second.doubted.size();
      const std::size_t right = b.second.doubted.size();
      return left != right ? left < right : a.second.lines > b.second.lines;
    });
    if (best == uses.end() || best->second.doubted.empty()) break;
    rules.push_back(
        rule_of(best->first, best->second, !judge.is_dropped(best->first, best->second)));
    rules.back().rule.name = "sign." + std::to_string(rules.size());
    const std::set<std::uint32_t> settled = std::move(best->second.doubted);
    uses.erase(best);
    for (auto& [sign, use] : uses) {
      for (const std::uint32_t row : settled) use.doubted.erase(row);
    }
  }
  return rules;
}

std::set<std::string> signs_in(const SiteCounts& counts) {
  std::set<std::string> signs;
  for (const std::string& hints : counts.hints()) signs.merge(names_in(hints));
  for (const std::string& mask : counts.masks()) signs.insert(tail_pattern(mask));
  return signs;
}

}  // namespace thanbai::program
