// A date is looked for around its core, the day, month and year: numeric (12/07/2020), day and
// month name (22 July 2019), month name and day (July 22, 2019), or with CJK marks (2019年7月22日).
// Around a core found, weekdays, a time and a zone are taken along on both sides. Each token tries
// a bounded number of forms, so the whole is linear.
#include "date.h"

#include <algorithm>

#include "date_tokens.h"

namespace thanbai {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2100;
constexpr int buddhist_era = 543;  // years ahead; 2400 and later are taken for it
constexpr int most_offset_minutes = 14 * 60;
constexpr std::size_t most_prefix_tokens = 24;  // "Thứ hai, 19:00:05 (GMT+07:00), ngày" has 17
constexpr int most_joiners = 4;                 // marks and words between two parts

class Finder {
 public:
  Finder(std::string_view text, bool day_first) : tokens_(text), day_first_(day_first) {}

  bool find(FoundDate& out) {
    bool found = false;
    for (std::size_t i = 0; !tokens_.is_end(i); ++i) {
      value_ = {};
      std::size_t end = core(i);
      if (end != 0) {
        const std::size_t begin = prefix(i);
        end = suffix(end);
        if (!short_year_ || has_time() || begin < i || is_alone(i, end)) {
          out = {value_, tokens_.at(begin).begin, 0, false};
          out.end = last(end);
          return true;
        }
      }
      if (!found) found = relative(i, out);
    }
    return found;
  }

 private:
  using Kind = DateToken::Kind;

  // Each of these reads one part at token i and returns the token after it, or 0 if it is not
  // there. No part ends at token 0.

  std::size_t core(std::size_t i) {
    short_year_ = false;
    if (tokens_.is_number(i)) {
      if (tokens_.at(i).digits > 4 || is_cut(i)) return 0;
      if (const std::size_t end = numeric(i)) return end;
      if (const std::size_t end = ideographic(i)) return end;
      if (const std::size_t end = day_month_year(i)) return end;
      return year_month_day(i);
    }
    return tokens_.is_word(i) ? month_day_year(i) : 0;
  }

  // Whether number i continues something: a version, a path, a longer date.
  bool is_cut(std::size_t i) {
    if (i == 0 || tokens_.at(i).spaced) return false;
    if (is_one_of(i - 1, U"/_=&%+#")) return true;
    return is_one_of(i - 1, U".-:") && i > 1 && !tokens_.at(i - 1).spaced &&
           tokens_.is_number(i - 2);
  }

  // 12/07/2020, 12-7-2020, 22.07.19, 22. 7. 2019, 2019-07-22
  std::size_t numeric(std::size_t i) {
    const DateToken& mark = tokens_.at(i + 1);
    if (mark.kind != Kind::mark || mark.spaced || !is_one_of(i + 1, U"/.-")) return 0;
    const char32_t separator = mark.mark;
    if (!tokens_.is_number(i + 2) || !tokens_.is_glued_mark(i + 3, separator) ||
        !tokens_.is_number(i + 4)) {
      return 0;
    }
    const bool wide = !tokens_.is_glued(i + 2) || !tokens_.is_glued(i + 4);
    const DateToken& a = tokens_.at(i);
    const DateToken& b = tokens_.at(i + 2);
    const DateToken& c = tokens_.at(i + 4);
    if (b.digits > 2 || (wide && separator == U'-')) return 0;
    std::size_t end = i + 5;
    if (a.digits == 4 && c.digits <= 2) {
      if (!set_date(a.value, b.value, c.value)) return 0;
      if (wide && tokens_.is_glued_mark(end, U'.')) ++end;
    } else if (a.digits <= 2 && (c.digits == 4 || c.digits == 2)) {
      short_year_ = c.digits == 2;
      if (short_year_ && wide) return 0;
      const int year = !short_year_ ? c.value : c.value + (c.value < 70 ? 2000 : 1900);
      const bool day_first = day_first_ || separator == U'.';
      if (!(day_first ? set_date(year, b.value, a.value) : set_date(year, a.value, b.value)) &&
          !(day_first ? set_date(year, a.value, b.value) : set_date(year, b.value, a.value))) {
        return 0;
      }
    } else {
      return 0;
    }
    return goes_on(end, separator) ? 0 : end;
  }

  // Whether what ends before token i is only the start of something: 1.2.2019.4, 2019/07/22/title.
  bool goes_on(std::size_t i, char32_t separator) {
    if (!tokens_.is_glued(i) || !tokens_.is_glued(i + 1)) return false;
    const bool word = tokens_.is_word(i + 1);
    if (!word && !tokens_.is_number(i + 1)) return false;
    if (is_one_of(i, U"/_")) return true;
    if (tokens_.is_mark(i, U'-')) return word ? separator == U'-' : !is_time(i + 1);
    return tokens_.is_mark(i, U'.') && !word && separator == U'.';
  }

  // 2019年7月22日, 2019년 7월 22일
  std::size_t ideographic(std::size_t i) {
    if (tokens_.at(i).digits != 4 || !is_syllable(i + 1, "年", "년") || !tokens_.is_number(i + 2) ||
        !is_syllable(i + 3, "月", "월") || !tokens_.is_number(i + 4) ||
        !is_syllable(i + 5, "日", "일")) {
      return 0;
    }
    return set_date(tokens_.at(i).value, tokens_.at(i + 2).value, tokens_.at(i + 4).value) ? i + 6
                                                                                           : 0;
  }

  // 22 July 2019, 22. Juli 2019, 22-Jul-2019, 22 de julio de 2019, 12 tháng 7 năm 2020
  std::size_t day_month_year(std::size_t i) {
    if (tokens_.at(i).digits > 2) return 0;
    std::size_t at = ordinal(i + 1);
    if (tokens_.is_glued_mark(at, U'.') || tokens_.is_glued_mark(at, U'-') ||
        tokens_.is_glued_mark(at, U'/')) {
      ++at;
    } else if (tokens_.is_name(at, NameKind::of)) {
      ++at;
    }
    int number = 0;
    at = month(at, number);
    if (at == 0) return 0;
    const bool tied = tokens_.is_glued_mark(at, U'-') || tokens_.is_glued_mark(at, U'/');
    if (tied) {
      ++at;
    } else {
      if (tokens_.is_mark(at, U',')) ++at;
      if (tokens_.is_name(at, NameKind::of)) ++at;
    }
    if (!tokens_.is_number(at)) return 0;
    int year = tokens_.at(at).value;
    if (tied && tokens_.at(at).digits == 2) {
      year += year < 70 ? 2000 : 1900;
    } else if (tokens_.at(at).digits != 4) {
      return 0;
    }
    return set_date(year, number, tokens_.at(i).value) ? at + 1 : 0;
  }

  // July 22, 2019; November 19th 2019
  std::size_t month_day_year(std::size_t i) {
    int number = 0;
    std::size_t at = month(i, number);
    if (at == 0) return 0;
    if (tokens_.is_glued_mark(at, U'-')) ++at;
    if (!tokens_.is_number(at) || tokens_.at(at).digits > 2) return 0;
    const int day = tokens_.at(at).value;
    at = ordinal(at + 1);
    if (is_one_of(at, U",.-")) ++at;
    if (tokens_.is_name(at, NameKind::of)) ++at;
    if (!tokens_.is_number(at) || tokens_.at(at).digits != 4) return 0;
    return set_date(tokens_.at(at).value, number, day) ? at + 1 : 0;
  }

  // 2019. július 22., 2019 July 22
  std::size_t year_month_day(std::size_t i) {
    if (tokens_.at(i).digits != 4) return 0;
    std::size_t at = i + 1;
    if (tokens_.is_glued_mark(at, U'.') || tokens_.is_glued_mark(at, U'-')) ++at;
    int number = 0;
    at = month(at, number);
    if (at == 0) return 0;
    if (tokens_.is_glued_mark(at, U'-')) ++at;
    if (!tokens_.is_number(at) || tokens_.at(at).digits > 2) return 0;
    if (!set_date(tokens_.at(i).value, number, tokens_.at(at).value)) return 0;
    return tokens_.is_glued_mark(at + 1, U'.') ? at + 2 : at + 1;
  }

  // A month's name with its point; "tháng 7", "tháng bảy", "tháng mười hai".
  std::size_t month(std::size_t i, int& number) {
    if (!tokens_.is_word(i)) return 0;
    number = tokens_.name(i, NameKind::month);
    if (number != absent) return tokens_.is_glued_mark(i + 1, U'.') ? i + 2 : i + 1;
    if (!tokens_.is_name(i, NameKind::month_lead)) return 0;
    if (tokens_.is_number(i + 1)) {
      number = tokens_.at(i + 1).value;
      return tokens_.at(i + 1).digits <= 2 ? i + 2 : 0;
    }
    number = tokens_.name(i + 1, NameKind::numeral);
    if (number == absent) return 0;
    const int more = number == 10 ? tokens_.name(i + 2, NameKind::numeral) : absent;
    if (more != 1 && more != 2) return i + 2;
    number += more;
    return i + 3;
  }

  std::size_t ordinal(std::size_t i) {
    return tokens_.is_glued(i) &&
                   (tokens_.is_name(i, NameKind::ordinal) || tokens_.is_mark(i, U'°'))
               ? i + 1
               : i;
  }

  // What stands before the core at i, from its first weekday or time.
  std::size_t prefix(std::size_t i) {
    for (std::size_t j = i - std::min(i, most_prefix_tokens); j < i; ++j) {
      const DateTime saved = value_;
      std::size_t at = j;
      bool whole = true;
      for (int parts = 0; at < i && whole; ++parts) {
        std::size_t next = weekday(at, false);
        if (next == 0 && !has_time()) next = time(at);
        whole = next != 0 && next <= i && parts < 3;
        at = joiners(next, i);
      }
      if (whole && at == i) return j;
      value_ = saved;
    }
    return i;
  }

  // What stands after the core that ends before i.
  std::size_t suffix(std::size_t i) {
    for (int parts = 0; parts < 3; ++parts) {
      std::size_t next = 0;
      for (std::size_t at = i;; ++at) {
        if (!has_time()) next = time(at);
        if (next == 0) next = weekday(at, true);
        if (next == 0 && has_time() && !value_.has_offset) next = zone(at, true);
        if (next != 0 || at == i + most_joiners || joiners(at, at + 1) == at) break;
      }
      if (next == 0) return i;
      i = next;
    }
    return i;
  }

  // Past the marks and small words that may stand between two parts, not past `limit`.
  std::size_t joiners(std::size_t i, std::size_t limit) {
    for (int n = 0; n < 2 * most_joiners && i < limit; ++n, ++i) {
      if (!is_one_of(i, U",.-|@()[];:~/–") && !tokens_.is_name(i, NameKind::joiner)) break;
    }
    return i;
  }

  // Monday, "Thứ hai", "Chủ nhật", T2, terça-feira, 월요일, (月). After a date `strictly` refuses
  // the short ones.
  std::size_t weekday(std::size_t i, bool strictly) {
    if (!tokens_.is_word(i)) return 0;
    const DateToken& token = tokens_.at(i);
    if (tokens_.is_name(i, NameKind::weekday)) {
      if (strictly && token.folded_bytes < 3) return 0;
      std::size_t at = i + 1;
      if (tokens_.is_glued_mark(at, U'-') && is_syllable(at + 1, "feira")) at += 2;
      return tokens_.is_glued_mark(at, U'.') ? at + 1 : at;
    }
    if (tokens_.is_name(i, NameKind::weekday_lead)) {
      const int day = tokens_.is_number(i + 1) ? tokens_.at(i + 1).value
                                               : tokens_.name(i + 1, NameKind::numeral);
      return day >= 2 && day <= 7 ? i + 2 : 0;
    }
    if (token.word() == "chủ") return is_syllable(i + 1, "nhật") ? i + 2 : 0;
    if (token.word() == "t" && tokens_.is_glued_number(i + 1)) {
      const int day = tokens_.at(i + 1).value;
      return day >= 2 && day <= 7 && tokens_.at(i + 1).digits == 1 ? i + 2 : 0;
    }
    if (is_syllable(i, "星", "周") || is_syllable(i, "週", "禮")) {
      const std::size_t at = is_syllable(i + 1, "期", "拜") ? i + 2 : i + 1;
      return is_day_syllable(at) || is_syllable(at, "一", "二") || is_syllable(at, "三", "四") ||
                     is_syllable(at, "五", "六")
                 ? at + 1
                 : 0;
    }
    if (!is_day_syllable(i)) return 0;
    if (is_syllable(i + 1, "曜", "요") && is_syllable(i + 2, "日", "일")) return i + 3;
    return i > 0 && tokens_.is_mark(i - 1, U'(') && tokens_.is_mark(i + 1, U')') ? i + 2 : 0;
  }

  bool is_day_syllable(std::size_t i) {
    static constexpr std::string_view days = "日月火水木金土일월화수목금토";
    return tokens_.is_word(i) && !tokens_.at(i).word().empty() &&
           days.find(tokens_.at(i).word()) != std::string_view::npos;
  }

  // 19:00, 19:00:05.123, 7:00 pm, 7pm, 20h15, 19.00 Uhr, 19 Uhr, 오후 7시 30분, with its zone.
  std::size_t time(std::size_t i) {
    const int half_before = half_day_syllables(i);
    std::size_t at = half_before != 0 ? i + 2 : i;
    if (!tokens_.is_number(at) || tokens_.at(at).digits > 2) return 0;
    if (i > 0 && tokens_.is_glued(i) && is_one_of(i - 1, U":.+")) return 0;
    int hour = tokens_.at(at).value;
    int minute = 0;
    int second = -1;
    bool sure = false;  // that it is a time, not a decimal or a count
    const bool clock = is_clock(at);
    const int mark = tokens_.name(at + 1, NameKind::hour_mark);
    if (tokens_.is_glued_mark(at + 1, U':') && is_minutes(at + 2)) {
      sure = true;
      minute = tokens_.at(at + 2).value;
      at += 3;
      if (tokens_.is_glued_mark(at, U':') && is_minutes(at + 1)) {
        second = tokens_.at(at + 1).value;
        at += 2;
        if ((tokens_.is_glued_mark(at, U'.') || tokens_.is_glued_mark(at, U',')) &&
            tokens_.is_glued_number(at + 1)) {
          at += 2;
        }
      }
    } else if (tokens_.is_glued_mark(at + 1, U'.') && is_minutes(at + 2)) {
      sure = clock;
      minute = tokens_.at(at + 2).value;
      at += 3;
    } else if (mark != absent) {
      at += 2;
      const bool minutes = tokens_.is_number(at) && tokens_.at(at).digits <= 2 &&
                           tokens_.at(at).value < 60 && !tokens_.is_mark(at + 1, U'/') &&
                           !tokens_.is_mark(at + 1, U'.') && !tokens_.is_mark(at + 1, U'-');
      if (minutes) {
        minute = tokens_.at(at).value;
        ++at;
        if (tokens_.is_name(at, NameKind::time_end) || tokens_.is_glued_mark(at, U'\'')) ++at;
      } else if (mark == 2 || tokens_.is_name(at, NameKind::after)) {
        return 0;
      }
      sure = true;
    } else {
      ++at;
    }
    int half = half_before;
    at = half_day(at, half);
    if (tokens_.is_name(at, NameKind::time_end)) {
      sure = true;
      ++at;
    }
    const std::size_t zone_end = zone_then_set(at, hour, half, sure || half != 0, minute, second);
    return zone_end;
  }

  // The end of a time whose digits end before `at`; sets it if all is well.
  std::size_t zone_then_set(std::size_t at, int hour, int half, bool sure, int minute, int second) {
    if (!sure || hour > 23 || minute > 59 || second > 60 || is_duration(at)) return 0;
    if (half == 2 && hour < 12) hour += 12;
    if (half == 1 && hour == 12) hour = 0;
    value_.hour = static_cast<std::int8_t>(hour);
    value_.minute = static_cast<std::int8_t>(minute);
    value_.second = static_cast<std::int8_t>(std::min(second, 59));
    const std::size_t end = zone(at, second >= 0);
    return end != 0 ? end : at;
  }

  bool is_duration(std::size_t i) { return tokens_.is_name(i, NameKind::duration); }
  bool is_time(std::size_t i) {
    const DateTime saved = value_;
    const bool yes = time(i) != 0;
    value_ = saved;
    return yes;
  }

  // "pm", "p.m.", "SA", "chiều" at i; past it.
  std::size_t half_day(std::size_t i, int& half) {
    const int value = tokens_.name(i, NameKind::half_day);
    if (value != absent) {
      // "sa" and "ch" are words of other languages.
      if (tokens_.at(i).folded_bytes == 2 && !is_syllable(i, "am", "pm") && !tokens_.is_upper(i)) {
        return i;
      }
      half = value;
      return i + 1;
    }
    const bool before = is_syllable(i, "a");
    if ((before || is_syllable(i, "p")) && tokens_.is_glued_mark(i + 1, U'.') &&
        is_syllable(i + 2, "m")) {
      half = before ? 1 : 2;
      return tokens_.is_glued_mark(i + 3, U'.') ? i + 4 : i + 3;
    }
    return i;
  }

  // 오전 오후 午前 午後 上午 下午
  int half_day_syllables(std::size_t i) {
    if (is_syllable(i, "오", "午")) {
      if (is_syllable(i + 1, "전", "前")) return 1;
      return is_syllable(i + 1, "후", "後") ? 2 : 0;
    }
    if (!is_syllable(i + 1, "午")) return 0;
    return is_syllable(i, "上") ? 1 : is_syllable(i, "下") ? 2 : 0;
  }

  // Whether a word before i says that a time follows: "kl. 19.00".
  bool is_clock(std::size_t i) {
    for (std::size_t back = 1; back <= 2 && back <= i; ++back) {
      if (tokens_.name(i - back, NameKind::joiner) == 2) return true;
      if (!tokens_.is_mark(i - back, U'.')) return false;
    }
    return false;
  }

  bool is_minutes(std::size_t i) {
    return tokens_.is_glued_number(i) && tokens_.at(i).digits == 2 && tokens_.at(i).value < 60;
  }

  // Z, +07:00, GMT+7, (GMT+7), EST. A bare offset in hours and minutes only where `exact`:
  // 8:00-9:30 is a span of time.
  std::size_t zone(std::size_t i, bool exact) {
    if (tokens_.is_mark(i, U'(') || tokens_.is_mark(i, U'[')) {
      const std::size_t end = zone(i + 1, false);
      return end != 0 && is_one_of(end, U")]") ? end + 1 : 0;
    }
    int sign = sign_of(i);
    if (sign != 0) {
      if (!tokens_.is_glued_number(i + 1)) return 0;
      const bool four = tokens_.at(i + 1).digits == 4;
      const bool split = tokens_.is_glued_mark(i + 2, U':') && is_minutes(i + 3) && exact;
      return four || split ? offset(i, sign) : 0;
    }
    const int minutes = tokens_.name(i, NameKind::zone);
    if (minutes == absent || !tokens_.is_upper(i)) return 0;
    if (tokens_.at(i).folded_bytes == 1 && !tokens_.is_glued(i)) return 0;
    sign = sign_of(i + 1);
    if (minutes == 0 && sign != 0 && tokens_.is_glued_number(i + 2)) {
      const std::size_t end = offset(i + 1, sign);
      if (end != 0) return end;
    }
    if (minutes != unknown_offset) set_offset(minutes);
    return i + 1;
  }

  int sign_of(std::size_t i) {
    return tokens_.is_mark(i, U'+') ? 1 : tokens_.is_mark(i, U'-') ? -1 : 0;
  }

  // The offset whose sign is token i: +7, +0700, +07:00.
  std::size_t offset(std::size_t i, int sign) {
    const DateToken& number = tokens_.at(i + 1);
    int minutes = number.value * 60;
    std::size_t end = i + 2;
    if (number.digits == 4) {
      minutes = number.value / 100 * 60 + number.value % 100;
    } else if (number.digits > 2) {
      return 0;
    } else if (tokens_.is_glued_mark(end, U':') && is_minutes(end + 1)) {
      minutes += tokens_.at(end + 1).value;
      end += 2;
    }
    if (minutes > most_offset_minutes || number.value % 100 > 59) return 0;
    set_offset(sign * minutes);
    return end;
  }

  void set_offset(int minutes) {
    value_.has_offset = true;
    value_.offset_minutes = static_cast<std::int16_t>(minutes);
  }

  bool has_time() const { return value_.hour >= 0; }

  // Sets the day if there is such a day.
  bool set_date(int year, int month, int day) {
    if (year >= 2400) year -= buddhist_era;
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1) return false;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int days = month == 2 ? (leap ? 29 : 28) : 30 + ((month + (month > 7 ? 1 : 0)) % 2);
    if (day > days) return false;
    value_.year = static_cast<std::int16_t>(year);
    value_.month = static_cast<std::int8_t>(month);
    value_.day = static_cast<std::int8_t>(day);
    return true;
  }

  // Whether a date with a year of two digits, tokens i to end, is all there is, both day and month
  // printed in full: 22.07.19 may be a version, but not alone on its line.
  bool is_alone(std::size_t i, std::size_t end) {
    return i == 0 && tokens_.is_end(end) && tokens_.at(i).digits == 2 &&
           tokens_.at(i + 2).digits == 2;
  }

  // "12 giờ trước", "2 hours ago", "vor 3 Stunden", "3小时前" at token i, its number.
  bool relative(std::size_t i, FoundDate& out) {
    const bool number = tokens_.is_number(i) && tokens_.at(i).digits <= 3 && !is_cut(i);
    if (!number && !tokens_.is_name(i, NameKind::one)) return false;
    if (!tokens_.is_word(i + 1)) return false;
    std::size_t end = relative_syllables(i + 1);
    std::size_t begin = i;
    if (end == 0 && tokens_.is_name(i + 1, NameKind::unit)) {
      std::size_t at = tokens_.is_glued_mark(i + 2, U'.') ? i + 3 : i + 2;
      if (i > 0 && tokens_.is_name(i - 1, NameKind::before)) {
        begin = i - 1;
        end = at;
      } else if (i > 2 && is_syllable(i - 1, "a") && is_syllable(i - 2, "y")) {
        begin = is_syllable(i - 3, "il") ? i - 3 : i - 2;
        end = at;
      } else {
        if (is_syllable(at, "yang") || is_syllable(at, "για")) ++at;
        if (tokens_.is_name(at, NameKind::after)) end = at + 1;
      }
    }
    if (end == 0) return false;
    out = {};
    out.begin = tokens_.at(begin).begin;
    out.end = tokens_.at(end - 1).end;
    out.relative = true;
    return true;
  }

  // 小时前, 時間前, 일 전
  std::size_t relative_syllables(std::size_t i) {
    for (std::size_t at = i; at < i + 3; ++at) {
      if (at > i && is_syllable(at, "前", "전")) return at + 1;
      static constexpr std::string_view units = "小时時间間分钟鐘日天秒週周月年시간분일초달";
      if (!tokens_.is_word(at) || tokens_.at(at).word().empty() ||
          units.find(tokens_.at(at).word()) == std::string_view::npos) {
        break;
      }
    }
    return 0;
  }

  bool is_syllable(std::size_t i, std::string_view a, std::string_view b = {}) {
    if (!tokens_.is_word(i)) return false;
    const std::string_view word = tokens_.at(i).word();
    return word == a || (!b.empty() && word == b);
  }

  bool is_one_of(std::size_t i, std::u32string_view marks) {
    const DateToken& token = tokens_.at(i);
    return token.kind == Kind::mark && marks.find(token.mark) != std::u32string_view::npos;
  }

  // The byte after the token before `end`.
  std::uint32_t last(std::size_t end) { return tokens_.at(end - 1).end; }

  DateTokens tokens_;
  bool day_first_;
  bool short_year_ = false;
  DateTime value_;
};

void append_number(std::string& out, int value, int digits) {
  std::string text = std::to_string(value);
  out.append(text.size() < static_cast<std::size_t>(digits)
                 ? static_cast<std::size_t>(digits) - text.size()
                 : 0,
             '0');
  out += text;
}

}  // namespace

bool find_date(std::string_view text, bool day_first, FoundDate& out) {
  out = {};
  return Finder(text, day_first).find(out);
}

std::string to_iso(const DateTime& value) {
  std::string out;
  if (value.year == 0) return out;
  append_number(out, value.year, 4);
  out += '-';
  append_number(out, value.month, 2);
  out += '-';
  append_number(out, value.day, 2);
  if (value.hour < 0) return out;
  out += 'T';
  append_number(out, value.hour, 2);
  out += ':';
  append_number(out, std::max<int>(value.minute, 0), 2);
  if (value.second >= 0) {
    out += ':';
    append_number(out, value.second, 2);
  }
  if (!value.has_offset) return out;
  const int offset = value.offset_minutes < 0 ? -value.offset_minutes : value.offset_minutes;
  out += value.offset_minutes < 0 ? '-' : '+';
  append_number(out, offset / 60, 2);
  out += ':';
  append_number(out, offset % 60, 2);
  return out;
}

}  // namespace thanbai
