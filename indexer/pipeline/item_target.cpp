#include "indexer/pipeline/item_target.hpp"

#include "indexer/pipeline/make_bulletin.hpp"

namespace bulletin {

void count(AddOutcome outcome, ItemCounts& counts) {
  switch (outcome) {
    case AddOutcome::kAdded:
      ++counts.added;
      break;
    case AddOutcome::kReplaced:
      ++counts.replaced;
      break;
    case AddOutcome::kMerged:
      ++counts.merged;
      break;
    case AddOutcome::kUnchanged:
      ++counts.unchanged;
      break;
  }
}

std::optional<AddOutcome> IndexTarget::take(RawItem item, ItemSource source) {
  Bulletin bulletin = make_bulletin(item, writer().publisher());
  bulletin.sources = {std::move(source)};
  return writer().add(bulletin);
}

}  // namespace bulletin
