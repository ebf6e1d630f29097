#include "tests/soak/promises.hpp"

#include <algorithm>

namespace bulletin::test {

Promises::Promises(std::size_t items) : states_(items, {State{}}) {}

void Promises::begin(const std::map<std::size_t, Round>& next) {
  const std::lock_guard lock(mutex_);
  ++now_;
  at_work_ = true;
  for (const auto& [item, round] : next) {
    states_[item].push_back({round, {}});
    changing_.push_back(item);
  }
}

void Promises::finish() {
  const std::lock_guard lock(mutex_);
  for (const std::size_t item : changing_) {
    states_[item][states_[item].size() - 2].until = now_;
  }
  changing_.clear();
  at_work_ = false;
  ++now_;
}

Round Promises::promised(std::size_t item) const {
  const std::lock_guard lock(mutex_);
  return states_[item].back().round;
}

std::vector<std::size_t> Promises::items_there(bool are_there) const {
  const std::lock_guard lock(mutex_);
  std::vector<std::size_t> items;
  for (std::size_t item = 0; item < states_.size(); ++item) {
    if (states_[item].back().round.has_value() == are_there) {
      items.push_back(item);
    }
  }
  return items;
}

Moment Promises::now() const {
  const std::lock_guard lock(mutex_);
  return now_;
}

bool Promises::allows(std::size_t item, Round seen, Moment since) const {
  const std::lock_guard lock(mutex_);
  return item < states_.size() &&
         std::ranges::any_of(
             states_[item],
             [&](const State& state) { return state.round == seen && state.seen_since(since); });
}

std::pair<std::size_t, std::size_t> Promises::there_since(Moment since) const {
  const std::lock_guard lock(mutex_);
  std::pair<std::size_t, std::size_t> there;
  for (const std::vector<State>& states : states_) {
    const auto seen = [&](bool is_there) {
      return std::ranges::any_of(states, [&](const State& state) {
        return state.seen_since(since) && state.round.has_value() == is_there;
      });
    };
    there.first += seen(false) ? 0U : 1U;
    there.second += seen(true) ? 1U : 0U;
  }
  return there;
}

bool Promises::at_rest_since(Moment since) const {
  const std::lock_guard lock(mutex_);
  return !at_work_ && now_ == since;
}

}  // namespace bulletin::test
