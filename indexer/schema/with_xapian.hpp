// The only place that meets Xapian's exceptions.

#pragma once

#include <string_view>
#include <utility>

#include <xapian.h>

namespace bulletin {

/// Rethrows the Xapian exception in flight as `Error`, saying what was being attempted.
[[noreturn]] void rethrow_xapian_error(std::string_view attempt);

/// Runs `action`; a `Xapian::Error` escaping it becomes an `Error`.
///
/// `attempt` completes "cannot ...", e.g. "open index /srv/news.idx". Xapian works lazily, so the
/// action has to cover the whole read.
template <typename Action>
decltype(auto) with_xapian(std::string_view attempt, Action&& action) {
  try {
    return std::forward<Action>(action)();
  } catch (const Xapian::Error&) {
    rethrow_xapian_error(attempt);
  }
}

}  // namespace bulletin
