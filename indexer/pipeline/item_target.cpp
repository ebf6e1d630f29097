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
  set_keeping(item, std::move(source), bulletin);
  return writer().add(bulletin);
}

void IndexTarget::take_correction(const std::string& id, const Correction& correction) {
  if (writer().correction(id) == Correction{}) {
    writer().correct(id, correction);
  }
}

bool IndexTarget::take_publisher(const Publisher& publisher) {
  return writer().is_for(publisher);
}

}  // namespace bulletin
