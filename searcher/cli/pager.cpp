#include "searcher/cli/pager.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <sstream>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "indexer/base/user_folders.hpp"

namespace bulletin {
namespace {

bool is_installed(const std::string& program) {
  std::istringstream folders(environment("PATH"));
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (access((folder + '/' + program).c_str(), X_OK) == 0) {
      return true;
    }
  }
  return false;
}

[[noreturn]] void become_pager(const std::string& command, int input) {
  dup2(input, STDIN_FILENO);
  setenv("LESSCHARSET", "utf-8", 0);
  execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
  _exit(127);
}

// A handler reaches nothing but globals.
volatile std::sig_atomic_t pager_process = 0;

// Ctrl-C reaches the pager, too, which stays; ending before it would leave two readers of one
// keyboard. Only what is safe in a handler.
void end_behind_pager(int signal) {
  close(STDOUT_FILENO);
  while (waitpid(pager_process, nullptr, 0) == -1 && errno == EINTR) {
  }
  std::signal(signal, SIG_DFL);
  raise(signal);
}

bool reader_left() {
  pollfd out{.fd = STDOUT_FILENO, .events = 0, .revents = 0};
  return poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
}

}  // namespace

std::string Pager::wanted() {
  if (isatty(STDOUT_FILENO) != 1) {
    return {};
  }
  if (std::getenv("PAGER") == nullptr) {
    return is_installed("less") ? "less -FRX" : "";
  }
  const std::string pager = environment("PAGER");
  return pager == "cat" ? std::string() : pager;
}

Pager::Pager(const std::string& command) {
  int ends[2] = {-1, -1};
  if (command.empty() || pipe2(ends, O_CLOEXEC) != 0) {
    return;
  }
  std::cout.flush();
  child_ = fork();
  if (child_ == 0) {
    become_pager(command, ends[0]);
  }
  close(ends[0]);
  if (child_ > 0) {
    pager_process = child_;
    std::signal(SIGINT, end_behind_pager);
    terminal_ = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
    dup2(ends[1], STDOUT_FILENO);
  }
  close(ends[1]);
}

Pager::~Pager() {
  if (child_ <= 0) {
    return;
  }
  std::cout.flush();
  if (!std::cout.good() && reader_left()) {
    std::cout.clear();  // Leaving early is no error.
  }
  dup2(terminal_, STDOUT_FILENO);  // Closes the pipe: the pager sees the end.
  close(terminal_);
  waitpid(child_, nullptr, 0);
  std::signal(SIGINT, SIG_DFL);
}

}  // namespace bulletin
