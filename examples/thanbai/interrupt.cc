#include "interrupt.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <initializer_list>

namespace thanbai::program {
namespace {

std::atomic<int> status = 0;
static_assert(std::atomic<int>::is_always_lock_free);  // so a signal's handler may touch it
int wake[2] = {-1, -1};  // a pipe that has a byte once a signal came, so that no poll() misses it

void take(int signal) {
  const int saved = errno;
  if (status.exchange(128 + signal) != 0) ::_exit(128 + signal);
  static_cast<void>(::write(wake[1], "", 1) == 1);
  errno = saved;
}

}  // namespace

void catch_interrupts() {
  if (wake[0] >= 0 || ::pipe2(wake, O_CLOEXEC) != 0) return;
  struct sigaction action = {};
  action.sa_handler = take;
  action.sa_flags = SA_RESTART;
  for (const int signal : {SIGINT, SIGTERM}) {
    struct sigaction before = {};
    ::sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN) ::sigaction(signal, &action, nullptr);  // not of a nohup
  }
}

int interrupt_status() { return status; }

Waited wait_for_input(int descriptor) {
  pollfd polled[2] = {{descriptor, POLLIN, 0}, {wake[0], POLLIN, 0}};  // poll() skips wake[0] < 0
  while (::poll(polled, 2, -1) < 0 && errno == EINTR) {
  }
  return status != 0 ? Waited::interrupted : Waited::readable;
}

}  // namespace thanbai::program
