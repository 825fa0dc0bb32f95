// What a pack changes on pages, before anyone trusts it.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "thanbai/document.h"

namespace thanbai::program {

/// Pages extracted without a pack and with it, and where the two differ. A plain value.
class Check {
 public:
  /// `before` and `after` are of the same lines, `after` with evidence. `packs`: names of the packs
  /// that `after` has and `before` has not.
  void add(const std::string& page, const Document& before, const Document& after,
           const std::set<std::string>& packs);

  /// The tables for people.
  std::string to_text() const;

 private:
  struct Change {
    std::string page;
    std::string rule;           // that decided; empty if none did by itself
    std::string before, after;  // labels
    std::string text;
    std::string mask;
    std::uint32_t words = 0;
    bool dropped = false;  // else newly kept
  };
  struct Sum {
    std::set<std::string> pages;
    std::uint32_t dropped = 0, kept = 0;  // words
  };

  std::uint32_t pages_ = 0;
  std::vector<Change> changes_;
  std::map<std::string, std::set<std::string>> pages_by_mask_;
  std::map<std::string, std::uint32_t> hits_;  // lines, by rule
};

}  // namespace thanbai::program
