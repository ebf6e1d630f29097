#include "searcher/search/written_name.hpp"

#include <optional>
#include <string_view>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/schema/bulletin.hpp"
#include "indexer/schema/schema.hpp"
#include "searcher/query/ask_shards.hpp"

namespace bulletin {
namespace {

std::optional<std::string> written_in(std::string_view text, const std::string& folded) {
  const FoldedText whole = FoldedText::fold(text);
  const std::size_t at = whole.text().find(folded);
  if (at == std::string::npos) {
    return std::nullopt;
  }
  const std::size_t begin = whole.source_begin(at);
  return std::string(text.substr(begin, whole.source_end(at + folded.size()) - begin));
}

// Of a list that comes from afar only the beginning is wanted.
Xapian::docid first_with(const Xapian::Database& database, const std::string& term) {
  if (!is_at_hand(database)) {
    return ask_first(database, Xapian::Query(term));
  }
  const Xapian::PostingIterator posting = database.postlist_begin(term);
  return posting == database.postlist_end(term) ? 0 : *posting;
}

}  // namespace

std::string written_name(const Xapian::Database& database, const std::string& folded) {
  const Xapian::docid first = first_with(database, prefixed(prefix::kName, folded));
  if (first == 0) {
    return folded;
  }
  const Bulletin item = decode_bulletin(database.get_document(first).get_data());
  for (const CountryMention& country : item.countries) {
    for (const Evidence& evidence : country.evidence) {
      if (FoldedText::fold(evidence.surface).text() == folded) {
        return evidence.surface;
      }
    }
  }
  const std::optional<std::string> written = written_in(item.text, folded);
  return written ? *written : written_in(item.title, folded).value_or(folded);
}

}  // namespace bulletin
