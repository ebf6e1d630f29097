// Text files: listing pages of many leads, and single items under front matter.

#pragma once

#include <string_view>

#include "indexer/ingest/raw_item.hpp"

namespace bulletin {

/// Tells whether `text` opens with a `---` line.
[[nodiscard]] bool has_front_matter(std::string_view text);

/// Reads one item: `---`, lines of `key: value`, `---`, then the text.
///
/// A value runs to the end of its line; quotes around the whole of it are dropped.
void read_front_matter(std::string_view text, const std::string& path, const ItemSink& sink);

/// Reads a listing page: each paragraph is an item of its own, blank lines between them.
void read_listing(std::string_view text, const std::string& path, const ItemSink& sink);

/// Reads Markdown without front matter as one item; a first line `# ...` is its title.
void read_markdown(std::string_view text, const std::string& path, const ItemSink& sink);

}  // namespace bulletin
