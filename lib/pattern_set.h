// Rules -> a compiled set; the text of one line -> which rules hit it. The only room that knows
// RE2.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "thanbai/pack.h"
#include "thanbai/result.h"

namespace thanbai {

/// Why a phrase, or a pattern of a rule, cannot be used, as a sentence without a full stop; empty
/// if it can.
std::string phrase_error(std::string_view phrase);
std::string pattern_error(std::string_view pattern, bool case_sensitive);

/// The longest line, in bytes of text, that a rule is tried on.
std::size_t longest_line(const Rule& rule) noexcept;

/// The compiled rules of one pack, or of several as one. Immutable; any number of threads may match
/// with one set.
class PatternSet {
 public:
  /// Errors: bad_pattern, rules_too_large. `memory_bytes` bounds RE2's programs and caches.
  /// `proved`: its phrases and patterns are known to be good, which saves half the time.
  static Result<PatternSet> compile(const Pack& pack, std::size_t memory_bytes,
                                    bool proved = false);

  /// Appends the index in pack.rules of each rule that hits, ascending, each once. `text` is a
  /// line's text (valid UTF-8, NFC, trimmed) and `folded` the same case-folded, edges stripped as
  /// Rule::Where says. Never fails: when RE2 runs out of match memory the patterns are tried one by
  /// one.
  void match(std::string_view text, std::string_view folded, std::vector<std::uint16_t>& out) const;

  /// Longest line, in bytes of text, that any rule can hit: match() returns at once for longer
  /// ones.
  std::size_t max_bytes() const noexcept;

 private:
  struct Impl;
  std::shared_ptr<const Impl> impl_;
  explicit PatternSet(std::shared_ptr<const Impl> impl) noexcept : impl_(std::move(impl)) {}
};

}  // namespace thanbai
