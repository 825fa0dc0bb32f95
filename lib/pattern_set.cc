// Most of any pack are phrases that are whole lines, which are looked up by the hashes of their
// words. For every other phrase and each pattern it is worked out which words a line must hold to
// match it; RE2 sees only lines that hold them. Few lines do, and few patterns of each.
#include "pattern_set.h"

#include <algorithm>
#include <utility>

#include "line_reader.h"
#include "pattern_index.h"
#include "pattern_needs.h"
#include "pattern_set_regex.h"
#include "rule_pattern.h"
#include "unicode.h"
#include "word_hash.h"

namespace thanbai {

/// Reads words as measure() does.
class WordHasher {
 public:
  /// What stands in the line, but for its text; views the hasher until the next call.
  MatchLine operator()(std::string_view text) {
    words_.hashes.clear();
    words_.stems.clear();
    const LineCounts counts = reader_.read(text);
    const std::uint32_t* const words = words_.hashes.data();
    const std::size_t count = words_.hashes.size();
    return {text, words, words_.stems.data(), count, line_hash(words, count), counts.signature};
  }

 private:
  Lexicon lexicon_{{}, {}};
  Words words_;
  LanguageCounts language_;
  WordCache cache_{8};
  LineReader reader_{lexicon_, cache_, words_, language_};
};

namespace {

constexpr std::size_t most_pattern_memory = std::size_t{8} << 20;  // with its caches

/// A pattern of a rule, or a phrase that is searched for.
struct Pattern {
  Pattern(std::string pattern, bool sees_written, bool at_start, std::size_t longest,
          std::size_t memory_bytes)
      : regex(std::move(pattern), sees_written, at_start, memory_bytes),
        as_written(sees_written),
        max_bytes(longest) {}

  Regex regex;
  bool as_written;        // sees the line as written, not folded
  std::size_t max_bytes;  // longest line that it is tried on
  std::vector<Need> needs;
  std::vector<std::uint32_t> words;        // if not empty: all that a line may hold, ascending,
  std::vector<std::uint32_t> first_words;  // those that begin a phrase of a list, ascending,
  std::ptrdiff_t fewest_first_words = 0;   // and how many of them it holds at least
};

/// A phrase that is a whole line.
struct Phrase {
  std::string folded;
  std::uint16_t rule = 0;
  std::size_t max_bytes = 0;
  std::size_t word_count = 0;
  std::uint32_t hash = 0;  // of its words
};

/// Each rule once, ascending.
void sort_from(std::size_t before, std::vector<std::uint16_t>& rules) {
  const auto first = rules.begin() + static_cast<std::ptrdiff_t>(before);
  std::sort(first, rules.end());
  rules.erase(std::unique(first, rules.end()), rules.end());
}

Error error_in(const Pack& pack, ErrorCode code, std::string message, std::uint32_t line) {
  return {code, std::move(message), pack.name, line};
}

std::string error_of(const Rule& rule) {
  if (std::string why = rule_error(rule); !why.empty()) return why;
  for (const std::string& phrase : rule.phrases) {
    if (std::string why = phrase_error(phrase); !why.empty()) return why;
  }
  for (const std::string& pattern : rule.patterns) {
    if (std::string why = pattern_error(pattern, rule.case_sensitive); !why.empty()) return why;
  }
  return {};
}

}  // namespace

struct PatternSet::Impl {
  struct RulePattern {
    std::shared_ptr<Pattern> pattern;  // not changed once its set is made
    std::uint16_t rule;
  };

  std::size_t rules = 0;
  std::vector<Phrase> phrases;
  std::vector<RulePattern> patterns;

  // Of all of them:
  std::vector<std::uint32_t> seen_as_written;  // patterns
  WordIndex phrases_by_words;                  // by the hash of all; the ways' patterns are phrases
  std::size_t most_phrase_words = 0;
  PatternIndex index;           // of all patterns
  PatternIndex index_for_long;  // of those that are tried on lines longer than default_max_bytes
  std::size_t max_bytes = 0;

  void add(const Pack& pack, std::size_t memory_bytes) {
    WordHasher hasher;
    for (std::size_t i = 0; i < pack.rules.size(); ++i) {
      if (!is_looked_up(pack.rules[i])) add(i, pack.rules[i], memory_bytes, hasher);
    }
    rules = pack.rules.size();
  }

  void add(std::size_t number, const Rule& rule, std::size_t memory_bytes, WordHasher& hasher) {
    const auto id = static_cast<std::uint16_t>(number);
    if (rule.where == Rule::Where::list) return add_list(id, rule, memory_bytes, hasher);
    for (const std::string& phrase : rule.phrases) {
      if (rule.where == Rule::Where::whole_line) {
        add_phrase(id, rule, phrase, hasher);
      } else {
        std::string pattern = phrase_pattern(phrase, rule.where);
        add_pattern(id, rule, pattern, pattern, false, memory_bytes);
      }
    }
    for (const std::string& pattern : rule.patterns) {
      std::string text = rule_pattern(rule, pattern);
      add_pattern(id, rule, is_at_start(rule) ? pattern : text, text, rule.case_sensitive,
                  memory_bytes);
    }
  }

  void add_phrase(std::uint16_t id, const Rule& rule, std::string_view text, WordHasher& hasher) {
    Phrase& phrase = phrases.emplace_back();
    phrase.folded = unicode::strip_edges(folded_phrase(text));
    phrase.rule = id;
    phrase.max_bytes = longest_line(rule);
    const MatchLine line = hasher(phrase.folded);
    phrase.word_count = line.word_count;
    phrase.hash = line.hash;
  }

  void add_list(std::uint16_t id, const Rule& rule, std::size_t memory_bytes, WordHasher& hasher) {
    std::vector<std::uint32_t> words;
    std::vector<std::uint32_t> first_words;
    bool are_words = true;  // a sign or a single syllable is none
    for (const std::string& phrase : rule.phrases) {
      const std::string folded = folded_phrase(phrase);
      const MatchLine line = hasher(folded);
      words.insert(words.end(), line.words, line.words + line.word_count);
      if (line.word_count != 0) first_words.push_back(line.words[0]);
      are_words &= line.word_count != 0;
    }
    std::sort(words.begin(), words.end());
    std::sort(first_words.begin(), first_words.end());
    const std::string list = list_pattern(rule.phrases);
    add_pattern(id, rule, list, rule_pattern(rule, list), false, memory_bytes);
    Pattern& pattern = *patterns.back().pattern;
    pattern.words = std::move(words);
    pattern.first_words = std::move(first_words);
    if (are_words) pattern.fewest_first_words = fewest_listed;
  }

  /// `inner` is what must match at the places that the rule says.
  void add_pattern(std::uint16_t id, const Rule& rule, std::string_view inner, std::string text,
                   bool as_written, std::size_t memory_bytes) {
    auto pattern =
        std::make_shared<Pattern>(std::move(text), as_written, is_at_start(rule),
                                  longest_line(rule), std::min(memory_bytes, most_pattern_memory));
    pattern->needs = needs_of(inner, is_at_start(rule), is_at_end(rule));
    patterns.push_back({std::move(pattern), id});
  }

  /// Adds another set's rules behind the own ones.
  void add(const Impl& other) {
    for (Phrase phrase : other.phrases) {
      phrase.rule = static_cast<std::uint16_t>(phrase.rule + rules);
      phrases.push_back(std::move(phrase));
    }
    for (const RulePattern& each : other.patterns) {
      patterns.push_back({each.pattern, static_cast<std::uint16_t>(each.rule + rules)});
    }
    rules += other.rules;
  }

  /// After the last rule is added.
  void make_indexes() {
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      const Phrase& phrase = phrases[i];
      max_bytes = std::max(max_bytes, phrase.max_bytes);
      most_phrase_words = std::max(most_phrase_words, phrase.word_count);
      Way way{};
      way.pattern = static_cast<std::uint32_t>(i);
      way.max_bytes = static_cast<std::uint32_t>(phrase.max_bytes);
      phrases_by_words.add(phrase.hash, way);
    }
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      const Pattern& pattern = *patterns[i].pattern;
      if (pattern.as_written) seen_as_written.push_back(static_cast<std::uint32_t>(i));
      max_bytes = std::max(max_bytes, pattern.max_bytes);
      for (const Need& need : pattern.needs) {
        const Way way = {need.holds,
                         need.one_of,
                         need.none_of,
                         static_cast<std::uint32_t>(i),
                         need.least,
                         static_cast<std::uint32_t>(pattern.max_bytes),
                         need.also,
                         pattern.as_written ? Need::any_number : need.most,
                         static_cast<std::uint8_t>(std::min(need.digits, 255U)),
                         need.also_is_stem};
        index.add(need, way);
        if (pattern.max_bytes > default_max_bytes) index_for_long.add(need, way);
      }
    }
    phrases_by_words.finish();
    index.finish();
    index_for_long.finish();
  }

  bool fits(std::size_t memory_bytes) const {
    std::size_t bytes = 0;
    for (const RulePattern& each : patterns) {
      const std::size_t own = each.pattern->regex.program_bytes();
      if (own == 0) return false;
      bytes += own;
    }
    return bytes <= memory_bytes;
  }
};

Result<PatternSet> PatternSet::compile(const Pack& pack, std::size_t memory_bytes) {
  if (pack.rules.size() > UINT16_MAX) {
    return error_in(pack, ErrorCode::rules_too_large, "a pack holds at most 65535 rules", 0);
  }
  for (const Rule& rule : pack.rules) {
    if (std::string why = error_of(rule); !why.empty()) {
      return error_in(pack, ErrorCode::bad_pattern, rule.name + ": " + why, rule.line);
    }
  }
  auto impl = std::make_shared<Impl>();
  impl->add(pack, memory_bytes);
  impl->make_indexes();
  if (!impl->fits(memory_bytes)) {
    return error_in(pack, ErrorCode::rules_too_large,
                    "the compiled rules do not fit " + std::to_string(memory_bytes) + " bytes", 0);
  }
  return PatternSet(std::move(impl));
}

PatternSet PatternSet::part(const Pack& pack, std::size_t memory_bytes) {
  auto impl = std::make_shared<Impl>();
  impl->add(pack, memory_bytes);
  return PatternSet(std::move(impl));
}

PatternSet PatternSet::join(const std::vector<const PatternSet*>& sets) {
  auto impl = std::make_shared<Impl>();
  for (const PatternSet* set : sets) impl->add(*set->impl_);
  impl->make_indexes();
  return PatternSet(std::move(impl));
}

void PatternSet::match(const MatchLine& line, MatchScratch& scratch,
                       std::vector<std::uint16_t>& out) const {
  if (line.text.size() > impl_->max_bytes) return;
  if ((line.signature.marks & marks::irregular) == 0) return match(line, line, false, scratch, out);
  // Its words are not those of the folded line, which rules see.
  unicode::valid_fold(line.text, scratch.folded);
  if (scratch.hasher == nullptr) scratch.hasher = std::make_shared<WordHasher>();
  const MatchLine words = (*scratch.hasher)(scratch.folded);
  if ((words.signature.marks & marks::irregular) != 0) {
    return match_all(line.text, unicode::strip_edges(scratch.folded), out);
  }
  match(line, words, true, scratch, out);
}

void PatternSet::match(const MatchLine& line, const MatchLine& words, bool is_folded,
                       MatchScratch& scratch, std::vector<std::uint16_t>& out) const {
  const std::size_t size = line.text.size();
  const std::size_t before = out.size();
  std::string_view stripped = is_folded ? unicode::strip_edges(scratch.folded) : "";
  const auto fold = [&] {
    if (is_folded) return;
    unicode::valid_fold(line.text, scratch.folded);
    stripped = unicode::strip_edges(scratch.folded);
    is_folded = true;
  };
  if (words.word_count <= impl_->most_phrase_words) {
    impl_->phrases_by_words.for_each(words.hash, words.signature, [&](const Way& way) {
      if (size > way.max_bytes) return;
      fold();
      const Phrase& phrase = impl_->phrases[way.pattern];
      if (phrase.folded == stripped) out.push_back(phrase.rule);
    });
  }
  scratch.tried.clear();
  const auto is_in = [](auto from, auto to, std::uint32_t value) {
    return std::find(from, to, value) != to;
  };
  const auto attempt = [&](std::uint32_t index) {
    const auto& [shared, rule] = impl_->patterns[index];
    const Pattern& pattern = *shared;
    const std::uint32_t* const words_end = words.words + words.word_count;
    const auto is_among = [](const std::vector<std::uint32_t>& some) {
      return [&some](std::uint32_t word) {
        return std::binary_search(some.begin(), some.end(), word);
      };
    };
    if (!pattern.words.empty() &&
        (!std::all_of(words.words, words_end, is_among(pattern.words)) ||
         std::count_if(words.words, words_end, is_among(pattern.first_words)) <
             pattern.fewest_first_words)) {
      return;
    }
    if (is_in(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), rule)) return;
    if (is_in(scratch.tried.begin(), scratch.tried.end(), index)) return;
    scratch.tried.push_back(index);
    if (!pattern.as_written) fold();
    if (pattern.regex.matches(pattern.as_written ? line.text : stripped)) out.push_back(rule);
  };
  const bool is_mixed =
      (words.signature.marks & marks::mixed) != 0;  // words may stand inside others
  std::ptrdiff_t digits = -1;                       // not counted yet
  const auto has_digits = [&](std::ptrdiff_t least) {
    if (digits < 0) {
      digits = std::count_if(line.text.begin(), line.text.end(),
                             [](char c) { return c >= '0' && c <= '9'; });
    }
    return digits >= least;
  };
  const auto attempt_if = [&](const Way& way) {
    if (!way.fits(words.signature.marks, size)) return;
    if (way.digits > 1 && !has_digits(way.digits)) return;
    const std::uint32_t* const also_in = way.also_is_stem ? words.stems : words.words;
    if (!is_mixed && way.also != 0 && !is_in(also_in, also_in + words.word_count, way.also)) return;
    if (way.most_folded != Need::any_number) {
      fold();
      if (stripped.size() > way.most_folded) return;
    }
    attempt(way.pattern);
  };
  const PatternIndex& index = size > default_max_bytes ? impl_->index_for_long : impl_->index;
  index.for_each(words.words, words.stems, words.word_count, words.signature, attempt_if);
  if (is_mixed) {
    fold();
    scratch.runs.clear();
    letter_runs(scratch.folded, scratch.runs);
    index.for_each_run(scratch.runs, words.signature, attempt_if);
  }
  char32_t first = ' ';
  if (!words.text.empty()) {
    const char* p = words.text.data();
    first = unicode::fold(unicode::valid_next(p));
  }
  index.for_each_wordless(first, words.signature, attempt_if);
  if (&words != &line) {
    for (const std::uint32_t each : impl_->seen_as_written) {
      if (size <= impl_->patterns[each].pattern->max_bytes) attempt(each);
    }
  }
  sort_from(before, out);
}

void PatternSet::match_all(std::string_view text, std::string_view folded_text,
                           std::vector<std::uint16_t>& out) const {
  const std::size_t before = out.size();
  for (const Phrase& phrase : impl_->phrases) {
    if (phrase.folded == folded_text && text.size() <= phrase.max_bytes) out.push_back(phrase.rule);
  }
  for (const auto& [pattern, rule] : impl_->patterns) {
    if (text.size() > pattern->max_bytes) continue;
    if (pattern->regex.matches(pattern->as_written ? text : folded_text)) out.push_back(rule);
  }
  sort_from(before, out);
}

std::size_t PatternSet::max_bytes() const noexcept { return impl_->max_bytes; }

}  // namespace thanbai
