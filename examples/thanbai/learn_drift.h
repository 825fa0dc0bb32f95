// Whether a site's pages still are what they were when its pack was learned.
#pragma once

#include <string>

#include "learn_counts.h"

namespace thanbai::program {

struct Drift {
  bool changed = false;  // so much that the pack needs another look
  std::string text;      // why, for people
};

Drift compare(const SiteCounts& before, const SiteCounts& now);

}  // namespace thanbai::program
