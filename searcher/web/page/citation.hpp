// How to cite an item so that another can find it again.

#pragma once

#include <string_view>

#include "indexer/schema/bulletin.hpp"
#include "searcher/web/page/page_context.hpp"

namespace bulletin {

/// Returns the section: a citation in the interface's language with the permanent address, the
/// state of the index and the day it was looked up; and the item as JSON.
[[nodiscard]] Html citation(const Bulletin& item, std::string_view generation,
                            const PageContext& context);

}  // namespace bulletin
