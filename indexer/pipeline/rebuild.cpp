#include "indexer/pipeline/rebuild.hpp"

#include <utility>

#include "indexer/pipeline/index_notes.hpp"
#include "indexer/pipeline/suggestion_pass.hpp"
#include "indexer/schema/stored_publisher.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kBatch = 1000;  // As for IndexWriter.

}  // namespace

Rebuild::Rebuild(Xapian::WritableDatabase& fresh)
    : fresh_(fresh), publisher_(stored_publisher(fresh)), corrections_(read_corrections(fresh)) {}

bool Rebuild::add(const Bulletin& item) {
  if (!ids_.insert(item.id).second) {
    return false;
  }
  const auto said = corrections_.find(item.id);
  const Bulletin anew =
      corrected(item, said == corrections_.end() ? Correction{} : said->second, publisher_);
  written_.push_back({fresh_.add_document(builder_.build(anew)), !item.also.empty()});
  if (written_.size() % kBatch == 0) {
    fresh_.commit();
  }
  return true;
}

void Rebuild::finish() {
  fresh_.commit();
  link_stories(fresh_, std::move(written_));
  fresh_.commit();
  write_suggestions(fresh_);
}

}  // namespace bulletin
