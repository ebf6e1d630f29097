// Where the files of one person are: the folders of the XDG base directory specification.

#pragma once

#include <filesystem>
#include <string>

namespace bulletin {

/// Returns the folder that the environment names `variable`, else `fallback` in the home folder.
[[nodiscard]] std::filesystem::path user_folder(const char* variable, const char* fallback);

/// Returns `bulletin/config.toml` in `XDG_CONFIG_HOME`, else in `~/.config`.
[[nodiscard]] std::string default_config_path();

/// Returns the value of an environment variable; empty when it is not set.
[[nodiscard]] std::string environment(const char* variable);

}  // namespace bulletin
