// What `thanbai evaluate` found, for people and for machines.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "baseline.h"
#include "evaluation.h"

namespace thanbai::program {

/// Everything a run found; the parts that were not asked for are empty.
struct Report {
  std::vector<EvaluatedPage> pages;
  std::map<std::string, Summary> folders;
  std::map<std::string, Summary> sites;
  std::vector<Summary> folds;
  std::map<std::string, std::uint32_t> fold_of;  // by site
  Summary overall;
  std::map<std::string, Tally> rules;
  std::vector<std::size_t> worst;  // indices of pages, lowest F1 first
  std::vector<Change> changes;
  std::size_t compared = 0;  // pages that the baseline has too
};

std::string as_tables(const Report& report);
std::string as_json(const Report& report);

}  // namespace thanbai::program
