// A program of somebody else's, run on a file that may be hostile.

#pragma once

#include <optional>
#include <string>
#include <vector>

namespace bulletin {

/// Runs `arguments` with `input` as a file whose path takes the place of the argument `{}`, and
/// returns what it writes to stdout; nothing when it fails, cannot be found or is ended.
///
/// The child has 1 GB of memory, 10 seconds of CPU, 20 of time, may write 64 MB and open no network
/// of ours: it inherits no other file. stderr is dropped.
[[nodiscard]] std::optional<std::string> run_limited(std::vector<std::string> arguments,
                                                     const std::string& input);

/// Tells whether `program` can be found.
[[nodiscard]] bool has_program(const std::string& program);

}  // namespace bulletin
