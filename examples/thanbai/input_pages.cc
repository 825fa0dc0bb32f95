#include "input_pages.h"

#include <simdjson.h>

#include "output.h"

namespace thanbai::program {
namespace {

/// The page of a record, or why there is none.
bool read_record(const Record& record, const InputFlags& flags, InputPage& out,
                 std::string& problem) {
  if (record.state == Record::State::failed) {
    problem = record.message;
    return false;
  }
  out.bytes = std::make_unique<const std::string>(record.page);
  const std::string& charset = flags.charset.empty() ? record.charset : flags.charset;
  if (!read_page(*out.bytes, record.form, charset, false, out.page, problem) &&
      !read_page(*out.bytes, record.form, {}, false, out.page, problem)) {  // an unknown charset
    return false;
  }
  out.page.lines.address = record.url;
  return true;
}

bool for_each_record(const PageFile& file, From from, const InputFlags& flags,
                     const std::function<void(InputPage&)>& then) {
  ByteStream stream;
  if (!stream.open(file.path)) {
    complain(file.path, stream.problem());
    return false;
  }
  const auto reader = record_reader(from, stream, flags.records);
  const auto parser = record_parser(from, flags.records);
  Record record;
  for (Chunk chunk; reader->next(chunk); chunk.clear()) {
    chunk.bytes.append(simdjson::SIMDJSON_PADDING, '\0');
    for (const RawRecord& raw : chunk.records) {
      parser->parse(chunk, raw, record);
      if (record.state == Record::State::skipped) continue;
      InputPage page;
      std::string problem;
      page.name = file.name + ':' + std::to_string(raw.line);
      if (read_record(record, flags, page, problem)) {
        then(page);
      } else {
        complain(file.path + ':' + std::to_string(raw.line), problem);
      }
    }
  }
  const std::string& problem = stream.problem().empty() ? reader->problem() : stream.problem();
  if (!problem.empty()) complain(file.path, problem);
  return problem.empty();
}

}  // namespace

bool for_each_page(const PageFile& file, const InputFlags& flags,
                   const std::function<void(InputPage&)>& then) {
  const From from = form_of_file(file.path, flags.from);
  if (is_corpus(from)) return for_each_record(file, from, flags, then);
  std::string bytes;
  std::string problem;
  InputPage page;
  page.name = file.name;
  if (!read_file(file.path, bytes, problem)) {
    complain(file.path, problem);
    return false;
  }
  page.bytes = std::make_unique<const std::string>(std::move(bytes));
  if (!read_page(*page.bytes, from, flags.charset, false, page.page, problem)) {
    complain(file.path, problem);
    return false;
  }
  then(page);
  return true;
}

}  // namespace thanbai::program
