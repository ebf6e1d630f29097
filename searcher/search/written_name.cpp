#include "searcher/search/written_name.hpp"

#include <optional>
#include <string_view>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/schema/bulletin.hpp"
#include "indexer/schema/schema.hpp"

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

}  // namespace

std::string written_name(const Xapian::Database& database, const std::string& folded) {
  const std::string term = prefixed(prefix::kName, folded);
  const Xapian::PostingIterator posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) {
    return folded;
  }
  const Bulletin item = decode_bulletin(database.get_document(*posting).get_data());
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
