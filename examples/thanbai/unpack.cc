#include "unpack.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>

namespace thanbai::program {
namespace {

constexpr int gzip_window = 15 + 16;  // zlib's way to say: gzip, not zlib
constexpr int zlib_window = 15;
constexpr int raw_window = -15;            // deflate without a frame
constexpr int largest_zstd_window = 27;    // 128 MiB, zstd's own default limit
constexpr std::size_t first_room = 65536;  // bytes
constexpr std::string_view gzip_magic = "\x1F\x8B";
constexpr std::string_view zstd_magic = "\x28\xB5\x2F\xFD";

bool begins_with(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

unsigned clamped(std::size_t size) {
  return static_cast<unsigned>(std::min<std::size_t>(size, std::numeric_limits<unsigned>::max()));
}

class Inflate : public Unpacker {
 public:
  explicit Inflate(int window) : window_(window) {
    ready_ = ::inflateInit2(&stream_, window) == Z_OK;
  }
  ~Inflate() override { ::inflateEnd(&stream_); }
  Inflate(const Inflate&) = delete;
  Inflate& operator=(const Inflate&) = delete;

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

  bool restart(std::string_view rest) override {
    return window_ == gzip_window && begins_with(rest, gzip_magic) &&
           ::inflateReset(&stream_) == Z_OK;
  }

 private:
  z_stream stream_ = {};
  int window_;
  bool ready_ = false;
};

class Zstandard : public Unpacker {
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

class Brotli : public Unpacker {
 public:
  Brotli() : stream_(::BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {}
  ~Brotli() override { ::BrotliDecoderDestroyInstance(stream_); }
  Brotli(const Brotli&) = delete;
  Brotli& operator=(const Brotli&) = delete;

  Step step(const char* from, std::size_t size, char* to, std::size_t room) override {
    if (stream_ == nullptr) return {0, 0, State::broken};
    std::size_t in = size;
    std::size_t out = room;
    const auto* next_in = reinterpret_cast<const std::uint8_t*>(from);
    auto* next_out = reinterpret_cast<std::uint8_t*>(to);
    const BrotliDecoderResult result =
        ::BrotliDecoderDecompressStream(stream_, &in, &next_in, &out, &next_out, nullptr);
    const State state = result == BROTLI_DECODER_RESULT_SUCCESS ? State::whole
                        : result == BROTLI_DECODER_RESULT_ERROR ? State::broken
                                                                : State::more;
    return {size - in, room - out, state};
  }

  bool restart(std::string_view) override { return false; }

 private:
  BrotliDecoderState* stream_;
};

/// Whether zlib's two bytes of header are there (RFC 1950, 2.2).
bool has_zlib_frame(std::string_view body) {
  if (body.size() < 2) return false;
  const auto first = static_cast<unsigned char>(body[0]);
  const auto second = static_cast<unsigned char>(body[1]);
  return (first & 0x0F) == 8 && (256 * first + second) % 31 == 0;
}

}  // namespace

std::unique_ptr<Unpacker> unpacker_of_file(std::string_view head) {
  if (begins_with(head, gzip_magic)) return std::make_unique<Inflate>(gzip_window);
  if (begins_with(head, zstd_magic)) return std::make_unique<Zstandard>();
  return nullptr;
}

std::unique_ptr<Unpacker> unpacker_of_coding(std::string_view coding, std::string_view body) {
  if (coding == "gzip" || coding == "x-gzip") return std::make_unique<Inflate>(gzip_window);
  if (coding == "deflate") {
    return std::make_unique<Inflate>(has_zlib_frame(body) ? zlib_window : raw_window);
  }
  if (coding == "br") return std::make_unique<Brotli>();
  if (coding == "zstd") return std::make_unique<Zstandard>();
  return nullptr;
}

Unpacked unpack(Unpacker& unpacker, std::string_view packed, std::size_t most, std::string& out) {
  out.clear();
  std::size_t size = 0;
  for (bool ended = false; !ended;) {
    if (size == out.size()) out.resize(std::min(most + 1, std::max(first_room, 2 * out.size())));
    const Unpacker::Step step =
        unpacker.step(packed.data(), packed.size(), out.data() + size, out.size() - size);
    packed.remove_prefix(step.taken);
    size += step.given;
    const bool stuck = step.state == Unpacker::State::more && step.taken == 0 && step.given == 0;
    if (size > most || stuck || step.state == Unpacker::State::broken) {
      out.resize(std::min(size, most));
      return size > most ? Unpacked::too_large : Unpacked::damaged;
    }
    ended = step.state == Unpacker::State::whole && (packed.empty() || !unpacker.restart(packed));
  }
  out.resize(size);
  return Unpacked::whole;
}

}  // namespace thanbai::program
