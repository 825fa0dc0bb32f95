// A site's template shows in the short lines that most of its pages share: menus, headers, tools,
// footers. When it changes, these go and others come; so do the lines that rules were made of.
#include "learn_drift.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <vector>

#include "learn_rules.h"
#include "learn_signs.h"
#include "thanbai/pack.h"

namespace thanbai::program {
namespace {

constexpr double template_share = 0.4;    // of pages: lines that so many have are of the template
constexpr double gone_below = 0.25;       // of its former share of pages: the line is gone
constexpr double most_changed = 0.3;      // of the template's lines, gone or new
constexpr std::size_t longest_line = 60;  // bytes of a mask: longer lines may be teasers
constexpr std::size_t lines_shown = 8;

using Shares = std::map<std::string, double>;  // of pages that have a line, by mask

Shares shares(const SiteCounts& counts) {
  Shares result;
  for (const auto& [id, page] : counts.pages()) {
    std::set<std::uint32_t> seen;
    for (const CountedRow& row : page.rows) {
      const std::uint32_t mask = counts.lines()[row.line].mask;
      if (seen.insert(mask).second) result[counts.masks()[mask]] += 1;
    }
  }
  for (auto& [mask, share] : result) share /= static_cast<double>(counts.pages().size());
  return result;
}

double of(const Shares& shares, const std::string& mask) {
  const auto found = shares.find(mask);
  return found == shares.end() ? 0 : found->second;
}

/// The template's lines of `from` that are gone in `to`, and how many there are in all.
std::vector<std::string> gone(const Shares& from, const Shares& to, std::size_t& all) {
  std::vector<std::string> result;
  for (const auto& [mask, share] : from) {
    if (share < template_share || mask.size() > longest_line) continue;
    ++all;
    if (of(to, mask) < gone_below * share) result.push_back(mask);
  }
  return result;
}

int percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<int>(100 * part / whole);
}

void show(std::string& out, const char* what, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  out += what;
  for (std::size_t i = 0; i < lines.size() && i < lines_shown; ++i) out += "\n  " + lines[i];
  if (lines.size() > lines_shown) {
    out += "\n  and " + std::to_string(lines.size() - lines_shown) + " more";
  }
  out += '\n';
}

bool is_sign(const Rule& rule) {
  return rule.where == Rule::Where::hints || rule.where == Rule::Where::line_end;
}

}  // namespace

Drift compare(const SiteCounts& before, const SiteCounts& now) {
  const Shares old_shares = shares(before);
  const Shares new_shares = shares(now);
  std::size_t old_lines = 0, new_lines = 0;
  const auto lost = gone(old_shares, new_shares, old_lines);
  const auto come = gone(new_shares, old_shares, new_lines);

  std::vector<std::string> idle;  // rules whose lines no page has any more
  const Learned learned = learn(before);
  const std::set<std::string> signs = signs_in(now);
  for (const LearnedRule& learned_rule : learned.rules) {
    const Rule& rule = learned_rule.rule;
    const std::string& sign = rule.phrases.empty() ? rule.patterns.front() : rule.phrases.front();
    const bool is_line = !learned_rule.line.empty();
    if (is_line && of(new_shares, mask_line(learned_rule.line)) == 0) {
      idle.push_back(learned_rule.line);
    } else if (is_sign(rule) && signs.count(sign) == 0) {
      idle.push_back(sign);
    }
  }
  Drift drift;
  const auto much = [](std::size_t part, std::size_t whole) {
    return static_cast<double>(part) > most_changed * static_cast<double>(whole);
  };
  drift.changed = much(lost.size(), old_lines) || much(come.size(), new_lines) ||
                  (!learned.rules.empty() && 2 * idle.size() > learned.rules.size());
  drift.text =
      std::to_string(before.pages().size()) + " pages then, " + std::to_string(now.pages().size()) +
      " now\n" + std::to_string(lost.size()) + " of " + std::to_string(old_lines) +
      " lines of the template are gone (" + std::to_string(percent(lost.size(), old_lines)) +
      "%), " + std::to_string(come.size()) + " of " + std::to_string(new_lines) + " are new (" +
      std::to_string(percent(come.size(), new_lines)) + "%), " + std::to_string(idle.size()) +
      " of " + std::to_string(learned.rules.size()) + " rules hit nothing\n";
  show(drift.text, "gone:", lost);
  show(drift.text, "new:", come);
  show(drift.text, "rules that hit nothing:", idle);
  drift.text +=
      drift.changed ? "the site has changed: learn its pack anew\n" : "the site is what it was\n";
  return drift;
}

}  // namespace thanbai::program
