#include "searcher/search/linked_items.hpp"

#include "indexer/schema/schema.hpp"

namespace bulletin {

std::vector<LinkedItem> linked_items(const Xapian::Database& database, const Bulletin& bulletin) {
  std::vector<LinkedItem> items;
  for (const StoryLink& link : bulletin.also) {
    const std::string term = id_term(link.id);
    const auto posting = database.postlist_begin(term);
    if (posting != database.postlist_end(term)) {
      const Bulletin other = decode_bulletin(database.get_document(*posting).get_data());
      items.push_back({link, headline(other)});
    }
  }
  return items;
}

}  // namespace bulletin
