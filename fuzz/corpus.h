// Any bytes as a corpus, read as the program reads one: each record is a page, left out, or an
// error that says why; what comes out is valid JSON.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "laws.h"
#include "program/corpus.h"

namespace thanbai::fuzz {

/// A file of these bytes that has a path and no place on a disk.
class File {
 public:
  explicit File(std::string_view bytes) : descriptor_(::memfd_create("fuzz", 0)) {
    const auto size = static_cast<ssize_t>(bytes.size());
    require(::write(descriptor_, bytes.data(), bytes.size()) == size, "the file can be written");
  }
  ~File() { ::close(descriptor_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

/// The same with a letter for each escaped half of a surrogate pair: those are JSON by its grammar
/// and pass as they are written, but the parser that checks wants them in pairs.
inline std::string without_surrogates(std::string text) {
  for (std::size_t at = 0; at + 5 < text.size(); ++at) {
    if (text[at] != '\\') continue;
    const bool is_half = text[at + 1] == 'u' && (text[at + 2] | 0x20) == 'd' && text[at + 3] >= '8';
    if (is_half) text.replace(at + 2, 4, "0061");
    ++at;
  }
  return text;
}

/// By the grammar: a number may be larger than any that the parser that checks can hold.
inline bool is_json(const std::string& text) {
  try {
    return !nlohmann::json::parse(without_surrogates(text)).is_discarded();
  } catch (const nlohmann::json::out_of_range&) {
    return true;
  } catch (const nlohmann::json::parse_error&) {
    return false;
  }
}

inline void check_corpus(program::From from, std::string_view bytes) {
  using State = program::Record::State;
  const File file(bytes);
  program::RecordFlags flags;
  flags.max_bytes = 4096;
  const test::ReadCorpus corpus = test::read_corpus(from, file.path(), flags);
  int pages = 0;
  for (const test::ReadPage& page : corpus.pages) {
    require(is_json("{" + page.fields + "}"), "fields are valid JSON");
    require((page.state == State::failed) == !page.error.empty(), "what failed has a code");
    require(page.error.empty() || !page.message.empty(), "and a message");
    if (page.state != State::page || ++pages > 2) continue;
    program::Page read;
    std::string problem;
    if (!program::read_page(page.page, page.form, page.charset, true, read, problem)) {
      require(!problem.empty(), "what cannot be read has a reason");
      continue;
    }
    check_lines(read.lines, page.page.size());
    (void)check_extract(read.lines);
  }
}

}  // namespace thanbai::fuzz
