// The account of a check in the making.

#pragma once

#include <map>
#include <string>
#include <utility>

#include "indexer/pipeline/check_index.hpp"

namespace bulletin {

/// Gathers faults, ten of each sort at the most.
class CheckFindings {
 public:
  /// `next_step` is what to do about any fault that says nothing better.
  explicit CheckFindings(std::string next_step) : next_step_(std::move(next_step)) {}

  void looked_at(const std::string& line) { result_.looked_at.push_back(line); }
  void note(const std::string& line) { result_.notes.push_back(line); }

  /// `sort` groups faults of one cause.
  void fault(const std::string& sort, const std::string& what) { fault(sort, what, next_step_); }
  void fault(const std::string& sort, const std::string& what, const std::string& next_step) {
    constexpr std::size_t kMostOfASort = 10;
    if (++of_sort_[sort] > kMostOfASort) {
      ++result_.more_faults;
    } else {
      result_.faults.push_back({what, next_step});
    }
  }

  /// Number of faults of a sort.
  [[nodiscard]] std::size_t count(const std::string& sort) const {
    const auto known = of_sort_.find(sort);
    return known == of_sort_.end() ? 0 : known->second;
  }

  [[nodiscard]] bool is_clean() const { return result_.faults.empty(); }
  [[nodiscard]] CheckResult take() { return std::move(result_); }

 private:
  std::string next_step_;
  CheckResult result_;
  std::map<std::string, std::size_t> of_sort_;
};

}  // namespace bulletin
