// Countries and regions in running text, English and Chinese, from names, cities, institutions
// and demonyms, each with the words that show it.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/evidence.hpp"
#include "indexer/understanding/item_text.hpp"

namespace bulletin {

/// Finds the countries `item` speaks of, ordered by code, each once.
///
/// Leftmost-longest match over the gazetteer; Latin names at word boundaries only. The publisher's
/// own names give their country under the rule `publisher`. O(length of the text).
[[nodiscard]] std::vector<CountryMention> find_countries(const ItemText& item);

/// A country named in a query, with the bytes of the query it takes up.
struct QueryCountry {
  std::string code;
  std::size_t begin_byte = 0;
  std::size_t end_byte = 0;
};

/// Finds the countries named in a query: names in any language and script, and upper-case ISO
/// codes. Only names and codes: a city or a university in a query stays text. Ordered.
[[nodiscard]] std::vector<QueryCountry> read_query_countries(std::string_view query);

/// Returns the code that `name` stands for when the whole of it is one country's code (any case)
/// or name in any language.
[[nodiscard]] std::optional<std::string> country_from_name(std::string_view name);

/// Display names of a country.
struct CountryLabel {
  std::string_view en;
  std::string_view zh;
};

/// Returns the names of an ISO 3166-1 alpha-2 code, or nothing for an unknown code.
[[nodiscard]] std::optional<CountryLabel> country_label(std::string_view code);

}  // namespace bulletin
