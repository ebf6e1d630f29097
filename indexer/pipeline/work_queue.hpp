// A queue between the thread that reads and those that work: bounded, so that reading waits for
// them.

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace bulletin {

/// Holds at most `most` values at once. All functions may be called by any thread.
template <typename T>
class WorkQueue {
 public:
  explicit WorkQueue(std::size_t most) : most_(most) {}

  /// Waits for room. Returns false, and drops the value, once the queue has been closed.
  bool push(T value) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return is_closed_ || values_.size() < most_; });
    if (is_closed_) {
      return false;
    }
    values_.push_back(std::move(value));
    work_.notify_one();
    return true;
  }

  /// Waits for a value; nothing when there is none left and there will be no more.
  std::optional<T> pop() {
    std::unique_lock lock(mutex_);
    work_.wait(lock, [this] { return is_closed_ || is_ended_ || !values_.empty(); });
    if (is_closed_ || values_.empty()) {
      return std::nullopt;
    }
    std::optional<T> value(std::move(values_.front()));
    values_.pop_front();
    room_.notify_one();
    return value;
  }

  /// Says that nothing more will be pushed; what is there is still worked off.
  void end() { set(is_ended_); }

  /// Drops what is there and wakes everybody.
  void close() { set(is_closed_); }

 private:
  void set(bool& flag) {
    const std::lock_guard lock(mutex_);
    flag = true;
    work_.notify_all();
    room_.notify_all();
  }

  std::size_t most_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable work_;
  std::deque<T> values_;
  bool is_closed_ = false;
  bool is_ended_ = false;
};

}  // namespace bulletin
