// Corpora as streams of records: JSON Lines, and the conversion records of WARC files (WET).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "byte_stream.h"
#include "input.h"

namespace thanbai::program {

/// Which fields of a JSON object hold what, and how large a record may be.
struct RecordFlags {
  std::string text_field = "text";
  std::string html_field = "html";
  std::size_t max_bytes = std::size_t{64} << 20;
};

/// One page of a corpus. If `error_code` is not empty it could not be read, and `message` says why.
struct Record {
  From form = From::text;
  std::string page;    // UTF-8
  std::string fields;  // members of the record to come out, as JSON without braces: "id":1,"a":[]
  std::uint64_t line = 0;  // 1-based, of a JSON Lines file; else the record's number
  std::string error_code;
  std::string message;
};

class RecordReader {
 public:
  virtual ~RecordReader() = default;

  /// False at the end, or if the stream fails: `stream.problem()` or `problem()` tells.
  virtual bool next(Record& record) = 0;
  const std::string& problem() const { return problem_; }

 protected:
  std::string problem_;
};

/// A reader of `stream`, which must be open and outlive it.
std::unique_ptr<RecordReader> read_json_lines(ByteStream& stream, const RecordFlags& flags);
std::unique_ptr<RecordReader> read_wet(ByteStream& stream, const RecordFlags& flags);

/// Finds the page and the other members in `record.page`, a JSON object; one with an integer beyond
/// 64 bits fails, as simdjson has it. Slow work, so it is the
/// caller's to do in parallel.
void parse_json_record(const RecordFlags& flags, Record& record);

/// Any bytes as a JSON string.
std::string json_string(std::string_view text);

}  // namespace thanbai::program
