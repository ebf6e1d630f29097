#include "tests/support/pseudo_terminal.hpp"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

namespace bulletin::test {
namespace {

constexpr auto kLongest = std::chrono::seconds(60);

winsize window_of(PseudoTerminal::Size size) {
  winsize window{};
  window.ws_row = size.rows;
  window.ws_col = size.columns;
  return window;
}

// Opens the side of the program; -1 where the system gives out none.
int open_other_side(int terminal) {
  if (grantpt(terminal) != 0 || unlockpt(terminal) != 0) {
    return -1;
  }
  const char* name = ptsname(terminal);
  return name == nullptr ? -1 : open(name, O_RDWR | O_NOCTTY);
}

[[noreturn]] void become_on(int terminal, const Launch& launch) {
  setsid();
  ioctl(terminal, TIOCSCTTY, 0);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    dup2(terminal, stream);
  }
  launch.become();
}

}  // namespace

bool PseudoTerminal::is_available() {
  const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
  if (terminal < 0) {
    return false;
  }
  const int other = open_other_side(terminal);
  close(terminal);
  if (other >= 0) {
    close(other);
  }
  return other >= 0;
}

PseudoTerminal::PseudoTerminal(const std::vector<std::string>& arguments,
                               const std::vector<std::string>& environment, Size size) {
  terminal_ = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  const int other = terminal_ < 0 ? -1 : open_other_side(terminal_);
  const winsize window = window_of(size);
  if (other < 0 || ioctl(other, TIOCSWINSZ, &window) != 0) {
    throw std::runtime_error("cannot open a pseudo-terminal");
  }
  const Launch launch(arguments, environment);
  child_ = fork();
  if (child_ == 0) {
    become_on(other, launch);
  }
  close(other);
}

PseudoTerminal::~PseudoTerminal() {
  if (child_ > 0) {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
  if (terminal_ >= 0) {
    close(terminal_);
  }
}

void PseudoTerminal::type(const std::string& bytes) const {
  if (write(terminal_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) {
    throw std::runtime_error("cannot type");
  }
}

void PseudoTerminal::resize(Size size) const {
  const winsize window = window_of(size);
  ioctl(terminal_, TIOCSWINSZ, &window);
}

void PseudoTerminal::signal(int number) const {
  kill(child_, number);
}

// False at the end, which Linux calls an error, or after a minute of silence.
bool PseudoTerminal::read_some() {
  pollfd readable{.fd = terminal_, .events = POLLIN, .revents = 0};
  constexpr int kLongest_ms = std::chrono::milliseconds(kLongest).count();
  std::array<char, 4096> bytes{};
  if (poll(&readable, 1, kLongest_ms) != 1) {
    return false;
  }
  const ssize_t count = read(terminal_, bytes.data(), bytes.size());
  written_.append(bytes.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
  return count > 0;
}

bool PseudoTerminal::shows(const std::string& text) {
  std::size_t at = written_.find(text, seen_);
  while (at == std::string::npos && read_some()) {
    at = written_.find(text, seen_);
  }
  seen_ = at == std::string::npos ? seen_ : at + text.size();
  return at != std::string::npos;
}

// The status of the child once it has changed; nothing within a minute.
std::optional<int> PseudoTerminal::changed_status(int options) const {
  constexpr auto kPause = std::chrono::milliseconds(10);
  const auto begin = std::chrono::steady_clock::now();
  while (std::chrono::steady_clock::now() - begin < kLongest) {
    int status = 0;
    if (waitpid(child_, &status, options | WNOHANG) == child_) {
      return status;
    }
    std::this_thread::sleep_for(kPause);
  }
  return std::nullopt;
}

bool PseudoTerminal::is_stopped() const {
  const auto status = changed_status(WUNTRACED);
  return status && WIFSTOPPED(*status);
}

int PseudoTerminal::hang_up() {
  close(terminal_);
  terminal_ = -1;
  const auto status = changed_status(0);
  if (!status) {
    return -1;
  }
  child_ = -1;
  return WIFEXITED(*status) ? WEXITSTATUS(*status) : 128 + WTERMSIG(*status);
}

bool PseudoTerminal::is_cooked() const {
  termios settings{};
  constexpr tcflag_t kCooked = ICANON | ECHO;
  return tcgetattr(terminal_, &settings) == 0 && (settings.c_lflag & kCooked) == kCooked;
}

Finished PseudoTerminal::wait() {
  while (read_some()) {
  }
  int status = 0;
  if (waitpid(child_, &status, 0) != child_) {
    throw std::runtime_error("cannot wait for the program");
  }
  child_ = -1;
  return {.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          .out = written_,
          .err = {}};
}

}  // namespace bulletin::test
