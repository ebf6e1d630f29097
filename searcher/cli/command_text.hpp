// The command line that asks what the screen shows, to be pasted into a shell.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "searcher/browse/question.hpp"

namespace bulletin {

/// Returns `bulletin-search --db news.db --country KZ --date 2019-12 kazakhstan`.
[[nodiscard]] std::string command_text(const browse::Question& question,
                                       const std::filesystem::path& index);

}  // namespace bulletin
