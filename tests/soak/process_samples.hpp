// What a process takes of the machine, looked at once a second from outside.

#pragma once

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace bulletin::test {

/// One look at a process.
struct ProcessSample {
  double resident_mb = 0;   ///< Rss: all memory that is in place.
  double anonymous_mb = 0;  ///< Of it, what is no file: heap and stacks.
  double pss_mb = 0;        ///< Rss, each shared page as a share of it.
  double descriptors = 0;
  double threads = 0;
};

/// Looks at a process. Throws `std::runtime_error` when it is gone.
[[nodiscard]] ProcessSample look_at(int process);

/// Looks at a process each second, on a thread of its own, until it is told to end.
class ProcessSamples {
 public:
  explicit ProcessSamples(int process);
  ~ProcessSamples();
  ProcessSamples(const ProcessSamples&) = delete;
  ProcessSamples& operator=(const ProcessSamples&) = delete;

  /// Ends and returns all looks in their order.
  [[nodiscard]] std::vector<ProcessSample> end();

 private:
  void run();

  int process_;
  std::atomic<bool> is_over_ = false;
  std::vector<ProcessSample> samples_;  // Of the thread until it ends.
  std::thread thread_;
};

}  // namespace bulletin::test
