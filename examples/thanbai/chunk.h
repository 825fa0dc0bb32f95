// A chunk: some whole records of one input file, and what came out of them. What threads hand to
// each other, and what bounds the memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace thanbai::program {

/// Bytes of records from which a chunk is full: enough that handing it over costs nothing beside
/// the work, little enough that a hundred of them fit in memory.
inline constexpr std::size_t chunk_bytes = std::size_t{256} << 10;

/// A record as it stands in the file: Chunk::bytes [begin, begin + size).
struct RawRecord {
  std::size_t begin = 0;
  std::size_t size = 0;
  std::uint64_t line = 0;  // 1-based, of a JSON Lines file; else the record's number
  bool too_large = false;  // its bytes are left out, of a WARC record all but the header
};

/// What became of records.
struct Counts {
  std::uint64_t read = 0;  // the sum of the next three
  std::uint64_t extracted = 0;
  std::uint64_t no_article = 0;
  std::uint64_t failed = 0;
  std::uint64_t skipped = 0;    // records of a WARC file that are no pages
  std::uint64_t truncated = 0;  // of those read, pages of a WARC file that break off

  Counts& operator+=(const Counts& other) {
    read += other.read;
    extracted += other.extracted;
    no_article += other.no_article;
    failed += other.failed;
    skipped += other.skipped;
    truncated += other.truncated;
    return *this;
  }
};

struct Chunk {
  std::size_t file = 0;          // index of the input file
  bool last = false;             // of its file
  bool whole = false;            // if the last: the file was read to its end
  std::string problem;           // if not empty, why it was not
  std::string bytes;             // with room behind them for simdjson to look at
  std::size_t record_bytes = 0;  // without that room
  std::vector<RawRecord> records;

  std::string out;
  Counts counts;
  bool out_of_memory = false;

  /// Ready for other records; keeps its memory, unless it is much more than usual.
  void clear() {
    if (bytes.capacity() + out.capacity() > 16 * chunk_bytes) *this = Chunk();
    last = whole = false;
    record_bytes = 0;
    problem.clear();
    bytes.clear();
    records.clear();
    out.clear();
    counts = Counts();
    out_of_memory = false;
  }
};

}  // namespace thanbai::program
