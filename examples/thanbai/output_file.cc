#include "output_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <new>

namespace thanbai::program {
namespace {

constexpr int gzip_level = 6;
constexpr int gzip_window = 15 + 16;  // zlib's way to say: gzip, not zlib
constexpr int gzip_memory = 8;        // zlib's default
constexpr int zstd_level = 3;
constexpr mode_t mode = 0666;  // less the umask

bool ends_with(std::string_view text, std::string_view with) {
  return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

}  // namespace

const std::map<std::string, Packing> packing_names = {
    {"none", Packing::none}, {"gzip", Packing::gzip}, {"zstd", Packing::zstd}};

Packing packing_of(std::string_view name) {
  if (ends_with(name, ".gz")) return Packing::gzip;
  return ends_with(name, ".zst") ? Packing::zstd : Packing::none;
}

std::string_view suffix_of(Packing packing) {
  if (packing == Packing::none) return "";
  return packing == Packing::gzip ? ".gz" : ".zst";
}

void pack_gzip(std::string& bytes) {
  z_stream stream = {};
  if (::deflateInit2(&stream, gzip_level, Z_DEFLATED, gzip_window, gzip_memory,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  const std::unique_ptr<z_stream, decltype(&::deflateEnd)> closer(&stream, &::deflateEnd);
  std::string packed(::deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  std::size_t in = bytes.size();  // that zlib has not been given yet: it counts in 32 bits
  std::size_t out = packed.size();
  const auto give = [](std::size_t& rest, unsigned& available) {
    const auto more = static_cast<unsigned>(std::min<std::size_t>(rest, UINT_MAX - available));
    available += more;
    rest -= more;
  };
  int result = Z_OK;
  while (result == Z_OK) {
    give(in, stream.avail_in);
    give(out, stream.avail_out);
    result = ::deflate(&stream, in == 0 ? Z_FINISH : Z_NO_FLUSH);
  }
  if (result != Z_STREAM_END) throw std::bad_alloc();  // nothing else can go wrong
  packed.resize(stream.total_out);
  bytes = std::move(packed);
}

class OutputFile::Zstandard {
 public:
  Zstandard()
      : stream_(::ZSTD_createCCtx(), &::ZSTD_freeCCtx), out_(::ZSTD_CStreamOutSize(), '\0') {
    if (!stream_) throw std::bad_alloc();
    ::ZSTD_CCtx_setParameter(stream_.get(), ZSTD_c_compressionLevel, zstd_level);
    ::ZSTD_CCtx_setParameter(stream_.get(), ZSTD_c_checksumFlag, 1);
  }

  /// Gives packed bytes to `put`, as they become ready; all there are if `end`.
  template <class Put>
  Written pack(std::string_view bytes, bool end, const Put& put) {
    ZSTD_inBuffer in = {bytes.data(), bytes.size(), 0};
    for (bool more = true; more;) {
      ZSTD_outBuffer out = {out_.data(), out_.size(), 0};
      const std::size_t left =
          ::ZSTD_compressStream2(stream_.get(), &out, &in, end ? ZSTD_e_end : ZSTD_e_continue);
      if (::ZSTD_isError(left) != 0) throw std::bad_alloc();  // nothing else can go wrong
      const Written written = put(std::string_view(out_.data(), out.pos));
      if (written != Written::all) return written;
      more = end ? left > 0 : in.pos < in.size;
    }
    return Written::all;
  }

 private:
  std::unique_ptr<ZSTD_CCtx, decltype(&::ZSTD_freeCCtx)> stream_;
  std::string out_;
};

OutputFile::OutputFile() = default;

OutputFile::~OutputFile() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

bool OutputFile::open(const std::string& path, Packing packing) {
  path_ = path == "-" ? "standard output" : path;
  part_.clear();
  packing_ = packing;
  empty_ = true;
  zstd_ = packing == Packing::zstd ? std::make_unique<Zstandard>() : nullptr;
  if (path == "-") {
    descriptor_ = STDOUT_FILENO;
    return true;
  }
  std::error_code ignored;
  const std::filesystem::path target = std::filesystem::canonical(path, ignored);
  if (!target.empty()) path_ = target;  // a symbolic link stays one
  const std::filesystem::path folder = std::filesystem::path(path_).parent_path();
  std::error_code error;
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) {
    complain(path_, error.message());
    return false;
  }
  struct stat status = {};
  const bool exists = ::stat(path_.c_str(), &status) == 0;
  if (exists && !S_ISREG(status.st_mode)) {
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    part_ = path_ + ".part";
    if (!open_part()) return false;
  }
  if (descriptor_ < 0) fail();
  return descriptor_ >= 0;
}

/// Opens NAME.part for this process alone. False if another has it; that has been told.
bool OutputFile::open_part() {
  for (;;) {
    descriptor_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, mode);
    if (descriptor_ < 0) return true;
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
      complain(path_, "another process is writing it");
      ::close(descriptor_);
      descriptor_ = -1;
      return false;
    }
    // The other may have finished, and renamed the file, before we had the lock.
    struct stat ours = {};
    struct stat named = {};
    if (::fstat(descriptor_, &ours) == 0 && ::stat(part_.c_str(), &named) == 0 &&
        ours.st_ino == named.st_ino) {
      break;
    }
    ::close(descriptor_);
  }
  if (::ftruncate(descriptor_, 0) != 0) fail();
  return descriptor_ >= 0;
}

/// Tells what errno is, and gives up the file.
Written OutputFile::fail() {
  complain(path_, std::strerror(errno));
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
  descriptor_ = -1;
  if (!part_.empty()) ::unlink(part_.c_str());
  return Written::failed;
}

Written OutputFile::put(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor_, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && errno == EPIPE) return Written::reader_left;
    if (n < 0) return fail();
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return Written::all;
}

Written OutputFile::write(std::string_view bytes) {
  empty_ = empty_ && bytes.empty();
  if (!zstd_) return put(bytes);
  return zstd_->pack(bytes, false, [this](std::string_view packed) { return put(packed); });
}

Written OutputFile::close(bool whole) {
  Written written = Written::all;
  if (packing_ == Packing::gzip && empty_) {
    std::string nothing;
    pack_gzip(nothing);
    written = put(nothing);
  }
  if (zstd_) {
    written = zstd_->pack({}, true, [this](std::string_view packed) { return put(packed); });
  }
  if (written != Written::all) return written;
  const bool has_part = !part_.empty();
  if (has_part && whole && ::fsync(descriptor_) != 0) return fail();
  if (has_part && whole && ::rename(part_.c_str(), path_.c_str()) != 0) return fail();
  // A file system may tell of a failure only now.
  const bool closed = descriptor_ == STDOUT_FILENO || ::close(descriptor_) == 0;
  descriptor_ = -1;
  if (!closed) {
    complain(path_, std::strerror(errno));
    return Written::failed;
  }
  return Written::all;
}

}  // namespace thanbai::program
