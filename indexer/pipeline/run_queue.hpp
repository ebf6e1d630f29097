// Shares what one thread reads out to those that work, so that each gets long runs of neighbours:
// a run becomes one database, and all of them are merged.

#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <list>
#include <mutex>
#include <optional>
#include <utility>

namespace bulletin {

/// Values in their order, cut into runs. One thread pushes and ends, others begin runs and work
/// them off, each its own; any may close.
template <typename T>
class RunQueue {
 public:
  /// Neighbours that one thread works off.
  struct Run {
    std::deque<std::pair<T, std::size_t>> waiting;  ///< With their weights.
    std::size_t left = 0;                           ///< Weight of these.
    std::size_t weight = 0;                         ///< Of all that it got.
    bool is_begun = false;
    bool is_followed = false;  ///< Values behind its own are in another, though that may be gone.

    void add(std::pair<T, std::size_t> value) {
      left += value.second;
      weight += value.second;
      waiting.push_back(std::move(value));
    }
  };

  /// A run of `run_weight` grows no more; no value is taken while `most_weight` or more waits.
  RunQueue(std::size_t run_weight, std::size_t most_weight)
      : run_weight_(run_weight), most_weight_(most_weight) {}

  /// Waits for room. Returns false, and drops the value, once the queue has been closed.
  bool push(T value, std::size_t weight) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return is_closed_ || waiting_ < most_weight_; });
    if (is_closed_) {
      return false;
    }
    if (runs_.empty()) {
      runs_.emplace_back();
    } else if (!grows(runs_.back())) {
      runs_.back().is_followed = true;
      runs_.emplace_back();
    }
    runs_.back().add({std::move(value), weight});
    waiting_ += weight;
    work_.notify_all();
    return true;
  }

  /// Waits for a run that nobody works at; where there is none, takes the second half of the
  /// longest: while more is to come, once half a run waits in it. Returns null when there is
  /// nothing left; else call next() to the end.
  Run* begin() {
    std::unique_lock lock(mutex_);
    Run* run = nullptr;
    work_.wait(lock, [&] {
      run = is_closed_ ? nullptr : idle_run();
      return run != nullptr || is_closed_ || is_ended_;
    });
    return run;
  }

  /// Returns the next value of a run; nothing at its end, from where on it is gone.
  std::optional<T> next(Run& run) {
    std::unique_lock lock(mutex_);
    work_.wait(lock, [&] { return is_closed_ || !run.waiting.empty() || !grows(run); });
    if (is_closed_ || run.waiting.empty()) {
      runs_.remove_if([&](const Run& each) { return &each == &run; });
      return std::nullopt;
    }
    auto [value, weight] = std::move(run.waiting.front());
    run.waiting.pop_front();
    run.left -= weight;
    waiting_ -= weight;
    room_.notify_one();
    return std::move(value);
  }

  /// Says that nothing more will be pushed; what is there is still worked off.
  void end() { set(is_ended_); }

  /// Drops what is there and wakes everybody.
  void close() { set(is_closed_); }

 private:
  bool grows(const Run& run) const {
    return !is_ended_ && !run.is_followed && run.weight < run_weight_;
  }

  Run* idle_run() {
    auto run = std::ranges::find(runs_, false, &Run::is_begun);
    if (run == runs_.end()) {
      run = split_off();
    }
    if (run == runs_.end()) {
      return nullptr;
    }
    run->is_begun = true;
    return &*run;
  }

  // While more is to come only half a run or more is split: else many short ones would be left.
  typename std::list<Run>::iterator split_off() {
    const auto from = std::ranges::max_element(runs_, {}, &Run::left);
    if (from == runs_.end() || from->waiting.empty() ||
        (!is_ended_ && from->left < run_weight_ / 2)) {
      return runs_.end();
    }
    const auto run = runs_.emplace(std::next(from));
    run->is_followed = std::exchange(from->is_followed, true);
    const auto kept = static_cast<std::ptrdiff_t>(from->waiting.size() / 2);
    for (auto value = from->waiting.begin() + kept; value != from->waiting.end(); ++value) {
      from->left -= value->second;
      from->weight -= value->second;
      run->add(std::move(*value));
    }
    from->waiting.erase(from->waiting.begin() + kept, from->waiting.end());
    return run;
  }

  void set(bool& flag) {
    const std::lock_guard lock(mutex_);
    flag = true;
    work_.notify_all();
    room_.notify_all();
  }

  std::size_t run_weight_;
  std::size_t most_weight_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable work_;
  std::list<Run> runs_;  // In order, begun or waiting.
  std::size_t waiting_ = 0;
  bool is_closed_ = false;
  bool is_ended_ = false;
};

}  // namespace bulletin
