// The ids of an index, by how they begin: for whoever types one.

#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace bulletin {

/// An item by its id and its headline.
struct NamedItem {
  std::string id;
  std::string headline;
};

/// Returns up to `most` items of the index whose ids begin with `prefix`, ordered by id; ids too
/// long for a term are passed over. Throws `Error` as open_index() does.
[[nodiscard]] std::vector<NamedItem> items_beginning_with(const std::filesystem::path& index,
                                                          std::string_view prefix,
                                                          std::size_t most);

}  // namespace bulletin
