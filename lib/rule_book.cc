#include "rule_book.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "unicode.h"

namespace thanbai {
namespace {

// A page is in a language if at least this many of its words are function words of it, and this
// share (per mille): running text has 120 and more, menus have few. Languages without a pack have
// up to 110 of others', but then of several about as many, as they are short words; below the sure
// share there must be so many times as many as of any other language. Seen on pages of 40
// languages.
constexpr std::uint32_t fewest_stopwords = 3;
constexpr std::uint64_t least_stopword_share = 20;
constexpr std::uint64_t sure_stopword_share = 120;
constexpr std::uint64_t times_others = 2;
// Scripts that one language alone is written in: from this share of the page's letters (per mille).
// Hangul, kana, Thai, and Chinese letters without kana.
constexpr std::uint64_t least_script_share = 100;
constexpr std::array<std::string_view, 4> script_languages = {"ko", "ja", "th", "zh"};
// What the compiled rules of any built-in pack fit, by far.
constexpr std::size_t enough_memory_bytes = std::size_t{32} << 20;

Error duplicate(const Pack& pack, const Rule& rule) {
  return {ErrorCode::duplicate_rule, "two rules are named " + rule.name, pack.name, rule.line};
}

}  // namespace

RuleBook::RuleBook(std::vector<Pack> packs, std::vector<PatternSet> sets, std::size_t built_in,
                   std::size_t first_site, bool by_page, std::size_t memory_bytes)
    : packs_(std::move(packs)),
      sets_(std::move(sets)),
      built_in_(built_in),
      first_site_(first_site),
      by_page_(by_page),
      memory_bytes_(memory_bytes) {
  for (std::size_t p = 0; p < built_in; ++p) {
    built_in_sets_.push_back(std::make_unique<PackRules>());
  }
  for (std::size_t p = 0; p <= built_in; ++p) {
    built_in_rules_.push_back(std::make_unique<Rules>());
  }
  for (const Pack& pack : packs_) {
    tags_.push_back(pack.name + "@" + pack.hash);
    auto& names = names_.emplace_back();
    for (const Rule& rule : pack.rules) names.push_back(pack.name + "/" + rule.name);
  }
  for (std::size_t p = first_site_; p < packs_.size(); ++p) site_packs_.add(packs_[p].name, p);
  for (std::size_t p = built_in_; p < packs_.size(); ++p) hint_rules_.emplace_back(packs_[p]);
  make_lexicons();
}

void RuleBook::make_lexicons() {
  const auto has_words = [](const Pack& pack) {
    return std::any_of(pack.rules.begin(), pack.rules.end(), [](const Rule& rule) {
      return rule.where == Rule::Where::word ||
             (rule.where == Rule::Where::hints && !names_hints(rule));
    });
  };
  std::vector<Pack> known(packs_.begin(),
                          packs_.begin() + static_cast<std::ptrdiff_t>(first_site_));
  lexicon_ = std::make_shared<const Lexicon>(known);
  for (std::size_t p = first_site_; p < packs_.size(); ++p) {
    if (!has_words(packs_[p])) {
      site_lexicons_.push_back(lexicon_);
      continue;
    }
    known.push_back(packs_[p]);
    site_lexicons_.push_back(std::make_shared<const Lexicon>(known));
    known.pop_back();
  }
}

Result<RuleBook> RuleBook::create(const Options& options) {
  std::vector<Pack> packs;
  const bool by_page = options.languages.empty();
  const auto add = [&packs](std::string_view name) -> Result<bool> {
    for (const Pack& pack : packs) {
      if (pack.name == name) return true;
    }
    Result<Pack> pack = builtin_pack(name);
    if (!pack) return pack.error();
    packs.push_back(std::move(*pack));
    return true;
  };
  if (auto added = add("und"); !added) return added.error();
  if (by_page) {
    for (const std::string_view name : builtin_pack_names()) {
      if (auto added = add(name); !added) return added.error();
    }
  }
  for (const std::string& name : options.languages) {
    if (auto added = add(name); !added) return added.error();
  }
  const std::size_t built_in = packs.size();
  packs.insert(packs.end(), options.packs.begin(), options.packs.end());
  const std::size_t first_site = packs.size();
  packs.insert(packs.end(), options.site_packs.begin(), options.site_packs.end());
  if (packs.size() > UINT16_MAX) {
    return Error{ErrorCode::rules_too_large, "more than 65535 packs", {}, 0};
  }
  std::vector<PatternSet> sets;
  for (std::size_t p = built_in; p < packs.size(); ++p) {
    const Pack& pack = packs[p];
    for (const std::string& word : pack.stopwords) {
      if (unicode::any_is_valid(word)) continue;
      return Error{ErrorCode::bad_pattern, "a function word is not valid UTF-8", pack.name, 0};
    }
    std::unordered_set<std::string_view> names;
    for (const Rule& rule : pack.rules) {
      if (!names.insert(rule.name).second) return duplicate(pack, rule);
    }
    auto set = PatternSet::compile(pack, options.rule_memory_bytes);
    if (!set) return set.error();
    sets.push_back(std::move(*set));
  }
  return RuleBook(std::move(packs), std::move(sets), built_in, first_site, by_page,
                  options.rule_memory_bytes);
}

// Sites in every language have English in their menus.
bool RuleBook::has_any_language(std::size_t pack) const noexcept {
  return packs_[pack].language == "und" || packs_[pack].language == "en";
}

const PatternSet& RuleBook::built_in_set(std::size_t pack) const {
  PackRules& rules = *built_in_sets_[pack];
  std::call_once(rules.once, [&] {
    const std::size_t memory = std::max(memory_bytes_, enough_memory_bytes);
    rules.set = PatternSet::part(packs_[pack], memory);
  });
  return *rules.set;
}

std::size_t RuleBook::built_in_key(const std::vector<std::size_t>& applying) const noexcept {
  std::size_t key = built_in_;  // the packs of no language; or all, if they apply to every page
  for (const std::size_t p : applying) {
    if (by_page_ && p < built_in_ && !has_any_language(p)) key = p;
  }
  return key;
}

const RuleBook::Rules& RuleBook::built_in_rules(std::size_t key,
                                                const std::vector<std::size_t>& applying) const {
  Rules& rules = *built_in_rules_[key];
  std::call_once(rules.once, [&] {
    rules.rules.clear();  // a call before this one may have run out of memory
    std::vector<const PatternSet*> sets;
    for (const std::size_t p : applying) {
      if (p >= built_in_) continue;
      sets.push_back(&built_in_set(p));
      for (std::size_t r = 0; r < packs_[p].rules.size(); ++r) {
        rules.rules.push_back({0, static_cast<std::uint16_t>(p), static_cast<std::uint16_t>(r)});
      }
    }
    rules.set = PatternSet::join(sets);
  });
  return rules;
}

std::size_t RuleBook::pack_of(std::string_view language) const noexcept {
  for (std::size_t p = 0; p < first_site_; ++p) {
    if (packs_[p].language == language) return p;
  }
  return packs_.size();
}

std::string_view RuleBook::language_tag(std::size_t pack, std::string_view declared) const {
  if (pack == packs_.size()) return declared;
  const std::string_view language = packs_[pack].language;
  const bool is_told_by_script = std::find(script_languages.begin(), script_languages.end(),
                                           language) != script_languages.end();
  if (pack >= first_site_ || is_told_by_script || declared == language) return language;
  const std::string code = unicode::language_code(declared);
  return code.empty() || pack_of(code) < packs_.size() ? language : declared;
}

std::size_t RuleBook::language(const LanguageCounts& counts, std::size_t site) const noexcept {
  if (site != SitePacks::none && packs_[site].language != "und") {
    const std::size_t same = pack_of(packs_[site].language);
    return same < packs_.size() ? same : site;
  }
  const auto mostly = [&counts](std::uint64_t letters) {
    return letters > 0 && letters * 1000 >= counts.letters * least_script_share;
  };
  const std::array letters = {counts.hangul, counts.kana, counts.thai, counts.han};
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (mostly(letters[i])) return pack_of(script_languages[i]);
  }
  const auto most_but_of = [&](std::string_view language) {
    std::size_t best = packs_.size();
    std::uint64_t most = 0;
    for (std::size_t p = 0; p < std::min(first_site_, Lexicon::max_packs); ++p) {
      const bool is_of = packs_[p].language == "und" || packs_[p].language == language;
      if (is_of || counts.stopwords[p] <= most) continue;
      most = counts.stopwords[p];
      best = p;
    }
    return std::pair(best, most);
  };
  const auto [best, most] = most_but_of("und");
  if (most < fewest_stopwords) return packs_.size();
  const std::uint64_t others = most_but_of(packs_[best].language).second;
  const bool is_sure = most * 1000 >= counts.words * sure_stopword_share;
  const bool is_likely =
      most * 1000 >= counts.words * least_stopword_share && most >= times_others * others;
  return is_sure || is_likely ? best : packs_.size();
}

std::vector<std::size_t> RuleBook::applying(std::size_t language, std::size_t site) const {
  std::vector<std::size_t> result;
  for (std::size_t p = 0; p < first_site_; ++p) {
    const bool fits = has_any_language(p) || p == language;
    if (p >= built_in_ || !by_page_ || fits) result.push_back(p);
  }
  if (site != SitePacks::none) result.push_back(site);
  return result;
}

void RuleBook::match(const Lines& lines, const Words& words,
                     const std::vector<std::size_t>& applying, MatchScratch& scratch,
                     std::vector<Hit>& hits, Columns& columns) const {
  hits.clear();
  const std::size_t key = built_in_key(applying);
  const Rules& built_in = built_in_rules(key, applying);
  const std::uint32_t set = scratch.lines.open(lexicon_, key);  // the book's own lexicon
  std::size_t longest = built_in.set->max_bytes();
  const auto own = std::lower_bound(applying.begin(), applying.end(), built_in_);
  for (auto p = own; p != applying.end(); ++p) {
    longest = std::max(longest, sets_[*p - built_in_].max_bytes());
    if (!hint_rules_[*p - built_in_].empty()) longest = std::numeric_limits<std::size_t>::max();
  }
  std::vector<std::uint16_t>& rules = scratch.rules;
  for (std::size_t row = 0; row < lines.items.size(); ++row) {
    const std::string_view text = lines.items[row].text;
    if (text.empty() || text.size() > longest) continue;  // prose, for the built-in rules
    const std::uint32_t begin = words.begin[row];
    const MatchLine line = {text,
                            words.hashes.data() + begin,
                            words.stems.data() + begin,
                            words.count_in(row),
                            words.line_hashes[row],
                            words.signatures[row]};
    const auto add = [&](std::uint16_t p, std::uint16_t r) {
      const Rule& rule = packs_[p].rules[r];
      hits.push_back({static_cast<std::uint32_t>(row), p, r});
      const bool decides = rule.effect == Rule::Effect::is || rule.effect == Rule::Effect::ends;
      if (p >= built_in_ && decides) return;
      std::int16_t& strength = columns[hit_feature(rule.label)][row];
      strength = static_cast<std::int16_t>(std::min(strength + 1, 9));
      if (rule.effect == Rule::Effect::opens) {
        columns[Feature::opens_label][row] =
            static_cast<std::int16_t>(static_cast<int>(rule.label) + 1);
      }
    };
    if (const std::size_t same = words.first_same[row];
        same != row && lines.items[same].text == text) {
      const auto first =
          std::lower_bound(hits.begin(), hits.end(), same,
                           [](const Hit& hit, std::size_t r) { return hit.row < r; });
      for (auto i = static_cast<std::size_t>(first - hits.begin());
           i < hits.size() && hits[i].row == same && hits[i].pack < built_in_; ++i) {
        add(hits[i].pack, hits[i].rule);
      }
    } else {
      const auto add_all = [&](const auto& those) {
        for (const std::uint16_t r : those) add(built_in.rules[r].pack, built_in.rules[r].rule);
      };
      KnownLine* const known = scratch.lines.place(text, line.hash);
      if (known != nullptr && known->is(text, set)) {
        add_all(*known);
      } else {
        rules.clear();
        built_in.set->match(line, scratch, rules);
        add_all(rules);
        // Of other lines it is told faster that nothing hits them.
        const bool is_worth = !rules.empty() || !scratch.tried.empty();
        if (known != nullptr && is_worth) known->learn(text, set, rules);
      }
    }
    for (auto p = own; p != applying.end(); ++p) {
      rules.clear();
      sets_[*p - built_in_].match(line, scratch, rules);
      hint_rules_[*p - built_in_].match(lines.items[row].hints, text.size(), rules);
      for (const std::uint16_t r : rules) add(static_cast<std::uint16_t>(*p), r);
    }
  }
}

}  // namespace thanbai
