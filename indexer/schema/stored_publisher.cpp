#include "indexer/schema/stored_publisher.hpp"

#include <string>

#include "indexer/base/error.hpp"
#include "indexer/understanding/publisher_json.hpp"

namespace bulletin {
namespace {

constexpr auto kPublisherKey = "bulletin_publisher";

}  // namespace

Publisher stored_publisher(const Xapian::Database& database) {
  const std::string stored = database.get_metadata(kPublisherKey);
  if (stored.empty()) {
    return default_publisher();
  }
  try {
    return parse_publisher(stored, kPublisherKey);
  } catch (const Error& error) {  // Its hint is for authors of files.
    throw Error(ErrorCode::kInternal, error.what(),
                "build it again: remove the folder, then bulletin-index add");
  }
}

Publisher agreed_publisher(const Xapian::Database& database,
                           const std::optional<Publisher>& wanted) {
  const Publisher current = stored_publisher(database);
  if (wanted && *wanted != current && database.get_doccount() > 0) {
    throw Error(ErrorCode::kBadUsage,
                "cannot change the publisher: the index holds items read for another",
                "bulletin-index reindex --publisher FILE reads them again for this one");
  }
  return wanted.value_or(current);
}

void store_publisher(Xapian::WritableDatabase& database, const Publisher& publisher) {
  database.set_metadata(kPublisherKey, publisher_json(publisher));
}

}  // namespace bulletin
