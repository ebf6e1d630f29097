#include "tests/soak/findings.hpp"

#include <algorithm>

namespace bulletin::test {

void Findings::count(const std::string& kind, std::chrono::milliseconds time) {
  const std::lock_guard lock(mutex_);
  Tally& tally = tallies_[kind];
  ++tally.answers;
  tally.longest = std::max(tally.longest, time);
}

void Findings::expect(bool holds, const std::string& what) {
  constexpr std::size_t kMostFaults = 100;
  if (holds) {
    return;
  }
  const std::lock_guard lock(mutex_);
  ++errors_;
  if (faults_.size() < kMostFaults) {
    faults_.push_back(what);
  }
}

std::map<std::string, Tally> Findings::tallies() const {
  const std::lock_guard lock(mutex_);
  return tallies_;
}

std::size_t Findings::errors() const {
  const std::lock_guard lock(mutex_);
  return errors_;
}

std::vector<std::string> Findings::faults() const {
  const std::lock_guard lock(mutex_);
  return faults_;
}

TimedAnswer::~TimedAnswer() {
  findings_.count(kind_,
                  std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin_));
}

}  // namespace bulletin::test
