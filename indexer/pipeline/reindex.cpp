#include "indexer/pipeline/reindex.hpp"

#include "indexer/pipeline/index_notes.hpp"
#include "indexer/pipeline/rebuild.hpp"
#include "indexer/schema/next_generation.hpp"
#include "indexer/schema/stored_publisher.hpp"
#include "indexer/schema/whole_index.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {

std::optional<std::size_t> reindex(const std::filesystem::path& index,
                                   const std::optional<Publisher>& publisher,
                                   const std::function<bool(std::size_t, std::size_t)>& on_item) {
  NextGeneration next(index);
  expect_whole_index(next.old_database(), index);
  return with_xapian("reindex " + index.string(), [&]() -> std::optional<std::size_t> {
    const Xapian::Database& old = next.old_database();
    copy_notes(old, next.database());
    if (publisher) {
      store_publisher(next.database(), *publisher);
    }
    Rebuild rebuild(next.database());
    std::size_t done = 0;
    for (auto document = old.postlist_begin({}); document != old.postlist_end({}); ++document) {
      rebuild.add(decode_bulletin(old.get_document(*document).get_data()));
      if (!on_item(++done, old.get_doccount())) {
        return std::nullopt;
      }
    }
    rebuild.finish();
    next.pack();
    next.take_over();
    return done;
  });
}

}  // namespace bulletin
