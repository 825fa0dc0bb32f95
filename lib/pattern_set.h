// Rules -> a compiled set; one line -> which rules hit it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "line_cache.h"
#include "pattern_needs.h"
#include "signature.h"
#include "thanbai/pack.h"
#include "thanbai/result.h"

namespace thanbai {

/// A line as matching sees it.
struct MatchLine {
  std::string_view text;       // valid UTF-8, NFC, trimmed
  const std::uint32_t* words;  // hashes of its words, as measure() gives them
  const std::uint32_t* stems;  // of their first letters
  std::size_t word_count;
  std::uint32_t hash;  // of all its words
  Signature signature;
};

class WordHasher;

/// What matching needs for one line after the other; keeps its memory, and some lines in mind.
struct MatchScratch {
  std::shared_ptr<WordHasher> hasher;  // once a line needed it
  std::string folded;
  std::vector<LetterRun> runs;
  std::vector<std::uint32_t> tried;  // on the line that was matched last
  std::vector<std::uint16_t> rules;
  LineCache lines;
};

/// The compiled rules of one pack, or of several as one. Immutable; any number of threads may match
/// with one set.
class PatternSet {
 public:
  /// Errors: bad_pattern, rules_too_large. `memory_bytes` bounds RE2's programs; the caches of a
  /// pattern get as much, at most 8 MiB.
  static Result<PatternSet> compile(const Pack& pack, std::size_t memory_bytes);

  /// The rules of a pack that compile() is known to take, to be joined: alone they match nothing.
  /// Each pattern is compiled when the first line needs it.
  static PatternSet part(const Pack& pack, std::size_t memory_bytes);

  /// The rules of all sets, those of the first counted from 0, those of each other counted on from
  /// the set before. The patterns are shared with `sets`. At most 65536 rules together.
  static PatternSet join(const std::vector<const PatternSet*>& sets);

  /// Appends the index in pack.rules of each rule that hits, ascending, each once. Tries the rules
  /// whose words and marks the line holds. Never fails.
  void match(const MatchLine& line, MatchScratch& scratch, std::vector<std::uint16_t>& out) const;

  /// The same by trying every rule: slow, and what the other is tested against. `folded` is the
  /// case-folded text, edges stripped as Rule::Where says.
  void match_all(std::string_view text, std::string_view folded,
                 std::vector<std::uint16_t>& out) const;

  /// Longest line, in bytes of text, that any rule can hit: match() returns at once for longer
  /// ones.
  std::size_t max_bytes() const noexcept;

 private:
  /// `words` is `line`, or the line as folding makes it (`is_folded`: it is in scratch.folded).
  void match(const MatchLine& line, const MatchLine& words, bool is_folded, MatchScratch& scratch,
             std::vector<std::uint16_t>& out) const;

  struct Impl;
  std::shared_ptr<const Impl> impl_;
  explicit PatternSet(std::shared_ptr<const Impl> impl) noexcept : impl_(std::move(impl)) {}
};

}  // namespace thanbai
