// JSON Lines, cut at line ends. Blank lines and byte order marks, which joined files have in the
// middle too, are no records.
#include "json_lines.h"

#include <string_view>

#include "buffered.h"

namespace thanbai::program {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

class JsonLines : public RecordReader {
 public:
  JsonLines(ByteStream& stream, const RecordFlags& flags)
      : stream_(stream), input_(stream), flags_(flags) {}

  bool next(Chunk& chunk) override {
    const std::size_t begin = chunk.bytes.size();
    bool whole = true;
    while (input_.line(chunk.bytes, flags_.max_bytes, whole)) {
      ++line_;
      const bool ends = !whole || chunk.bytes.back() == '\n';
      if (!ends && stream_.interrupted()) break;  // a part of a line
      std::string_view line = std::string_view(chunk.bytes).substr(begin);
      if (line_ == 1 && (line.substr(0, 2) == "\xFF\xFE" || line.substr(0, 2) == "\xFE\xFF")) {
        problem_ = "UTF-16; JSON Lines are UTF-8";
        break;
      }
      if (line.substr(0, byte_order_mark.size()) == byte_order_mark) {
        chunk.bytes.erase(begin, byte_order_mark.size());
        line = std::string_view(chunk.bytes).substr(begin);
      }
      if (!whole || line.find_first_not_of(" \t\r\n") != std::string_view::npos) {
        chunk.records.push_back({begin, line.size(), line_, !whole});
        return true;
      }
      chunk.bytes.resize(begin);
    }
    chunk.bytes.resize(begin);
    return false;
  }

  bool would_wait() const override { return input_.would_wait(); }

 private:
  ByteStream& stream_;
  Buffered input_;
  const RecordFlags& flags_;
  std::uint64_t line_ = 0;
};

}  // namespace

std::unique_ptr<RecordReader> read_json_lines(ByteStream& stream, const RecordFlags& flags) {
  return std::make_unique<JsonLines>(stream, flags);
}

}  // namespace thanbai::program
