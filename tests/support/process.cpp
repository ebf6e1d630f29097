#include "tests/support/process.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>
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

// Only calls that are safe between fork and exec.
[[noreturn]] void become_on(int in, const char* out, const char* err, const Launch& launch) {
  constexpr mode_t kMode = 0600;
  dup2(in, STDIN_FILENO);
  dup2(open(out, O_WRONLY | O_CREAT | O_TRUNC, kMode), STDOUT_FILENO);
  dup2(open(err, O_WRONLY | O_CREAT | O_TRUNC, kMode), STDERR_FILENO);
  launch.become();
}

bool names(const std::string& entry, std::string_view variable) {
  return entry.starts_with(variable) && entry.substr(variable.size()).starts_with('=');
}

void set(std::vector<std::string>& environment, const std::string& entry) {
  const std::string_view variable = std::string_view(entry).substr(0, entry.find('='));
  std::erase_if(environment, [&](const std::string& other) { return names(other, variable); });
  environment.push_back(entry);
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& string : strings) {
    pointers.push_back(string.data());
  }
  pointers.push_back(nullptr);
  return pointers;
}

Finished finished(int status, const TemporaryFolder& folder) {
  return {.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          .out = read_file(folder.at("out")),
          .err = read_file(folder.at("err"))};
}

}  // namespace

Launch::Launch(const std::vector<std::string>& arguments,
               const std::vector<std::string>& environment)
    : path_(program_path(arguments.front())), arguments_(arguments) {
  for (char** entry = environ; *entry != nullptr; ++entry) {
    environment_.emplace_back(*entry);
  }
  // No test depends on whoever runs it, and none waits for a key.
  for (const char* variable : {"BULLETIN_DB", "BULLETIN_LABELS", "CLICOLOR", "CLICOLOR_FORCE"}) {
    std::erase_if(environment_, [&](const std::string& entry) { return names(entry, variable); });
  }
  set(environment_, "XDG_CONFIG_HOME=/nonexistent");
  set(environment_, "PAGER=");
  for (const std::string& entry : environment) {
    set(environment_, entry);
  }
  argv_ = pointers(arguments_);
  envp_ = pointers(environment_);
}

void Launch::become() const {
  execve(path_.c_str(), argv_.data(), envp_.data());
  _exit(127);
}

Finished run(const std::vector<std::string>& arguments,
             const std::vector<std::string>& environment) {
  const TemporaryFolder folder;
  const Launch launch(arguments, environment);
  const std::string out = folder.at("out");
  const std::string err = folder.at("err");
  const pid_t child = fork();
  if (child == 0) {
    become_on(open("/dev/null", O_RDONLY), out.c_str(), err.c_str(), launch);
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
  const Launch launch(arguments);
  const std::string out = folder_.at("out");
  const std::string err = folder_.at("err");
  child_ = fork();
  if (child_ == 0) {
    become_on(ends[0], out.c_str(), err.c_str(), launch);
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
