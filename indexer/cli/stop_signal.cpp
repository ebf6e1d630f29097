#include "indexer/cli/stop_signal.hpp"

#include <csignal>
#include <cstdint>

#include <fcntl.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace bulletin {
namespace {

// A handler reaches nothing but globals.
volatile std::sig_atomic_t stopped = 0;
int wake_descriptor = -1;
int empty_input = -1;

// Only what is safe in a handler: flags, write(), dup2().
void on_signal(int) {
  stopped = 1;
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = write(wake_descriptor, &one, sizeof one);
  dup2(empty_input, STDIN_FILENO);
}

}  // namespace

StopSignal::StopSignal() {
  stopped = 0;
  wake_descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  empty_input = open("/dev/null", O_RDONLY | O_CLOEXEC);
  struct sigaction action{};
  action.sa_handler = on_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // No SA_RESTART: waiting ends too.
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

StopSignal::~StopSignal() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  close(wake_descriptor);
  close(empty_input);
}

bool StopSignal::is_set() const {
  return stopped != 0;
}

int StopSignal::descriptor() const {
  return wake_descriptor;
}

}  // namespace bulletin
