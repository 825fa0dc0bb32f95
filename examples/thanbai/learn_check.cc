#include "learn_check.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "thanbai/pack.h"
#include "words.h"

namespace thanbai::program {
namespace {

constexpr std::size_t text_shown = 90;  // code points of a line's text
constexpr float decides = 99;           // log-odds: an effect that is certain has 100

bool in_article(Label label) { return is_kept(label) && label != Label::title; }

std::string shortened(std::string_view text) {
  std::size_t shown = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) continue;
    if (shown++ == text_shown) return std::string(text.substr(0, i)) + "…";
  }
  return std::string(text);
}

std::string padded(std::string text, std::size_t size) {
  text.resize(std::max(text.size(), size), ' ');
  return text;
}

std::string number(std::size_t value, std::size_t size) {
  const std::string digits = std::to_string(value);
  return std::string(size - std::min(size, digits.size()), ' ') + digits;
}

/// The rule of one of these packs that hit a line, the one that decides before others.
std::string rule_of(const Document& page, const LabelledLine& line,
                    const std::set<std::string>& packs, bool certain) {
  for (std::uint32_t i = line.evidence_begin; i < line.evidence_end; ++i) {
    const Evidence& reason = page.evidence[i];
    const std::size_t slash = reason.name.find('/');
    if (slash == std::string_view::npos) continue;
    if (packs.count(std::string(reason.name.substr(0, slash))) == 0) continue;
    if (!certain || std::abs(reason.weight) >= decides) return std::string(reason.name);
  }
  return {};
}

}  // namespace

void Check::add(const std::string& page, const Document& before, const Document& after,
                const std::set<std::string>& packs) {
  ++pages_;
  std::string last_rule;  // the last that decided: the end of an article decides for lines below
  for (std::size_t i = 0; i < after.lines.size() && i < before.lines.size(); ++i) {
    const LabelledLine& was = before.lines[i];
    const LabelledLine& is = after.lines[i];
    const std::string mask = mask_line(is.line.text);
    pages_by_mask_[mask].insert(page);
    const std::string any = rule_of(after, is, packs, false);
    if (!any.empty()) ++hits_[any];
    const std::string certain = rule_of(after, is, packs, true);
    if (!certain.empty()) last_rule = certain;
    if (in_article(was.label) == in_article(is.label)) continue;
    changes_.push_back({page, !any.empty() ? any : last_rule, std::string(to_string(was.label)),
                        std::string(to_string(is.label)), std::string(is.line.text), mask,
                        count_words(is.line.text), in_article(was.label)});
  }
}

std::string Check::to_text() const {
  std::map<std::string, Sum> by_rule;
  for (const auto& [rule, count] : hits_) by_rule[rule];
  Sum all;
  std::uint32_t single = 0;  // lines dropped that only one page has
  for (const Change& change : changes_) {
    for (Sum* sum : {&all, &by_rule[change.rule]}) {
      sum->pages.insert(change.page);
      (change.dropped ? sum->dropped : sum->kept) += change.words;
    }
    if (change.dropped && pages_by_mask_.at(change.mask).size() == 1) ++single;
  }
  std::string out = std::to_string(all.pages.size()) + " of " + std::to_string(pages_) +
                    " pages change: " + std::to_string(all.dropped) + " words go, " +
                    std::to_string(all.kept) + " come";
  if (single > 0) {
    out +=
        "; " + std::to_string(single) + " of the lines that go stand on one page only (marked 1)";
  }
  out += "\n\n  hits  pages  go    come  rule\n";
  for (const auto& [rule, sum] : by_rule) {
    const auto hits = hits_.find(rule);
    out += number(hits == hits_.end() ? 0 : hits->second, 6) + number(sum.pages.size(), 7) +
           number(sum.dropped, 6) + number(sum.kept, 6) + "  " +
           (rule.empty() ? "(by the change of others)" : rule) + '\n';
  }
  const std::string* page = nullptr;
  for (const Change& change : changes_) {
    if (page == nullptr || *page != change.page) out += '\n' + change.page + '\n';
    page = &change.page;
    const bool alone = change.dropped && pages_by_mask_.at(change.mask).size() == 1;
    out += std::string(change.dropped ? " -" : " +") + (alone ? "1 " : "  ") +
           padded(change.before + " -> " + change.after, 22) + " " + shortened(change.text);
    if (!change.rule.empty()) out += "  (" + change.rule + ")";
    out += '\n';
  }
  return out;
}

}  // namespace thanbai::program
