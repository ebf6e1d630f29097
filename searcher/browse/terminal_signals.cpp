#include "searcher/browse/terminal_signals.hpp"

#include <cerrno>

#include <poll.h>
#include <unistd.h>

namespace bulletin::browse {
namespace {

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP};

// The only thing a handler may touch; read where signals are held back.
volatile std::sig_atomic_t g_came[NSIG] = {};

extern "C" void note_signal(int number) {
  g_came[number] = 1;
}

void take(int number, struct sigaction* before) {
  struct sigaction action{};
  action.sa_handler = note_signal;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, before);
}

std::optional<int> next_signal() {
  for (const int number : kSignals) {
    if (g_came[number] != 0) {
      g_came[number] = 0;
      return number;
    }
  }
  return std::nullopt;
}

}  // namespace

TerminalSignals::TerminalSignals() {
  sigset_t held;
  sigemptyset(&held);
  for (const int number : kSignals) {
    sigaddset(&held, number);
  }
  sigprocmask(SIG_BLOCK, &held, &mask_before_);
  for (const int number : kSignals) {
    g_came[number] = 0;
    struct sigaction before{};
    take(number, &before);
    if (before.sa_handler == SIG_IGN) {
      sigaction(number, &before, nullptr);  // Whoever started it wants that ignored.
    } else {
      taken_.push_back({number, before});
    }
  }
}

TerminalSignals::~TerminalSignals() {
  for (const Taken& taken : taken_) {
    sigaction(taken.signal, &taken.before, nullptr);
  }
  sigprocmask(SIG_SETMASK, &mask_before_, nullptr);
}

std::optional<int> TerminalSignals::wait(bool& ended) const {
  pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
  const int ready = ppoll(&input, 1, nullptr, &mask_before_);
  if (const auto number = next_signal()) {
    return number;
  }
  // A terminal that has gone reads as ready for ever.
  constexpr int kGone = POLLHUP | POLLERR | POLLNVAL;
  ended = (ready > 0 && (input.revents & kGone) != 0) || (ready < 0 && errno != EINTR);
  return std::nullopt;
}

void TerminalSignals::stop() {
  struct sigaction normal{};
  normal.sa_handler = SIG_DFL;
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, SIGTSTP);
  sigaction(SIGTSTP, &normal, nullptr);
  raise(SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &only, nullptr);  // It stops here and goes on here.
  sigprocmask(SIG_BLOCK, &only, nullptr);
  take(SIGTSTP, nullptr);
}

}  // namespace bulletin::browse
