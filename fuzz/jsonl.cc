// Any bytes as JSON Lines, read as the program reads a corpus: a record for each line, each a page
// or an error, what comes out valid JSON.
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "byte_stream.h"
#include "laws.h"
#include "records.h"

using namespace thanbai;
using fuzz::require;

namespace {

/// A file of these bytes that has a path and no place on a disk.
class File {
 public:
  explicit File(std::string_view bytes) : descriptor_(::memfd_create("fuzz", 0)) {
    const auto size = static_cast<ssize_t>(bytes.size());
    require(::write(descriptor_, bytes.data(), bytes.size()) == size, "the file can be written");
  }
  ~File() { ::close(descriptor_); }
  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const File file(bytes);
  program::ByteStream stream;
  require(stream.open(file.path()), "the file can be opened");
  program::RecordFlags flags;
  flags.max_bytes = 4096;
  const auto reader = program::read_json_lines(stream, flags);
  program::Record record;
  std::uint64_t number = 0;
  while (reader->next(record)) {
    require(record.line == ++number, "records are numbered by their lines");
    require(record.page.size() <= flags.max_bytes, "no record is larger than allowed");
    if (record.error_code.empty()) program::parse_json_record(flags, record);
    if (!record.error_code.empty()) {
      require(!record.message.empty(), "an error has a message");
      continue;
    }
    require(nlohmann::json::accept("{" + record.fields + "}"), "fields are valid JSON");
    if (number > 4) continue;
    fuzz::check_extract(record.form == program::From::html ? read_html(record.page)
                                                           : read_text(record.page));
  }
  return 0;
}
