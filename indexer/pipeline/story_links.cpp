#include "indexer/pipeline/story_links.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <unordered_set>

#include "indexer/pipeline/story_neighbours.hpp"
#include "indexer/schema/bulletin.hpp"
#include "indexer/schema/link_value.hpp"
#include "indexer/schema/schema.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kAtOnce = 2000;     // Some 20,000 different terms.
constexpr std::size_t kForThreads = 200;  // Fewer are not worth opening the database again.

using KnownItems = std::unordered_set<Xapian::docid>;

// What an item is to be linked with, and what else is to be looked at for it.
struct FoundLinks {
  ChangedItem item;
  std::vector<Neighbour> twins;
  std::vector<Neighbour> copies;
  std::vector<Xapian::docid> awaited;

  [[nodiscard]] bool has_work() const {
    return item.has_links || !twins.empty() || !copies.empty() || !awaited.empty();
  }
};

bool chooses(StoryNeighbours& neighbours, const Neighbour& twin, Xapian::docid document) {
  const std::vector<Neighbour> theirs = neighbours.best_counterparts(twin.document);
  return std::ranges::find(theirs, document, &Neighbour::document) != theirs.end();
}

FoundLinks find_links(StoryNeighbours& neighbours, ChangedItem item, const KnownItems& known) {
  FoundLinks found{
      item, neighbours.best_counterparts(item.document), neighbours.near_copies(item.document), {}};
  std::erase_if(found.twins,
                [&](const Neighbour& twin) { return !chooses(neighbours, twin, item.document); });
  // Each of them may have lost its best, or a clear lead, to this item.
  for (const Neighbour& each : neighbours.counterparts(item.document)) {
    if (!known.contains(each.document)) {
      found.awaited.push_back(each.document);
    }
  }
  return found;
}

void prefetch(StoryNeighbours& neighbours, std::span<const ChangedItem> items) {
  std::vector<Xapian::docid> documents;
  std::ranges::transform(items, std::back_inserter(documents), &ChangedItem::document);
  neighbours.prefetch(documents);
}

// Looks at many items with several threads.
class Finders {
 public:
  Finders(std::span<const ChangedItem> items, const KnownItems& known, const StoryShelf* shelf)
      : items_(items), known_(known), shelf_(shelf) {}

  // What was found of each, in their order, where there is anything to do.
  std::vector<std::vector<FoundLinks>> run(const LinkReaders& readers) {
    at_once_ = std::min(kAtOnce, items_.size() / readers.jobs + 1);
    found_.resize((items_.size() + at_once_ - 1) / at_once_);
    std::vector<std::future<void>> threads;
    threads.reserve(readers.jobs);
    for (std::size_t i = 0; i < readers.jobs; ++i) {
      threads.push_back(std::async(std::launch::async, [&] { work(readers.open()); }));
    }
    std::ranges::for_each(threads, [](std::future<void>& thread) { thread.get(); });
    return std::move(found_);
  }

 private:
  void work(const Xapian::Database& database) {
    StoryNeighbours neighbours(database, shelf_);
    for (std::size_t group = next_++; group < found_.size(); group = next_++) {
      const std::size_t begin = group * at_once_;
      const auto items = items_.subspan(begin, std::min(at_once_, items_.size() - begin));
      prefetch(neighbours, items);
      for (const ChangedItem& item : items) {
        FoundLinks found = find_links(neighbours, item, known_);
        if (found.has_work()) {
          found_[group].push_back(std::move(found));
        }
      }
    }
  }

  std::span<const ChangedItem> items_;
  const KnownItems& known_;
  const StoryShelf* shelf_;
  std::size_t at_once_ = 1;
  std::atomic<std::size_t> next_ = 0;
  std::vector<std::vector<FoundLinks>> found_;
};

class Linker {
 public:
  Linker(Xapian::WritableDatabase& database, const LinkReaders& readers)
      : database_(database),
        readers_(readers),
        shelf_(readers.shelf_folder
                   ? std::make_unique<StoryShelf>(readers.open, *readers.shelf_folder)
                   : nullptr),
        neighbours_(database, shelf_.get()) {}

  std::vector<ChangedItem> run(std::vector<ChangedItem> changed) {
    waiting_ = std::move(changed);
    for (const ChangedItem& item : waiting_) {
      known_.insert(item.document);
    }
    std::size_t done = 0;
    if (readers_.jobs > 1 && waiting_.size() >= kForThreads) {
      done = waiting_.size();
      for (const auto& group : Finders(waiting_, known_, shelf_.get()).run(readers_)) {
        std::ranges::for_each(group, [this](const FoundLinks& found) { settle(found); });
      }
    }
    for (std::size_t i = done; i < waiting_.size(); ++i) {  // Grows meanwhile.
      if ((i - done) % kAtOnce == 0) {
        prefetch(neighbours_,
                 std::span(waiting_).subspan(i).first(std::min(kAtOnce, waiting_.size() - i)));
      }
      settle(find_links(neighbours_, waiting_[i], known_));
    }
    return std::move(written_);
  }

 private:
  void settle(const FoundLinks& found) {
    std::ranges::for_each(found.awaited, [this](Xapian::docid document) { await(document); });
    if (found.item.has_links || !found.twins.empty() || !found.copies.empty()) {
      write(found.item.document, found.twins, found.copies);
    }
  }

  void await(Xapian::docid document) {
    if (known_.insert(document).second) {
      waiting_.push_back({document, true});
    }
  }

  Bulletin stored(Xapian::docid document) const {
    return decode_bulletin(database_.get_document(document).get_data());
  }

  void write(Xapian::docid document, const std::vector<Neighbour>& twins,
             const std::vector<Neighbour>& copies) {
    Bulletin bulletin = stored(document);
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
    // Read just before, so that Xapian leaves alone the terms, which its list may not have.
    Xapian::Document entry = database_.get_document(document);
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
  const LinkReaders& readers_;
  std::unique_ptr<StoryShelf> shelf_;
  StoryNeighbours neighbours_;
  std::vector<ChangedItem> waiting_;
  KnownItems known_;
  std::vector<ChangedItem> written_;
};

}  // namespace

std::vector<ChangedItem> link_stories(Xapian::WritableDatabase& database,
                                      std::vector<ChangedItem> changed,
                                      const LinkReaders& readers) {
  return changed.empty() ? std::vector<ChangedItem>()
                         : Linker(database, readers).run(std::move(changed));
}

std::set<Xapian::docid> copies_linked_with(const Xapian::Database& database, std::string_view id,
                                           const TermCounts& terms) {
  // Lists of more than 500 make no links, so who has some came before a list was as long.
  constexpr std::size_t kMostLookedAt = std::size_t{2} * kMostPostings;
  std::set<Xapian::docid> linked;
  for (std::size_t i = terms.first_from(prefix::kShingle);
       i < terms.size() && terms.term(i).starts_with(prefix::kShingle); ++i) {
    const std::string term(terms.term(i));
    auto copy = database.postlist_begin(term);
    for (std::size_t left = kMostLookedAt; copy != database.postlist_end(term) && left > 0;
         ++copy, --left) {
      const Xapian::Document document = database.get_document(*copy, Xapian::DOC_ASSUME_VALID);
      if (leads_to(document.get_value(slot::kLinks), id)) {
        linked.insert(*copy);
      }
    }
  }
  return linked;
}

}  // namespace bulletin
