// One row of a facet.

#pragma once

#include <cstddef>
#include <string>

namespace bulletin {

/// One value of a facet and the number of items under it. A click on it returns exactly these.
struct Bucket {
  std::string value;  ///< ISO code, `2019`, `2019-12`, language tag, or `none`.
  std::size_t count = 0;

  bool operator==(const Bucket&) const = default;
};

}  // namespace bulletin
