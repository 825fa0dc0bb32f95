// Four kinds of rules, from what recurs. *Ends*: short lines below which no page has anything of
// its article. *Marks*: what articles begin with, such as "(Outlet) - "; with a headline before it,
// it is another article's teaser. *Blocks*: short lines that no built-in rule knows, with headlines
// below them. *Lines*: those that the general rules are of two minds about. A headline of one
// article recurs, too, as a teaser on other pages; so no rule is made of what looks like one.
#include "learn_rules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>

#include "words.h"

namespace thanbai::program {
namespace {

// Pages are counted among those learned from. Fewer support nothing: two may be copies.
constexpr std::uint32_t fewest_pages = 3;
constexpr double least_share = 0.02;
constexpr std::uint32_t fewest_end_pages = 5;  // a wrong end costs half an article
constexpr double least_end_share = 0.2;
constexpr double least_opener_share = 0.1;
constexpr std::uint32_t fewest_site_wide = 5;  // of lines that are kept with confidence
constexpr double least_site_wide = 0.25;
constexpr std::uint32_t fewest_verbatim = 8;  // of such lines inside the article
constexpr double least_verbatim = 0.5;
constexpr double most = 0.9;  // of a line's pages: "most"
constexpr double many = 0.8;
constexpr double few = 0.2;

constexpr int sure_score = 70;              // percent: kept with confidence
constexpr int surely_dropped = 25;          // percent: no rule need help
constexpr std::size_t headline_width = 30;  // columns; CJK characters are two wide
constexpr std::size_t header_width = 40;    // longer lines are no headers
constexpr std::size_t verbatim_width = 40;  // shorter lines inside articles are headings
constexpr std::size_t fewest_letters = 3;
constexpr std::uint32_t fewest_words_before_end = 30;
constexpr std::size_t end_reach = 4;     // rows from the article's last line
constexpr std::size_t header_reach = 3;  // rows below a header that are its block
constexpr std::size_t most_ends = 4;
constexpr double least_mark_share = 0.4;
constexpr std::size_t longest_mark = 40;         // bytes
constexpr std::size_t fewest_bytes_before = 15;  // of a headline before a mark
constexpr std::size_t names_shown = 3;

bool is_article(Label label) { return is_kept(label) && label != Label::title; }

/// Columns that a text takes in a terminal, and how many of them are letters; roughly.
std::size_t width(std::string_view text) {
  std::size_t columns = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80) continue;
    columns += byte >= 0xE3 && byte <= 0xED ? 2 : 1;
  }
  return columns;
}

std::size_t letters(std::string_view mask) {
  std::size_t count = 0;
  for (const char c : mask) {
    const auto byte = static_cast<unsigned char>(c);
    const bool ascii = (byte >= 'a' && byte <= 'z');
    if (ascii || byte >= 0xC0) ++count;
  }
  return count;
}

/// How one mask is used on all pages.
struct Use {
  std::uint32_t pages = 0;
  std::uint32_t kept = 0;        // pages where a line of it is in the article
  std::uint32_t sure = 0;        // with confidence
  std::uint32_t inside = 0;      // and with lines of the page's own on both sides
  std::uint32_t title = 0;       // pages whose title it is
  std::uint32_t above = 0;       // pages where one stands before the article's first line
  std::uint32_t text_after = 0;  // pages where lines of the article follow the first one
  std::uint32_t begun = 0;       // pages with enough of the article before the first one
  std::uint32_t near_end = 0;    // pages where the first one stands right below the article
  std::uint32_t leads = 0;       // pages where headlines stand right below one
  std::uint32_t leads_text = 0;  // pages where lines of the article do
  int highest_score = 0;
  Known known = Known::nothing;
  std::array<std::uint32_t, label_count> dropped{};  // lines, by label
  std::string example;
  std::vector<std::string> names;

  bool by(std::uint32_t part, double share) const { return part >= share * pages; }

  Label label() const {
    const auto best = std::max_element(dropped.begin(), dropped.end());
    return *best == 0 ? Label::other : static_cast<Label>(best - dropped.begin());
  }
};

class Learner {
 public:
  explicit Learner(const SiteCounts& counts)
      : counts_(counts),
        uses_(counts.masks().size()),
        all_(static_cast<double>(counts.pages().size())) {
    for (const auto& [id, page] : counts.pages()) count_pages(page);
    for (const auto& [id, page] : counts.pages()) count_places(page);
  }

  Learned learn() {
    result_.pages = static_cast<std::uint32_t>(counts_.pages().size());
    find_ends();
    find_mark();
    for (const std::uint32_t mask : by_support()) {
      if (taken_.count(mask) == 0 && is_opener(mask)) {
        add(mask, Rule::Effect::opens, Label::related, 0, "headlines stand below it");
      }
    }
    for (const std::uint32_t mask : by_support()) {
      if (taken_.count(mask) == 0) judge_line(mask);
    }
    return std::move(result_);
  }

 private:
  std::uint32_t mask_of(const CountedRow& row) const { return counts_.lines()[row.line].mask; }
  std::string_view text_of(const CountedRow& row) const { return counts_.lines()[row.line].text; }
  bool recurs(std::uint32_t mask) const {
    return is_enough(uses_[mask].pages, fewest_pages, least_share);
  }
  bool is_enough(std::uint32_t pages, std::uint32_t fewest, double share) const {
    return pages >= fewest && pages >= share * all_;
  }

  void count_pages(const CountedPage& page) {
    std::set<std::uint32_t> seen;
    for (const CountedRow& row : page.rows) {
      Use& use = uses_[mask_of(row)];
      const std::string_view text = text_of(row);
      if (use.example.empty() || text < use.example) use.example = text;
      if (!seen.insert(mask_of(row)).second) continue;
      ++use.pages;
      if (use.names.size() < names_shown) use.names.push_back(page.name);
    }
  }

  void count_places(const CountedPage& page) {
    const auto& rows = page.rows;
    const std::size_t none = rows.size();
    std::size_t first = none, last = none, first_own = none, last_own = none;
    std::vector<std::uint32_t> words_before(rows.size() + 1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const bool in_article = is_article(rows[i].label);
      words_before[i + 1] = words_before[i] + (in_article ? count_words(text_of(rows[i])) : 0);
      if (!in_article) continue;
      if (first == none) first = i;
      last = i;
      if (recurs(mask_of(rows[i]))) continue;
      if (first_own == none) first_own = i;
      last_own = i;
    }
    std::set<std::uint32_t> seen, kept, sure, inside, title, above, leads, leads_text;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const CountedRow& row = rows[i];
      const std::uint32_t mask = mask_of(row);
      Use& use = uses_[mask];
      use.known = std::max(use.known, row.known);
      use.highest_score = std::max<int>(use.highest_score, row.score);
      if (row.label == Label::title) title.insert(mask);
      if (!is_kept(row.label)) ++use.dropped[static_cast<std::size_t>(row.label)];
      if (is_article(row.label)) {
        kept.insert(mask);
        if (row.score >= sure_score) sure.insert(mask);
        if (row.score >= sure_score && i > first_own && i < last_own) inside.insert(mask);
      }
      if (first == none || i < first) above.insert(mask);
      const auto below = count_below(rows, i);
      if (below.headlines >= 2) leads.insert(mask);
      if (below.article > 0) leads_text.insert(mask);
      if (!seen.insert(mask).second) continue;
      if (last != none && last > i) ++use.text_after;
      if (words_before[i] >= fewest_words_before_end) ++use.begun;
      if (last != none && i > last && i - last <= end_reach) ++use.near_end;
    }
    const auto count = [this](const std::set<std::uint32_t>& masks, std::uint32_t Use::*to) {
      for (const std::uint32_t mask : masks) ++(uses_[mask].*to);
    };
    count(kept, &Use::kept);
    count(sure, &Use::sure);
    count(inside, &Use::inside);
    count(title, &Use::title);
    count(above, &Use::above);
    count(leads, &Use::leads);
    count(leads_text, &Use::leads_text);
  }

  struct Below {
    int headlines = 0;
    int article = 0;
  };
  Below count_below(const std::vector<CountedRow>& rows, std::size_t row) const {
    Below result;
    for (std::size_t i = row + 1; i < rows.size() && i <= row + header_reach; ++i) {
      if (is_article(rows[i].label)) ++result.article;
      if (width(text_of(rows[i])) >= headline_width) ++result.headlines;
    }
    return result;
  }

  bool is_header(std::uint32_t mask) const {
    return width(uses_[mask].example) <= header_width &&
           letters(counts_.masks()[mask]) >= fewest_letters;
  }

  bool may_end(std::uint32_t mask) const {
    const Use& use = uses_[mask];
    return is_header(mask) && is_enough(use.pages, fewest_end_pages, least_end_share) &&
           use.kept == 0 && use.title == 0 && use.text_after == 0 && use.by(use.begun, most) &&
           (use.known != Known::nothing || use.by(use.near_end, many));
  }

  /// Of the lines that may end articles those that leave least below the article, until little is
  /// gained by one more: a line on a page, on average.
  void find_ends() {
    std::map<std::string, std::size_t> end;  // by page: the row of its end so far
    for (const auto& [id, page] : counts_.pages()) end[id] = page.rows.size();
    std::vector<std::uint32_t> candidates;
    for (std::uint32_t mask = 0; mask < uses_.size(); ++mask) {
      if (may_end(mask)) candidates.push_back(mask);
    }
    while (result_.rules.size() < most_ends) {
      std::map<std::uint32_t, std::size_t> gain;
      for (const auto& [id, page] : counts_.pages()) {
        std::set<std::uint32_t> seen;
        for (std::size_t i = 0; i < end[id]; ++i) {
          const std::uint32_t mask = mask_of(page.rows[i]);
          if (seen.insert(mask).second) gain[mask] += end[id] - i;
        }
      }
      std::optional<std::uint32_t> best;
      for (const std::uint32_t mask : candidates) {
        if (static_cast<double>(gain[mask]) < all_) continue;
        if (!best || gain[mask] > gain[*best] ||
            (gain[mask] == gain[*best] && counts_.masks()[mask] < counts_.masks()[*best])) {
          best = mask;
        }
      }
      if (!best) return;
      add(*best, Rule::Effect::ends, uses_[*best].label(), 0,
          "on no page does anything of the article come after it");
      for (const auto& [id, page] : counts_.pages()) {
        for (std::size_t i = 0; i < end[id]; ++i) {
          if (mask_of(page.rows[i]) == *best) end[id] = i;
        }
      }
    }
  }

  /// The first line of a page's article; null if it has none.
  const CountedRow* first_of(const CountedPage& page) const {
    const auto found = std::find_if(page.rows.begin(), page.rows.end(),
                                    [](const CountedRow& row) { return is_article(row.label); });
    return found == page.rows.end() ? nullptr : &*found;
  }

  /// The title of a page; else words long enough to stand for one.
  std::string title_of(const CountedPage& page) const {
    for (const CountedRow& row : page.rows) {
      if (row.label != Label::title || text_of(row).size() <= fewest_bytes_before) continue;
      return std::string(text_of(row));
    }
    return "The headline of another article";
  }

  /// What a line begins with, up to its first dash; empty if that is too long or says nothing.
  static std::string mark_of(const std::string& mask) {
    const std::size_t dash = mask.find('-');
    if (dash == std::string::npos || dash >= longest_mark) return {};
    std::string mark = mask.substr(0, dash + 1);
    return letters(mark) < fewest_letters || mark.find('#') != mark.npos ? std::string() : mark;
  }

  void find_mark() {
    std::map<std::string, std::vector<const CountedPage*>> pages;
    for (const auto& [id, page] : counts_.pages()) {
      const CountedRow* first = first_of(page);
      if (first != nullptr) pages[mark_of(counts_.masks()[mask_of(*first)])].push_back(&page);
    }
    pages.erase("");
    const auto best = std::max_element(
        pages.begin(), pages.end(),
        [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
    if (best == pages.end()) return;
    const auto support = static_cast<std::uint32_t>(best->second.size());
    const std::string& mark = best->first;
    if (!is_enough(support, fewest_site_wide, least_mark_share) || article_holds(mark)) return;

    const std::string_view example = text_of(*first_of(*best->second.front()));
    LearnedRule learned;
    learned.pages = support;
    learned.why = "their articles begin with it, so what has a headline before it is another's";
    for (const CountedPage* page : best->second) {
      if (learned.names.size() < names_shown) learned.names.push_back(page->name);
    }
    Rule& rule = learned.rule;
    rule.name = "mark.1";
    rule.label = Label::related;
    rule.effect = Rule::Effect::is;
    rule.where = Rule::Where::anywhere;
    const auto first_byte = static_cast<unsigned char>(mark.front());
    const bool is_word = first_byte >= 0x80 || (first_byte >= 'a' && first_byte <= 'z');
    rule.patterns.push_back("\\S.{" + std::to_string(fewest_bytes_before) + ",}" +
                            (is_word ? "[^\\pL\\pN]" : "") + mask_pattern(mark));
    rule.hits.push_back(title_of(*best->second.front()) + " " + std::string(example));
    rule.misses.emplace_back(example);
    result_.rules.push_back(std::move(learned));
  }

  /// Whether a line of some article has the mark behind other words: then it tells nothing.
  bool article_holds(const std::string& mark) const {
    for (const auto& [id, page] : counts_.pages()) {
      for (const CountedRow& row : page.rows) {
        if (is_article(row.label) &&
            counts_.masks()[mask_of(row)].find(mark, fewest_bytes_before) != std::string::npos) {
          return true;
        }
      }
    }
    return false;
  }

  bool is_opener(std::uint32_t mask) const {
    const Use& use = uses_[mask];
    return is_header(mask) && is_enough(use.pages, fewest_pages, least_opener_share) &&
           use.known != Known::opens && use.kept == 0 && use.title == 0 && use.above == 0 &&
           use.leads_text == 0 && use.by(use.leads, many) && width(use.example) < headline_width;
  }

  void judge_line(std::uint32_t mask) {
    const Use& use = uses_[mask];
    if (!recurs(mask) || letters(counts_.masks()[mask]) < fewest_letters) return;
    const bool is_sites_name =
        use.by(use.title, many) && is_enough(use.pages, fewest_site_wide, least_site_wide);
    if (is_sites_name) {
      return add(mask, Rule::Effect::is, Label::navigation, 0, "the same title on all its pages");
    }
    if (use.title > 0) return;  // an article's title, and teasers of it
    if (use.kept == 0 && use.highest_score < surely_dropped) return;
    const bool like_headline = width(use.example) >= headline_width && use.known == Known::nothing;
    if (use.sure == 0 && !like_headline) {
      return add(mask, Rule::Effect::is, use.label(), use.kept,
                 "the general rules are unsure of it");
    }
    const bool site_wide = is_enough(use.pages, fewest_site_wide, least_site_wide);
    const bool at_edge = use.inside <= few * use.sure;
    if (use.by(use.sure, 0.5) && site_wide && at_edge) {
      return add(mask, Rule::Effect::is, use.label(), use.kept,
                 "the same on many pages, above or below what is a page's own");
    }
    const bool verbatim = is_enough(use.pages, fewest_verbatim, least_verbatim) &&
                          width(use.example) >= verbatim_width;
    if (verbatim) {
      return add(mask, Rule::Effect::is, use.label(), use.kept,
                 "a sentence that most pages have in common");
    }
    if (use.kept > 0) {
      result_.left_alone.push_back(
          {use.example, use.pages, use.kept,
           use.sure > 0 ? "kept with confidence" : "looks like a headline"});
    }
  }

  std::vector<std::uint32_t> by_support() const {
    std::vector<std::uint32_t> masks;
    for (std::uint32_t mask = 0; mask < uses_.size(); ++mask) {
      if (uses_[mask].pages >= fewest_pages) masks.push_back(mask);
    }
    std::sort(masks.begin(), masks.end(), [this](std::uint32_t a, std::uint32_t b) {
      if (uses_[a].pages != uses_[b].pages) return uses_[a].pages > uses_[b].pages;
      return counts_.masks()[a] < counts_.masks()[b];
    });
    return masks;
  }

  void add(std::uint32_t mask, Rule::Effect effect, Label label, std::uint32_t changed,
           const char* why) {
    taken_.insert(mask);
    const Use& use = uses_[mask];
    const std::string& masked = counts_.masks()[mask];
    LearnedRule learned;
    learned.pages = use.pages;
    learned.changed = changed;
    learned.why = why;
    learned.names = use.names;
    Rule& rule = learned.rule;
    const char* const kind = effect == Rule::Effect::ends    ? "end"
                             : effect == Rule::Effect::opens ? "block"
                                                             : "line";
    rule.name = std::string(kind) + "." + std::to_string(++numbers_[kind]);
    rule.label = label;
    rule.effect = effect;
    const bool varies = masked.find_first_of("#@") != std::string::npos;
    (varies ? rule.patterns : rule.phrases).push_back(varies ? mask_pattern(masked) : use.example);
    rule.hits.push_back(use.example);
    result_.rules.push_back(std::move(learned));
  }

  const SiteCounts& counts_;
  std::vector<Use> uses_;  // by mask
  double all_;             // pages
  std::set<std::uint32_t> taken_;
  std::map<std::string, int> numbers_;
  Learned result_;
};

std::string_view effect_name(Rule::Effect effect) {
  switch (effect) {
    case Rule::Effect::hint: return "hint";
    case Rule::Effect::opens: return "opens";
    case Rule::Effect::is: return "is";
    case Rule::Effect::ends: return "ends";
  }
  return {};
}

std::string pages(std::uint32_t count) {
  return std::to_string(count) + (count == 1 ? " page" : " pages");
}

}  // namespace

Learned learn(const SiteCounts& counts) { return Learner(counts).learn(); }

Pack Learned::pack(const std::string& name, const std::string& language) const {
  Pack result;
  result.name = name;
  result.language = language.empty() ? "und" : language;
  for (const LearnedRule& learned : rules) result.rules.push_back(learned.rule);
  return result;
}

std::string Learned::to_text(const std::string& name, const std::string& language) const {
  std::string out =
      "# Learned from " + thanbai::program::pages(pages) +
      ". Read it, strike what is wrong, and see what it does: thanbai learn --check\n";
  out += "pack     " + name + "\nlanguage " + (language.empty() ? "und" : language) + '\n';
  for (const LearnedRule& learned : rules) {
    const Rule& rule = learned.rule;
    out += "\n# " + std::to_string(learned.pages) + " of " + thanbai::program::pages(pages) + ": " +
           learned.why + ".\n# Changes ";
    out += learned.changed == 0 ? "nothing on them"
                                : thanbai::program::pages(learned.changed) + ", where it was kept";
    out += ". For example ";
    for (std::size_t i = 0; i < learned.names.size(); ++i) {
      out += (i == 0 ? "" : ", ") + learned.names[i];
    }
    out += "\n[" + rule.name + "]\nlabel   " + std::string(to_string(rule.label)) + "\neffect  " +
           std::string(effect_name(rule.effect)) + '\n';
    if (rule.where == Rule::Where::anywhere) out += "where   anywhere\n";
    for (const std::string& phrase : rule.phrases) out += "phrase  " + phrase + '\n';
    for (const std::string& pattern : rule.patterns) out += "pattern " + pattern + '\n';
    for (const std::string& hit : rule.hits) out += "hit     " + hit + '\n';
    for (const std::string& miss : rule.misses) out += "miss    " + miss + '\n';
  }
  if (left_alone.empty()) return out;
  out += "\n# Left alone, though they recur and are kept:\n";
  for (const LeftAlone& line : left_alone) {
    out += "# " + thanbai::program::pages(line.pages) + ", kept on " + std::to_string(line.kept) +
           ", " + line.why + ": " + line.line + '\n';
  }
  return out;
}

}  // namespace thanbai::program
