// Countries and regions in running text, English and Chinese, from names, cities, institutions
// and demonyms, each with the words that show it.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/evidence.hpp"
#include "indexer/understanding/item_text.hpp"
#include "indexer/understanding/publisher.hpp"

namespace bulletin {

class PublisherMatcher;

/// Finds the countries `item` speaks of, ordered by code, each once.
///
/// Leftmost-longest match over the gazetteer; Latin names at word boundaries only. The publisher's
/// own names give its home country under the rule `publisher`; to other publishers the Open
/// University of China is an `institution` of CN. O(length of the text).
[[nodiscard]] std::vector<CountryMention> find_countries(
    const ItemText& item, const Publisher& publisher = default_publisher());

/// The same for a publisher compiled before: for many items of another than the default one, which
/// the overload above would compile for each.
[[nodiscard]] std::vector<CountryMention> find_countries(const ItemText& item,
                                                         const PublisherMatcher& publisher);

/// A country that the letters of an item seem to name, and why it was not taken.
struct RejectedCountry {
  std::string code;     ///< ISO 3166-1 alpha-2, upper case.
  Evidence evidence;    ///< The rejected name; `rule` is the reason.
  std::string because;  ///< The longer name around or before it, as written; empty without one.

  bool operator==(const RejectedCountry&) const = default;
};

/// Finds the readings that `find_countries` considered and rejected: `努尔苏丹: 苏丹`.
///
/// Only countries that are not among those of the item, each reading once, title first, in reading
/// order, at most 20. Reasons: `inside-longer-name` (苏丹 in 努尔苏丹), `blocked` (中国 in
/// 发展中国家), `language`, `across-words` (德国 in 道德国学), `person`, `product`, `no-witness`,
/// `other-meaning` (Georgia the state) and `expanded-otherwise` (an acronym the item itself
/// explains). Names inside a longer one have two Chinese characters or a Latin word at least.
/// O(length of the text).
[[nodiscard]] std::vector<RejectedCountry> rejected_countries(
    const ItemText& item, const Publisher& publisher = default_publisher());

/// The same for a publisher compiled before.
[[nodiscard]] std::vector<RejectedCountry> rejected_countries(const ItemText& item,
                                                              const PublisherMatcher& publisher);

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
