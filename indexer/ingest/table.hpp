// Comma and tab separated values with a header line.

#pragma once

#include "indexer/ingest/byte_stream.hpp"
#include "indexer/ingest/raw_item.hpp"

namespace bulletin {

/// Reads one item a row; the header names the fields of item_fields.hpp in any order and case,
/// other columns are kept as `extra`. Fields may be quoted, hold line breaks and doubled quotes
/// (RFC 4180). The separator is the one of `,` `\t` `;` that the header has most. A broken row is a
/// problem of its own. Rows over 16 MB are refused without being held.
void read_table(ByteStream& bytes, const std::string& path, const ItemSink& sink);

/// Tells whether `line` is a header: two names or more, one of them `title` or `text`.
[[nodiscard]] bool is_table_header(std::string_view line);

}  // namespace bulletin
