// A page at a time: on a terminal, output goes through the reader's pager.

#pragma once

#include <string>

#include <sys/types.h>

namespace bulletin {

/// Sends stdout through a pager while it lives, and waits at its end until the reader leaves.
class Pager {
 public:
  /// Starts `command` by the shell; with an empty one stdout stays as it is.
  explicit Pager(const std::string& command);
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

  /// Returns the pager to use: nothing where stdout is no terminal, else `PAGER` (empty or `cat` is
  /// none), else `less -FRX` where it is installed.
  [[nodiscard]] static std::string wanted();

 private:
  pid_t child_ = -1;
  int terminal_ = -1;  // Stdout as it was.
};

}  // namespace bulletin
