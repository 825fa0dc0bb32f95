// Where a stream of records goes: standard output or a file, packed on the way. A file has its name
// only once it is whole; until then it is NAME.part.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "output.h"

namespace thanbai::program {

enum class Packing { none, gzip, zstd };
extern const std::map<std::string, Packing> packing_names;

/// As the end of a file's name says: .gz, .zst.
Packing packing_of(std::string_view name);
std::string_view suffix_of(Packing packing);

/// Packs bytes as a gzip member of their own: members one after the other are a gzip file, so that
/// many threads can pack one. Zstandard is quick enough for the one that writes, and some of its
/// readers stop after the first frame.
void pack_gzip(std::string& bytes);

class OutputFile {
 public:
  OutputFile();
  ~OutputFile();  // leaves what is not finished as NAME.part
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  /// "-" is standard output. A device or FIFO is written as it is. Makes the folder that the file
  /// stands in. False if it cannot be opened, or
  /// another process is writing it; standard error has been told.
  bool open(const std::string& path, Packing packing);

  /// `bytes`: lines, for gzip already packed. A failure has been told, and removes NAME.part.
  Written write(std::string_view bytes);

  /// Ends packed data. If `whole`, the file is brought to the disk and gets its name.
  Written close(bool whole);

  bool is_open() const { return descriptor_ >= 0; }
  const std::string& part() const { return part_; }  // NAME.part; empty if it has none

 private:
  class Zstandard;
  bool open_part();
  Written put(std::string_view bytes);
  Written fail();

  std::string path_;
  std::string part_;
  Packing packing_ = Packing::none;
  std::unique_ptr<Zstandard> zstd_;
  int descriptor_ = -1;
  bool empty_ = true;
};

}  // namespace thanbai::program
