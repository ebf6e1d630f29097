// A word as a person can type it in a shell.

#pragma once

#include <string>
#include <string_view>

namespace bulletin {

/// Returns `word` as one word of a POSIX shell: as it is where nothing in it means anything to one,
/// else in single quotes; with control characters or ill-formed UTF-8 as $'...', which bash, zsh
/// and ksh read, so that printing it steers no terminal.
[[nodiscard]] std::string shell_quoted(std::string_view word);

}  // namespace bulletin
