// Corpora as records: JSON Lines, and WARC files with conversion records (WET) or responses.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "byte_stream.h"
#include "chunk.h"
#include "input.h"

namespace thanbai::program {

/// Which members of a JSON object hold what, and how large a record may be.
struct RecordFlags {
  std::string text_field = "text";
  std::string html_field = "html";
  std::string id_field = "id";
  std::string url_field = "url";
  std::size_t max_bytes = std::size_t{64} << 20;
};

/// Takes records off a stream, without looking at what is in them.
class RecordReader {
 public:
  virtual ~RecordReader() = default;

  /// Adds the next record to the chunk. False at the end, or if the stream fails: `problem()` of
  /// one of the two tells.
  virtual bool next(Chunk& chunk) = 0;

  /// Whether next() would wait for somebody to write.
  virtual bool would_wait() const = 0;

  const std::string& problem() const { return problem_; }

 protected:
  std::string problem_;
};

/// A reader of `stream`, which must be open and, as `flags`, outlive it. `from` is a corpus.
std::unique_ptr<RecordReader> record_reader(From from, ByteStream& stream,
                                            const RecordFlags& flags);

/// One page of a corpus. Its views live until the parser is asked for the next.
struct Record {
  enum class State { page, skipped, failed };
  State state = State::page;
  From form = From::text;
  std::string_view page;
  std::string charset;     // of the page, as declared from outside; empty if unknown
  std::string_view url;    // where it was found; empty if unknown
  bool truncated = false;  // the page is only the beginning of what there was
  std::string fields;      // members of the object to come out, as JSON without braces
  const char* error = "";  // the code of what went wrong, if it failed, and why
  std::string message;

  void fail(const char* code, std::string why);
  void fail_too_large(std::size_t most);
};

/// Finds the page in a record. The slow part, so every thread has a parser of its own.
class RecordParser {
 public:
  virtual ~RecordParser() = default;

  /// The bytes of `raw` are in `chunk`, which has simdjson's padding behind them.
  virtual void parse(const Chunk& chunk, const RawRecord& raw, Record& record) = 0;
};

std::unique_ptr<RecordParser> record_parser(From from, const RecordFlags& flags);

/// The two kinds, each in a file of its own.
std::unique_ptr<RecordParser> json_parser(const RecordFlags& flags);
std::unique_ptr<RecordParser> warc_parser(const RecordFlags& flags);

}  // namespace thanbai::program
