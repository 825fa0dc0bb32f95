// The bytes of a file, FIFO, device or standard input, one buffer at a time, unpacked on the way
// if they are gzip (of any number of members) or Zstandard (of any number of frames).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

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
  /// problem() tells.
  std::size_t read(char* to, std::size_t size);

  const std::string& problem() const { return problem_; }   // empty if all is well
  std::uint64_t file_bytes() const { return file_bytes_; }  // of the file, 0 if unknown
  std::uint64_t bytes_taken() const { return taken_; }      // of them, packed as they are

 private:
  class Unpacker;
  class Gzip;
  class Zstandard;
  bool refill();
  std::size_t fail(const std::string& problem);
  std::size_t read_packed(char* to, std::size_t size);

  int descriptor_ = -1;
  bool owned_ = false;
  bool sniffed_ = false;
  bool ended_ = false;
  std::unique_ptr<Unpacker> unpacker_;  // null if the bytes are as they are
  std::string buffer_;                  // read and not yet given are [next_, end_)
  std::size_t next_ = 0;
  std::size_t end_ = 0;
  std::uint64_t file_bytes_ = 0;
  std::uint64_t taken_ = 0;
  std::string problem_;
};

}  // namespace thanbai::program
