// A pattern in RE2 syntax -> what a line must hold for it to match: words, or at least marks. By
// this most patterns are never tried on most lines.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "signature.h"

namespace thanbai {

/// Which marks a line holds, a bit each; marks that share a bit are taken for one another.
namespace marks {
/// The line is not what its folded form says: it holds what folding leaves out or composes anew.
inline constexpr std::uint64_t irregular = 1U << 0;
/// A word holds a digit or a mark as well as letters, so that a pattern may begin inside it.
inline constexpr std::uint64_t mixed = 1U << 1;
inline constexpr std::uint64_t digit = 1U << 2;
inline constexpr std::uint64_t no_letter = 1U << 3;
inline constexpr std::uint64_t one_letter = 1U << 4;  // just one
/// A word holds four digits or more: a year may stand there.
inline constexpr std::uint64_t four_digits = 1U << 5;

/// The bit of a folded character that is no letter, digit, mark or space.
constexpr std::uint64_t bit(char32_t c) noexcept {
  constexpr unsigned first = 6;
  return std::uint64_t{1} << (c < 0x40    ? first + (c & 0x1FU)           // ! to ?
                              : c < 0x80  ? first + 32 + ((c >> 5) & 1U)  // @ [ \ ] ^ _ ` { | } ~
                              : c == 0xA9 ? first + 34                    // ©
                                          : first + 35 + c % 23);
}
}  // namespace marks

/// One way to match: a line without the word, or without one of the marks or trigrams, does not
/// match this way.
struct Need {
  enum class Word : std::uint8_t {
    first_two,  // `hash` is pair_hash of the line's first two words
    first,      // of the first word
    any,        // of some word
    stem,       // of the first letters of some word
    none,       // no word is needed
  };
  static constexpr std::uint32_t any_number = UINT32_MAX;
  static constexpr std::int16_t any_char = -1, digit_char = -2, not_ascii = -3;

  Word word = Word::none;
  std::uint32_t hash = 0;
  std::uint32_t also = 0;           // the hash of a word that stands there, too; 0: none is known
  bool also_is_stem = false;        // of its first letters
  Signature holds;                  // all of this
  std::uint64_t one_of = 0;         // and one of these marks, if any are given
  std::uint64_t none_of = 0;        // and none of these
  std::uint32_t least = 0;          // characters that the line has at least
  std::uint32_t digits = 0;         // ASCII digits at least
  std::uint32_t most = any_number;  // bytes, folded and without edges
  std::int16_t first_char = any_char;  // what the line begins with: one of the above or an ASCII
                                       // character, edges aside
};

/// Two words that follow each other as one hash.
std::uint32_t pair_hash(std::uint32_t first, std::uint32_t second) noexcept;

/// Letters of a word's stem; the stem of a shorter word is the word.
inline constexpr std::size_t stem_letters = 3;

struct LetterRun {
  std::uint32_t hash;
  std::uint32_t stem;
  bool is_word;  // for sure a word of the line
};

/// The runs of letters in valid folded text, which digits and marks end, too. Scripts without
/// spaces are left out.
void letter_runs(std::string_view folded, std::vector<LetterRun>& runs);

/// The ways in which a pattern can match a line: it must fit one of them. A pattern that is not
/// understood gets a way without needs. `at_start`, `at_end`: the match begins or ends where the
/// line does, edges aside.
std::vector<Need> needs_of(std::string_view pattern, bool at_start, bool at_end);

/// Whether all that the pattern can match surely begins with a letter of a script with spaces.
bool begins_with_letter(std::string_view pattern);

}  // namespace thanbai
