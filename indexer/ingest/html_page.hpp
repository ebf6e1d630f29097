// HTML as people keep it: one item a page, or a listing of many.

#pragma once

#include <string_view>

#include "indexer/ingest/raw_item.hpp"
#include "indexer/ingest/read_bytes.hpp"

namespace bulletin {

/// Reads a page; ill-formed UTF-8 in it becomes U+FFFD.
///
/// A page whose main part repeats siblings of one shape, each with a link or a "Read more" of its
/// own, is a listing: each sibling is an item. So is one whose lines mostly begin with their days.
/// Else it is one item: main text without navigation, a paragraph a line; title, day, language and
/// canonical address from the meta tags, else from the page. Days in meta tags count before stamps
/// beside the title; relative links count from `<base>`, else from `file.url`, else from the
/// canonical address. What `tidy_html` refuses is one problem. At most 2 s and 64 MB for any page.
void read_html(std::string_view html, const FileSource& file, const ItemSink& sink);

/// Returns the text that a fragment shows, blocks on lines of their own; empty when refused.
[[nodiscard]] std::string html_text(std::string_view html);

}  // namespace bulletin
