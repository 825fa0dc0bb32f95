// Chunks through one reader, many workers and one writer, in order.
#pragma once

#include <cstddef>
#include <functional>

#include "chunk.h"

namespace thanbai::program {

/// `read` runs on the calling thread and fills a cleared chunk: false if there is nothing more.
/// `work` runs on many threads, each with its own number from 0. `write` runs on one more thread
/// and gets the chunks in the order they were read: false ends everything.
struct Steps {
  std::function<bool(Chunk&)> read;
  std::function<void(Chunk&, std::size_t worker)> work;
  std::function<bool(Chunk&)> write;
};

/// Runs until all that was read is written, or `write` gave false. At most two chunks a worker and
/// two more, or `bytes_in_flight` and one more chunk, are in memory. False if the system gives no
/// thread to work on. Throws what a step has thrown, after the threads have ended.
bool run_pipeline(std::size_t workers, std::size_t bytes_in_flight, const Steps& steps);

}  // namespace thanbai::program
