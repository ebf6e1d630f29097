#include "tests/soak/process_samples.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "tests/support/process.hpp"

namespace bulletin::test {
namespace {

// The number behind `name:` in a file of lines such as `Rss:  120 kB`.
double number_of(const std::string& text, std::string_view name) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(name) && line.substr(name.size()).starts_with(':')) {
      return std::stod(line.substr(name.size() + 1));
    }
  }
  throw std::runtime_error("cannot find " + std::string(name) + " of a process: it is gone");
}

}  // namespace

ProcessSample look_at(int process) {
  constexpr double kKilobytes = 1024;  // Of a megabyte.
  const std::filesystem::path folder = "/proc/" + std::to_string(process);
  const std::string memory = read_file(folder / "smaps_rollup");
  const std::filesystem::directory_iterator descriptors(folder / "fd");
  return {.resident_mb = number_of(memory, "Rss") / kKilobytes,
          .anonymous_mb = number_of(memory, "Anonymous") / kKilobytes,
          .pss_mb = number_of(memory, "Pss") / kKilobytes,
          .descriptors = static_cast<double>(std::distance(begin(descriptors), end(descriptors))),
          .threads = number_of(read_file(folder / "status"), "Threads")};
}

ProcessSamples::ProcessSamples(int process) : process_(process), thread_([this] { run(); }) {}

ProcessSamples::~ProcessSamples() {
  is_over_ = true;
  if (thread_.joinable()) {
    thread_.join();
  }
}

std::vector<ProcessSample> ProcessSamples::end() {
  is_over_ = true;
  thread_.join();
  return samples_;
}

// A process that is gone ends it: whoever waits for that one says more.
void ProcessSamples::run() {
  constexpr auto kPause = std::chrono::seconds(1);
  auto next = std::chrono::steady_clock::now();
  try {
    while (!is_over_) {
      samples_.push_back(look_at(process_));
      next += kPause;
      std::this_thread::sleep_until(next);
    }
  } catch (const std::exception&) {
    is_over_ = true;
  }
}

}  // namespace bulletin::test
