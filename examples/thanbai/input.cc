#include "input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <limits>

namespace thanbai::program {
namespace {

constexpr std::size_t page_limit = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t first_read = std::size_t{64} << 10;  // bytes, where the size is unknown

/// Closes what it opened; standard input stays open.
class Descriptor {
 public:
  explicit Descriptor(const std::string& path)
      : owned_(path != "-"), number_(owned_ ? ::open(path.c_str(), O_RDONLY | O_CLOEXEC) : 0) {}
  ~Descriptor() {
    if (owned_ && number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  bool owned_;
  int number_;
};

std::size_t expected_size(int descriptor) {
  struct stat status = {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return 0;
  return static_cast<std::size_t>(status.st_size);
}

}  // namespace

const std::map<std::string, From> from_names = {{"auto", From::automatic}, {"text", From::text}};

bool read_file(const std::string& path, std::string& bytes, std::string& problem) {
  bytes.clear();
  const Descriptor file(path);
  std::size_t size = 0;
  if (file.number() >= 0) {
    // One byte more than expected, so that the last read can see the end.
    bytes.resize(std::clamp(expected_size(file.number()) + 1, first_read, page_limit + 1));
    for (;;) {
      const ssize_t n = ::read(file.number(), bytes.data() + size, bytes.size() - size);
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) break;
      size += static_cast<std::size_t>(n);
      if (n == 0) {
        bytes.resize(size);
        return true;
      }
      if (size > page_limit) {
        problem = "the page is larger than 4 GiB";
        return false;
      }
      if (size == bytes.size()) bytes.resize(std::min(2 * size, page_limit + 1));
    }
  }
  problem = std::strerror(errno);
  return false;
}

Lines read_lines(const Utf8& utf8, From from) {
  switch (from) {
    case From::automatic:
    case From::text: break;
  }
  return read_text(utf8);
}

}  // namespace thanbai::program
