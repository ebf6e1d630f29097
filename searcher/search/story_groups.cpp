#include "searcher/search/story_groups.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

#include "indexer/schema/link_value.hpp"
#include "indexer/schema/schema.hpp"
#include "searcher/query/slot_values.hpp"

namespace bulletin {
namespace {

// A hit with links.
struct Linked {
  Xapian::docid document = 0;
  LinkValue links;
};

std::vector<Linked> linked_hits(const Xapian::Database& database,
                                const std::vector<Xapian::docid>& matches,
                                const Xapian::Query& found_by) {
  std::vector<Linked> linked;
  SlotValues(database, slot::kLinks, found_by, Deadline())
      .each(matches, [&](std::size_t place, const std::string& value) {
        linked.push_back({matches[place], unpack_links(value)});
        return true;
      });
  return linked;
}

// Which of a number of things are one, by what has been joined.
class Unions {
 public:
  explicit Unions(std::size_t size) : parents_(size) {
    std::iota(parents_.begin(), parents_.end(), std::size_t{0});
  }

  std::size_t root(std::size_t i) {
    while (parents_[i] != i) {
      parents_[i] = parents_[parents_[i]];
      i = parents_[i];
    }
    return i;
  }

  // The first one stays the root.
  void join(std::size_t a, std::size_t b) {
    const auto [low, high] = std::minmax({root(a), root(b)});
    parents_[high] = low;
  }

 private:
  std::vector<std::size_t> parents_;
};

}  // namespace

StoryGroups::StoryGroups(const Xapian::Database& database,
                         const std::vector<Xapian::docid>& matches, const Xapian::Query& found_by)
    : count_(matches.size()) {
  const std::vector<Linked> linked = linked_hits(database, matches, found_by);
  std::unordered_map<std::uint64_t, std::size_t> places;
  places.reserve(linked.size());
  for (std::size_t i = 0; i < linked.size(); ++i) {
    places.emplace(linked[i].links.self, i);
  }
  Unions unions(linked.size());
  for (std::size_t i = 0; i < linked.size(); ++i) {
    for (const std::uint64_t other : linked[i].links.others) {
      if (const auto found = places.find(other); found != places.end()) {
        unions.join(i, found->second);
      }
    }
  }
  for (std::size_t i = 0; i < linked.size(); ++i) {
    const std::size_t root = unions.root(i);
    if (root != i) {
      group_.emplace(linked[root].document, linked[root].document);
      group_.emplace(linked[i].document, linked[root].document);
      --count_;
    }
  }
}

Xapian::docid StoryGroups::story_of(Xapian::docid document) const {
  const auto found = group_.find(document);
  return found == group_.end() ? 0 : found->second;
}

GroupedPage page_of_stories(const std::vector<Place>& places, const StoryGroups& groups,
                            PageCut page) {
  GroupedPage shown;
  std::unordered_map<Xapian::docid, Xapian::docid> best;  // By story; 0 on other pages.
  std::size_t rank = 0;
  for (const Place& place : places) {
    const bool on_page = rank >= page.offset && rank - page.offset < page.limit;
    if (const Xapian::docid story = groups.story_of(place.document); story != 0) {
      const auto [known, is_first] = best.emplace(story, on_page ? place.document : 0);
      if (!is_first) {
        if (known->second != 0) {
          shown.others[known->second].push_back(place.document);
        }
        continue;
      }
    }
    if (on_page) {
      shown.best.push_back(place);
    }
    ++rank;
  }
  return shown;
}

}  // namespace bulletin
