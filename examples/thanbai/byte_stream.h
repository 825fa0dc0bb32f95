// The bytes of a file, FIFO, device or standard input, one buffer at a time, unpacked on the way
// if they are gzip (of any number of members) or Zstandard (of any number of frames).
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "unpack.h"

namespace thanbai::program {

class ByteStream {
 public:
  ByteStream();
  ~ByteStream();
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  /// "-" is standard input. False, and the reason in problem(), if it cannot be opened.
  bool open(const std::string& path);

  /// Fills up to `size` bytes and gives their number: 0 at the end, or on failure, of which
  /// problem() tells, or if an Interrupt came, after which the stream has ended().
  std::size_t read(char* to, std::size_t size);

  /// Whether what read() gave last begins the file or a member of it. A read() gives bytes of one
  /// member.
  bool begins_member() const { return given_begins_; }
  bool is_packed() const { return unpacker_ != nullptr; }

  /// Whether read() would wait for somebody to write.
  bool would_wait() const;

  const std::string& problem() const { return problem_; }   // empty if all is well
  bool interrupted() const { return interrupted_; }         // the end may be within a record
  std::uint64_t file_bytes() const { return file_bytes_; }  // of a regular file, else 0
  std::uint64_t bytes_taken() const { return taken_; }      // of the file, packed as it is

 private:
  bool refill();
  std::size_t fail(const std::string& problem);
  bool next_member();
  std::size_t read_packed(char* to, std::size_t size);

  int descriptor_ = -1;
  bool owned_ = false;
  bool regular_ = false;  // a regular file, which never waits
  bool sniffed_ = false;
  bool ended_ = false;
  bool interrupted_ = false;
  bool begins_ = true;  // what is given next begins the file or a member
  bool given_begins_ = false;
  std::unique_ptr<Unpacker> unpacker_;  // null if the bytes are as they are
  std::string buffer_;                  // read and not yet given are [next_, end_)
  std::size_t next_ = 0;
  std::size_t end_ = 0;
  std::uint64_t file_bytes_ = 0;
  std::uint64_t taken_ = 0;
  std::string problem_;
};

}  // namespace thanbai::program
