// Two runs of `thanbai evaluate` compared line by line.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "evaluation.h"

namespace thanbai::program {

/// A line that was kept then and is dropped now, or the other way round.
struct Change {
  std::string page;
  std::size_t line = 0;  // 1-based
  Gold gold = Gold::unsure;
  std::string before;  // labels
  std::string after;
  std::uint32_t words = 0;
  bool right_now = false;
  std::string text;
};

/// Reads the output of an earlier `evaluate --json` and lists what counts and has changed since, in
/// the order of `pages`. Pages that only one run has are passed over; `compared` counts the others,
/// by their ids. On failure, as with none to compare, false, and the reason in `problem`.
bool compare(const std::string& baseline_json, const ExtractorFlags& flags,
             const std::vector<EvaluatedPage>& pages, std::vector<Change>& changes,
             std::size_t& compared, std::string& problem);

}  // namespace thanbai::program
