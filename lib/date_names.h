// The words dates are made of, in the languages news sites print: months, weekdays, zones and the
// small words between them. date_names.cc is the table; a new language is a few rows there.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace thanbai {

/// What a word of a printed date is, and what its value means.
enum class NameKind : std::uint8_t {
  month,         // 1 to 12
  month_lead,    // "tháng": a month's number or numeral follows
  numeral,       // 1 to 12: Vietnamese numerals that name months; 10 may be followed by 1 or 2
  weekday,       // 1
  weekday_lead,  // "thứ": a numeral follows
  ordinal,       // ends a day's number: "22nd", "1er"
  of,            // between day, month and year: "22 de julio de 2019"
  joiner,        // between date and time: "at", "lúc"; 2 if a dotted time may follow: "kl. 19.00"
  hour_mark,     // between hours and minutes: "19h00"; 2 if minutes must follow: "7g30"
  time_end,      // closes a time: "19.00 Uhr"
  half_day,      // 1 before noon, 2 after
  duration,      // after 03:15 it shows that no time of day is meant
  zone,          // minutes east of UTC; `unknown_offset` if they depend on the season
  unit,          // of a relative date: "hours"
  one,           // stands for the number of a relative date: "an hour ago"
  before,        // "vor 3 Stunden"
  after,         // "3 hours ago"
};

inline constexpr int unknown_offset = 9999;

struct Name {
  std::string_view word;  // case-folded
  NameKind kind;
  std::int16_t value;
};

/// All names, sorted by word and kind. Built once, on first use; never changes.
const std::vector<Name>& date_names();

/// The names that a case-folded word is, a slice of date_names(); empty if it is none.
struct NameRange {
  const Name* begin = nullptr;
  const Name* end = nullptr;
};
NameRange names_of(std::string_view word);

/// The value of the name of that kind, the largest if there are several; `absent` if there is none.
inline constexpr int absent = -9999;
int name_value(NameRange names, NameKind kind) noexcept;

}  // namespace thanbai
