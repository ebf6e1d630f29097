#include "indexer/pipeline/waiting_changes.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"
#include "indexer/schema/item_terms.hpp"

namespace bulletin {

const std::optional<Bulletin>* WaitingChanges::of(Xapian::docid document) const {
  const auto waits = items.find(document);
  return waits == items.end() ? nullptr : &waits->second;
}

std::size_t WaitingChanges::removals() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(items, [](const auto& each) { return !each.second.has_value(); }));
}

void WaitingChanges::apply_to_file(const std::string& path,
                                   std::vector<Xapian::docid>& documents) const {
  std::erase_if(documents, [this](Xapian::docid each) { return items.contains(each); });
  const auto is_there = [&](const ItemSource& source) { return file_of(source) == path; };
  for (const auto& [document, item] : items) {
    if (item && std::ranges::any_of(item->sources, is_there)) {
      documents.push_back(document);
    }
  }
  std::ranges::sort(documents);
}

// The length counts words alone; that names, sources and keys of stories are made as they were the
// schema promises.
std::vector<DocumentTerms> WaitingChanges::lists(const Xapian::Database& database,
                                                 const DocumentBuilder& builder) const {
  std::vector<DocumentTerms> lists;
  lists.reserve(items.size());
  for (const auto& [document, item] : items) {
    lists.push_back({document, builder.terms_of(database, document)});
    if (length_of(lists.back().terms) != database.get_doclength(document)) {
      const Bulletin old = decode_bulletin(database.get_document(document).get_data());
      throw Error(
          ErrorCode::kInternal,
          "cannot change item " + old.id + ": it was indexed in another way than it would be now",
          "index all items again: bulletin-index reindex");
    }
  }
  return lists;
}

// Read no further than to its second term.
bool has_short_list(const Xapian::Database& database, Xapian::docid document) {
  std::size_t terms = 0;
  for (auto term = database.termlist_begin(document);
       term != database.termlist_end(document) && terms < 2; ++term) {
    ++terms;
  }
  return is_short_list(terms);
}

}  // namespace bulletin
