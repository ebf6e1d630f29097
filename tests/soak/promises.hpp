// What the writer of a soak has promised of its moving items, and since when: an answer may show
// what was there at some moment since it was asked for, and nothing else.

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace bulletin::test {

/// What an item shows of itself: the number in its title, or nothing where it is not there.
using Round = std::optional<int>;

/// A point in time, counted in promises.
using Moment = std::uint64_t;

/// States of `items` items over time. Thread-safe.
class Promises {
 public:
  /// No item is there yet.
  explicit Promises(std::size_t items);

  /// The writer begins something after which these items will be so: from now on they may be seen
  /// like this. Without items it changes nothing that is seen.
  void begin(const std::map<std::size_t, Round>& next);

  /// What was begun is done: from now on nothing older may be seen.
  void finish();

  /// What is promised now.
  [[nodiscard]] Round promised(std::size_t item) const;

  /// Returns the items that are promised to be there, or not to be, in their order.
  [[nodiscard]] std::vector<std::size_t> items_there(bool are_there) const;

  [[nodiscard]] Moment now() const;

  /// Tells whether the item may have been seen so since then.
  [[nodiscard]] bool allows(std::size_t item, Round seen, Moment since) const;

  /// Returns how many items can have been there since then, the fewest and the most.
  [[nodiscard]] std::pair<std::size_t, std::size_t> there_since(Moment since) const;

  /// Tells whether the writer has been at rest all the time since then.
  [[nodiscard]] bool at_rest_since(Moment since) const;

 private:
  struct State {
    Round round;
    std::optional<Moment> until;  ///< Nothing as long as it may be seen.

    [[nodiscard]] bool seen_since(Moment since) const { return !until || *until >= since; }
  };

  mutable std::mutex mutex_;  // Guards all below.
  Moment now_ = 0;
  bool at_work_ = false;
  std::vector<std::size_t> changing_;
  std::vector<std::vector<State>> states_;  // Of each item; the last one is promised or to come.
};

}  // namespace bulletin::test
