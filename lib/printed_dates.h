// A dateline's text -> the dates it prints, and which of them is of a later change. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "date.h"

namespace thanbai {

struct PrintedDate {
  FoundDate date;
  std::string_view printed;  // "14:20, 28 Apr 2024", a slice of the text
  bool is_change = false;    // "Updated 14:20, 28 Apr 2024", "Cập nhật: 28/04/2024"
};

/// The first dates of `text` (valid UTF-8, NFC), in reading order: at most two, that of publication
/// and that of a change. `above`: the text over it, which tells if nothing stands before a date.
std::vector<PrintedDate> printed_dates(std::string_view text, std::string_view above,
                                       bool day_first);

/// Whether a declared date has a time of day: midnight mostly stands for none.
bool has_declared_time(const DateTime& declared);

/// Whether what a page shows and what it declares may be the same moment: the same minute in some
/// time zone, or, if only one of them has a time of day, a day that is the other's in some zone.
bool may_agree(const DateTime& shown, const DateTime& declared);

}  // namespace thanbai
