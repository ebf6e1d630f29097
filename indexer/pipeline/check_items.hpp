// The part of a check that reads every item and works out again what the index should hold of it.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include <xapian.h>

#include "indexer/pipeline/check_findings.hpp"
#include "indexer/pipeline/document_builder.hpp"
#include "indexer/schema/bulletin.hpp"
#include "indexer/schema/generation.hpp"

namespace bulletin {

/// What one document should have, as sums of hashes that come out alike in any order.
struct ExpectedDocument {
  std::uint64_t postings = 0;  ///< Of term and frequency in the document.
  std::uint64_t values = 0;    ///< Of slot and value.
};

/// How often each value of a facet occurs, by term: `KKZ`, `Knone`, `Y2019`.
using FacetRecount = std::map<std::string, std::size_t>;

/// Hashes that ExpectedDocument sums up.
[[nodiscard]] std::uint64_t posting_hash(std::string_view term, Xapian::termcount frequency);
[[nodiscard]] std::uint64_t value_hash(Xapian::valueno slot, std::string_view value);

/// Counts the facet values of one item.
void count_facets(std::string_view packed, FacetRecount& counts);

/// Reads all items.
class ItemsCheck {
 public:
  /// Both have to outlive it.
  ItemsCheck(const Xapian::Database& database, CheckFindings& findings)
      : database_(database),
        findings_(findings),
        may_be_short_(!listed_terms_in(database).only.empty()) {}

  /// Reads and compares each document. May throw Xapian's exceptions where no document can be
  /// listed, and when a writer was faster.
  void run(const std::function<void(std::size_t, std::size_t)>& on_item);

  /// Looks whether every link leads to an item that is there, and has one in return; near copies
  /// need not, as an item keeps the nearest eight alone. Call it after run().
  void check_links() const;

  [[nodiscard]] const std::unordered_map<Xapian::docid, ExpectedDocument>& expected() const {
    return expected_;
  }
  [[nodiscard]] const FacetRecount& facets() const { return facets_; }
  [[nodiscard]] std::size_t links() const;

 private:
  struct Link {
    std::string from, to;  ///< As first met.
    bool same_words = false;
    bool is_answered = false;
  };

  void check(Xapian::docid document);
  void check_id(Xapian::docid document, const Bulletin& item);
  void compare(const std::string& name, const Xapian::Document& stored,
               const Xapian::Document& made, ExpectedDocument& expected);
  void note_links(const Bulletin& item);

  const Xapian::Database& database_;
  CheckFindings& findings_;
  bool may_be_short_;  ///< Whether a list of terms may.
  DocumentBuilder builder_;
  std::unordered_map<Xapian::docid, ExpectedDocument> expected_;
  FacetRecount facets_;
  std::unordered_set<std::string> linked_;                     ///< Items that have links.
  std::map<std::pair<std::string, std::string>, Link> links_;  ///< By both ids in order.
};

}  // namespace bulletin
