#include "buffered.h"

#include <algorithm>
#include <string_view>

namespace thanbai::program {
namespace {

constexpr std::size_t buffer_size = std::size_t{256} << 10;

/// Appends to the part of `out` from `begin` on, unless that becomes longer than `most`.
void append(std::string_view part, std::size_t begin, std::size_t most, std::string& out,
            bool& whole) {
  whole = whole && part.size() <= most - std::min(most, out.size() - begin);
  if (whole) {
    out += part;
  } else {
    out.resize(begin);
  }
}

}  // namespace

Buffered::Buffered(ByteStream& stream) : stream_(stream), buffer_(buffer_size, '\0') {}

bool Buffered::line(std::string& out, std::size_t most, bool& whole) {
  const std::size_t begin = out.size();
  whole = true;
  bool any = false;
  while (fill()) {
    any = true;
    const std::string_view rest(buffer_.data() + next_, end_ - next_);
    const std::size_t end = rest.find('\n');
    append(rest.substr(0, end), begin, most, out, whole);
    next_ = end == std::string_view::npos ? end_ : next_ + end + 1;
    if (end == std::string_view::npos) continue;
    if (whole) out += '\n';
    return true;
  }
  return any;
}

bool Buffered::block(std::string& out, std::uint64_t size, std::size_t most, bool& whole) {
  const std::size_t begin = out.size();
  whole = size <= most;
  while (size > 0 && fill()) {
    const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(size, end_ - next_));
    append(std::string_view(buffer_.data() + next_, n), begin, most, out, whole);
    next_ += n;
    size -= n;
  }
  return size == 0;
}

bool Buffered::skip_member() {
  if (!stream_.is_packed()) return false;
  do {
    next_ = end_;
  } while (fill() && !stream_.begins_member());
  return end_ > 0;
}

bool Buffered::fill() {
  if (next_ < end_) return true;
  next_ = 0;
  end_ = stream_.read(buffer_.data(), buffer_.size());
  taken_ += end_;
  return end_ > 0;
}

}  // namespace thanbai::program
