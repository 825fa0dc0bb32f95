#include "input.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <new>

#include "byte_stream.h"

namespace thanbai::program {
namespace {

constexpr std::size_t page_limit = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t first_read = std::size_t{64} << 10;  // bytes, where the size is unknown

constexpr std::string_view warc_mark = "WARC/1.";  // begins each record

constexpr std::size_t sniffed_bytes = 2048;
constexpr std::size_t enough_tags = 5;  // text has a left-over <br> or two; a fragment has more

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// Whether a tag's name ends at `text`'s begin.
bool ends_name(std::string_view text) {
  return !text.empty() && std::string_view("> \t\r\n\f/").find(text[0]) != std::string_view::npos;
}

bool begins_page(std::string_view tag) {
  for (const std::string_view name : {"<!doctype html", "<html", "<head", "<body"}) {
    if (tag.substr(0, name.size()) == name && ends_name(tag.substr(name.size()))) return true;
  }
  return false;
}

/// Whether a tag such as `<p class="a">` or `</p>` begins at `text`'s begin, which is "<".
bool begins_tag(std::string_view text) {
  text.remove_prefix(text.size() > 1 && text[1] == '/' ? 2 : 1);
  std::size_t end = 0;
  while (end < text.size() && (is_letter(text[end]) || (end > 0 && text[end] <= '9'))) ++end;
  if (end == 0 || !ends_name(text.substr(end))) return false;
  const std::size_t close = text.find_first_of("<>", end);
  return close != std::string_view::npos && text[close] == '>';
}

}  // namespace

const std::map<std::string, From> from_names = {{"auto", From::automatic}, {"html", From::html},
                                                {"text", From::text},      {"jsonl", From::jsonl},
                                                {"wet", From::wet},        {"warc", From::warc}};

bool is_corpus(From from) { return from == From::jsonl || from == From::wet || from == From::warc; }

From form_of_file(std::string_view path, From from) {
  if (from != From::automatic) return from;
  const auto take_ending = [&path](std::string_view ending) {
    const bool ends = path.size() >= ending.size() &&
                      path.compare(path.size() - ending.size(), ending.size(), ending) == 0;
    if (ends) path.remove_suffix(ending.size());
    return ends;
  };
  if (!take_ending(".gz")) take_ending(".zst");
  if (take_ending(".jsonl") || take_ending(".ndjson")) return From::jsonl;
  if (take_ending(".wet")) return From::wet;
  return take_ending(".warc") ? From::warc : From::automatic;
}

bool read_file(const std::string& path, std::string& bytes, std::string& problem) {
  bytes.clear();
  ByteStream file;
  if (!file.open(path)) {
    problem = file.problem();
    return false;
  }
  std::size_t size = 0;
  // One byte more than expected, so that the last read can see the end.
  bytes.resize(std::clamp<std::size_t>(file.file_bytes() + 1, first_read, page_limit + 1));
  while (const std::size_t n = file.read(bytes.data() + size, bytes.size() - size)) {
    size += n;
    if (size > page_limit) {
      problem = "the page is larger than 4 GiB";
      return false;
    }
    if (size == bytes.size()) bytes.resize(std::min(2 * size, page_limit + 1));
  }
  bytes.resize(size);
  problem = file.problem();
  return problem.empty();
}

bool looks_like_html(std::string_view bytes) {
  std::string head;  // in lower case, and without the NULs of UTF-16
  for (const char c : bytes.substr(0, sniffed_bytes)) {
    if (c != '\0') head += lower(c);
  }
  std::size_t tags = 0;
  for (std::size_t i = head.find('<'); i != std::string::npos; i = head.find('<', i + 1)) {
    const std::string_view rest = std::string_view(head).substr(i);
    if (begins_page(rest)) return true;
    if (begins_tag(rest) && ++tags == enough_tags) return true;
  }
  return false;
}

bool read_page(std::string_view bytes, From from, const std::string& charset, bool links,
               Page& page, std::string& problem) {
  page.form = from;
  if (from == From::automatic && bytes.substr(0, warc_mark.size()) == warc_mark) {
    problem = "a WARC file; read it with --from warc or --from wet";
    return false;
  }
  if (from == From::automatic) page.form = looks_like_html(bytes) ? From::html : From::text;
  if (page.form == From::html) {
    page.utf8 = std::make_unique<const Utf8>(html_to_utf8(bytes, charset));
    HtmlOptions options;
    options.links = links;
    page.lines = read_html(*page.utf8, options);
    return true;
  }
  Result<Utf8> utf8 = to_utf8(bytes, charset);
  if (!utf8) {
    if (utf8.error().code == ErrorCode::out_of_memory) throw std::bad_alloc();
    problem = utf8.error().message;
    return false;
  }
  page.utf8 = std::make_unique<const Utf8>(*std::move(utf8));
  page.lines = read_text(*page.utf8);
  return true;
}

}  // namespace thanbai::program
