#include "indexer/ingest/child_process.hpp"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <string_view>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bulletin {
namespace {

constexpr rlim_t kMemoryBytes = rlim_t{1} << 30U;
constexpr rlim_t kCpuSeconds = 10;
constexpr std::size_t kMaxOutput = 64U << 20U;
constexpr auto kPatience = std::chrono::seconds(20);

// A descriptor that is closed with the object.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { reset(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int number() const { return number_; }
  void reset() {
    if (number_ >= 0) {
      close(number_);
    }
    number_ = -1;
  }

 private:
  int number_;
};

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(descriptor, bytes.data(), bytes.size());
    if (count <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

void limit(int resource, rlim_t most) {
  const rlimit both{most, most};
  setrlimit(static_cast<__rlimit_resource_t>(resource), &both);
}

// Between fork and exec only calls that are safe there.
[[noreturn]] void become(const std::vector<char*>& arguments, int output) {
  limit(RLIMIT_AS, kMemoryBytes);
  limit(RLIMIT_CPU, kCpuSeconds);
  limit(RLIMIT_FSIZE, kMaxOutput);
  limit(RLIMIT_CORE, 0);
  const int nothing = open("/dev/null", O_RDWR);
  dup2(nothing, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(nothing, STDERR_FILENO);
  execvp(arguments.front(), arguments.data());
  _exit(127);
}

// Reads to the end; nothing when that takes too long or is too much.
std::optional<std::string> read_output(int descriptor) {
  const auto end = std::chrono::steady_clock::now() + kPatience;
  std::string output;
  std::array<char, 65536> part{};
  while (output.size() <= kMaxOutput) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end - std::chrono::steady_clock::now());
    pollfd ready{.fd = descriptor, .events = POLLIN, .revents = 0};
    if (left.count() <= 0 || poll(&ready, 1, static_cast<int>(left.count())) <= 0) {
      return std::nullopt;
    }
    const ssize_t count = read(descriptor, part.data(), part.size());
    if (count <= 0) {
      return count == 0 ? std::optional(std::move(output)) : std::nullopt;
    }
    output.append(part.data(), static_cast<std::size_t>(count));
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> run_limited(std::vector<std::string> arguments,
                                       const std::string& input) {
  const Descriptor file(memfd_create("bulletin-document", 0));  // Inherited: the child opens it.
  std::array<int, 2> ends{};
  if (file.number() < 0 || !write_all(file.number(), input) || pipe2(ends.data(), O_CLOEXEC) != 0) {
    return std::nullopt;
  }
  const Descriptor output(ends[0]);
  Descriptor child_output(ends[1]);
  std::vector<char*> pointers;
  for (std::string& argument : arguments) {
    if (argument == "{}") {
      argument = "/proc/self/fd/" + std::to_string(file.number());
    }
    pointers.push_back(argument.data());
  }
  pointers.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    become(pointers, child_output.number());
  }
  if (child < 0) {
    return std::nullopt;
  }
  child_output.reset();
  auto text = read_output(output.number());
  if (!text) {
    kill(child, SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  const bool ended_well = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return ended_well ? std::move(text) : std::nullopt;
}

bool has_program(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::string_view rest = path == nullptr ? "/usr/bin:/bin" : path;
  while (!rest.empty()) {
    const std::size_t colon = std::min(rest.find(':'), rest.size());
    if (access((std::string(rest.substr(0, colon)) + "/" + program).c_str(), X_OK) == 0) {
      return true;
    }
    rest.remove_prefix(std::min(colon + 1, rest.size()));
  }
  return false;
}

}  // namespace bulletin
