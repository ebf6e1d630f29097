// Reads the stored items of an index again, without their files: for another gazetteer, analyzer or
// publisher.

#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "indexer/understanding/publisher.hpp"

namespace bulletin {

/// Understands and indexes every item of the index at `index` anew, as a new generation that takes
/// over when it is whole; until then, and when it fails, the old one stays in use.
///
/// Texts, sources, history, links, corrections and what the sources supplied stay. `publisher`
/// takes the place of the index's one. `on_item(done, all)` is told of each item and stops the run
/// by returning false. Returns the number of items, or nothing when it was stopped. Throws `Error`
/// as IndexWriter does, but takes an index of any analyzer.
[[nodiscard]] std::optional<std::size_t> reindex(
    const std::filesystem::path& index, const std::optional<Publisher>& publisher,
    const std::function<bool(std::size_t done, std::size_t all)>& on_item);

}  // namespace bulletin
