// The text of a line known to be a byline or dateline -> its author, its source, its date. Pure.
// Texts are valid UTF-8, NFC; all views are slices of the text given, empty if it prints no such
// thing.
#pragma once

#include <cstdint>
#include <string_view>

#include "date.h"

namespace thanbai {

/// What speaks for a source.
enum class Sourcing : std::uint8_t {
  place,   // only where it stands: "(Example)", "Jane Doe | Example"
  outlet,  // its words or its form are an outlet's: "The Example Times", "example.org"
  known,   // "Source:", the name of an agency, or "Báo …"
  said,    // "Theo": of a text, never of a picture
};

struct Byline {
  std::string_view author;    // "Jane Doe and John Roe", without "By"
  std::string_view source;    // agency or outlet: "TTXVN/Vietnam+", without "Theo"
  bool is_name_like = false;  // whether the author reads like names of people
  bool is_said = false;       // a lead-in names the author: "By", "Tác giả:"
  Sourcing sourcing = Sourcing::place;
};

/// "Ảnh: Mai Quý", "(Image: Jane Doe)": who is named made no text; parse_byline gives nothing.
bool is_photo_credit(std::string_view text);

/// "By", "Author:", "Tác giả": the line above a name that says whose it is.
bool is_author_label(std::string_view text);

struct Dateline {
  bool has_date = false;
  FoundDate date;            // its span covers `printed`
  std::string_view printed;  // "Thứ hai, 22/07/2019 19:00 PM"
  Byline byline;             // what else the line credits
};

/// "(TTXVN/Vietnam+)", "Mai Quý", "By Jane Doe, Reuters", "Tin, ảnh: X", "Hà Thu (theo AP)". Prose
/// gives nothing.
Byline parse_byline(std::string_view text);

/// "Theo Hanoimoi| 12/07/2020 14:57", "Nguyên Minh - 07/03/2026 08:47". `day_first` as in
/// find_date.
Dateline parse_dateline(std::string_view text, bool day_first);

/// One to five short capitalised names in a row, parted by commas, dashes, slashes or "and", up to
/// 60 characters, nothing else: "Mai Quý", "Đình Văn - Lê Tuyết", "K.TOÀN - H.P", "PV". Place names
/// and short headlines in capitals look the same. Always false for scripts without capitals.
bool looks_like_names(std::string_view text);

/// Whether `letters` are the first ones of the words of `name`, in capitals and two or more: "TN"
/// stands for the face of "Tường Nhi".
bool are_initials(std::string_view letters, std::string_view name);

}  // namespace thanbai
