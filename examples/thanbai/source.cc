#include "source.h"

#include <simdjson.h>

#include <new>

#include "interrupt.h"

namespace thanbai::program {

bool Source::read(Chunk& chunk) {
  if (!reader_ && (next_ == files_.size() || interrupt_status() != 0)) return false;
  try {
    fill(chunk);
  } catch (const std::bad_alloc&) {
    end_file(chunk, "not enough memory");
  }
  return true;
}

void Source::fill(Chunk& chunk) {
  chunk.file = reader_ ? next_ - 1 : next_++;
  if (!reader_) {
    stream_.emplace();
    if (!stream_->open(files_[chunk.file].input)) return end_file(chunk, stream_->problem());
    reader_ = record_reader(from_, *stream_, flags_);
  }
  while (chunk.bytes.size() < chunk_bytes) {
    if (prompt_ && !chunk.records.empty() && reader_->would_wait()) break;
    if (reader_->next(chunk)) continue;
    end_file(chunk, stream_->problem().empty() ? reader_->problem() : stream_->problem());
    break;
  }
  chunk.record_bytes = chunk.bytes.size();
  chunk.bytes.append(simdjson::SIMDJSON_PADDING, '\0');
}

void Source::end_file(Chunk& chunk, std::string problem) {
  chunk.last = true;
  chunk.whole = problem.empty() && stream_ && !stream_->interrupted();
  chunk.problem = std::move(problem);
  if (stream_) taken_ += stream_->bytes_taken();
  reader_.reset();
  stream_.reset();
}

}  // namespace thanbai::program
