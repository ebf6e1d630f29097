#include "indexer/base/user_folders.hpp"

#include <cstdlib>

namespace bulletin {

std::string environment(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? std::string() : std::string(value);
}

std::filesystem::path user_folder(const char* variable, const char* fallback) {
  const std::filesystem::path given = environment(variable);
  return given.empty() ? std::filesystem::path(environment("HOME")) / fallback : given;
}

std::string default_config_path() {
  return (user_folder("XDG_CONFIG_HOME", ".config") / "bulletin" / "config.toml").string();
}

}  // namespace bulletin
