// All pages of a corpus file, as the program's own parts read them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "records.h"

namespace thanbai::test {

struct ReadPage {
  program::Record::State state;
  program::From form;
  std::string page, charset, fields, error, message;
  bool truncated;
};

struct ReadCorpus {
  std::vector<ReadPage> pages;
  std::string problem;
};

inline ReadCorpus read_corpus(program::From from, const std::string& path,
                              const program::RecordFlags& flags = {}) {
  ReadCorpus out;
  program::ByteStream stream;
  if (!stream.open(path)) return {{}, stream.problem()};
  const auto reader = program::record_reader(from, stream, flags);
  const auto parser = program::record_parser(from, flags);
  program::Chunk chunk;
  while (reader->next(chunk)) {
    chunk.bytes.append(64, '\0');  // as simdjson needs it
    program::Record record;
    parser->parse(chunk, chunk.records.back(), record);
    out.pages.push_back({record.state, record.form, std::string(record.page), record.charset,
                         record.fields, record.error, record.message, record.truncated});
    chunk.clear();
  }
  out.problem = stream.problem().empty() ? reader->problem() : stream.problem();
  return out;
}

}  // namespace thanbai::test
