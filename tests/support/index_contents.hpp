// All that an index says, to compare indexes that came about in different ways.

#pragma once

#include <string>

namespace bulletin {

/// Returns everything that is read of the index at `index`, as text: of each document its data, its
/// terms whether or not its list is short, and its values; of each term its postings; all metadata.
[[nodiscard]] std::string contents_of(const std::string& index);

}  // namespace bulletin
