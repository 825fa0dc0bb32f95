#include "hint_rules.h"

#include <algorithm>

#include "ascii.h"
#include "rule_pattern.h"

namespace thanbai {

HintRules::HintRules(const Pack& pack) {
  for (std::size_t i = 0; i < pack.rules.size(); ++i) {
    const Rule& rule = pack.rules[i];
    if (!names_hints(rule)) continue;
    for (const std::string& name : rule.phrases) {
      rules_by_name_[to_lower(name)].push_back({static_cast<std::uint16_t>(i), longest_line(rule)});
    }
  }
}

void HintRules::match(std::string_view hints, std::size_t line_bytes,
                      std::vector<std::uint16_t>& rules) const {
  if (rules_by_name_.empty()) return;
  for (std::size_t begin = 0; begin < hints.size();) {
    const std::size_t end = std::min(hints.find(' ', begin), hints.size());
    const auto found = rules_by_name_.find(hints.substr(begin, end - begin));
    begin = end + 1;
    if (found == rules_by_name_.end()) continue;
    for (const Named& named : found->second) {
      if (line_bytes <= named.max_bytes) rules.push_back(named.rule);
    }
  }
  std::sort(rules.begin(), rules.end());
  rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
}

}  // namespace thanbai
