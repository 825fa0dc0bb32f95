// Rules of a pack that decide by the elements around a line -> which of them hit its hints.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "thanbai/pack.h"

namespace thanbai {

/// Whether a rule asks for whole names among the hints. One of effect `hint` counts their words
/// instead, which is the Lexicon's work.
constexpr bool names_hints(const Rule& rule) noexcept {
  return rule.where == Rule::Where::hints && rule.effect != Rule::Effect::hint;
}

/// The names in Line::hints that rules of one pack ask for. Immutable; any number of threads may
/// match with one.
class HintRules {
 public:
  HintRules() = default;
  explicit HintRules(const Pack& pack);

  bool empty() const noexcept { return rules_by_name_.empty(); }

  /// Adds to `rules`, which are ascending and stay so, the index in pack.rules of each rule that
  /// one of these names belongs to and that may hit a line of so many bytes.
  void match(std::string_view hints, std::size_t line_bytes,
             std::vector<std::uint16_t>& rules) const;

 private:
  struct Named {
    std::uint16_t rule;
    std::size_t max_bytes;  // of the line's text
  };
  std::map<std::string, std::vector<Named>, std::less<>> rules_by_name_;
};

}  // namespace thanbai
