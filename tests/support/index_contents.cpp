#include "tests/support/index_contents.hpp"

#include "indexer/pipeline/document_builder.hpp"
#include "indexer/schema/index_folder.hpp"

namespace bulletin {
namespace {

std::string counted(std::string_view name, std::uint64_t count) {
  return " " + std::string(name) + ":" + std::to_string(count);
}

}  // namespace

std::string contents_of(const std::string& index) {
  const Xapian::Database database = open_index(index);
  const DocumentBuilder builder;
  std::string all;
  for (auto document = database.postlist_begin(""); document != database.postlist_end("");
       ++document) {
    const Xapian::Document read = database.get_document(*document);
    all += std::to_string(*document) + " " + read.get_data();
    const TermCounts terms = builder.terms_of(database, *document);
    for (std::size_t i = 0; i < terms.size(); ++i) {
      all += counted(terms.term(i), terms.count(i));
    }
    for (auto value = read.values_begin(); value != read.values_end(); ++value) {
      all += " " + std::to_string(value.get_valueno()) + "=" + *value;
    }
    all += "\n";
  }
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    all += counted(*term, term.get_termfreq()) +
           counted("in all", database.get_collection_freq(*term));
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
      all += counted(std::to_string(*at), at.get_wdf());
    }
    all += "\n";
  }
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    all += *key + "=" + database.get_metadata(*key) + "\n";
  }
  return all;
}

}  // namespace bulletin
