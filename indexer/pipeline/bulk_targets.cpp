#include "indexer/pipeline/bulk_targets.hpp"

#include <utility>

#include "indexer/schema/index_folder.hpp"

namespace bulletin {

std::optional<AddOutcome> BuildTarget::take(RawItem item, ItemSource source) {
  if (!build_) {
    build_ = std::make_unique<BulkBuild>(target_.index, target_.publisher, Notes::kOfItems,
                                         target_.limits);
  }
  return build_->take(std::move(item), std::move(source));
}

std::optional<std::size_t> BuildTarget::finish(ItemCounts& counts) {
  return build_ ? std::optional(build_->finish(counts)) : std::nullopt;
}

std::optional<AddOutcome> AddTarget::take(RawItem item, ItemSource source) {
  if (build_) {
    return build_->take(std::move(item), std::move(source));
  }
  if (road_ == Road::kAny && !writing_.is_open() && !is_waiting_) {
    is_waiting_ = !holds_items();
  }
  if (!is_waiting_) {
    return writing_.take(std::move(item), std::move(source));
  }
  waiting_.push_back({std::move(item), std::move(source)});
  if (waiting_.size() > kFew) {
    begin_build();
  }
  return std::nullopt;
}

void AddTarget::forget_file(const std::string& path) {
  if (build_) {
    build_->forget_file(path);
  } else if (is_waiting_) {
    forgotten_.push_back(path);
  } else {
    writing_.writer().set_fingerprint(path, std::nullopt);
  }
}

std::optional<std::size_t> AddTarget::finish(ItemCounts& counts) {
  if (is_waiting_) {
    pass_on(writing_);
  }
  counts.added += passed_on_.added;
  counts.replaced += passed_on_.replaced;
  counts.merged += passed_on_.merged;
  counts.unchanged += passed_on_.unchanged;
  if (build_) {
    return build_->finish(counts);
  }
  if (!writing_.is_open()) {
    return std::nullopt;
  }
  writing_.writer().link_stories();
  writing_.writer().refresh_suggestions();
  return writing_.writer().size();
}

bool AddTarget::holds_items() const {
  return holds_index(target_.index) && open_index(target_.index).get_doccount() > 0;
}

void AddTarget::begin_build() {
  build_ =
      std::make_unique<BulkBuild>(target_.index, target_.publisher, Notes::kAll, target_.limits);
  if (build_->items_in_use() > 0) {  // Another program was faster.
    build_.reset();
    return pass_on(writing_);
  }
  pass_on(*build_);
}

void AddTarget::pass_on(ItemTarget& target) {
  is_waiting_ = false;
  for (SourcedItem& each : std::exchange(waiting_, {})) {
    if (const auto outcome = target.take(std::move(each.item), std::move(each.source))) {
      count(*outcome, passed_on_);
    }
  }
  for (const std::string& path : std::exchange(forgotten_, {})) {
    forget_file(path);
  }
}

}  // namespace bulletin
