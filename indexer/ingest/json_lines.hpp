// JSON Lines: one object a line.

#pragma once

#include <istream>
#include <string>

#include "indexer/ingest/raw_item.hpp"

namespace bulletin {

/// Reads objects with the keys of item_fields.hpp, one a line; blank lines are passed over.
///
/// A broken line is a problem of its own and the next line is read. Lines over 16 MB are refused
/// without being held in memory, objects nested deeper than 64 too.
void read_json_lines(std::istream& input, const std::string& path, const ItemSink& sink);

}  // namespace bulletin
