// Items as JSON: one object a line, or one array of objects.

#pragma once

#include <string>
#include <string_view>

#include "indexer/ingest/byte_stream.hpp"
#include "indexer/ingest/raw_item.hpp"

namespace bulletin {

/// Longest line that is taken.
inline constexpr std::size_t kMaxLineBytes = 16U << 20U;

/// Reads objects with the keys of item_fields.hpp, one a line; blank lines are passed over.
///
/// A broken line is a problem of its own and the next line is read. Lines over 16 MB are refused
/// without being held in memory, objects nested deeper than 64 too. Where the first line says so
/// the lines are those of an export (export_lines.hpp).
void read_json_lines(ByteStream& bytes, const std::string& path, const ItemSink& sink);

/// Reads an array of such objects. An element that is no item is a problem of its own, broken JSON
/// one for the whole file. Origins tell the line on which an element begins.
void read_json_array(std::string_view text, const std::string& path, const ItemSink& sink);

}  // namespace bulletin
