// Lines and blocks of a stream. What is larger than asked for is skipped, not stored.
#pragma once

#include <cstdint>
#include <string>

#include "byte_stream.h"

namespace thanbai::program {

class Buffered {
 public:
  /// `stream` must outlive it.
  explicit Buffered(ByteStream& stream);

  /// Appends the next line, with its \n if `most` has room for it. `whole` is false, and nothing is
  /// appended, if the line was longer than `most` without it. False at the end.
  bool line(std::string& out, std::size_t most, bool& whole);

  /// Appends the next `size` bytes; `whole` as above. False if the stream ends before.
  bool block(std::string& out, std::uint64_t size, std::size_t most, bool& whole);

  /// Leaves out all up to the next member of a packed file. False if there is none.
  bool skip_member();

  /// Bytes given or left out so far, unpacked.
  std::uint64_t position() const { return taken_ - (end_ - next_); }

  bool would_wait() const { return next_ == end_ && stream_.would_wait(); }

 private:
  bool fill();

  ByteStream& stream_;
  std::string buffer_;
  std::size_t next_ = 0;
  std::size_t end_ = 0;
  std::uint64_t taken_ = 0;  // of the stream
};

}  // namespace thanbai::program
