// Header lines as WARC and HTTP have them: "Name: value", up to an empty line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace thanbai::program {

char lower_ascii(char c);
std::string lower_ascii(std::string_view text);
std::string_view without_blanks(std::string_view text);  // at both ends

/// Takes the first line off `text`, without its line end.
std::string_view take_line(std::string_view& text);

/// Splits "Name: value", blanks around either left out; false if there is no colon.
bool split_field(std::string_view line, std::string_view& name, std::string_view& value);

/// Whether two names are the same but for ASCII case; `lower` is in lower case.
bool is_name(std::string_view name, std::string_view lower);

/// A whole decimal number.
std::optional<std::uint64_t> decimal(std::string_view text);

/// What a media type such as `text/html; charset="utf-8"` says.
struct MediaType {
  std::string type;     // in lower case: "text/html"
  std::string charset;  // as written; empty if not said
};
MediaType media_type(std::string_view text);

/// The fields of a WARC record's header that we need. Views of the header.
struct WarcHeader {
  std::string_view type;
  std::string_view id;
  std::string_view url;
  std::string_view date;
  std::string_view content_type;
  std::string_view truncated;         // why the block is not all there was; empty if it is
  std::optional<std::uint64_t> size;  // of the block behind it
};

/// `header` begins with the line "WARC/1.0".
WarcHeader warc_header(std::string_view header);

}  // namespace thanbai::program
