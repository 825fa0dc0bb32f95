#include "byte_stream.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

#include "interrupt.h"

namespace thanbai::program {
namespace {

constexpr std::size_t buffer_size = std::size_t{256} << 10;
constexpr std::size_t magic_size = 4;  // of the longest mark of a packed file

}  // namespace

ByteStream::ByteStream() = default;

ByteStream::~ByteStream() {
  if (owned_ && descriptor_ >= 0) ::close(descriptor_);
}

bool ByteStream::open(const std::string& path) {
  owned_ = path != "-";
  descriptor_ = owned_ ? ::open(path.c_str(), O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
  if (descriptor_ < 0) {
    problem_ = std::strerror(errno);
    return false;
  }
  struct stat status = {};
  if (::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode)) {
    regular_ = true;
    file_bytes_ = static_cast<std::uint64_t>(status.st_size);
  }
  buffer_.resize(buffer_size);
  return true;
}

std::size_t ByteStream::fail(const std::string& problem) {
  problem_ = problem;
  return 0;
}

bool ByteStream::would_wait() const {
  if (regular_ || ended_ || next_ < end_) return false;
  pollfd input = {descriptor_, POLLIN, 0};
  return ::poll(&input, 1, 0) == 0;
}

/// Reads on behind what is not yet given. False at the end, on failure or if interrupted.
bool ByteStream::refill() {
  if (next_ > 0) {
    std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(next_),
              buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
    end_ -= next_;
    next_ = 0;
  }
  for (;;) {
    interrupted_ = interrupted_ || (regular_ ? interrupt_status() != 0
                                             : wait_for_input(descriptor_) == Waited::interrupted);
    if (interrupted_) return false;
    const ssize_t n = ::read(descriptor_, buffer_.data() + end_, buffer_.size() - end_);
    if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (n < 0) problem_ = std::strerror(errno);
    if (n <= 0) return false;
    end_ += static_cast<std::size_t>(n);
    taken_ += static_cast<std::uint64_t>(n);
    return true;
  }
}

std::size_t ByteStream::read(char* to, std::size_t size) {
  if (!problem_.empty() || ended_ || interrupted_ || size == 0) return 0;
  if (!sniffed_) {
    sniffed_ = true;
    while (end_ < magic_size && refill()) {
    }
    if (!problem_.empty() || interrupted_) return 0;
    unpacker_ = unpacker_of_file(std::string_view(buffer_.data(), end_));
  }
  if (unpacker_ != nullptr) return read_packed(to, size);
  if (next_ == end_ && !refill()) return 0;
  const std::size_t n = std::min(size, end_ - next_);
  std::copy_n(buffer_.data() + next_, n, to);
  next_ += n;
  given_begins_ = std::exchange(begins_, false);
  return n;
}

/// Goes to the next member; NULs before it, or at the end, are padding. False at the end, and if
/// something else follows, of which problem() tells.
bool ByteStream::next_member() {
  do {
    while (next_ < end_ && buffer_[next_] == '\0') ++next_;
  } while (next_ == end_ && refill());
  while (end_ - next_ < magic_size && refill()) {
  }
  if (next_ == end_ || !problem_.empty() || interrupted_) return false;
  begins_ = true;
  if (unpacker_->restart(std::string_view(buffer_.data() + next_, end_ - next_))) return true;
  problem_ = "what follows the compressed data is not compressed";
  return false;
}

std::size_t ByteStream::read_packed(char* to, std::size_t size) {
  using State = Unpacker::State;
  for (bool at_end = false;;) {
    const Unpacker::Step step = unpacker_->step(buffer_.data() + next_, end_ - next_, to, size);
    next_ += step.taken;
    if (step.state == State::broken) return fail("the compressed data is damaged");
    if (step.given > 0) given_begins_ = std::exchange(begins_, false);
    if (step.state == State::whole) ended_ = !next_member();
    if (step.given > 0 || ended_) return step.given;
    if (step.state == State::more && step.taken == 0) {
      if (at_end) return fail("the compressed data ends early");
      at_end = !refill();
      if (!problem_.empty() || interrupted_) return 0;
    }
  }
}

}  // namespace thanbai::program
