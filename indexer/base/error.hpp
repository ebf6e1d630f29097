// The project's one exception type. Thrown where a command cannot go on; caught in main() and in
// the web dispatcher only.

#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace bulletin {

/// Stable kinds of failure; programs map each to an exit status.
enum class ErrorCode : std::uint8_t {
  kBadUsage,         ///< An option or argument that no command could honour.
  kBadCorpus,        ///< Input that holds nothing to index.
  kIndexNotFound,    ///< No index at the given place.
  kIndexMismatch,    ///< An index of another schema or analyzer.
  kIndexLocked,      ///< Another program is writing to the index.
  kIndexChanged,     ///< The index was rewritten under a reader; reopen and retry.
  kShardAbsent,      ///< No answer from a machine that holds a part of the index.
  kResourceMissing,  ///< Data that the program was built to find is absent.
  kOutOfTime,        ///< A search took longer than it may.
  kInternal          ///< Everything else, disk errors included.
};

/// Failure that ends the current command or request.
///
/// `what()` is one line for a person: lower case, no final full stop, names the thing at fault;
/// `hint()` is the next step, or empty.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string hint = {})
      : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

  [[nodiscard]] ErrorCode code() const noexcept { return code_; }
  [[nodiscard]] const std::string& hint() const noexcept { return hint_; }

 private:
  ErrorCode code_;
  std::string hint_;
};

}  // namespace bulletin
