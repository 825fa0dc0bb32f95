#include "date_clock.h"

#include <algorithm>

namespace thanbai {
namespace {

constexpr int most_offset_minutes = 14 * 60;

}  // namespace

std::size_t DateClock::weekday(std::size_t i, bool strictly) {
  if (!tokens_.is_word(i)) return 0;
  if (tokens_.is_name(i, NameKind::weekday)) {
    if (strictly && tokens_.at(i).folded_bytes < 3) return 0;
    std::size_t at = i + 1;
    if (tokens_.is_glued_mark(at, U'-') && tokens_.is_text(at + 1, "feira")) at += 2;
    return tokens_.is_glued_mark(at, U'.') ? at + 1 : at;
  }
  if (tokens_.is_text(i, "chủ")) return tokens_.is_text(i + 1, "nhật") ? i + 2 : 0;
  const bool lead = tokens_.is_name(i, NameKind::weekday_lead);
  if (lead || is_short_weekday(i)) {
    const int day =
        tokens_.is_number(i + 1) ? tokens_.at(i + 1).value : tokens_.name(i + 1, NameKind::numeral);
    return day >= 2 && day <= 7 ? i + 2 : 0;
  }
  return syllable_weekday(i);
}

// T2; the "T" of 2019-07-22T07:00 stands before an hour.
bool DateClock::is_short_weekday(std::size_t i) {
  return tokens_.is_text(i, "t") && tokens_.is_glued_number(i + 1) &&
         tokens_.at(i + 1).digits == 1 && !tokens_.is_glued_mark(i + 2, U':');
}

// 月曜日, 월요일, (月), 星期一, 周日
std::size_t DateClock::syllable_weekday(std::size_t i) {
  if (tokens_.is_one_of_syllables(i, "日月火水木金土일월화수목금토")) {
    if (tokens_.is_text(i + 1, "曜", "요") && tokens_.is_text(i + 2, "日", "일")) return i + 3;
    return i > 0 && tokens_.is_mark(i - 1, U'(') && tokens_.is_mark(i + 1, U')') ? i + 2 : 0;
  }
  if (!tokens_.is_one_of_syllables(i, "星周週禮礼")) return 0;
  const std::size_t day = tokens_.is_text(i + 1, "期", "拜") ? i + 2 : i + 1;
  return tokens_.is_one_of_syllables(day, "一二三四五六日天") ? day + 1 : 0;
}

std::size_t DateClock::time(std::size_t i) {
  if (i > 0 && tokens_.is_glued(i) && tokens_.is_one_of(i - 1, U":.+")) return 0;
  int half = half_day_syllables(i);
  const std::size_t hour_at = half != 0 ? i + 2 : i;
  if (!tokens_.is_number(hour_at) || tokens_.at(hour_at).digits > 2) return 0;
  int hour = tokens_.at(hour_at).value;
  int minute = 0;
  int second = -1;
  bool sure = false;  // that it is a time, not a decimal or a count
  std::size_t at = digits(hour_at, minute, second, sure);
  if (at == 0) return 0;
  at = half_day(at, half);
  if (tokens_.is_name(at, NameKind::time_end)) {
    sure = true;
    ++at;
  }
  if (!sure && at == hour_at + 3) {
    // "18.54 GMT"; "07.57" at the end of a line
    const bool two_digits = tokens_.at(hour_at).digits == 2;
    sure = two_digits && (tokens_.is_end(at) || tokens_.is_name(at, NameKind::zone));
  }
  if (!(sure || half != 0) || hour > 23 || tokens_.is_name(at, NameKind::duration)) return 0;
  if (half == 2 && hour < 12) hour += 12;
  if (half == 1 && hour == 12) hour = 0;
  value_.hour = static_cast<std::int8_t>(hour);
  value_.minute = static_cast<std::int8_t>(minute);
  value_.second = static_cast<std::int8_t>(second);
  const bool is_iso = hour_at > 0 && tokens_.is_glued(hour_at) && tokens_.is_text(hour_at - 1, "t");
  const std::size_t end = zone(at, second >= 0 || is_iso);
  return end != 0 ? end : at;
}

bool DateClock::is_time(std::size_t i) {
  const DateTime saved = value_;
  const bool yes = time(i) != 0;
  value_ = saved;
  return yes;
}

// The digits and marks of a time whose hour is token i; past them, or 0.
std::size_t DateClock::digits(std::size_t i, int& minute, int& second, bool& sure) {
  const bool colon = tokens_.is_glued_mark(i + 1, U':');
  if ((colon || tokens_.is_glued_mark(i + 1, U'.')) && is_sixtieth(i + 2)) {
    sure = colon || follows_clock(i);
    minute = tokens_.at(i + 2).value;
    if (colon && tokens_.is_glued_mark(i + 3, U'\'')) return i + 4;  // "08:15'"
    if (!colon || !tokens_.is_glued_mark(i + 3, U':') || !is_sixtieth(i + 4)) return i + 3;
    second = tokens_.at(i + 4).value;
    const bool fraction = tokens_.is_glued(i + 5) && tokens_.is_one_of(i + 5, U".,") &&
                          tokens_.is_glued_number(i + 6);
    return fraction ? i + 7 : i + 5;
  }
  const int mark = tokens_.name(i + 1, NameKind::hour_mark);
  if (mark == absent) return i + 1;
  sure = true;
  // In "20h 3/4/2021" the minutes are absent.
  const bool minutes = tokens_.is_number(i + 2) && tokens_.at(i + 2).digits <= 2 &&
                       tokens_.at(i + 2).value < 60 && !tokens_.is_one_of(i + 3, U"/.-");
  if (!minutes) return mark == 2 || tokens_.is_name(i + 2, NameKind::after) ? 0 : i + 2;
  minute = tokens_.at(i + 2).value;
  const bool closed =
      tokens_.is_name(i + 3, NameKind::time_end) || tokens_.is_glued_mark(i + 3, U'\'');
  return closed ? i + 4 : i + 3;
}

// Whether a word before i says that a time follows: "kl. 19.00".
bool DateClock::follows_clock(std::size_t i) {
  const std::size_t back = i > 1 && tokens_.is_mark(i - 1, U'.') ? 2 : 1;
  return i >= back && tokens_.name(i - back, NameKind::joiner) == 2;
}

bool DateClock::is_sixtieth(std::size_t i) {
  return tokens_.is_glued_number(i) && tokens_.at(i).digits == 2 && tokens_.at(i).value < 60;
}

// "pm", "p.m.", "SA", "chiều" at i; past it, or i.
std::size_t DateClock::half_day(std::size_t i, int& half) {
  const int value = tokens_.name(i, NameKind::half_day);
  if (value != absent) {
    // "sa" and "ch" are words of other languages.
    const bool doubtful = tokens_.at(i).folded_bytes == 2 && !tokens_.is_text(i, "am", "pm");
    if (doubtful && !tokens_.is_upper(i)) return i;
    half = value;
    return i + 1;
  }
  const bool before = tokens_.is_text(i, "a");
  if ((before || tokens_.is_text(i, "p")) && tokens_.is_glued_mark(i + 1, U'.') &&
      tokens_.is_text(i + 2, "m")) {
    half = before ? 1 : 2;
    return tokens_.is_glued_mark(i + 3, U'.') ? i + 4 : i + 3;
  }
  return i;
}

// 오전 오후 午前 午後 上午 下午 at i: 1 before noon, 2 after, 0 none.
int DateClock::half_day_syllables(std::size_t i) {
  if (tokens_.is_text(i, "오", "午")) {
    if (tokens_.is_text(i + 1, "전", "前")) return 1;
    return tokens_.is_text(i + 1, "후", "後") ? 2 : 0;
  }
  if (!tokens_.is_text(i + 1, "午")) return 0;
  if (tokens_.is_text(i, "上")) return 1;
  return tokens_.is_text(i, "下") ? 2 : 0;
}

std::size_t DateClock::zone(std::size_t i, bool exact) {
  const bool bracketed = tokens_.is_mark(i, U'(');
  const std::size_t first = bracketed ? i + 1 : i;
  int minutes = unknown_offset;
  std::size_t end = 0;
  if (tokens_.is_one_of(first, U"+-")) {
    const bool four = tokens_.is_glued_number(first + 1) && tokens_.at(first + 1).digits == 4;
    const bool split = exact && tokens_.is_glued_mark(first + 2, U':') && is_sixtieth(first + 3);
    if (four || split) end = offset(first, minutes);
  } else if (tokens_.is_name(first, NameKind::zone) && tokens_.is_upper(first) &&
             (tokens_.is_glued(first) || tokens_.at(first).folded_bytes > 1)) {
    minutes = tokens_.name(first, NameKind::zone);
    if (minutes == 0) end = offset(first + 1, minutes);
    if (end == 0) end = first + 1;
  }
  if (end == 0 || (bracketed && !tokens_.is_mark(end, U')'))) return 0;
  if (minutes != unknown_offset) {
    value_.has_offset = true;
    value_.offset_minutes = static_cast<std::int16_t>(minutes);
  }
  return bracketed ? end + 1 : end;
}

// The offset whose sign is token i: +7, +0700, +07:00; past it, or 0.
std::size_t DateClock::offset(std::size_t i, int& minutes) {
  if (!tokens_.is_one_of(i, U"+-") || !tokens_.is_glued_number(i + 1)) return 0;
  const DateToken& number = tokens_.at(i + 1);
  const bool four = number.digits == 4;
  const bool split = !four && tokens_.is_glued_mark(i + 2, U':') && is_sixtieth(i + 3);
  if (!four && number.digits > 2) return 0;
  const int hours = four ? number.value / 100 : number.value;
  const int rest = four ? number.value % 100 : split ? tokens_.at(i + 3).value : 0;
  if (rest > 59 || hours * 60 + rest > most_offset_minutes) return 0;
  minutes = (hours * 60 + rest) * (tokens_.is_mark(i, U'-') ? -1 : 1);
  return split ? i + 4 : i + 2;
}

}  // namespace thanbai
