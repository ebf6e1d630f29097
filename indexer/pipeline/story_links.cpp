#include "indexer/pipeline/story_links.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "indexer/pipeline/story_neighbours.hpp"
#include "indexer/schema/bulletin.hpp"
#include "indexer/schema/link_value.hpp"
#include "indexer/schema/schema.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kAtOnce = 2000;  // Some 20,000 different terms.

class Linker {
 public:
  explicit Linker(Xapian::WritableDatabase& database)
      : database_(database), neighbours_(database) {}

  std::vector<ChangedItem> run(std::vector<ChangedItem> changed) {
    waiting_ = std::move(changed);
    for (const ChangedItem& item : waiting_) {
      known_.insert(item.document);
    }
    for (std::size_t i = 0; i < waiting_.size(); ++i) {  // Grows meanwhile.
      if (i % kAtOnce == 0) {
        prefetch(i);
      }
      take(waiting_[i]);
    }
    return std::move(written_);
  }

 private:
  void prefetch(std::size_t begin) {
    std::vector<Xapian::docid> documents;
    for (std::size_t i = begin; i < std::min(begin + kAtOnce, waiting_.size()); ++i) {
      documents.push_back(waiting_[i].document);
    }
    neighbours_.prefetch(documents);
  }

  void await(Xapian::docid document) {
    if (known_.insert(document).second) {
      waiting_.push_back({document, true});
    }
  }

  void take(ChangedItem item) {
    // Each of them may have lost its best, or a clear lead, to this item.
    for (const Neighbour& each : neighbours_.counterparts(item.document)) {
      await(each.document);
    }
    std::vector<Neighbour> twins = neighbours_.best_counterparts(item.document);
    std::erase_if(twins, [&](const Neighbour& twin) { return !chooses(twin, item.document); });
    const std::vector<Neighbour> copies = neighbours_.near_copies(item.document);
    if (item.has_links || !twins.empty() || !copies.empty()) {
      write(item.document, twins, copies);
    }
  }

  bool chooses(const Neighbour& twin, Xapian::docid document) {
    const std::vector<Neighbour> theirs = neighbours_.best_counterparts(twin.document);
    return std::ranges::find(theirs, document, &Neighbour::document) != theirs.end();
  }

  Bulletin stored(Xapian::docid document) const {
    return decode_bulletin(database_.get_document(document).get_data());
  }

  void write(Xapian::docid document, const std::vector<Neighbour>& twins,
             const std::vector<Neighbour>& copies) {
    Xapian::Document entry = database_.get_document(document);
    Bulletin bulletin = decode_bulletin(entry.get_data());
    std::vector<StoryLink> links;
    for (const auto* group : {&twins, &copies}) {
      for (const Neighbour& each : *group) {
        const Bulletin other = stored(each.document);
        links.push_back({other.id, other.lang, group == &copies});
      }
    }
    if (links == bulletin.also) {
      return;
    }
    await_ends(bulletin.also);
    await_ends(links);
    bulletin.also = std::move(links);
    store_bulletin(entry, bulletin);
    database_.replace_document(document, entry);
    written_.push_back({document, true});
  }

  // The other ends of links that came or went.
  void await_ends(const std::vector<StoryLink>& links) {
    for (const StoryLink& link : links) {
      const std::string term = id_term(link.id);
      const auto posting = database_.postlist_begin(term);
      if (posting != database_.postlist_end(term)) {
        await(*posting);
      }
    }
  }

  Xapian::WritableDatabase& database_;
  StoryNeighbours neighbours_;
  std::vector<ChangedItem> waiting_;
  std::unordered_set<Xapian::docid> known_;
  std::vector<ChangedItem> written_;
};

}  // namespace

std::vector<ChangedItem> link_stories(Xapian::WritableDatabase& database,
                                      std::vector<ChangedItem> changed) {
  return changed.empty() ? std::vector<ChangedItem>() : Linker(database).run(std::move(changed));
}

}  // namespace bulletin
