// A line's text -> the date it prints. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace thanbai {

/// A calendar date, with a time of day where one is printed.
struct DateTime {
  std::int16_t year = 0;
  std::int8_t month = 0;  // 1 to 12
  std::int8_t day = 0;    // 1 to 31
  std::int8_t hour = -1;  // 0 to 23; -1 if no time is printed
  std::int8_t minute = -1;
  std::int8_t second = -1;
  bool has_offset = false;
  std::int16_t offset_minutes = 0;  // east of UTC; 420 for GMT+7
};

/// A date found in a text and the bytes of the text that it, its weekday, time and zone fill.
struct FoundDate {
  DateTime value;
  std::uint32_t begin = 0;  // byte offsets in the text, end excluded
  std::uint32_t end = 0;
  bool relative = false;  // "12 giờ trước", "2 hours ago": value is empty (year 0)
};

/// The first date of `text` (valid UTF-8, NFC). False if it prints none. Linear. `day_first` says
/// how to read 3/4/2019 when both readings are possible.
bool find_date(std::string_view text, bool day_first, FoundDate& out);

/// Whether those who read `language`, a BCP 47 tag in any case, read 3/4/2019 as the third of
/// April: all but those of English, unless it is of a country other than the United States.
bool reads_day_first(std::string_view language) noexcept;

/// ISO 8601: "2019-07-22", "2019-07-22T19:00", "2019-07-22T19:00:05+07:00".
std::string to_iso(const DateTime& value);

}  // namespace thanbai
