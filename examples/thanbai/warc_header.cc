#include "warc_header.h"

#include <algorithm>

namespace thanbai::program {
namespace {

/// Some writers put URIs in angle brackets, as WARC 1.0's grammar had it by mistake.
std::string_view without_brackets(std::string_view uri) {
  const bool has = uri.size() > 1 && uri.front() == '<' && uri.back() == '>';
  return has ? uri.substr(1, uri.size() - 2) : uri;
}

}  // namespace

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower_ascii(c);
  return out;
}

std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  return text.substr(0, text.find_last_not_of(blanks) + 1);
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

bool split_field(std::string_view line, std::string_view& name, std::string_view& value) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return false;
  name = without_blanks(line.substr(0, colon));
  value = without_blanks(line.substr(colon + 1));
  return true;
}

bool is_name(std::string_view name, std::string_view lower) {
  return name.size() == lower.size() &&
         std::equal(name.begin(), name.end(), lower.begin(),
                    [](char a, char b) { return lower_ascii(a) == b; });
}

std::optional<std::uint64_t> decimal(std::string_view text) {
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || value > (UINT64_MAX - 9) / 10) return std::nullopt;
    value = 10 * value + static_cast<std::uint64_t>(c - '0');
  }
  return text.empty() ? std::nullopt : std::optional(value);
}

MediaType media_type(std::string_view text) {
  const std::size_t end = std::min(text.find(';'), text.size());
  MediaType media{lower_ascii(without_blanks(text.substr(0, end))), {}};
  text.remove_prefix(end);
  while (!text.empty()) {
    text.remove_prefix(1);
    const std::size_t next = std::min(text.find(';'), text.size());
    const std::string_view parameter = text.substr(0, next);
    text.remove_prefix(next);
    const std::size_t equals = std::min(parameter.find('='), parameter.size());
    if (!is_name(without_blanks(parameter.substr(0, equals)), "charset")) continue;
    std::string_view value =
        without_blanks(parameter.substr(std::min(equals + 1, parameter.size())));
    constexpr std::string_view quotes = "\"'";
    value.remove_prefix(std::min(value.find_first_not_of(quotes), value.size()));
    media.charset = value.substr(0, value.find_last_not_of(quotes) + 1);
    break;
  }
  return media;
}

WarcHeader warc_header(std::string_view header) {
  WarcHeader out;
  take_line(header);
  while (!header.empty()) {
    std::string_view name;
    std::string_view value;
    if (!split_field(take_line(header), name, value)) continue;
    if (is_name(name, "warc-type")) out.type = value;
    if (is_name(name, "warc-record-id")) out.id = value;
    if (is_name(name, "warc-target-uri")) out.url = without_brackets(value);
    if (is_name(name, "warc-date")) out.date = value;
    if (is_name(name, "content-type")) out.content_type = value;
    if (is_name(name, "warc-truncated")) out.truncated = value;
    if (is_name(name, "content-length")) out.size = decimal(value);
  }
  return out;
}

}  // namespace thanbai::program
