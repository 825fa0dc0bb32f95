#include "byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>
#include <string_view>

namespace thanbai::program {
namespace {

constexpr std::size_t buffer_size = std::size_t{256} << 10;
constexpr int widest_gzip_window = 15 + 16;  // zlib's way to say: gzip, not zlib
constexpr int largest_zstd_window = 27;      // 128 MiB, zstd's own default limit
constexpr std::string_view gzip_magic = "\x1F\x8B";
constexpr std::string_view zstd_magic = "\x28\xB5\x2F\xFD";

bool begins_with(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

unsigned clamped(std::size_t size) {
  return static_cast<unsigned>(std::min<std::size_t>(size, std::numeric_limits<unsigned>::max()));
}

}  // namespace

/// Takes packed bytes from [next, next + size) and gives unpacked ones.
class ByteStream::Unpacker {
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

class ByteStream::Gzip : public Unpacker {
 public:
  Gzip() { ready_ = ::inflateInit2(&stream_, widest_gzip_window) == Z_OK; }
  ~Gzip() override { ::inflateEnd(&stream_); }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;

  Step step(const char* from, std::size_t size, char* to, std::size_t room) override {
    if (!ready_) return {0, 0, State::broken};
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(from));
    stream_.avail_in = clamped(size);
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = clamped(room);
    const unsigned in = stream_.avail_in;
    const unsigned out = stream_.avail_out;
    const int result = ::inflate(&stream_, Z_NO_FLUSH);
    const State state = result == Z_STREAM_END                    ? State::whole
                        : result == Z_OK || result == Z_BUF_ERROR ? State::more
                                                                  : State::broken;
    return {in - stream_.avail_in, out - stream_.avail_out, state};
  }

  /// What follows the last member and is no member is padding, as gzip takes it.
  bool restart(std::string_view rest) override {
    return begins_with(rest, gzip_magic) && ::inflateReset(&stream_) == Z_OK;
  }

 private:
  z_stream stream_ = {};
  bool ready_ = false;
};

class ByteStream::Zstandard : public Unpacker {
 public:
  Zstandard() : stream_(::ZSTD_createDCtx()) {
    if (stream_ != nullptr) {
      ::ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, largest_zstd_window);
    }
  }
  ~Zstandard() override { ::ZSTD_freeDCtx(stream_); }
  Zstandard(const Zstandard&) = delete;
  Zstandard& operator=(const Zstandard&) = delete;

  Step step(const char* from, std::size_t size, char* to, std::size_t room) override {
    if (stream_ == nullptr) return {0, 0, State::broken};
    ZSTD_inBuffer in = {from, size, 0};
    ZSTD_outBuffer out = {to, room, 0};
    const std::size_t left = ::ZSTD_decompressStream(stream_, &out, &in);
    const State state = ::ZSTD_isError(left) != 0 ? State::broken
                        : left == 0               ? State::whole
                                                  : State::more;
    return {in.pos, out.pos, state};
  }

  bool restart(std::string_view) override { return true; }  // also skips skippable frames

 private:
  ZSTD_DCtx* stream_;
};

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
    file_bytes_ = static_cast<std::uint64_t>(status.st_size);
  }
  buffer_.resize(buffer_size);
  return true;
}

std::size_t ByteStream::fail(const std::string& problem) {
  problem_ = problem;
  return 0;
}

/// Reads on behind what is not yet given. False at the end or on failure.
bool ByteStream::refill() {
  if (next_ > 0) {
    std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(next_),
              buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
    end_ -= next_;
    next_ = 0;
  }
  for (;;) {
    const ssize_t n = ::read(descriptor_, buffer_.data() + end_, buffer_.size() - end_);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) problem_ = std::strerror(errno);
    if (n <= 0) return false;
    end_ += static_cast<std::size_t>(n);
    taken_ += static_cast<std::uint64_t>(n);
    return true;
  }
}

std::size_t ByteStream::read(char* to, std::size_t size) {
  if (!problem_.empty() || ended_ || size == 0) return 0;
  if (!sniffed_) {
    sniffed_ = true;
    while (end_ < zstd_magic.size() && refill()) {
    }
    if (!problem_.empty()) return 0;
    const std::string_view head(buffer_.data(), end_);
    if (begins_with(head, gzip_magic)) unpacker_ = std::make_unique<Gzip>();
    if (begins_with(head, zstd_magic)) unpacker_ = std::make_unique<Zstandard>();
  }
  if (unpacker_ != nullptr) return read_packed(to, size);
  if (next_ == end_ && !refill()) return 0;
  const std::size_t n = std::min(size, end_ - next_);
  std::copy_n(buffer_.data() + next_, n, to);
  next_ += n;
  return n;
}

std::size_t ByteStream::read_packed(char* to, std::size_t size) {
  using State = Unpacker::State;
  for (bool at_end = false;;) {
    const Unpacker::Step step = unpacker_->step(buffer_.data() + next_, end_ - next_, to, size);
    next_ += step.taken;
    if (step.state == State::broken) return fail("the compressed data is damaged");
    if (step.state == State::whole) {
      while (end_ - next_ < 2 && refill()) {
      }
      if (!problem_.empty()) return 0;
      const std::string_view rest(buffer_.data() + next_, end_ - next_);
      ended_ = rest.empty() || !unpacker_->restart(rest);
    }
    if (step.given > 0 || ended_) return step.given;
    if (step.state == State::more && step.taken == 0) {
      if (at_end) return fail("the compressed data ends early");
      at_end = !refill();
      if (!problem_.empty()) return 0;
    }
  }
}

}  // namespace thanbai::program
