#include "indexer/pipeline/merge_item.hpp"

#include <algorithm>

#include "indexer/pipeline/make_bulletin.hpp"

namespace bulletin {
namespace {

const ItemSource* find_source(const Bulletin& item, const std::string& path) {
  const auto found = std::ranges::find(item.sources, path, &ItemSource::path);
  return found == item.sources.end() ? nullptr : &*found;
}

// Both lists; of a path in both the new entry. By path.
std::vector<ItemSource> all_sources(const Bulletin& known, const Bulletin& incoming) {
  std::vector<ItemSource> all = incoming.sources;
  for (const ItemSource& source : known.sources) {
    if (find_source(incoming, source.path) == nullptr) {
      all.push_back(source);
    }
  }
  std::ranges::sort(all, {}, &ItemSource::path);
  return all;
}

bool is_held(const Bulletin& item, std::uint64_t wording, const Bulletin& except) {
  return std::ranges::any_of(item.sources, [&](const ItemSource& source) {
    return source.wording == wording && find_source(except, source.path) == nullptr;
  });
}

bool said_before(const Bulletin& known, const Bulletin& incoming) {
  return std::ranges::all_of(incoming.sources, [&](const ItemSource& source) {
    const ItemSource* before = find_source(known, source.path);
    return before != nullptr && before->wording == source.wording;
  });
}

bool has_new_file(const Bulletin& known, const Bulletin& incoming) {
  return std::ranges::any_of(incoming.sources, [&](const ItemSource& source) {
    return find_source(known, source.path) == nullptr;
  });
}

Merge one_more_copy(const Bulletin& known, const Bulletin& incoming) {
  Merge merge{
      .outcome = has_new_file(known, incoming) ? AddOutcome::kMerged : AddOutcome::kUnchanged,
      .item = {}};
  std::vector<ItemSource> sources = all_sources(known, incoming);
  if (sources != known.sources) {
    merge.item = known;
    merge.item->sources = std::move(sources);
  }
  return merge;
}

}  // namespace

bool wording_is_held(const Bulletin& bulletin) {
  return is_held(bulletin, wording_of(raw_item_of(bulletin)), {});
}

void add_to_history(const Bulletin& old, Date today, Bulletin& item) {
  std::vector<Revision> history{{today, old.given_title.value_or(old.title), old.text}};
  history.insert(history.end(), old.history.begin(), old.history.end());
  history.resize(std::min(history.size(), kMaxRevisions));
  item.history = std::move(history);
}

Merge merge_item(const Bulletin& known, const Bulletin& incoming, Date today) {
  const RawItem ours = raw_item_of(known);
  const RawItem theirs = raw_item_of(incoming);
  const std::uint64_t wording = wording_of(ours);
  if (wording == wording_of(theirs)) {
    return one_more_copy(known, incoming);
  }
  const bool same_text = ours.title == theirs.title && ours.text == theirs.text;
  const bool is_copy = same_text || known.id == content_id(ours.title, ours.text) ||
                       (!incoming.sources.empty() && said_before(known, incoming));
  if (is_copy && is_held(known, wording, incoming)) {
    return one_more_copy(known, incoming);
  }
  Merge merge{.outcome = AddOutcome::kReplaced, .item = incoming};
  merge.item->sources = all_sources(known, incoming);
  if (same_text) {
    merge.item->history = known.history;
  } else {
    add_to_history(known, today, *merge.item);
  }
  return merge;
}

}  // namespace bulletin
