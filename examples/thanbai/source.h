// The input files of a run, one after the other, as chunks.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus_files.h"
#include "records.h"

namespace thanbai::program {

class Source {
 public:
  /// `prompt`: records that are there go out before the stream is waited for; else only the bytes
  /// read decide where a chunk ends. All must outlive it.
  Source(const std::vector<CorpusFile>& files, From from, const RecordFlags& flags, bool prompt)
      : files_(files), from_(from), flags_(flags), prompt_(prompt) {}

  /// Fills a cleared chunk. False when there is nothing more, or an interrupt came.
  bool read(Chunk& chunk);

  /// Bytes of the files, as they are on disk, that were read.
  std::uint64_t bytes_taken() const { return taken_ + (stream_ ? stream_->bytes_taken() : 0); }

 private:
  void fill(Chunk& chunk);
  void end_file(Chunk& chunk, std::string problem);

  const std::vector<CorpusFile>& files_;
  const From from_;
  const RecordFlags& flags_;
  const bool prompt_;
  std::size_t next_ = 0;
  std::uint64_t taken_ = 0;  // of files that have ended
  std::optional<ByteStream> stream_;
  std::unique_ptr<RecordReader> reader_;
};

}  // namespace thanbai::program
