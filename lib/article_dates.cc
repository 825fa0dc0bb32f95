#include "article_dates.h"

#include <algorithm>
#include <string>
#include <utility>

#include "printed_dates.h"

namespace thanbai {
namespace {

constexpr std::size_t reach_of_teasers = 8;  // lines below the article where their dates begin

std::string day_of(const DateTime& value) {
  DateTime day = value;
  day.hour = day.minute = day.second = -1;
  day.has_offset = false;
  return to_iso(day);
}

class DateReader {
 public:
  DateReader(const std::vector<LabelledLine>& lines, const ArticleRows& rows,
             const Metadata& metadata, bool day_first)
      : lines_(lines), rows_(rows), metadata_(metadata), day_first_(day_first) {}

  ArticleDates run() const {
    ArticleDates out;
    FoundDate declared;
    FoundDate modified;
    const bool has_declared = find_date(metadata_.published, day_first_, declared);
    const bool has_modified = find_date(metadata_.modified, day_first_, modified);
    PrintedDate shown;
    PrintedDate changed;
    const bool are_teasers_below = count_dates_below() > 1;
    bool is_shown_below = false;
    int best = 0;
    for (std::size_t i = 0; i < rows_.credits.size(); ++i) {
      for (const PrintedDate& date :
           dates_of(rows_.credits[i], has_declared ? &declared.value : nullptr)) {
        const DateTime& value = date.date.value;
        if (date.date.relative) {
          if (out.printed.empty()) out.printed = date.printed;
          continue;
        }
        const bool agrees = has_declared && may_agree(value, declared.value);
        const bool is_modified = has_modified && has_declared && may_agree(value, modified.value);
        if (!agrees && (date.is_change || is_modified)) {
          if (changed.printed.empty() && date.is_change) changed = date;
          continue;
        }
        const bool same_day = has_declared && day_of(value) == day_of(declared.value);
        const bool stands_in = i < rows_.credits_at_headline || !has_declared;
        const int rank = agrees ? 3 : !stands_in ? 0 : same_day ? 2 : 1;
        const bool is_others = !agrees && rows_.is_below(rows_.credits[i]) && are_teasers_below;
        if (rank <= best || is_others) continue;
        best = rank;
        shown = date;
        is_shown_below = rows_.is_below(rows_.credits[i]);
      }
    }
    // Nothing is published after its change: what says so below is another article's.
    if (is_shown_below && !changed.printed.empty() &&
        day_of(shown.date.value) > day_of(changed.date.value)) {
      best = 0;
    }
    if (best == 0) shown = has_declared ? PrintedDate() : std::exchange(changed, {});
    if (!shown.printed.empty()) out.printed = shown.printed;

    const bool is_shown = !shown.printed.empty() && !says_more(declared.value, shown.date.value);
    out.published = is_shown ? shown.date.value : declared.value;
    out.modified = has_modified ? modified.value : changed.date.value;
    return out;
  }

 private:
  /// How many lines soon below the article have dates: several are those of teasers or comments.
  std::size_t count_dates_below() const {
    std::size_t count = 0;
    const std::size_t end = std::min(lines_.size(), rows_.last + 1 + reach_of_teasers);
    for (std::size_t row = rows_.last + 1; row < end; ++row) {
      FoundDate date;
      const bool has_date = lines_[row].label == Label::dateline &&
                            find_date(text(row), day_first_, date) && !date.relative;
      count += rows_.is_below(row) && has_date ? 1 : 0;
    }
    return count;
  }

  /// Whether what is declared tells the moment that is shown, and no less of it.
  static bool says_more(const DateTime& declared, const DateTime& shown) {
    if (declared.year == 0 || !may_agree(shown, declared)) return false;
    if (!has_declared_time(declared)) return shown.hour < 0;
    return declared.has_offset || !shown.has_offset;
  }

  /// The dates a row prints. Of two readings of 3/4/2019 that which is the declared day is meant.
  std::vector<PrintedDate> dates_of(std::size_t row, const DateTime* declared) const {
    const std::string_view above = row == 0 ? std::string_view() : text(row - 1);
    std::vector<PrintedDate> dates = printed_dates(text(row), above, day_first_);
    if (dates.empty() || declared == nullptr) return dates;
    const std::vector<PrintedDate> others = printed_dates(text(row), above, !day_first_);
    for (std::size_t i = 0; i < std::min(dates.size(), others.size()); ++i) {
      if (may_agree(dates[i].date.value, *declared)) continue;
      if (may_agree(others[i].date.value, *declared)) dates[i] = others[i];
    }
    return dates;
  }

  std::string_view text(std::size_t row) const { return lines_[row].line.text; }

  const std::vector<LabelledLine>& lines_;
  const ArticleRows& rows_;
  const Metadata& metadata_;
  bool day_first_;
};

}  // namespace

ArticleDates article_dates(const std::vector<LabelledLine>& lines, const ArticleRows& rows,
                           const Metadata& metadata, bool day_first) {
  return DateReader(lines, rows, metadata, day_first).run();
}

}  // namespace thanbai
