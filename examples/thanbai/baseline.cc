#include "baseline.h"

#include <map>
#include <nlohmann/json.hpp>

namespace thanbai::program {
namespace {

using Labels = std::vector<std::string>;

/// The labels of each page of an earlier run, by id.
std::map<std::string, Labels> labels_by_page(const std::string& text) {
  std::map<std::string, Labels> out;
  const auto json = nlohmann::json::parse(text);
  for (const auto& page : json.at("pages")) {
    out[page.at("id").get<std::string>()] = page.at("labels").get<Labels>();
  }
  return out;
}

void compare_page(const EvaluatedPage& page, const Labels& before, const ExtractorFlags& flags,
                  std::vector<Change>& changes) {
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const ScoredLine& line = page.scored[i];
    const auto old_label = label_from(before[i]);
    const bool kept_before = old_label && flags.keeps(*old_label);
    if (kept_before == line.kept || line.words == 0) continue;
    if (line.gold != Gold::keep && line.gold != Gold::drop) continue;
    const LabelledLine* labelled = page.lines[i].labelled;
    changes.push_back({page.page.id, i + 1, line.gold, before[i],
                       labelled == nullptr ? "blank" : std::string(to_string(labelled->label)),
                       line.words, !page.wrong(i), std::string(page.lines[i].text)});
  }
}

}  // namespace

bool compare(const std::string& baseline_json, const ExtractorFlags& flags,
             const std::vector<EvaluatedPage>& pages, std::vector<Change>& changes,
             std::size_t& compared, std::string& problem) {
  compared = 0;
  try {
    const auto before = labels_by_page(baseline_json);
    for (const EvaluatedPage& page : pages) {
      const auto found = before.find(page.page.id);
      if (found == before.end()) continue;
      if (found->second.size() != page.lines.size()) {
        problem = page.page.id + " has other lines than in this baseline";
        return false;
      }
      compare_page(page, found->second, flags, changes);
      ++compared;
    }
  } catch (const nlohmann::json::exception&) {
    problem = "not the output of `thanbai evaluate --json`";
    return false;
  }
  if (compared == 0) problem = "has none of these pages; give the same folders as then";
  return compared > 0;
}

}  // namespace thanbai::program
