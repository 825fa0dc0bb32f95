// Signs that lines carry besides their words: names of the elements around them (classes, ids), and
// tails such as "(Ảnh: …)" or "- Ảnh 3". A site's template gives them to lines of one kind. If
// nearly all lines with a sign are dropped, a rule drops the others, too.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "learn_counts.h"
#include "learn_rules.h"
#include "learn_uses.h"

namespace thanbai::program {

/// Rules of signs that stand in the rows above each page's end, those that settle most first.
std::vector<LearnedRule> learn_signs(const SiteCounts& counts, const Ends& ends);

/// All signs of a sample's lines, as rules write them: names, and patterns of tails.
std::set<std::string> signs_in(const SiteCounts& counts);

}  // namespace thanbai::program
