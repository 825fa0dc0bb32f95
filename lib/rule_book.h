// The packs an Extractor works with, compiled: which of them apply to a page, and which of their
// rules hit its lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hint_rules.h"
#include "line_features.h"
#include "pattern_set.h"
#include "site_packs.h"
#include "thanbai/extractor.h"
#include "thanbai/pack.h"

namespace thanbai {

/// A rule that hit a line.
struct Hit {
  std::uint32_t row;
  std::uint16_t pack;  // index in RuleBook::packs()
  std::uint16_t rule;  // index in the pack's rules
};

/// Built-in packs, the caller's for every page and those for one site each, in this order.
/// Immutable but for a hidden cache: the rules of a built-in pack are compiled when the first page
/// needs them. Any number of threads may match.
class RuleBook {
 public:
  /// Errors, of the caller's packs but for the first: unknown_language, bad_pattern,
  /// duplicate_rule, rules_too_large. Built-in packs have none, as tests prove; their rules get the
  /// memory they need even if options.rule_memory_bytes is less.
  static Result<RuleBook> create(const Options& options);

  const std::vector<Pack>& packs() const noexcept { return packs_; }
  const std::string& tag(std::size_t pack) const noexcept { return tags_[pack]; }  // "vi@hash"
  const std::string& evidence_name(const Hit& hit) const noexcept {                // "vi/rule"
    return names_[hit.pack][hit.rule];
  }

  /// The pack of the site that a page is of; SitePacks::none if there is none.
  std::size_t site(std::string_view address, const Metadata& metadata) const {
    return site_packs_.find(address, metadata);
  }

  /// The words of all packs that may apply to pages of that site.
  const Lexicon& lexicon(std::size_t site = SitePacks::none) const noexcept {
    return site == SitePacks::none ? *lexicon_ : *site_lexicons_[site - first_site_];
  }

  /// The pack whose language a page of that site is in: that of the site's pack if it names one,
  /// else by script and function words. packs().size() if none fits.
  std::size_t language(const LanguageCounts& counts,
                       std::size_t site = SitePacks::none) const noexcept;

  /// The tag of a page's language, of which language() gave `pack`: as declared if we have no pack
  /// of what is declared, for by function words its kin is found, Indonesian for Malay; else the
  /// pack's; as declared if there is none.
  std::string_view language_tag(std::size_t pack, std::string_view declared) const;

  /// The packs that apply to a page of that language and site, ascending.
  std::vector<std::size_t> applying(std::size_t language, std::size_t site = SitePacks::none) const;

  /// Tries the rules of `applying`, which applying() gave, on every line: fills `hits`, by row, and
  /// fills the columns of rules (hit_…, opens_label). `words` are what measure() gave.
  void match(const Lines& lines, const Words& words, const std::vector<std::size_t>& applying,
             MatchScratch& scratch, std::vector<Hit>& hits, Columns& columns) const;
  void match(const Lines& lines, const Words& words, const std::vector<std::size_t>& applying,
             std::vector<Hit>& hits, Columns& columns) const {
    MatchScratch scratch;
    match(lines, words, applying, scratch, hits, columns);
  }

 private:
  struct PackRules {  // of a built-in pack
    std::once_flag once;
    std::optional<PatternSet> set;
  };
  /// The rules of some packs as one set, which is faster than one by one.
  struct Rules {
    std::once_flag once;
    std::optional<PatternSet> set;
    std::vector<Hit> rules;  // pack and rule of each rule of the set
  };

  RuleBook(std::vector<Pack> packs, std::vector<PatternSet> sets, std::size_t built_in,
           std::size_t first_site, bool by_page, std::size_t memory_bytes);

  void make_lexicons();

  const PatternSet& built_in_set(std::size_t pack) const;
  std::size_t built_in_key(const std::vector<std::size_t>& applying) const noexcept;
  const Rules& built_in_rules(std::size_t key, const std::vector<std::size_t>& applying) const;
  bool has_any_language(std::size_t pack) const noexcept;
  std::size_t pack_of(std::string_view language) const noexcept;  // packs().size() if there is none

  std::vector<Pack> packs_;
  std::vector<PatternSet> sets_;       // of the caller's packs
  std::vector<HintRules> hint_rules_;  // of the same
  std::vector<std::unique_ptr<PackRules>> built_in_sets_;
  std::vector<std::unique_ptr<Rules>> built_in_rules_;  // by the page's language; last: of no pack
  std::vector<std::string> tags_;
  std::vector<std::vector<std::string>> names_;
  SitePacks site_packs_;
  std::shared_ptr<const Lexicon> lexicon_;                     // without words of site packs
  std::vector<std::shared_ptr<const Lexicon>> site_lexicons_;  // the same if a pack adds no word
  std::size_t built_in_;                                       // packs before this one are built in
  std::size_t first_site_;  // packs from this one on are for one site each
  bool by_page_;            // built-in packs apply by the page's language
  std::size_t memory_bytes_;
};

}  // namespace thanbai
