// What recurs on a site's pages -> rules, each with the pages that support it and what it would
// change. Whatever only one page has is left alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "learn_counts.h"
#include "thanbai/pack.h"

namespace thanbai::program {

/// A rule and why it was made.
struct LearnedRule {
  Rule rule;
  std::string line;           // one that it was made of; empty if it is made of a part of lines
  std::uint32_t pages = 0;    // that support it
  std::uint32_t changed = 0;  // of them, those where it drops a line that was kept
  std::string why;            // a sentence without its subject: "is followed by headlines"
  std::vector<std::string> names;  // of the first pages that support it
};

/// A line that recurs, that the general rules keep, and that no rule was made of.
struct LeftAlone {
  std::string line;
  std::uint32_t pages = 0;
  std::uint32_t kept = 0;
  std::string why;
};

struct Learned {
  std::uint32_t pages = 0;
  std::vector<LearnedRule> rules;  // the strongest effect first, then by support
  std::vector<LeftAlone> left_alone;

  /// As a pack in the form of docs/packs.md, with a comment above each rule.
  std::string to_text(const std::string& name, const std::string& language) const;
};

Learned learn(const SiteCounts& counts);

}  // namespace thanbai::program
