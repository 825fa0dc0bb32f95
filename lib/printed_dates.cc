#include "printed_dates.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "unicode.h"

namespace thanbai {
namespace {

constexpr std::size_t most_dates = 2;         // of a line
constexpr std::size_t most_lead_bytes = 100;  // before a date; what says more is no label of it
constexpr std::size_t most_above_bytes = 32;  // of a line that is but such a label

// What pages put before the date of a change, case-folded.
constexpr std::string_view changes[] = {
    "updated",        "update",        "modified",      "edited",         "cập nhật",
    "chỉnh sửa",      "sửa đổi",       "aktualisiert",  "aktualisierung", "geändert",
    "stand",          "mis à jour",    "mise à jour",   "modifié",        "actualizado",
    "actualizada",    "actualización", "atualizado",    "atualizada",     "atualização",
    "aggiornato",     "aggiornata",    "aggiornamento", "modificato",     "modifica",
    "actualitzat",    "zuletzt",       "edytowano",     "обновлен",       "обновлён",
    "обновлена",      "bijgewerkt",    "gewijzigd",     "oppdatert",      "uppdaterad",
    "opdateret",      "sist endret",   "päivitetty",    "muokattu",       "güncelleme",
    "güncellendi",    "güncellenme",   "diperbarui",    "dikemas kini",   "aktualizacja",
    "zaktualizowano", "aktualizováno", "aktualizované", "frissítve",      "frissült",
    "actualizat",     "atnaujinta",    "обновлено",     "обновление",     "изменено",
    "оновлено",       "ενημερώθηκε",   "ενημέρωση",     "更新",           "수정",
    "업데이트"};

// Minutes east of UTC of the zones that are not whole hours off it.
constexpr std::int64_t odd_zones[] = {-570, -210, -150, 210, 270, 330, 345,
                                      390,  525,  570,  630, 765, 825};
constexpr std::int64_t westernmost = std::int64_t{-12} * 60;
constexpr std::int64_t easternmost = std::int64_t{14} * 60;
constexpr std::int64_t day_minutes = std::int64_t{24} * 60;

/// Whether one of the words stands in `text`, whole.
bool says_change(std::string_view text) {
  if (text.size() > most_lead_bytes) return false;
  std::string folded;
  unicode::valid_fold(text, folded);
  std::string words = " ";  // parted by single blanks
  const char* p = folded.data();
  for (const char* const end = p + folded.size(); p < end;) {
    const char* const at = p;
    if ((unicode::classes(unicode::valid_next(p)) & unicode::letter) != 0) {
      words.append(at, p);
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.back() != ' ') words += ' ';
  return std::any_of(std::begin(changes), std::end(changes), [&words](std::string_view change) {
    std::size_t at = words.find(change);
    for (; at != std::string::npos; at = words.find(change, at + 1)) {
      if (words[at - 1] == ' ' && words[at + change.size()] == ' ') return true;
    }
    return false;
  });
}

std::int64_t days_of(const DateTime& value) {
  const std::int64_t years = value.year - (value.month < 3 ? 1 : 0);  // that begin in March
  const std::int64_t month = (value.month + 9) % 12;
  return 365 * years + years / 4 - years / 100 + years / 400 + (153 * month + 2) / 5 + value.day;
}

std::int64_t minutes_of(const DateTime& value) {
  return days_of(value) * day_minutes + std::int64_t{value.hour} * 60 + value.minute;
}

std::int64_t utc_minutes_of(const DateTime& value) {
  return minutes_of(value) - value.offset_minutes;
}

bool is_zone(std::int64_t offset) {
  if (offset < westernmost || offset > easternmost) return false;
  return offset % 60 == 0 ||
         std::find(std::begin(odd_zones), std::end(odd_zones), offset) != std::end(odd_zones);
}

bool may_be_on(const DateTime& moment, const DateTime& day) {
  if (days_of(moment) == days_of(day)) return true;
  if (moment.hour < 0 || !moment.has_offset) return false;
  const std::int64_t begin = days_of(day) * day_minutes - utc_minutes_of(moment);
  return begin <= easternmost && begin + day_minutes > westernmost;
}

}  // namespace

std::vector<PrintedDate> printed_dates(std::string_view text, std::string_view above,
                                       bool day_first) {
  std::vector<PrintedDate> dates;
  FoundDate found;
  while (dates.size() < most_dates && find_date(text, day_first, found)) {
    const std::string_view head = unicode::valid_trim(text.substr(0, found.begin));
    const bool is_bare = head.empty() && dates.empty() && above.size() <= most_above_bytes;
    const bool is_change = says_change(is_bare ? above : head);
    dates.push_back({found, text.substr(found.begin, found.end - found.begin), is_change});
    text.remove_prefix(found.end);
  }
  return dates;
}

bool has_declared_time(const DateTime& declared) {
  return declared.hour > 0 || declared.minute > 0 || declared.second > 0;
}

bool may_agree(const DateTime& shown, const DateTime& declared) {
  if (shown.hour < 0) return may_be_on(declared, shown);
  if (!has_declared_time(declared)) return may_be_on(shown, declared);
  if (shown.has_offset && declared.has_offset) {
    const std::int64_t apart = utc_minutes_of(shown) - utc_minutes_of(declared);
    return apart == 0 || apart == 60 || apart == -60;  // many print "CET" in summer, too
  }
  if (!declared.has_offset) return minutes_of(shown) == minutes_of(declared);
  return is_zone(minutes_of(shown) - utc_minutes_of(declared));
}

}  // namespace thanbai
