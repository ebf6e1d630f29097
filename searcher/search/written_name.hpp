// How items write a name that the index knows folded.

#pragma once

#include <string>

#include <xapian.h>

namespace bulletin {

/// Returns the name `folded`, an `N` term, as the first item that has it writes it: capitals,
/// accents; `folded` itself where that cannot be found. Reads one item. May throw Xapian's
/// exceptions.
[[nodiscard]] std::string written_name(const Xapian::Database& database, const std::string& folded);

}  // namespace bulletin
