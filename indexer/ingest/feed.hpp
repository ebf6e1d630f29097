// Feeds and sitemaps: RSS 0.9x, 1.0 and 2.0, Atom.

#pragma once

#include <string_view>

#include "indexer/ingest/raw_item.hpp"
#include "indexer/ingest/read_bytes.hpp"

namespace bulletin {

/// Reads a feed, well-formed UTF-8: each entry is an item with its id (guid or atom id), title,
/// text (the longest of content, summary and description), day, language, address, and the feed's
/// title as its source. No entity is ever fetched or expanded. A broken feed is one problem.
void read_feed(std::string_view xml, const FileSource& file, const ItemSink& sink);

/// Says that a sitemap names pages and holds none: one problem that counts its addresses.
void read_sitemap(std::string_view xml, const FileSource& file, const ItemSink& sink);

}  // namespace bulletin
