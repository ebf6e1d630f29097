// The links of an item as a value of its document, so that grouping reads no stored text: a million
// items pass in the time of a few thousand stored ones.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/schema/bulletin.hpp"

namespace bulletin {

/// An item and those it is linked with, each as a hash of its id.
struct LinkValue {
  std::uint64_t self = 0;
  std::vector<std::uint64_t> others;

  bool operator==(const LinkValue&) const = default;
};

/// Returns the value: of the item's own id, then of those it is linked with; empty without links.
[[nodiscard]] std::string pack_links(const Bulletin& bulletin);

/// Stores `bulletin` in `document`, whose value of links agrees from then on; no value where there
/// are no links.
void store_bulletin(Xapian::Document& document, const Bulletin& bulletin);

/// Tells whether a value is of an item that is linked with the one called `id`.
[[nodiscard]] bool leads_to(std::string_view packed, std::string_view id);

/// Reads the value; what was not written by pack_links() is read as an item without links.
[[nodiscard]] LinkValue unpack_links(std::string_view packed);

}  // namespace bulletin
