#include "explain_page.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace thanbai::program {
namespace {

constexpr float decides = 99;  // log-odds: an effect that is certain has 100

}  // namespace

std::string_view to_string(Zone zone) {
  switch (zone) {
    case Zone::above: return "above the article";
    case Zone::article: return "the article";
    case Zone::hole: return "left out of it";
    case Zone::below: return "below the article";
  }
  return {};
}

std::vector<Zone> zones_of(const Document& document) {
  const auto& lines = document.lines;
  std::vector<Zone> zones(lines.size(), Zone::above);
  const auto kept = [](const LabelledLine& line) { return is_kept(line.label); };
  const auto first = std::find_if(lines.begin(), lines.end(), kept);
  const auto last = std::find_if(lines.rbegin(), lines.rend(), kept).base();
  for (auto it = first; it != lines.end(); ++it) {
    zones[static_cast<std::size_t>(it - lines.begin())] = it >= last  ? Zone::below
                                                          : kept(*it) ? Zone::article
                                                                      : Zone::hole;
  }
  return zones;
}

std::vector<Evidence> reasons_of(const Document& document, const LabelledLine& line) {
  std::vector<Evidence> reasons(document.evidence.begin() + line.evidence_begin,
                                document.evidence.begin() + line.evidence_end);
  const auto is_rule = [](const Evidence& e) { return e.name.find('/') != e.name.npos; };
  std::stable_partition(reasons.begin(), reasons.end(), is_rule);
  return reasons;
}

std::string weight_text(float weight) {
  if (std::abs(weight) >= decides) return weight > 0 ? "yes" : "no";
  char text[32];
  std::snprintf(text, sizeof text, "%+.2f", static_cast<double>(weight));
  return text;
}

}  // namespace thanbai::program
