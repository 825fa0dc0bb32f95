// The same for machines: one object, and what --baseline needs of an earlier run.
#include <cmath>

#include "report.h"

namespace thanbai::program {
namespace {

using Json = nlohmann::ordered_json;

/// Six decimals: the same on every machine, and finer than any difference that matters.
double rounded(double value) { return std::round(value * 1e6) / 1e6; }

Json of_ratio(Ratio ratio) { return {{"right", ratio.right}, {"of", ratio.all}}; }

Json or_null(std::optional<bool> value) { return value ? Json(*value) : Json(); }

Json of_summary(const Summary& summary) {
  const Score mean = summary.mean();
  return {{"pages", summary.pages},
          {"precision", rounded(mean.precision)},
          {"recall", rounded(mean.recall)},
          {"f1", rounded(mean.f1)},
          {"bad", summary.bad},
          {"title", of_ratio(summary.titles)},
          {"date", of_ratio(summary.days)},
          {"author", of_ratio(summary.authors)},
          {"verdict_wrong", summary.verdicts_wrong},
          {"verdict_uncertain", summary.verdicts_uncertain},
          {"exact_label", of_ratio(summary.exact)}};
}

Json of_summaries(const std::map<std::string, Summary>& summaries) {
  Json out = Json::object();
  for (const auto& [name, summary] : summaries) out[name] = of_summary(summary);
  return out;
}

Json of_wrong_lines(const EvaluatedPage& page) {
  Json out = Json::array();
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (!page.wrong(i)) continue;
    const LabelledLine* line = page.lines[i].labelled;
    Json evidence = Json::array();
    for (std::uint32_t e = line == nullptr ? 0 : line->evidence_begin;
         line != nullptr && e < line->evidence_end; ++e) {
      const Evidence& reason = page.document.evidence[e];
      const auto weight = static_cast<double>(reason.weight);
      evidence.push_back({{"name", reason.name}, {"weight", rounded(weight)}});
    }
    out.push_back({{"line", i + 1},
                   {"gold", to_string(page.scored[i].gold)},
                   {"label", line == nullptr ? "blank" : to_string(line->label)},
                   {"score", line == nullptr ? 0 : rounded(static_cast<double>(line->score))},
                   {"words", page.scored[i].words},
                   {"text", page.lines[i].text},
                   {"evidence", std::move(evidence)}});
  }
  return out;
}

Json of_page(const EvaluatedPage& page) {
  const Score& score = page.score.score;
  Json labels = Json::array();
  for (const FileLine& line : page.lines) {
    labels.push_back(line.labelled == nullptr ? "blank" : to_string(line.labelled->label));
  }
  return {{"id", page.page.id},
          {"folder", page.page.folder},
          {"site", page.page.site},
          {"precision", rounded(score.precision)},
          {"recall", rounded(score.recall)},
          {"f1", rounded(score.f1)},
          {"has_article", page.score.has_article},
          {"verdict", to_string(page.score.verdict)},
          {"title", page.document.title},
          {"title_right", or_null(page.score.title_right)},
          {"date_right", or_null(page.score.day_right)},
          {"author_right", or_null(page.score.author_right)},
          {"labels", std::move(labels)}};
}

Json of_changes(const std::vector<Change>& changes) {
  Json out = Json::array();
  for (const Change& change : changes) {
    out.push_back({{"page", change.page},
                   {"line", change.line},
                   {"gold", to_string(change.gold)},
                   {"before", change.before},
                   {"after", change.after},
                   {"words", change.words},
                   {"right_now", change.right_now},
                   {"text", change.text}});
  }
  return out;
}

}  // namespace

std::string as_json(const Report& report) {
  Json out = {{"overall", of_summary(report.overall)},
              {"folders", of_summaries(report.folders)},
              {"sites", of_summaries(report.sites)}};
  if (!report.folds.empty()) {
    Json folds = Json::array();
    for (const Summary& fold : report.folds) folds.push_back(of_summary(fold));
    out["folds"] = std::move(folds);
    out["fold_of_site"] = report.fold_of;
  }
  for (const auto& [name, tally] : report.rules) {
    out["rules"][name] = {{"helped", tally.helped},
                          {"helped_weight", rounded(tally.helped_weight)},
                          {"harmed", tally.harmed},
                          {"harmed_weight", rounded(tally.harmed_weight)}};
  }
  if (report.compared > 0) {
    out["compared_pages"] = report.compared;
    out["changes"] = of_changes(report.changes);
  }
  out["pages"] = Json::array();
  for (const EvaluatedPage& page : report.pages) out["pages"].push_back(of_page(page));
  for (const std::size_t i : report.worst) {
    out["pages"][i]["wrong"] = of_wrong_lines(report.pages[i]);
  }
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace thanbai::program
