// thanbai evaluate: how well pages with gold come out, by site and folder, and why not better.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <numeric>

#include "commands.h"
#include "extractor_flags.h"
#include "input.h"
#include "output.h"
#include "report.h"

namespace thanbai::program {
namespace {

struct EvaluateFlags {
  std::vector<std::string> folders;
  ExtractorFlags extractor;
  std::size_t worst = 0;
  bool rules = false;
  bool json = false;
  std::string baseline;
  std::uint32_t folds = 0;
};

/// A count on standard error while a terminal shows it.
class Progress {
 public:
  explicit Progress(std::size_t total) : shown_(::isatty(STDERR_FILENO) != 0), total_(total) {}
  ~Progress() {
    if (shown_) std::fprintf(stderr, "\r\033[K");
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void step() {
    if (shown_) std::fprintf(stderr, "\r%zu of %zu pages", ++done_, total_);
  }

 private:
  bool shown_;
  std::size_t total_;
  std::size_t done_ = 0;
};

std::vector<std::size_t> worst_pages(const std::vector<EvaluatedPage>& pages, std::size_t count) {
  std::vector<std::size_t> order(pages.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return pages[a].score.score.f1 < pages[b].score.score.f1;
  });
  order.resize(std::min(order.size(), count));
  return order;
}

void add_rules(const EvaluatedPage& page, std::map<std::string, Tally>& rules) {
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const LabelledLine* line = page.lines[i].labelled;
    if (line == nullptr) continue;
    for (std::uint32_t e = line->evidence_begin; e < line->evidence_end; ++e) {
      const Evidence& reason = page.document.evidence[e];
      rules[std::string(reason.name)].add(reason.weight, page.scored[i].gold);
    }
  }
}

void add_folds(std::uint32_t folds, Report& report) {
  std::map<std::string, std::uint32_t> pages_by_site;
  for (const auto& [site, summary] : report.sites) pages_by_site[site] = summary.pages;
  report.fold_of = folds_by_site(pages_by_site, folds);
  report.folds.resize(folds);
  for (const EvaluatedPage& page : report.pages) {
    report.folds[report.fold_of[page.page.site]].add(page.score);
  }
}

int run(const EvaluateFlags& flags) {
  const Extractor extractor = flags.extractor.extractor(true);
  int status = 0;
  std::string problem;
  std::vector<LabelledPage> found;
  for (const std::string& folder : flags.folders) {
    if (!find_pages(folder, found)) status = 1;
  }
  if (found.empty()) return status;

  Report report;
  {
    Progress progress(found.size());
    for (const LabelledPage& page : found) {
      progress.step();
      EvaluatedPage evaluated;
      if (!evaluate_page(page, extractor, flags.extractor, evaluated, problem)) {
        complain(page.page_path, problem);
        status = 1;
        continue;
      }
      report.overall.add(evaluated.score);
      report.folders[page.folder].add(evaluated.score);
      report.sites[page.site].add(evaluated.score);
      if (flags.rules) add_rules(evaluated, report.rules);
      report.pages.push_back(std::move(evaluated));
    }
  }
  report.worst = worst_pages(report.pages, flags.worst);
  if (flags.folds > 0) add_folds(flags.folds, report);
  if (!flags.baseline.empty()) {
    std::string earlier;
    if (!read_file(flags.baseline, earlier, problem) ||
        !compare(earlier, flags.extractor, report.pages, report.changes, report.compared,
                 problem)) {
      complain(flags.baseline, problem);
      status = 1;
    }
  }
  const Written written = write_out(flags.json ? as_json(report) : as_tables(report));
  return written == Written::failed ? 1 : status;
}

}  // namespace

void add_evaluate(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand(
      "evaluate", "Score pages with gold (NAME.txt, NAME.labels; NAME.html[.gz], NAME.gold.txt)");
  auto flags = std::make_shared<EvaluateFlags>();
  command->add_option("DIR", flags->folders, "Folders of labelled pages")
      ->type_name("")
      ->required();
  command->add_option("--worst", flags->worst, "Show the wrong lines of the N worst pages")
      ->type_name("N");
  command->add_flag("--rules", flags->rules,
                    "Count how often each rule and feature helped, harmed");
  command->add_flag("--json", flags->json, "Print one JSON object, with every page's labels");
  command->add_option("--baseline", flags->baseline, "Say what changed since an earlier --json")
      ->type_name("FILE");
  command->add_option("--sites-out", flags->folds, "Report by K folds of whole sites")
      ->type_name("K")
      ->check(CLI::Range(2U, 1000U).description(""));
  flags->extractor.add_to(*command);
  command->callback([flags, &status] { status = run(*flags); });
}

}  // namespace thanbai::program
