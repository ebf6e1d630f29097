// Feeds and sitemaps: RSS 0.9x, 1.0 and 2.0, Atom.

#pragma once

#include <string_view>

#include "indexer/ingest/raw_item.hpp"
#include "indexer/ingest/read_bytes.hpp"

namespace bulletin {

/// Reads a feed: each entry is an item with its id (guid or atom id), title, text (the longest of
/// content, summary and description, as `html_text` reads it), day as written, language, address,
/// and the feed's title as its source. Elements are told by their local names.
///
/// No entity is ever fetched or expanded; an entry that uses one of the feed's own is a problem. So
/// is a feed over 32 MB or 400,000 tags. Broken XML is one problem that names its line; entries
/// that are whole before it are delivered. Markup that `html_text` refuses leaves an entry its
/// title.
void read_feed(std::string_view xml, const FileSource& file, const ItemSink& sink);

/// Says that a sitemap names pages and holds none: one problem that counts its addresses.
void read_sitemap(std::string_view xml, const FileSource& file, const ItemSink& sink);

}  // namespace bulletin
