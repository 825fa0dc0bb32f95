#include "records.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

namespace thanbai::program {
namespace {

constexpr std::size_t buffer_size = std::size_t{256} << 10;
constexpr std::size_t most_header_bytes = std::size_t{64} << 10;

/// Lines and blocks of a stream. What is larger than asked for is skipped, not stored.
class Buffered {
 public:
  explicit Buffered(ByteStream& stream) : stream_(stream), buffer_(buffer_size, '\0') {}

  /// The next line without its \n; `whole` is false if it was longer than `most`.
  bool line(std::string& out, std::size_t most, bool& whole) {
    out.clear();
    whole = true;
    bool any = false;
    while (fill()) {
      any = true;
      const std::string_view rest(buffer_.data() + next_, end_ - next_);
      const std::size_t end = rest.find('\n');
      add(rest.substr(0, end), most, out, whole);
      if (end != std::string_view::npos) {
        next_ += end + 1;
        return true;
      }
      next_ = end_;
    }
    return any;
  }

  /// The next `size` bytes; false if the stream ends before.
  bool block(std::string& out, std::uint64_t size, std::size_t most, bool& whole) {
    out.clear();
    whole = true;
    while (size > 0 && fill()) {
      const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(size, end_ - next_));
      add(std::string_view(buffer_.data() + next_, n), most, out, whole);
      next_ += n;
      size -= n;
    }
    return size == 0;
  }

 private:
  bool fill() {
    if (next_ < end_) return true;
    next_ = 0;
    end_ = stream_.read(buffer_.data(), buffer_.size());
    return end_ > 0;
  }

  static void add(std::string_view part, std::size_t most, std::string& out, bool& whole) {
    whole = whole && part.size() <= most - std::min(most, out.size());
    if (whole) {
      out += part;
    } else {
      out.clear();
      out.shrink_to_fit();
    }
  }

  ByteStream& stream_;
  std::string buffer_;
  std::size_t next_ = 0;
  std::size_t end_ = 0;
};

void set_error(Record& record, const char* code, std::string message) {
  record.page.clear();
  record.error_code = code;
  record.message = std::move(message);
}

void set_too_large(Record& record, std::size_t most) {
  set_error(record, "record_too_large", "larger than " + std::to_string(most) + " bytes");
}

class JsonLines : public RecordReader {
 public:
  JsonLines(ByteStream& stream, const RecordFlags& flags) : input_(stream), flags_(flags) {}

  bool next(Record& record) override {
    record = Record();
    bool whole = true;
    if (!input_.line(record.page, flags_.max_bytes, whole)) return false;
    record.line = ++line_;
    if (!whole) set_too_large(record, flags_.max_bytes);
    return true;
  }

 private:
  Buffered input_;
  const RecordFlags& flags_;
  std::uint64_t line_ = 0;
};

bool is_name(std::string_view text, std::string_view name) {
  return text.size() == name.size() &&
         std::equal(text.begin(), text.end(), name.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         });
}

class Wet : public RecordReader {
 public:
  Wet(ByteStream& stream, const RecordFlags& flags) : input_(stream), flags_(flags) {}

  bool next(Record& record) override {
    for (;;) {
      record = Record();
      bool is_page = false;
      std::uint64_t size = 0;
      if (!header(record, is_page, size)) return false;
      bool whole = true;
      if (!input_.block(record.page, size, is_page ? flags_.max_bytes : 0, whole)) {
        problem_ = "the last record ends early";
        return false;
      }
      if (!is_page) continue;
      record.line = ++number_;
      if (!whole) set_too_large(record, flags_.max_bytes);
      return true;
    }
  }

 private:
  /// "WARC/1.0", fields, an empty line. Empty lines before it end the record before.
  bool header(Record& record, bool& is_page, std::uint64_t& size) {
    std::string line;
    bool whole = true;
    do {
      if (!input_.line(line, most_header_bytes, whole)) return false;
    } while (whole && (line.empty() || line == "\r"));
    if (line.rfind("WARC/", 0) != 0) {
      problem_ = "not a WARC record";
      return false;
    }
    std::string id;
    std::string url;
    std::string date;
    bool has_size = false;
    while (input_.line(line, most_header_bytes, whole)) {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (whole && line.empty()) break;
      const std::size_t colon = std::min(line.find(':'), line.size());
      const std::string_view name = std::string_view(line).substr(0, colon);
      std::string value = line.substr(std::min(line.size(), colon + 1));
      value.erase(0, value.find_first_not_of(" \t"));
      if (is_name(name, "warc-type")) is_page = value == "conversion";
      if (is_name(name, "warc-record-id")) id = value;
      if (is_name(name, "warc-target-uri")) url = value;
      if (is_name(name, "warc-date")) date = value;
      if (is_name(name, "content-length")) has_size = number(value, size);
    }
    if (!has_size) {
      problem_ = "a WARC record without Content-Length";
      return false;
    }
    record.fields = "\"id\":" + json_string(id) + ",\"url\":" + json_string(url) +
                    ",\"date\":" + json_string(date);
    return true;
  }

  static bool number(const std::string& text, std::uint64_t& value) {
    value = 0;
    for (const char c : text) {
      if (c < '0' || c > '9' || value > (UINT64_MAX - 9) / 10) return false;
      value = 10 * value + static_cast<std::uint64_t>(c - '0');
    }
    return !text.empty();
  }

  Buffered input_;
  const RecordFlags& flags_;
  std::uint64_t number_ = 0;
};

}  // namespace

std::string json_string(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::unique_ptr<RecordReader> read_json_lines(ByteStream& stream, const RecordFlags& flags) {
  return std::make_unique<JsonLines>(stream, flags);
}

std::unique_ptr<RecordReader> read_wet(ByteStream& stream, const RecordFlags& flags) {
  return std::make_unique<Wet>(stream, flags);
}

}  // namespace thanbai::program
