#include "pipeline.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace thanbai::program {
namespace {

/// A ring of chunks. Those from written_ to claimed_ are with workers or done, those from claimed_
/// to read_ wait for a worker.
class Ring {
 public:
  Ring(std::size_t workers, std::size_t bytes_in_flight, const Steps& steps)
      : slots_(2 * workers + 2), most_bytes_(bytes_in_flight), steps_(steps) {}

  void read() {
    for (;;) {
      std::unique_lock lock(mutex_);
      room_.wait(lock, [&] { return stopped_ || has_room(); });
      if (stopped_) break;
      Slot& slot = slots_[read_ % slots_.size()];
      lock.unlock();
      slot.chunk.clear();
      if (!steps_.read(slot.chunk)) break;
      slot.bytes = slot.chunk.bytes.size();
      lock.lock();
      slot.done = false;
      bytes_ += slot.bytes;
      ++read_;
      lock.unlock();
      waiting_.notify_one();
    }
    const std::lock_guard lock(mutex_);
    ended_ = true;
    waiting_.notify_all();
    done_.notify_all();
  }

  void work(std::size_t worker) {
    for (;;) {
      std::unique_lock lock(mutex_);
      waiting_.wait(lock, [&] { return stopped_ || claimed_ < read_ || ended_; });
      if (stopped_ || claimed_ == read_) return;
      const std::size_t claimed = claimed_++;
      Slot& slot = slots_[claimed % slots_.size()];
      lock.unlock();
      steps_.work(slot.chunk, worker);
      lock.lock();
      slot.done = true;
      if (claimed == written_) done_.notify_one();
    }
  }

  void write() {
    for (;;) {
      std::unique_lock lock(mutex_);
      Slot& slot = slots_[written_ % slots_.size()];
      done_.wait(lock, [&] { return stopped_ || (written_ < read_ ? slot.done : ended_); });
      if (stopped_ || written_ == read_) return;
      lock.unlock();
      const bool good = steps_.write(slot.chunk);
      lock.lock();
      bytes_ -= slot.bytes;
      ++written_;
      stopped_ = !good;
      room_.notify_one();
      if (stopped_) return waiting_.notify_all();
    }
  }

  /// Ends everything; `failure`, if any, is for rethrow().
  void stop(std::exception_ptr failure = nullptr) {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    if (!failure_) failure_ = std::move(failure);
    room_.notify_all();
    waiting_.notify_all();
    done_.notify_all();
  }

  /// Once all threads are joined.
  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  struct Slot {
    Chunk chunk;
    std::size_t bytes = 0;
    bool done = false;
  };

  bool has_room() const {
    return read_ == written_ || (read_ - written_ < slots_.size() && bytes_ < most_bytes_);
  }

  std::vector<Slot> slots_;
  const std::size_t most_bytes_;
  const Steps& steps_;
  std::mutex mutex_;
  std::condition_variable room_;     // for the reader
  std::condition_variable waiting_;  // for workers
  std::condition_variable done_;     // for the writer
  std::size_t read_ = 0;
  std::size_t claimed_ = 0;
  std::size_t written_ = 0;
  std::size_t bytes_ = 0;  // of chunks read and not written
  bool ended_ = false;
  bool stopped_ = false;
  std::exception_ptr failure_;  // the first
};

}  // namespace

bool run_pipeline(std::size_t workers, std::size_t bytes_in_flight, const Steps& steps) {
  Ring ring(workers, bytes_in_flight, steps);
  const auto run = [&ring](const auto& part) {
    try {
      part();
    } catch (...) {
      ring.stop(std::current_exception());
    }
  };
  std::vector<std::thread> threads;  // the writer and the workers
  threads.reserve(1 + workers);
  try {
    threads.emplace_back([&] { run([&] { ring.write(); }); });
    for (std::size_t worker = 0; worker < workers; ++worker) {
      threads.emplace_back([&, worker] { run([&] { ring.work(worker); }); });
    }
  } catch (const std::exception&) {  // the system gives no more threads: those there are do
    if (threads.size() < 2) ring.stop();
  }
  run([&] { ring.read(); });
  for (std::thread& thread : threads) thread.join();
  ring.rethrow();
  return threads.size() >= 2;
}

}  // namespace thanbai::program
