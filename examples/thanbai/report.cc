// The tables for people.
#include "report.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>

namespace thanbai::program {
namespace {

constexpr std::size_t text_shown = 100;   // bytes of a line's text
constexpr std::size_t reasons_shown = 4;  // evidence a wrong line

__attribute__((format(printf, 2, 3))) void append(std::string& out, const char* format, ...) {
  char buffer[256];
  va_list arguments;
  va_start(arguments, format);
  const int n = std::vsnprintf(buffer, sizeof buffer, format, arguments);
  va_end(arguments);
  if (n > 0) out.append(buffer, std::min(static_cast<std::size_t>(n), sizeof buffer - 1));
}

/// The beginning of a text, whole characters only.
std::string shortened(std::string_view text) {
  if (text.size() <= text_shown) return std::string(text);
  std::size_t end = text_shown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

void append_ratio(std::string& out, Ratio ratio) {
  if (ratio.all == 0) {
    append(out, "%9s  ", "-    ");
  } else {
    append(out, "%4u/%-4u  ", ratio.right, ratio.all);
  }
}

void append_row(std::string& out, const std::string& name, const Summary& summary) {
  const Score mean = summary.mean();
  append(out, "%5u %4u ", summary.pages, summary.bad);
  if (summary.measured() > 0) {
    append(out, "%5.1f%%   %.4f  %.4f  %.4f  ", 100.0 * summary.bad / summary.measured(),
           mean.precision, mean.recall, mean.f1);
  } else {
    append(out, "%6s   %6s  %6s  %6s  ", "-", "-", "-", "-");
  }
  for (const Ratio ratio : {summary.titles, summary.days, summary.authors}) {
    append_ratio(out, ratio);
  }
  append(out, "%5u %6u  ", summary.verdicts_wrong, summary.verdicts_uncertain);
  if (summary.exact.all > 0) {
    append(out, "%.3f  ", static_cast<double>(summary.exact.right) / summary.exact.all);
  } else {
    out += "    -  ";
  }
  out += name + '\n';
}

void append_head(std::string& out, const char* name) {
  append(out, "%5s %4s  share   %-6s  %-6s  %-6s  %9s  %9s  %9s  %5s %6s  %5s  %s\n", "pages",
         "bad", "prec.", "recall", "F1", "title  ", "date   ", "author  ", "wrong", "unsure",
         "exact", name);
}

void append_field(std::string& out, const char* name, std::string_view found,
                  std::string_view gold) {
  out +=
      std::string("  ") + name + ": " + shortened(found) + "\n  gold:  " + shortened(gold) + '\n';
}

void append_wrong_lines(std::string& out, const EvaluatedPage& page) {
  const Score& score = page.score.score;
  append(out, "\nF1 %.3f  precision %.3f  recall %.3f  verdict %s  ", score.f1, score.precision,
         score.recall, std::string(to_string(page.score.verdict)).c_str());
  out += page.page.id + '\n';
  if (page.score.title_right == false) {
    append_field(out, "title", page.document.title, page.gold_title);
  }
  if (page.score.day_right == false) {
    append_field(out, "date", page.document.published, page.page.fields.day);
  }
  if (page.score.author_right == false) {
    append_field(out, "author", page.document.byline, page.page.fields.author);
  }
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (!page.wrong(i)) continue;
    const LabelledLine* line = page.lines[i].labelled;
    const bool gold_keeps = page.scored[i].gold == Gold::keep;
    append(out, "  %5zu gold %s, %-10s %.2f %4u words  ", i + 1, gold_keeps ? "K" : "D",
           line == nullptr ? "blank" : std::string(to_string(line->label)).c_str(),
           line == nullptr ? 0.0 : static_cast<double>(line->score), page.scored[i].words);
    out += shortened(page.lines[i].text) + '\n';
    if (line == nullptr) continue;
    std::size_t shown = 0;
    for (std::uint32_t e = line->evidence_begin; e < line->evidence_end; ++e) {
      const Evidence& reason = page.document.evidence[e];
      if ((reason.weight > 0) == gold_keeps || shown == reasons_shown) continue;
      append(out, "%s%+.2f ", shown++ == 0 ? "          misled by " : ", ",
             static_cast<double>(reason.weight));
      out += reason.name;
    }
    if (shown > 0) out += '\n';
  }
}

void append_rules(std::string& out, const std::map<std::string, Tally>& rules) {
  std::vector<std::pair<std::string, Tally>> sorted(rules.begin(), rules.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.second.harmed_weight > b.second.harmed_weight;
  });
  append(out, "\n%8s %10s %8s %10s  rule or feature, those that harm most first\n", "helped",
         "weight", "harmed", "weight");
  for (const auto& [name, tally] : sorted) {
    append(out, "%8u %10.1f %8u %10.1f  ", tally.helped, tally.helped_weight, tally.harmed,
           tally.harmed_weight);
    out += name + '\n';
  }
}

void append_changes(std::string& out, const std::vector<Change>& changes, std::size_t compared) {
  std::uint32_t lines[2] = {0, 0};
  std::uint32_t words[2] = {0, 0};
  for (const Change& change : changes) {
    ++lines[change.right_now ? 1 : 0];
    words[change.right_now ? 1 : 0] += change.words;
  }
  append(out, "\n%zu pages compared: %u lines (%u words) mended, %u lines (%u words) broken\n",
         compared, lines[1], words[1], lines[0], words[0]);
  for (const Change& change : changes) {
    append(out, "  %s gold %s, %s -> %s %4u words  ", change.right_now ? "mended" : "BROKEN",
           change.gold == Gold::keep ? "K" : "D", change.before.c_str(), change.after.c_str(),
           change.words);
    out += change.page + ":" + std::to_string(change.line) + "  " + shortened(change.text) + '\n';
  }
}

void append_folds(std::string& out, const Report& report) {
  out += '\n';
  append_head(out, "fold, and its sites");
  Score lowest{1, 1, 1};
  for (std::size_t i = 0; i < report.folds.size(); ++i) {
    std::string name = std::to_string(i) + ":";
    for (const auto& [site, fold] : report.fold_of) {
      if (fold == i) name += ' ' + site;
    }
    append_row(out, name, report.folds[i]);
    if (report.folds[i].pages > 0) lowest.f1 = std::min(lowest.f1, report.folds[i].mean().f1);
  }
  append(out, "lowest F1 of a fold: %.4f\n", lowest.f1);
}

}  // namespace

std::string as_tables(const Report& report) {
  std::string out;
  append_head(out, "site");
  for (const auto& [name, summary] : report.sites) append_row(out, name, summary);
  out += '\n';
  append_head(out, "folder");
  for (const auto& [name, summary] : report.folders) append_row(out, name, summary);
  append_row(out, "overall", report.overall);
  if (!report.folds.empty()) append_folds(out, report);
  if (!report.rules.empty()) append_rules(out, report.rules);
  for (const std::size_t i : report.worst) append_wrong_lines(out, report.pages[i]);
  if (report.compared > 0) append_changes(out, report.changes, report.compared);
  return out;
}

}  // namespace thanbai::program
