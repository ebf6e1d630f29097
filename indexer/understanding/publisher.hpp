// Who publishes the bulletins: its own name stands in every one of them, so it separates nothing
// and is told apart from what a bulletin is about.

#pragma once

#include <string>
#include <vector>

namespace bulletin {

/// The publisher as configured. The default value is no publisher at all.
struct Publisher {
  std::vector<std::string> names;     ///< Full and short names in any language, as written.
  std::vector<std::string> acronyms;  ///< Count in capitals only, and yield to the item's own.
  std::string home_country;           ///< ISO 3166-1 alpha-2, upper case; else none is given.

  bool operator==(const Publisher&) const = default;
};

/// Returns the Open University of China.
[[nodiscard]] const Publisher& default_publisher();

}  // namespace bulletin
