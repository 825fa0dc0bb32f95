// Regular expressions of rules. The only room that knows RE2.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace thanbai {

/// A regular expression that is compiled when it is first used. Immutable but for that; any number
/// of threads may match with it.
class Regex {
 public:
  /// `at_start`: a match must begin where the text does. `memory_bytes` bounds what is compiled and
  /// what matching caches.
  Regex(std::string pattern, bool case_sensitive, bool at_start, std::size_t memory_bytes);
  ~Regex();
  Regex(const Regex&) = delete;
  Regex& operator=(const Regex&) = delete;

  /// False also if the pattern is not valid or does not fit.
  bool matches(std::string_view text) const;

  /// Bytes of the compiled program, about; 0 if the pattern is not valid or does not fit.
  std::size_t program_bytes() const;

 private:
  const re2::RE2& compiled() const;

  std::string pattern_;
  bool case_sensitive_;
  bool at_start_;
  std::size_t memory_bytes_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<const re2::RE2> compiled_;
  mutable std::atomic<const re2::RE2*> ready_{nullptr};  // the same; spares asking once_
};

/// A pattern that matches `text` alone.
std::string quoted(std::string_view text);

/// Why `pattern` is not valid, as RE2 says it; empty if it is.
std::string regex_error(std::string_view pattern, bool case_sensitive);

}  // namespace thanbai
