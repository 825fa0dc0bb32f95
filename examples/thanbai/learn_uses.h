// How the lines of a sample are used: on how many pages, kept or not, above, in or below the
// article. What rules are made from.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "learn_counts.h"

namespace thanbai::program {

/// How one mask is used. A page's *own* lines are those that no other page has.
struct Use {
  std::uint32_t pages = 0;
  std::uint32_t kept = 0;       // pages where a line of it is in the article,
  std::uint32_t sure = 0;       // with confidence,
  std::uint32_t inside = 0;     // and with own lines of the article on both sides
  std::uint32_t title = 0;      // pages whose title it is
  std::uint32_t above = 0;      // pages where one stands above the article
  std::uint32_t own_after = 0;  // pages where own lines of the article follow the first one
  std::uint32_t begun = 0;      // pages with enough of the article before the first one
  std::uint32_t near_end = 0;   // pages where the first one stands right below the article
  std::uint32_t leads = 0;      // pages where headlines stand right below one
  std::uint32_t leads_own = 0;  // pages where own lines of the article do
  int highest_score = 0;        // percent
  Known known = Known::nothing;
  std::array<std::uint32_t, label_count> dropped{};  // lines, by label
  std::string example;                               // the first by bytes
  std::vector<std::string> names;                    // of the first pages that have one

  bool by(std::uint32_t part, double share) const { return part >= share * pages; }
  Label label() const;  // the most frequent of those dropped
};

/// By page: how many of its rows count.
using Ends = std::map<std::string, std::size_t>;

/// The uses of each mask in the rows above each page's end.
std::vector<Use> count_uses(const SiteCounts& counts, const Ends& ends);

inline bool is_article(Label label) { return is_kept(label) && label != Label::title; }

/// Columns that a text takes in a terminal, roughly: CJK characters are two wide.
std::size_t width(std::string_view text);

constexpr std::size_t headline_width = 30;  // columns: shorter lines are hardly headlines
constexpr std::size_t names_shown = 3;

}  // namespace thanbai::program
