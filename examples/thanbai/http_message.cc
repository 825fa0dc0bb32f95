#include "http_message.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "unpack.h"
#include "warc_header.h"

namespace thanbai::program {
namespace {

/// The names of a list such as "gzip, br", in lower case.
std::vector<std::string> names_of(std::string_view list) {
  std::vector<std::string> names;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const std::string_view name = without_blanks(list.substr(0, comma));
    if (!name.empty()) names.push_back(lower_ascii(name));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return names;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char low = lower_ascii(c);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/// The size of a chunk from its line, "1a2b; extension"; false if it is none.
bool chunk_size(std::string_view line, std::size_t& size) {
  line = without_blanks(line.substr(0, line.find(';')));
  size = 0;
  for (const char c : line) {
    const int digit = hex_digit(c);
    if (digit < 0 || size >> 40 != 0) return false;
    size = 16 * size + static_cast<std::size_t>(digit);
  }
  return !line.empty();
}

/// Takes chunks out of their frames, up to where that ends or breaks off, as `cut` tells. False if
/// the body does not begin as chunks do.
bool unchunk(std::string_view body, std::string& out, bool& cut) {
  out.clear();
  cut = true;
  for (bool first = true;; first = false) {
    const std::size_t end = body.find('\n');
    std::size_t size = 0;
    if (end == std::string_view::npos || !chunk_size(take_line(body), size)) return !first;
    if (size == 0) cut = false;
    if (size == 0) return true;  // trailers may follow; they are not for us
    const std::string_view rest = body.substr(std::min(size, body.size()));
    if (first && !rest.empty() && rest[0] != '\r' && rest[0] != '\n') return false;
    out += body.substr(0, size);
    body = rest;
    take_line(body);
  }
}

/// What some servers write that is no coding at all.
bool changes_nothing(std::string_view coding) {
  return coding == "identity" || coding == "none" || coding == "utf-8" || coding == "binary";
}

/// Whether a body begins as text does, without control bytes: then it is not packed (any more).
bool looks_like_text(std::string_view body) {
  constexpr std::size_t looked_at = 256;
  const std::string_view head = body.substr(0, looked_at);
  return std::all_of(head.begin(), head.end(), [](char c) {
    return static_cast<unsigned char>(c) >= ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  });
}

/// Decodes message.body, last coding first.
void decode(const std::vector<std::string>& codings, std::size_t most, HttpBuffers& buffers,
            HttpMessage& message) {
  std::size_t turn = 0;
  for (auto coding = codings.rbegin(); coding != codings.rend(); ++coding) {
    if (changes_nothing(*coding) || message.body.empty()) continue;
    const auto unpacker = unpacker_of_coding(*coding, message.body);
    message.problem = *coding;
    if (unpacker == nullptr) {
      message.state = HttpMessage::Body::unknown_coding;
      return;
    }
    std::string& out = buffers.decoded[turn++ % 2];
    const Unpacked unpacked = unpack(*unpacker, message.body, most, out);
    if (unpacked == Unpacked::damaged && looks_like_text(message.body)) continue;
    if (unpacked == Unpacked::damaged && out.empty()) message.state = HttpMessage::Body::damaged;
    if (unpacked == Unpacked::too_large) message.state = HttpMessage::Body::too_large;
    if (message.state != HttpMessage::Body::good) return;
    if (unpacked == Unpacked::damaged) message.cut = *coding;
    message.body = out;
  }
}

}  // namespace

bool read_http(std::string_view bytes, std::size_t most, HttpBuffers& buffers,
               HttpMessage& message) {
  message = HttpMessage();
  const std::string_view first = take_line(bytes);
  if (first.substr(0, 5) != "HTTP/") return false;
  const std::size_t blank = std::min(first.find(' '), first.size());
  const auto status = decimal(first.substr(std::min(blank + 1, first.size()), 3));
  if (!status) return false;
  message.status = static_cast<int>(*status);
  std::vector<std::string> codings;
  bool chunked = false;
  std::optional<std::uint64_t> length;
  while (!bytes.empty()) {
    const std::string_view line = take_line(bytes);
    if (line.empty()) break;
    std::string_view name;
    std::string_view value;
    if (!split_field(line, name, value)) continue;
    if (is_name(name, "content-type")) message.content_type = value;
    if (is_name(name, "content-length")) length = decimal(value);
    if (is_name(name, "content-encoding")) {
      for (std::string& coding : names_of(value)) codings.push_back(std::move(coding));
    }
    if (is_name(name, "transfer-encoding")) {
      for (std::string& coding : names_of(value)) {
        chunked = chunked || coding == "chunked";
        if (coding != "chunked") codings.push_back(std::move(coding));
      }
    }
  }
  message.body = bytes;
  bool cut = false;
  if (chunked && unchunk(bytes, buffers.unchunked, cut)) {
    message.body = buffers.unchunked;
    if (cut) message.cut = "chunked";
  } else if (!chunked && length && *length > bytes.size()) {
    message.cut = "content-length";
  }
  decode(codings, most, buffers, message);
  return true;
}

}  // namespace thanbai::program
