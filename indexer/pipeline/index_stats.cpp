#include "indexer/pipeline/index_stats.hpp"

#include "indexer/analysis/analyzer.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {
namespace {

std::map<std::string, std::size_t> count_terms(const Xapian::Database& database,
                                               std::string_view prefix) {
  std::map<std::string, std::size_t> counts;
  const std::string start(prefix);
  for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
    counts[(*term).substr(start.size())] = term.get_termfreq();
  }
  return counts;
}

}  // namespace

std::uintmax_t index_bytes(const std::filesystem::path& index) {
  std::uintmax_t bytes = 0;
  std::error_code error;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(index, error)) {
    const std::uintmax_t size = entry.is_regular_file(error) ? entry.file_size(error) : 0;
    bytes += error ? 0 : size;
  }
  return bytes;
}

IndexStats read_stats(const std::filesystem::path& index) {
  const Xapian::Database database = open_index(index);
  return with_xapian("count index " + index.string(), [&] {
    return IndexStats{.items = database.get_doccount(),
                      .by_lang = count_terms(database, prefix::kLang),
                      .by_country = count_terms(database, prefix::kCountry),
                      .by_year = count_terms(database, prefix::kYear),
                      .bytes = index_bytes(index),
                      .schema = std::string(kSchemaVersion),
                      .analyzer = analyzer_id()};
  });
}

}  // namespace bulletin
