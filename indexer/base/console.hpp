// The frame of a command line program: how errors are said, and what a closed pipe means.

#pragma once

#include <functional>
#include <string_view>

namespace bulletin {

/// Exit status of every program here when nothing could be done.
inline constexpr int kExitError = 2;

/// Runs `body` and returns the exit status of the process: its own, or `kExitError` after saying
/// an `Error` as `program: message` and `hint: ...` on stderr.
///
/// A reader that closes the pipe early (`| head -1`) is no error: output just ends. Any other
/// failure to write stdout is one.
[[nodiscard]] int run_program(std::string_view program, const std::function<int()>& body);

/// Says `program: message` on stderr.
void complain(std::string_view program, std::string_view message);

/// Tells whether stdout still takes output; false once the reader has gone.
[[nodiscard]] bool output_wanted();

}  // namespace bulletin
