// HTML as people keep it: one item a page, or a listing of many.

#pragma once

#include <string_view>

#include "indexer/ingest/raw_item.hpp"
#include "indexer/ingest/read_bytes.hpp"

namespace bulletin {

/// Reads a page, well-formed UTF-8.
///
/// A page whose main part repeats siblings of one shape, each with a link or a heading of its own,
/// is a listing: each sibling is an item. Else it is one item: main text without navigation, title,
/// day, language and canonical address from the meta tags, else from the page. Over 8 MB, over 512
/// deep, or with a tag of over 64 KB it is refused: the parser is quadratic in depth.
void read_html(std::string_view html, const FileSource& file, const ItemSink& sink);

/// Returns the text that a fragment shows, blocks on lines of their own; empty when refused.
[[nodiscard]] std::string html_text(std::string_view html);

}  // namespace bulletin
