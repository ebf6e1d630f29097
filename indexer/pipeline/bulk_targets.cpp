#include "indexer/pipeline/bulk_targets.hpp"

#include <algorithm>
#include <utility>

#include "indexer/schema/index_folder.hpp"

namespace bulletin {
namespace {

// A bulk build copies all that is there, 7 us of wall time an item, and saves 1 ms for each that
// comes: 4,000 beside 200,000 take 2.1 s, 4.9 one by one. It would pay from a third of this on, but
// writes the whole index to disk.
constexpr std::size_t kFewOf = 50;
constexpr std::size_t kFewestOfFew = 3;
constexpr std::size_t kMostWaitingBytes = std::size_t{64} << 20;

// A shard behind a server cannot give way to another as a whole.
bool lies_elsewhere_too(const std::filesystem::path& index) {
  return !std::ranges::all_of(shards_of(index / generation_in_use(index)), &ShardPlace::is_here);
}

}  // namespace

BulkBuild& BuildTarget::build() {
  if (!build_) {
    build_ = std::make_unique<BulkBuild>(target_.index, target_.publisher, BulkBase::kNothing,
                                         target_.limits);
  }
  return *build_;
}

std::optional<AddOutcome> BuildTarget::take(RawItem item, ItemSource source) {
  return build().take(std::move(item), std::move(source));
}

void BuildTarget::take_correction(const std::string& id, const Correction& correction) {
  build().take_correction(id, correction);
}

bool BuildTarget::take_publisher(const Publisher& publisher) {
  if (!build_ && !target_.publisher) {
    target_.publisher = publisher;
  }
  return !build_ || build_->take_publisher(publisher);
}

std::optional<std::size_t> BuildTarget::finish(ItemCounts& counts) {
  return build_ ? std::optional(build_->finish(counts)) : std::nullopt;
}

std::optional<AddOutcome> AddTarget::take(RawItem item, ItemSource source) {
  if (build_) {
    return build_->take(std::move(item), std::move(source));
  }
  choose_road();
  if (!is_waiting_) {
    return writing_.take(std::move(item), std::move(source));
  }
  waiting_bytes_ += bytes_of(item);
  waiting_.push_back({std::move(item), std::move(source)});
  const bool wait_too_many = waiting_bytes_ > kMostWaitingBytes;
  if (waiting_.size() > few_ || (wait_too_many && waiting_.size() > few_ / kFewestOfFew)) {
    build_ = std::make_unique<BulkBuild>(target_.index, target_.publisher, BulkBase::kItemsInUse,
                                         target_.limits);
    pass_on(*build_);
  } else if (wait_too_many) {
    pass_on(writing_);
  }
  return std::nullopt;
}

void AddTarget::take_correction(const std::string& id, const Correction& correction) {
  if (build_) {
    return build_->take_correction(id, correction);
  }
  choose_road();
  if (is_waiting_) {
    corrections_.emplace_back(id, correction);
  } else {
    writing_.take_correction(id, correction);
  }
}

bool AddTarget::take_publisher(const Publisher& publisher) {
  if (target_.publisher) {
    return true;  // Named, or that of an export before.
  }
  const bool is_first = !build_ && !writing_.is_open() && waiting_.empty();
  if (is_first && items_there() == 0) {
    target_.publisher = publisher;
    return true;
  }
  return build_ ? build_->take_publisher(publisher) : writing_.take_publisher(publisher);
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

void AddTarget::choose_road() {
  if (road_ == Road::kAny && !writing_.is_open() && !is_waiting_) {
    is_waiting_ = !lies_elsewhere_too(target_.index);
    few_ = std::max(kFew, items_there() / kFewOf);
  }
}

std::size_t AddTarget::items_there() const {
  return holds_index(target_.index) ? open_index(target_.index).get_doccount() : 0;
}

void AddTarget::pass_on(ItemTarget& target) {
  is_waiting_ = false;
  for (const auto& [id, correction] : std::exchange(corrections_, {})) {
    target.take_correction(id, correction);
  }
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
