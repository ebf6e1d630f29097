#include "indexer/pipeline/reindex.hpp"

#include <map>
#include <utility>
#include <vector>

#include "indexer/pipeline/correction.hpp"
#include "indexer/pipeline/document_builder.hpp"
#include "indexer/pipeline/index_notes.hpp"
#include "indexer/pipeline/story_links.hpp"
#include "indexer/pipeline/suggestion_pass.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/stored_publisher.hpp"
#include "indexer/schema/with_xapian.hpp"
#include "indexer/understanding/publisher_matcher.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kBatch = 1000;  // As for IndexWriter.

}  // namespace

std::optional<std::size_t> reindex(const std::filesystem::path& index,
                                   const std::optional<Publisher>& publisher,
                                   const std::function<bool(std::size_t, std::size_t)>& on_item) {
  NextGeneration next(index);
  return with_xapian("reindex " + index.string(), [&]() -> std::optional<std::size_t> {
    const Xapian::Database& old = next.old_database();
    copy_notes(old, next.database());
    if (publisher) {
      store_publisher(next.database(), *publisher);
    }
    const PublisherMatcher matcher(stored_publisher(next.database()));
    const std::map<std::string, Correction> corrections = read_corrections(old);
    const DocumentBuilder builder;
    std::vector<ChangedItem> written;
    std::size_t done = 0;
    for (auto document = old.postlist_begin({}); document != old.postlist_end({}); ++document) {
      const Bulletin item = decode_bulletin(old.get_document(*document).get_data());
      const auto correction = corrections.find(item.id);
      written.push_back(
          {next.database().add_document(builder.build(
               corrected(item, correction == corrections.end() ? Correction{} : correction->second,
                         matcher))),
           !item.also.empty()});
      if (!on_item(++done, old.get_doccount())) {
        return std::nullopt;
      }
      if (done % kBatch == 0) {
        next.database().commit();
      }
    }
    next.database().commit();
    link_stories(next.database(), std::move(written));
    next.database().commit();
    write_suggestions(next.database());
    next.take_over();
    return done;
  });
}

}  // namespace bulletin
