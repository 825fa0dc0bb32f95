#include "records.h"

#include "json_lines.h"
#include "warc.h"

namespace thanbai::program {

void Record::fail(const char* code, std::string why) {
  state = State::failed;
  error = code;
  message = std::move(why);
}

void Record::fail_too_large(std::size_t most) {
  fail("record_too_large", "larger than " + std::to_string(most) + " bytes");
}

std::unique_ptr<RecordReader> record_reader(From from, ByteStream& stream,
                                            const RecordFlags& flags) {
  if (from == From::jsonl) return read_json_lines(stream, flags);
  return read_warc(from, stream, flags);
}

std::unique_ptr<RecordParser> record_parser(From from, const RecordFlags& flags) {
  if (from == From::jsonl) return json_parser(flags);
  return warc_parser(flags);
}

}  // namespace thanbai::program
