// A date is looked for around its core, the day, month and year: numeric (12/07/2020), day and
// month name (22 July 2019), month name and day (July 22, 2019), or with CJK marks (2019年7月22日).
// Around a core found, weekdays, a time and a zone are taken along on both sides. Each token tries
// a bounded number of forms, so the whole is linear.
#include "date.h"

#include <algorithm>

#include "date_clock.h"
#include "date_tokens.h"

namespace thanbai {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2100;
constexpr int buddhist_era = 543;                 // years ahead; 2400 and later are taken for it
constexpr std::size_t most_prefix_tokens = 24;    // "Thứ hai, 19:00:05 (GMT+07:00), ngày" has 17
constexpr std::size_t most_bytes_in_words = 100;  // of a line with "an hour ago" and no digit
constexpr int most_joiners = 4;                   // marks and words between two parts

class Finder {
 public:
  /// `has_digits`: the text may hold some; without, there is no date but "an hour ago".
  Finder(std::string_view text, bool day_first, bool has_digits)
      : tokens_(text), day_first_(day_first), has_digits_(has_digits) {}

  bool find(FoundDate& out) {
    bool found = false;
    for (std::size_t i = 0; !tokens_.is_end(i); ++i) {
      value_ = {};
      std::size_t end = has_digits_ ? core(i) : 0;
      if (end != 0) {
        const std::size_t begin = prefix(i);
        end = suffix(end);
        if (!short_year_ || has_time() || begin < i || is_alone(i, end)) {
          out = {value_, tokens_.at(begin).begin, tokens_.at(end - 1).end, false};
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
    if (tokens_.is_one_of(i - 1, U"/_=&%+#")) return true;
    return tokens_.is_one_of(i - 1, U".-:") && i > 1 && !tokens_.at(i - 1).spaced &&
           tokens_.is_number(i - 2);
  }

  // 12/07/2020, 12-7-2020, 22.07.19, 22. 7. 2019, 2019-07-22
  std::size_t numeric(std::size_t i) {
    const DateToken& mark = tokens_.at(i + 1);
    if (mark.kind != Kind::mark || mark.spaced || !tokens_.is_one_of(i + 1, U"/.-")) return 0;
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
    if (tokens_.is_one_of(i, U"/_")) return true;
    if (tokens_.is_mark(i, U'-')) return word ? separator == U'-' : !clock_.is_time(i + 1);
    return tokens_.is_mark(i, U'.') && !word && separator == U'.';
  }

  // 2019年7月22日, 2019년 7월 22일
  std::size_t ideographic(std::size_t i) {
    if (tokens_.at(i).digits != 4 || !tokens_.is_text(i + 1, "年", "년") ||
        !tokens_.is_number(i + 2) || !tokens_.is_text(i + 3, "月", "월") ||
        !tokens_.is_number(i + 4) || !tokens_.is_text(i + 5, "日", "일")) {
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
    if (tokens_.is_one_of(at, U",.-")) ++at;
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
    const bool is_short_lead =  // "13 Th3, 2024"
        tokens_.is_text(i, "th") && !tokens_.is_glued(i) && tokens_.is_glued_number(i + 1);
    if (!is_short_lead && !tokens_.is_name(i, NameKind::month_lead)) return 0;
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
        std::size_t next = clock_.weekday(at, false);
        if (next == 0 && !has_time()) next = clock_.time(at);
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
        if (!has_time()) next = clock_.time(at);
        if (next == 0) next = clock_.weekday(at, true);
        if (next == 0 && has_time() && !value_.has_offset) next = clock_.zone(at, false);
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
      if (!tokens_.is_one_of(i, U",.-|@()[];:~/") && !tokens_.is_name(i, NameKind::joiner)) break;
    }
    return i;
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

  // Whether a date with a year of two digits, tokens i to end, is all there is between bars or the
  // line's ends, both day and month printed in full: 22.07.19 may be a version, but not there.
  bool is_alone(std::size_t i, std::size_t end) {
    return (i == 0 || tokens_.is_mark(i - 1, U'|')) &&
           (tokens_.is_end(end) || tokens_.is_mark(end, U'|')) && tokens_.at(i).digits == 2 &&
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
      } else if (i > 2 && tokens_.is_text(i - 1, "a") && tokens_.is_text(i - 2, "y")) {
        begin = tokens_.is_text(i - 3, "il") ? i - 3 : i - 2;
        end = at;
      } else {
        if (tokens_.is_text(at, "yang") || tokens_.is_text(at, "για")) ++at;
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
      if (at > i && tokens_.is_text(at, "前", "전")) return at + 1;
      if (!tokens_.is_one_of_syllables(at, "小时時间間分钟鐘日天秒週周月年시간분일초달")) break;
    }
    return 0;
  }

  DateTokens tokens_;
  bool day_first_;
  bool has_digits_;
  bool short_year_ = false;
  DateTime value_;
  DateClock clock_{tokens_, value_};
};

// Whether a byte is a digit or begins the digits of another script, as read by date_tokens.cc.
bool may_hold_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '\xD9' || c == '\xDB' || c == '\xE0' || c == '\xEF';
  });
}

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
  const bool has_digits = may_hold_digit(text);
  if (text.size() > most_bytes_in_words && !has_digits) return false;
  return Finder(text, day_first, has_digits).find(out);
}

bool reads_day_first(std::string_view language) noexcept {
  constexpr std::string_view month_first = "en-us";
  if (language.size() != 2 && language.size() != month_first.size()) return true;
  for (std::size_t i = 0; i < language.size(); ++i) {
    const bool is_same =
        (language[i] | 0x20) == month_first[i] || (language[i] == '_' && month_first[i] == '-');
    if (!is_same) return true;
  }
  return false;
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
