#include "searcher/search/linked_items.hpp"

#include "indexer/schema/schema.hpp"

namespace bulletin {

std::vector<LinkedItem> linked_items(const Xapian::Database& database, const Bulletin& bulletin) {
  std::vector<LinkedItem> items;
  for (const StoryLink& link : bulletin.also) {
    const std::string term = id_term(link.id);
    const auto posting = database.postlist_begin(term);
    if (posting != database.postlist_end(term)) {
      items.push_back({link, decode_headline(database.get_document(*posting).get_data())});
    }
  }
  return items;
}

void keep_links(const std::vector<LinkedItem>& there, Bulletin& bulletin) {
  bulletin.also.clear();
  for (const LinkedItem& item : there) {
    bulletin.also.push_back(item.link);
  }
}

}  // namespace bulletin
