// What was found in a bulletin and why: every facet value carries the words it rests on.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"

namespace bulletin {

/// Part of a bulletin that evidence points into.
enum class TextField : std::uint8_t { kTitle, kText };

/// The words behind one value, or the metadata key that supplied it.
///
/// `surface` equals bytes `begin_byte` to `end_byte` of the field. With rule `metadata`, or `set`
/// for what a person says, no words stand behind the value: both offsets are 0 and `surface` is
/// empty.
struct Evidence {
  TextField field = TextField::kText;
  std::size_t begin_byte = 0;
  std::size_t end_byte = 0;
  std::string surface;
  std::string rule;  ///< Stable lower-case name: `name`, `city`, `range`, `metadata`, ...

  bool operator==(const Evidence&) const = default;
};

/// A span of days that something in the bulletin happened on.
struct DateMention {
  DateSpan span;
  std::vector<Evidence> evidence;  ///< In reading order, title first; never empty.

  bool operator==(const DateMention&) const = default;
};

/// A country or region the bulletin speaks of.
struct CountryMention {
  std::string code;                ///< ISO 3166-1 alpha-2, upper case.
  std::vector<Evidence> evidence;  ///< In reading order, title first; never empty.

  bool operator==(const CountryMention&) const = default;
};

}  // namespace bulletin
