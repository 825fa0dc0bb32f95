// How far a run is and how it ended: a line that moves on a terminal, a line at the end, and the
// counters as JSON.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

#include "chunk.h"

namespace thanbai::program {

class Progress {
 public:
  /// `total`: bytes of the input files as they are on disk, 0 if unknown.
  Progress(bool quiet, std::uint64_t total);

  /// From the reader: bytes taken off the input files so far.
  void taken(std::uint64_t bytes) { taken_ = bytes; }

  /// From the writer: a chunk is done.
  void add(const Counts& counts, std::size_t bytes);

  /// Makes place on the terminal for something else.
  void clear();

  /// "N records in S s, …" on standard error, unless quiet.
  void finish();

  /// The counters as one line of JSON.
  std::string json(bool whole) const;

  const Counts& counts() const { return counts_; }

 private:
  double seconds() const;
  double rate() const;  // MB of records a second
  void show();

  const bool quiet_;
  const bool shown_;  // standard error is a terminal
  const std::uint64_t total_;
  const std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::atomic<std::uint64_t> taken_ = 0;
  Counts counts_;
  std::uint64_t bytes_ = 0;  // of records, unpacked
  double next_ = 0;          // when to show again, in seconds
};

}  // namespace thanbai::program
