// Four kinds of rules, from what recurs. *Ends*: short lines below which no page has anything of
// its own. *Marks*: what articles begin with, such as "(Outlet) - "; with a headline before it, it
// is another article's teaser. *Blocks*: short lines that no built-in rule knows, with headlines
// below them. *Lines*: those that the general rules keep, or are of two minds about. A headline
// recurs, too, as a teaser on other pages; so no rule is made of what looks like one.
#include "learn_rules.h"

#include <algorithm>
#include <optional>
#include <set>

#include "learn_signs.h"
#include "learn_uses.h"

namespace thanbai::program {
namespace {

/// How many pages must support a rule: so many, and this share of all.
struct Support {
  std::uint32_t pages;
  double share;
};
constexpr Support recurs = {3, 0.02};  // two pages may be copies of one
constexpr Support for_block = {3, 0.1};
constexpr Support for_end = {5, 0.2};     // a wrong end costs half an article
constexpr Support site_wide = {5, 0.25};  // of lines that are kept with confidence
constexpr Support verbatim = {8, 0.5};    // of such lines inside the article
constexpr Support for_mark = {5, 0.4};

// Shares of a line's pages.
constexpr double most = 0.9;
constexpr double many = 0.8;
constexpr double few = 0.2;

constexpr int surely_dropped = 25;          // percent: no rule need help
constexpr std::size_t header_width = 40;    // columns: longer lines are no headers
constexpr std::size_t verbatim_width = 40;  // shorter lines inside articles are headings
constexpr std::size_t fewest_letters = 3;
constexpr std::size_t most_ends = 4;
constexpr std::size_t longest_mark = 40;         // bytes
constexpr std::size_t fewest_bytes_before = 15;  // of a headline before a mark

std::size_t letters(std::string_view mask) {
  return static_cast<std::size_t>(std::count_if(mask.begin(), mask.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0xC0;
  }));
}

/// What a line begins with, up to its first dash; empty if that is too long or says nothing.
std::string mark_of(const std::string& mask) {
  const std::size_t dash = mask.find('-');
  if (dash == std::string::npos || dash >= longest_mark) return {};
  std::string mark = mask.substr(0, dash + 1);
  return letters(mark) < fewest_letters || mark.find('#') != mark.npos ? std::string() : mark;
}

class Learner {
 public:
  explicit Learner(const SiteCounts& counts)
      : counts_(counts), all_(static_cast<double>(counts.pages().size())) {
    for (const auto& [id, page] : counts.pages()) ends_[id] = page.rows.size();
    uses_ = count_uses(counts, ends_);
  }

  Learned learn() {
    result_.pages = static_cast<std::uint32_t>(counts_.pages().size());
    find_ends();
    // The rest is about what stands above the ends found.
    const std::vector<Use> everywhere = std::move(uses_);
    uses_ = count_uses(counts_, ends_);
    find_mark();
    for (const std::uint32_t mask : by_support()) {
      if (!is_block_header(mask)) continue;
      add(mask, Rule::Effect::opens, Label::related, 0, "headlines stand below it");
      taken_.insert(mask);
    }
    for (const std::uint32_t mask : by_support()) {
      // A title on one page is a teaser on others, even if these stand below the end.
      if (taken_.count(mask) == 0) judge_line(mask, everywhere[mask]);
    }
    for (LearnedRule& rule : learn_signs(counts_, ends_)) result_.rules.push_back(std::move(rule));
    return std::move(result_);
  }

 private:
  const std::string& text(std::uint32_t mask) const { return counts_.masks()[mask]; }
  std::uint32_t mask_of(const CountedRow& row) const { return counts_.lines()[row.line].mask; }
  bool has(std::uint32_t pages, Support support) const {
    return pages >= support.pages && pages >= support.share * all_;
  }
  bool is_short(std::uint32_t mask, std::size_t columns) const {
    return width(uses_[mask].example) <= columns && letters(text(mask)) >= fewest_letters;
  }

  bool may_end(std::uint32_t mask) const {
    const Use& use = uses_[mask];
    return has(use.pages, for_end) && is_short(mask, header_width) && use.kept == 0 &&
           use.title == 0 && use.own_after == 0 && use.by(use.begun, most) &&
           (use.known != Known::nothing || use.by(use.near_end, many));
  }

  /// Of the lines that may end articles those that leave least below them, until one more would
  /// gain less than a line a page.
  void find_ends() {
    std::set<std::uint32_t> candidates;
    for (std::uint32_t mask = 0; mask < uses_.size(); ++mask) {
      if (may_end(mask)) candidates.insert(mask);
    }
    while (result_.rules.size() < most_ends) {
      std::map<std::uint32_t, std::size_t> gain;
      for (const auto& [id, page] : counts_.pages()) {
        std::set<std::uint32_t> seen;
        for (std::size_t i = 0; i < ends_[id]; ++i) {
          const std::uint32_t mask = mask_of(page.rows[i]);
          if (candidates.count(mask) > 0 && seen.insert(mask).second) gain[mask] += ends_[id] - i;
        }
      }
      std::optional<std::uint32_t> best;
      for (const auto& [mask, rows] : gain) {
        const bool better =
            !best || rows > gain[*best] || (rows == gain[*best] && text(mask) < text(*best));
        if (static_cast<double>(rows) >= all_ && better) best = mask;
      }
      if (!best) return;
      end_with(*best);
    }
  }

  void end_with(std::uint32_t mask) {
    std::uint32_t changed = 0;
    for (const auto& [id, page] : counts_.pages()) {
      std::size_t& end = ends_[id];
      const auto begin = page.rows.begin();
      const auto last = begin + static_cast<std::ptrdiff_t>(end);
      const auto found =
          std::find_if(begin, last, [&](const CountedRow& row) { return mask_of(row) == mask; });
      if (found == last) continue;
      if (std::any_of(found, last, [](const CountedRow& row) { return is_article(row.label); })) {
        ++changed;
      }
      end = static_cast<std::size_t>(found - begin);
    }
    add(mask, Rule::Effect::ends, uses_[mask].label(), changed,
        "below it no page has anything of its own article");
  }

  void find_mark() {
    std::map<std::string, std::vector<const CountedPage*>> pages;
    std::map<const CountedPage*, std::string_view> begins;
    for (const auto& [id, page] : counts_.pages()) {
      const auto first = std::find_if(page.rows.begin(), page.rows.end(),
                                      [](const auto& row) { return is_article(row.label); });
      if (first == page.rows.end()) continue;
      pages[mark_of(text(mask_of(*first)))].push_back(&page);
      begins[&page] = counts_.lines()[first->line].text;
    }
    pages.erase("");
    const auto best = std::max_element(
        pages.begin(), pages.end(),
        [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
    if (best == pages.end()) return;
    const auto& [mark, having] = *best;
    const auto support = static_cast<std::uint32_t>(having.size());
    std::uint32_t changed = 0;
    if (!has(support, for_mark) || own_line_holds(mark, changed)) return;

    LearnedRule learned{{},
                        {},
                        support,
                        changed,
                        "articles begin with it, so with words before it, it "
                        "begins another's teaser",
                        {}};
    for (const CountedPage* page : having) {
      if (learned.names.size() < names_shown) learned.names.push_back(page->name);
    }
    Rule& rule = learned.rule;
    rule.name = "mark.1";
    rule.label = Label::related;
    rule.effect = Rule::Effect::is;
    rule.where = Rule::Where::anywhere;
    const bool is_word = letters(mark.substr(0, 1)) == 1;
    rule.patterns.push_back("\\S.{" + std::to_string(fewest_bytes_before) + ",}" +
                            (is_word ? "[^\\pL\\pN]" : "") + mask_pattern(mark));
    rule.misses.emplace_back(begins[having.front()]);
    result_.rules.push_back(std::move(learned));
  }

  /// Whether an own line of some article has the mark behind other words: then it tells nothing.
  bool own_line_holds(const std::string& mark, std::uint32_t& changed) {
    for (const auto& [id, page] : counts_.pages()) {
      bool changes = false;
      for (std::size_t i = 0; i < ends_[id]; ++i) {
        const CountedRow& row = page.rows[i];
        const std::uint32_t mask = mask_of(row);
        if (!is_article(row.label)) continue;
        if (text(mask).find(mark, fewest_bytes_before) == std::string::npos) continue;
        if (uses_[mask].pages == 1) return true;
        changes = true;
        taken_.insert(mask);
      }
      changed += changes ? 1 : 0;
    }
    return false;
  }

  bool is_block_header(std::uint32_t mask) const {
    const Use& use = uses_[mask];
    return has(use.pages, for_block) && is_short(mask, headline_width) &&
           use.known != Known::opens && use.kept == 0 && use.title == 0 && use.above == 0 &&
           use.leads_own == 0 && use.by(use.leads, many);
  }

  void judge_line(std::uint32_t mask, const Use& everywhere) {
    const Use& use = uses_[mask];
    if (!has(use.pages, recurs) || letters(text(mask)) < fewest_letters) return;
    if (use.by(use.title, many) && has(use.pages, site_wide)) {
      return add(mask, Rule::Effect::is, Label::navigation, 0, "the same title on all its pages");
    }
    if (everywhere.title > 0) return;
    if (use.kept == 0 && use.highest_score < surely_dropped) return;
    const bool like_headline = width(use.example) >= headline_width && use.known == Known::nothing;
    if (use.sure == 0 && !like_headline) {
      return add(mask, Rule::Effect::is, use.label(), use.kept,
                 "the general rules are unsure of it");
    }
    if (use.by(use.sure, 0.5) && has(use.pages, site_wide) && use.inside <= few * use.sure) {
      return add(mask, Rule::Effect::is, use.label(), use.kept,
                 "the same on many pages, above or below all that is a page's own");
    }
    if (has(use.pages, verbatim) && width(use.example) >= verbatim_width) {
      return add(mask, Rule::Effect::is, use.label(), use.kept,
                 "a sentence that most pages have in common");
    }
    if (use.kept == 0) return;
    result_.left_alone.push_back({use.example, use.pages, use.kept,
                                  use.sure > 0 ? "with confidence" : "it looks like a headline"});
  }

  std::vector<std::uint32_t> by_support() const {
    std::vector<std::uint32_t> masks;
    for (std::uint32_t mask = 0; mask < uses_.size(); ++mask) {
      if (uses_[mask].pages >= recurs.pages) masks.push_back(mask);
    }
    std::sort(masks.begin(), masks.end(), [this](std::uint32_t a, std::uint32_t b) {
      if (uses_[a].pages != uses_[b].pages) return uses_[a].pages > uses_[b].pages;
      return text(a) < text(b);
    });
    return masks;
  }

  void add(std::uint32_t mask, Rule::Effect effect, Label label, std::uint32_t changed,
           const char* why) {
    const Use& use = uses_[mask];
    LearnedRule learned{{}, use.example, use.pages, changed, why, use.names};
    Rule& rule = learned.rule;
    const std::string kind = effect == Rule::Effect::ends    ? "end."
                             : effect == Rule::Effect::opens ? "block."
                                                             : "line.";
    rule.name = kind + std::to_string(++numbers_[kind]);
    rule.label = label;
    rule.effect = effect;
    const bool varies = text(mask).find_first_of("#@\\") != std::string::npos;
    (varies ? rule.patterns : rule.phrases)
        .push_back(varies ? mask_pattern(text(mask)) : use.example);
    if (varies) rule.hits.push_back(use.example);
    result_.rules.push_back(std::move(learned));
  }

  const SiteCounts& counts_;
  double all_;  // pages
  Ends ends_;
  std::vector<Use> uses_;  // by mask
  std::set<std::uint32_t> taken_;
  std::map<std::string, int> numbers_;
  Learned result_;
};

}  // namespace

Learned learn(const SiteCounts& counts) { return Learner(counts).learn(); }

}  // namespace thanbai::program
