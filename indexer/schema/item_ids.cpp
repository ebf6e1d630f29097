#include "indexer/schema/item_ids.hpp"

#include "indexer/schema/bulletin.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {

std::vector<NamedItem> items_beginning_with(const std::filesystem::path& index,
                                            std::string_view prefix, std::size_t most) {
  return with_xapian("list ids", [&] {
    const Xapian::Database database = open_index(index);
    const std::string begin = prefixed(prefix::kId, prefix);
    std::vector<NamedItem> items;
    for (auto term = database.allterms_begin(begin);
         term != database.allterms_end(begin) && items.size() < most; ++term) {
      const std::string data = database.get_document(*database.postlist_begin(*term)).get_data();
      std::string id = (*term).substr(prefix::kId.size());
      if (!id.starts_with('#') || decode_front(data).id == id) {
        items.push_back({std::move(id), decode_headline(data)});
      }
    }
    return items;
  });
}

}  // namespace bulletin
