#include "evidence.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "context.h"
#include "label.h"

namespace thanbai {
namespace {

constexpr std::size_t most_features = 6;  // shown of a line, besides all rules that hit it
constexpr float least_weight = 0.05F;     // log-odds
constexpr float certainly_little = 990 * least_weight;  // thousandths; spares most divisions
constexpr float certain_weight = 100;                   // of what decides by itself

/// Puts `item` where it belongs among those from `begin`: the strongest first, of equals the
/// first that came. Lists are short.
void insert(std::vector<Evidence>& evidence, std::size_t begin, const Evidence& item) {
  std::size_t at = evidence.size();
  while (at > begin && std::abs(evidence[at - 1].weight) < std::abs(item.weight)) --at;
  evidence.insert(evidence.begin() + static_cast<std::ptrdiff_t>(at), item);
}

}  // namespace

void add_evidence(const TreeParts& parts_of_score, const Columns& columns, const RuleBook& book,
                  const std::vector<Hit>& hits, const std::vector<std::int32_t>& scores,
                  std::int32_t threshold, LabelledLine* lines, std::vector<Evidence>& evidence) {
  constexpr std::size_t block = Columns::block;
  std::vector<float> parts(column_count * block);
  auto hit = hits.begin();
  for (std::size_t row = 0; row < columns.rows(); ++row) {
    if (row % block == 0) parts_of_score.explain(columns, row, parts);
    float* const part = parts.data() + row % block;  // that of column c is part[c * block]
    const std::size_t begin = evidence.size();
    for (std::size_t c = 0; c < column_count; ++c) {
      if (std::abs(part[c * block]) < certainly_little) continue;
      const float weight = part[c * block] / 1000;
      if (std::abs(weight) < least_weight || is_hit_column(c)) continue;
      const bool full = evidence.size() - begin == most_features;
      if (full && std::abs(weight) <= std::abs(evidence.back().weight)) continue;
      if (full) evidence.pop_back();
      insert(evidence, begin, {column_name(c), weight});
    }
    const bool keeps = is_kept(lines[row].label);
    const float decision = keeps ? certain_weight : -certain_weight;
    bool is_by_rule = false;
    // What the column of a label's rules added is shown under the name of the first such rule.
    for (; hit != hits.end() && hit->row == row; ++hit) {
      const Rule& rule = book.packs()[hit->pack].rules[hit->rule];
      float& added = part[static_cast<std::size_t>(hit_feature(rule.label)) * block];
      const bool is_strong = rule.effect == Rule::Effect::is || rule.effect == Rule::Effect::ends;
      const bool decided = is_strong && rule.label == lines[row].label;
      insert(evidence, begin, {book.evidence_name(*hit), decided ? decision : added / 1000});
      is_by_rule |= decided;
      added = 0;
    }
    if (keeps != (scores[row] >= threshold) && !is_by_rule) {
      insert(evidence, begin, {by_place, decision});
    }
    lines[row].evidence_begin = static_cast<std::uint32_t>(begin);
    lines[row].evidence_end = static_cast<std::uint32_t>(evidence.size());
  }
}

}  // namespace thanbai
