// A few objects that are made when needed and used again.
#pragma once

#include <array>
#include <atomic>
#include <memory>

namespace thanbai {

/// Keeps what was put back, for whoever takes next. Any number of threads; nobody waits.
template <class T>
class Spares {
 public:
  Spares() = default;
  Spares(const Spares&) = delete;
  Spares& operator=(const Spares&) = delete;
  ~Spares() {
    for (auto& spare : kept_) delete spare.load(std::memory_order_relaxed);
  }

  /// One that was put back, or a new one.
  std::unique_ptr<T> take() {
    for (auto& spare : kept_) {
      if (T* const taken = spare.exchange(nullptr, std::memory_order_acquire)) {
        return std::unique_ptr<T>(taken);
      }
    }
    return std::make_unique<T>();
  }

  /// What finds no place is freed.
  void put(std::unique_ptr<T> back) noexcept {
    for (auto& spare : kept_) {
      T* none = nullptr;
      if (spare.compare_exchange_strong(none, back.get(), std::memory_order_release,
                                        std::memory_order_relaxed)) {
        (void)back.release();
        return;
      }
    }
  }

 private:
  std::array<std::atomic<T*>, 8> kept_{};
};

}  // namespace thanbai
