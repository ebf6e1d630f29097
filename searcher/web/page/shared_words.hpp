// What two items share, for people: words as an item has them instead of their stems, names of
// countries instead of codes, and no lone figures.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "indexer/schema/bulletin.hpp"
#include "searcher/web/page/page_context.hpp"

namespace bulletin {

/// The words of one item. `context` has to outlive it.
class SharedWords {
 public:
  SharedWords(const Bulletin& item, const PageContext& context);

  /// Returns `shared`, as Searcher::similar() gives it, as one line; may be empty.
  [[nodiscard]] std::string listed(const std::vector<std::string>& shared) const;

 private:
  [[nodiscard]] std::string name_of(const std::string& value) const;

  const PageContext& context_;
  std::map<std::string, std::string> words_;  // By stem, as first met.
};

}  // namespace bulletin
