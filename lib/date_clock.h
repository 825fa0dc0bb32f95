// What may stand around a date: weekday, time of day, zone. Part of date.cc's grammar.
#pragma once

#include <cstddef>
#include <string_view>

#include "date.h"
#include "date_tokens.h"

namespace thanbai {

/// Each reader takes its part at token i and returns the token after it, or 0 if it is not there.
/// What it reads goes into the DateTime, which is left alone otherwise.
class DateClock {
 public:
  DateClock(DateTokens& tokens, DateTime& value) : tokens_(tokens), value_(value) {}

  /// Monday, "Thứ hai", "Chủ nhật", T2, terça-feira, 월요일, (月). `strictly` refuses names of two
  /// letters.
  std::size_t weekday(std::size_t i, bool strictly);

  /// 19:00, 19:00:05.123, 7:00 pm, 7pm, 20h15, 19.00 Uhr, 19 Uhr, 오후 7시 30분, with its zone.
  std::size_t time(std::size_t i);
  bool is_time(std::size_t i);

  /// Z, +07:00, GMT+7, (GMT+7), EST. A bare offset in hours and minutes only where `exact`:
  /// 8:00-9:30 is a span of time.
  std::size_t zone(std::size_t i, bool exact);

 private:
  bool is_short_weekday(std::size_t i);
  std::size_t syllable_weekday(std::size_t i);
  std::size_t digits(std::size_t i, int& minute, int& second, bool& sure);
  bool follows_clock(std::size_t i);
  bool is_sixtieth(std::size_t i);
  std::size_t half_day(std::size_t i, int& half);
  int half_day_syllables(std::size_t i);
  std::size_t offset(std::size_t i, int& minutes);

  DateTokens& tokens_;
  DateTime& value_;
};

}  // namespace thanbai
