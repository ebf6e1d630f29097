// Which bytes of an item its values rest on.

#pragma once

#include <vector>

#include "indexer/schema/bulletin.hpp"
#include "searcher/search/highlighter.hpp"

namespace bulletin {

/// Returns all words of `field` behind a date, a country or a kind, in order and without overlap.
[[nodiscard]] std::vector<ByteRange> evidence_ranges(const Bulletin& bulletin, TextField field);

}  // namespace bulletin
