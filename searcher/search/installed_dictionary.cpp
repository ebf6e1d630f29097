#include "searcher/search/installed_dictionary.hpp"

#include <filesystem>
#include <system_error>

namespace bulletin {

std::optional<Dictionary> installed_dictionary() {
  std::error_code failure;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failure);
  if (failure) {
    return std::nullopt;
  }
  return Dictionary::open(program.parent_path().parent_path() / "share" / "bulletin" /
                          "dictionary");
}

}  // namespace bulletin
