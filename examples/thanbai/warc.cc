#include "warc.h"

#include "buffered.h"
#include "http_message.h"
#include "json_text.h"
#include "warc_header.h"

namespace thanbai::program {
namespace {

constexpr std::size_t most_header_bytes = std::size_t{64} << 10;
constexpr std::string_view conversion = "conversion";
constexpr std::string_view response = "response";
constexpr std::string_view resource = "resource";

class Warc : public RecordReader {
 public:
  Warc(From from, ByteStream& stream, const RecordFlags& flags)
      : responses_(from == From::warc), stream_(stream), input_(stream), flags_(flags) {}

  bool next(Chunk& chunk) override {
    const std::size_t begin = chunk.bytes.size();
    for (;;) {
      wrong_ = nullptr;
      const Took took = take(chunk, begin);
      if (took == Took::page) return true;
      chunk.bytes.resize(begin);
      if (took == Took::nothing && (wrong_ == nullptr || !recover())) return false;
    }
  }

  bool would_wait() const override { return input_.would_wait(); }

 private:
  enum class Took { page, other, nothing };

  /// Appends the next record. Nothing at the end, and if something is wrong, as wrong_ tells.
  Took take(Chunk& chunk, std::size_t begin) {
    if (!header(chunk.bytes)) return Took::nothing;
    const WarcHeader header = warc_header(std::string_view(chunk.bytes).substr(begin));
    if (!header.size) return fail("a WARC record without Content-Length");
    const bool is_page = header.type == conversion ||
                         (responses_ && (header.type == response || header.type == resource));
    bool whole = true;
    if (!input_.block(chunk.bytes, *header.size, is_page ? flags_.max_bytes : 0, whole)) {
      return fail("the last record ends early");
    }
    if (!is_page) {
      ++chunk.counts.skipped;
      return Took::other;
    }
    chunk.records.push_back({begin, chunk.bytes.size() - begin, ++number_, !whole});
    return Took::page;
  }

  /// Appends "WARC/1.0", fields, an empty line. Empty lines before it end the record before. False
  /// at the end and if it is none.
  bool header(std::string& out) {
    const std::size_t begin = out.size();
    bool whole = true;
    do {
      out.resize(begin);
      begin_ = input_.position();
      if (!input_.line(out, most_header_bytes, whole)) return false;
    } while (whole && out.find_first_not_of("\r\n", begin) == std::string::npos);
    ++record_;
    if (out.compare(begin, 5, "WARC/") != 0) {
      fail("not a WARC record");
      return false;
    }
    for (std::size_t line = out.size(); input_.line(out, most_header_bytes, whole);
         line = out.size()) {
      if (whole && out.find_first_not_of("\r\n", line) == std::string::npos) return true;
      if (out.size() - begin > most_header_bytes) break;
    }
    fail("a WARC header without end");
    return false;
  }

  Took fail(const char* what) {
    if (!stream_.interrupted()) wrong_ = what;
    return Took::nothing;
  }

  /// Remembers the first thing wrong and where, and goes to the next member: often one a record.
  /// False if there is none.
  bool recover() {
    const bool more = input_.skip_member();
    if (problem_.empty()) {
      problem_ = wrong_;
      problem_ += " (record " + std::to_string(record_) + ", at byte " + std::to_string(begin_);
      problem_ += stream_.is_packed() ? ", unpacked)" : ")";
      if (more) problem_ += "; reading went on at the next member";
    }
    return more;
  }

  const bool responses_;
  ByteStream& stream_;
  Buffered input_;
  const RecordFlags& flags_;
  std::uint64_t number_ = 0;  // of pages
  std::uint64_t record_ = 0;  // number of the record
  std::uint64_t begin_ = 0;   // and its first byte
  const char* wrong_ = nullptr;
};

bool is_page(std::string_view type) {
  return type == "text/html" || type == "application/xhtml+xml" || type == "text/plain";
}

class WarcParser : public RecordParser {
 public:
  explicit WarcParser(const RecordFlags& flags) : most_(flags.max_bytes) {}

  void parse(const Chunk& chunk, const RawRecord& raw, Record& record) override {
    record = Record();
    std::string_view rest(chunk.bytes.data() + raw.begin, raw.size);
    const std::string_view all = rest;
    while (!take_line(rest).empty()) {
    }
    const WarcHeader header = warc_header(all.substr(0, all.size() - rest.size()));
    add_member("id", header.id, record.fields);
    add_member("url", header.url, record.fields);
    add_member("date", header.date, record.fields);
    if (raw.too_large) return record.fail_too_large(most_);
    record.page = rest;
    record.url = header.url;
    mark_truncated(header.truncated, record);
    if (header.type == conversion) {
      record.charset = "UTF-8";
      return;
    }
    MediaType media = media_type(header.content_type);
    if (header.type == response) {
      if (!read_http(rest, most_, buffers_, message_) || message_.status / 100 != 2) {
        record.state = Record::State::skipped;
        return;
      }
      media = media_type(message_.content_type);
      record.page = message_.body;
    }
    record.form = media.type == "text/plain" ? From::text
                  : media.type.empty()       ? From::automatic
                                             : From::html;
    record.charset = std::move(media.charset);
    if (!media.type.empty() && !is_page(media.type)) {
      record.state = Record::State::skipped;
    } else if (header.type == response) {
      check_body(record);
      mark_truncated(message_.cut, record);
    }
  }

 private:
  /// `why` as WARC-Truncated has it, or what of HTTP tells; empty if the page is whole.
  static void mark_truncated(std::string_view why, Record& record) {
    if (why.empty() || record.truncated) return;
    record.truncated = true;
    add_member("truncated", why, record.fields);
  }

  void check_body(Record& record) const {
    switch (message_.state) {
      case HttpMessage::Body::good: return;
      case HttpMessage::Body::too_large: return record.fail_too_large(most_);
      case HttpMessage::Body::damaged:
        return record.fail("bad_content", "the " + message_.problem + " content is damaged");
      case HttpMessage::Body::unknown_coding:
        return record.fail("bad_content", "unknown content coding " + message_.problem);
    }
  }

  const std::size_t most_;
  HttpBuffers buffers_;
  HttpMessage message_;
};

}  // namespace

std::unique_ptr<RecordReader> read_warc(From from, ByteStream& stream, const RecordFlags& flags) {
  return std::make_unique<Warc>(from, stream, flags);
}

std::unique_ptr<RecordParser> warc_parser(const RecordFlags& flags) {
  return std::make_unique<WarcParser>(flags);
}

}  // namespace thanbai::program
