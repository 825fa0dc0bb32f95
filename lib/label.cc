#include "label.h"

namespace thanbai {

std::vector<RuleVerdict> label_by_rules(const std::vector<Hit>& hits, const RuleBook& book,
                                        std::size_t rows) {
  std::vector<RuleVerdict> result(rows);
  std::size_t row = rows;  // of the hit before
  Rule::Effect strongest = Rule::Effect::hint;
  for (const Hit& hit : hits) {
    const Rule& rule = book.packs()[hit.pack].rules[hit.rule];
    if (hit.row != row) strongest = Rule::Effect::hint;
    row = hit.row;
    RuleVerdict& verdict = result[row];
    verdict.is_certain |= rule.effect == Rule::Effect::is || rule.effect == Rule::Effect::ends;
    verdict.hints_caption |= rule.label == Label::caption && rule.effect == Rule::Effect::hint;
    verdict.opens_block |= rule.effect == Rule::Effect::opens;
    verdict.ends_article |= rule.effect == Rule::Effect::ends;
    if (rule.effect >= strongest) {
      strongest = rule.effect;
      verdict.label = rule.label;
    }
  }
  return result;
}

}  // namespace thanbai
