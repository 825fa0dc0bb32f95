// A pattern in RE2 syntax -> what a line must hold for it to match: words, or at least marks. By
// this most patterns are never tried on most lines.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace thanbai {

/// Which marks a line holds, a bit each; marks that share a bit are taken for one another.
namespace marks {
/// The line is not what its folded form says: it holds what folding leaves out or composes anew.
inline constexpr std::uint64_t irregular = 1U << 0;
/// A word holds a digit or a mark as well as letters, so that a pattern may begin inside it.
inline constexpr std::uint64_t mixed = 1U << 1;
inline constexpr std::uint64_t digit = 1U << 2;

/// The bit of a folded character that is no letter, digit, mark or space.
constexpr std::uint64_t bit(char32_t c) noexcept {
  constexpr unsigned first = 3;
  return std::uint64_t{1} << (c < 0x40   ? first + (c & 0x1FU)           // ! to ?
                              : c < 0x80 ? first + 32 + ((c >> 5) & 1U)  // @ [ \ ] ^ _ ` { | } ~
                                         : first + 34 + c % 27);
}
}  // namespace marks

/// One way to match: a line without the word, or without one of the marks, does not match this way.
struct Need {
  enum class Word : std::uint8_t {
    first_two,  // `hash` is pair_hash of the line's first two words
    first,      // of the first word
    any,        // of some word
    none,       // no word is needed
  };
  static constexpr std::int16_t any_char = -1, digit_char = -2, not_ascii = -3;

  Word word = Word::none;
  std::uint32_t hash = 0;
  std::uint64_t marks = 0;
  std::int16_t first_char = any_char;  // what the line begins with: one of the above or an ASCII
                                       // character, edges aside
};

/// What follows `first` and is followed by nothing else of interest.
std::uint32_t pair_hash(std::uint32_t first, std::uint32_t second) noexcept;

/// The hashes of runs of letters in valid folded text; `between` are runs' ends by digits and
/// marks, too. Scripts without spaces are left out.
void letter_runs(std::string_view folded, std::vector<std::uint32_t>& out);

/// The ways in which a pattern can match a line: it must fit one of them. A pattern that is not
/// understood gets a way without needs. `at_start`, `at_end`: the match begins or ends where the
/// line does, edges aside.
std::vector<Need> needs_of(std::string_view pattern, bool at_start, bool at_end);

}  // namespace thanbai
