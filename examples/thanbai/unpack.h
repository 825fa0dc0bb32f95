// Decompression, one buffer at a time: what files are packed with, and what HTTP calls content
// codings.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace thanbai::program {

/// Takes packed bytes and gives unpacked ones, as much of both as there is.
class Unpacker {
 public:
  enum class State { more, whole, broken };  // `whole`: a member has ended, another may begin
  struct Step {
    std::size_t taken = 0;
    std::size_t given = 0;
    State state = State::more;
  };
  virtual ~Unpacker() = default;
  virtual Step step(const char* from, std::size_t size, char* to, std::size_t room) = 0;
  virtual bool restart(std::string_view rest) = 0;  // false if `rest` begins no other member
};

/// For a file that begins so; null if it is not packed. `head` needs four bytes, if there are.
std::unique_ptr<Unpacker> unpacker_of_file(std::string_view head);

/// For an HTTP content coding in lower case; null if nobody knows it. `deflate` is taken with and
/// without zlib's frame, since servers send both; `body` tells which.
std::unique_ptr<Unpacker> unpacker_of_coding(std::string_view coding, std::string_view body);

enum class Unpacked { whole, damaged, too_large };

/// All of `packed`, of any number of members, into `out`, at most `most` bytes. `out` holds what
/// came before the damage.
Unpacked unpack(Unpacker& unpacker, std::string_view packed, std::size_t most, std::string& out);

}  // namespace thanbai::program
