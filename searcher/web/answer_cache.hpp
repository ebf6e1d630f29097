// Answers kept for those who ask the same again, until the index changes.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "searcher/web/http.hpp"

namespace bulletin {

/// Keeps the answers asked for last, up to a number of bytes. Thread-safe.
class AnswerCache {
 public:
  /// What it has done so far.
  struct Counts {
    std::uint64_t hits = 0;
    std::uint64_t misses = 0;
    std::size_t bytes = 0;
  };

  /// Holds keys and bodies of up to `capacity_bytes`, and no answer larger than an eighth of it.
  explicit AnswerCache(std::size_t capacity_bytes) : capacity_(capacity_bytes) {}

  /// Returns the answer kept for `key`, or null.
  [[nodiscard]] std::shared_ptr<const WebResponse> find(const std::string& key);

  /// Keeps an answer; those not asked for longest go.
  void keep(const std::string& key, WebResponse response);

  [[nodiscard]] Counts counts() const;

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const WebResponse> response;
    std::size_t bytes = 0;
  };

  void drop_last();

  const std::size_t capacity_;
  mutable std::mutex mutex_;
  std::list<Entry> entries_;                                                 // Last used first.
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;  // Into `entries_`.
  Counts counts_;
};

/// Names the state that answers are true for: another name, another answer. Nothing where it cannot
/// be told.
using StateName = std::function<std::optional<std::string>()>;

/// Returns a handler that answers from `cache` where it can. `cache` has to outlive it.
///
/// Kept are answers 200 with a whole body that set no cookie and may be kept (not `no-store`). What
/// an answer may depend on makes the key: `state()`, path, parameters in any order of their names,
/// language, cookies, host and the origin of who asks. Text is kept compressed, too.
[[nodiscard]] WebHandler cached(WebHandler handler, AnswerCache& cache, StateName state);

}  // namespace bulletin
