// An item as others may see it over HTTP: the folders of the machine are nobody's business there.

#pragma once

#include "indexer/schema/bulletin.hpp"
#include "searcher/search/searcher.hpp"

namespace bulletin {

/// Returns the item with the names of its files alone, without folders: `news.zip!today.txt` for
/// a member of an archive. A source that is an address (`https://...`) stays.
[[nodiscard]] Bulletin public_item(Bulletin item);

/// Returns the explanation with the same names.
[[nodiscard]] ExplainedItem public_explanation(ExplainedItem explained);

}  // namespace bulletin
