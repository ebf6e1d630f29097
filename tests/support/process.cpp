#include "tests/support/process.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bulletin::test {
namespace {

std::string program_path(const std::string& name) {
  return name.find('/') == std::string::npos ? std::string(BULLETIN_PROGRAM_DIR) + "/" + name
                                             : name;
}

[[noreturn]] void become_on(int in, const std::string& out, const std::string& err,
                            const std::vector<std::string>& arguments,
                            const std::vector<std::string>& environment) {
  constexpr mode_t kMode = 0600;
  dup2(in, STDIN_FILENO);
  dup2(open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, kMode), STDOUT_FILENO);
  dup2(open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, kMode), STDERR_FILENO);
  become(arguments, environment);
}

Finished finished(int status, const TemporaryFolder& folder) {
  return {.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          .out = read_file(folder.at("out")),
          .err = read_file(folder.at("err"))};
}

}  // namespace

void become(const std::vector<std::string>& arguments,
            const std::vector<std::string>& environment) {
  // No test depends on whoever runs it, and none waits for a key.
  setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
  setenv("PAGER", "", 1);
  for (const char* variable : {"BULLETIN_DB", "BULLETIN_LABELS", "CLICOLOR", "CLICOLOR_FORCE"}) {
    unsetenv(variable);
  }
  for (const std::string& entry : environment) {
    const auto equals = entry.find('=');
    setenv(entry.substr(0, equals).c_str(), entry.substr(equals + 1).c_str(), 1);
  }
  const std::string path = program_path(arguments.front());
  std::vector<char*> argv;
  for (const std::string& argument : arguments) {
    argv.push_back(const_cast<char*>(argument.c_str()));  // execv keeps its hands off.
  }
  argv.push_back(nullptr);
  execv(path.c_str(), argv.data());
  _exit(127);
}

Finished run(const std::vector<std::string>& arguments,
             const std::vector<std::string>& environment) {
  const TemporaryFolder folder;
  const pid_t child = fork();
  if (child == 0) {
    become_on(open("/dev/null", O_RDONLY), folder.at("out"), folder.at("err"), arguments,
              environment);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child) {
    throw std::runtime_error("cannot run " + arguments.front());
  }
  return finished(status, folder);
}

RunningProgram::RunningProgram(const std::vector<std::string>& arguments) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("cannot make a pipe");
  }
  child_ = fork();
  if (child_ == 0) {
    become_on(ends[0], folder_.at("out"), folder_.at("err"), arguments, {});
  }
  close(ends[0]);
  input_ = ends[1];
}

RunningProgram::~RunningProgram() {
  close(input_);
  if (child_ > 0) {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
}

void RunningProgram::feed(const std::string& bytes) const {
  if (write(input_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) {
    throw std::runtime_error("cannot feed the program");
  }
}

void RunningProgram::signal(int number) const {
  kill(child_, number);
}

std::string RunningProgram::out_after(std::size_t lines) const {
  return text_after("out", lines);
}

std::string RunningProgram::err_after(std::size_t lines) const {
  return text_after("err", lines);
}

std::string RunningProgram::text_after(const char* file, std::size_t lines) const {
  constexpr auto kLongest = std::chrono::seconds(10);
  constexpr auto kPause = std::chrono::milliseconds(10);
  const auto begin = std::chrono::steady_clock::now();
  std::string out = read_file(folder_.at(file));
  while (static_cast<std::size_t>(std::ranges::count(out, '\n')) < lines &&
         std::chrono::steady_clock::now() - begin < kLongest) {
    std::this_thread::sleep_for(kPause);
    out = read_file(folder_.at(file));
  }
  return out;
}

Finished RunningProgram::wait() {
  int status = 0;
  if (waitpid(child_, &status, 0) != child_) {
    throw std::runtime_error("cannot wait for the program");
  }
  child_ = -1;
  return finished(status, folder_);
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "bulletin-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) {
    throw std::runtime_error("cannot make a temporary folder");
  }
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

std::string TemporaryFolder::write(const std::string& name, const std::string& bytes) const {
  std::filesystem::create_directories((path_ / name).parent_path());
  std::ofstream(path_ / name, std::ios::binary) << bytes;
  return at(name);
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace bulletin::test
