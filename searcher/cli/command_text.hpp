// The command line that asks what the screen shows, to be pasted into a shell.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "searcher/browse/question.hpp"

namespace bulletin {

/// Returns `word` as one word of a POSIX shell: as it is where nothing in it means anything to one,
/// else in single quotes; with control characters or ill-formed UTF-8 as $'...', which bash, zsh
/// and ksh read, so that printing it steers no terminal.
[[nodiscard]] std::string shell_quoted(std::string_view word);

/// Returns `bulletin-search --db news.db --country KZ --date 2019-12 kazakhstan`.
[[nodiscard]] std::string command_text(const browse::Question& question,
                                       const std::filesystem::path& index);

}  // namespace bulletin
