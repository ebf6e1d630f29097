#include "indexer/base/console.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "indexer/base/disk.hpp"
#include "indexer/base/error.hpp"

namespace bulletin {
namespace {

// Tells whether whoever read stdout has gone. Asks the pipe itself: by the time output is finished,
// errno no longer belongs to the write that failed.
bool reader_has_gone() {
  pollfd out{.fd = STDOUT_FILENO, .events = 0, .revents = 0};
  return poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
}

// A closed standard descriptor would go to the next file opened, which may be an index. Reading and
// writing here still fail, as they would have.
void fill_standard_descriptors() {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
    if (fcntl(descriptor, F_GETFD) == -1 && errno == EBADF) {
      static_cast<void>(
          open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY));  // The lowest free.
    }
  }
}

void give_hint(const std::string& hint) {
  if (!hint.empty()) {
    std::cerr << "hint: " << hint << '\n';
  }
}

// Flushes stdout and turns what went wrong into the exit status.
int finish_output(std::string_view program, int status) {
  std::cout.flush();
  if (std::cout.good() || reader_has_gone()) {
    return status;
  }
  errno = 0;
  const bool recovered = write(STDOUT_FILENO, "\n", 1) == 1;  // Asks once more for the cause.
  complain(program, std::string("cannot write the output: ") +
                        (recovered ? "some of it is lost" : std::strerror(errno)));
  return kExitError;
}

}  // namespace

void complain(std::string_view program, std::string_view message) {
  std::cerr << program << ": " << message << '\n';
}

bool output_wanted() {
  return std::cout.good();
}

int run_program(std::string_view program, const std::function<int()>& body) {
  fill_standard_descriptors();
  std::signal(SIGPIPE, SIG_IGN);  // A write then fails with EPIPE instead of ending the process.
  try {
    return finish_output(program, body());
  } catch (const Error& error) {
    std::cout.flush();
    complain(program, error.what());
    give_hint(error.hint());
  } catch (const std::filesystem::filesystem_error& error) {
    std::cout.flush();
    complain(program, "cannot go on: " + std::string(error.path1()) +
                          (error.path1().empty() ? "" : ": ") + error.code().message());
    give_hint(next_step_after(error.code()));
  } catch (const std::exception& error) {  // bad_alloc, a full disk inside the standard library.
    std::cout.flush();
    complain(program, std::string("cannot go on: ") + error.what());
  }
  return kExitError;
}

}  // namespace bulletin
