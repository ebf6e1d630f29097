// What an index contains: the one table of term prefixes and value slots. INDEX_FORMAT.md tells
// the same to people; a change here bumps kSchemaVersion and that file.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/base/date.hpp"

namespace bulletin {

/// Version of prefixes, slots and stored form; a searcher refuses any other.
inline constexpr std::string_view kSchemaVersion = "7";

/// Earlier versions with the same stored form and notes: `reindex` makes an index of this one of
/// them.
inline constexpr std::string_view kOlderSchemas[] = {"5", "6"};

/// What stands before a term. Terms themselves are folded, so upper case never collides.
namespace prefix {
inline constexpr std::string_view kWord = "";      ///< Folded word, where it is not its own stem.
inline constexpr std::string_view kStem = "Z";     ///< English stem or other word; has a place.
inline constexpr std::string_view kHanWord = "W";  ///< Chinese dictionary word.
inline constexpr std::string_view kHanPair = "B";  ///< Two characters, or the tail; has a place.
inline constexpr std::string_view kCountry = "K";  ///< ISO code, or `none`.
inline constexpr std::string_view kCountryRule = "R";  ///< `Rcity:KZ` for each rule behind a code.
inline constexpr std::string_view kKind = "E";         ///< Kind of event.
inline constexpr std::string_view kLang = "L";
inline constexpr std::string_view kId = "Q";
inline constexpr std::string_view kFile = "F";     ///< File on disk that holds the item.
inline constexpr std::string_view kYear = "Y";     ///< `Y2019` for each year touched, or `Ynone`.
inline constexpr std::string_view kMonth = "M";    ///< `M201912` for each month touched.
inline constexpr std::string_view kDay = "D";      ///< `D20191224` for each day touched.
inline constexpr std::string_view kStory = "A";    ///< What the other language may tell too.
inline constexpr std::string_view kName = "N";     ///< Name, or compound that is no `W` word.
inline constexpr std::string_view kShingle = "H";  ///< By which near copies are found.
inline constexpr std::string_view kTitle =
    "T";  ///< Alone, behind a phrase: in a title. No item has it.
inline constexpr std::string_view kSource = "S";  ///< Name, host or file an item comes from.
}  // namespace prefix

/// Value numbers.
namespace slot {
inline constexpr Xapian::valueno kDate = 0;    ///< `20191224`: first day of the shown date.
inline constexpr Xapian::valueno kFacets = 1;  ///< Packed FacetValues.
inline constexpr Xapian::valueno kStory = 2;   ///< Packed StorySketch.
inline constexpr Xapian::valueno kLinks = 3;   ///< Packed LinkValue, of items with links only.
inline constexpr Xapian::valueno kPlaces = 4;  ///< Packed TermPlaces.
}  // namespace slot

/// Bucket and filter value of items that have no country or no date.
inline constexpr std::string_view kNone = "none";

/// How much more a word of the title counts than one of the text.
inline constexpr Xapian::termcount kTitleWeight = 3;

/// Returns the unique term of an item; ids too long for a term are hashed.
[[nodiscard]] std::string id_term(std::string_view id);

/// Returns the term of the items that the file at `path` holds; hashed as ids are.
[[nodiscard]] std::string file_term(std::string_view path);

/// Returns a key of the metadata of an index: `section` + `name`, or `section` + `#` + a hash for a
/// name too long for a key.
[[nodiscard]] std::string metadata_key(std::string_view section, std::string_view name);

/// Returns prefix + value.
[[nodiscard]] std::string prefixed(std::string_view prefix, std::string_view value);

/// Returns the precision a span is found and counted at: its own, but months for a span of more
/// than a year and years for one of more than fifty.
[[nodiscard]] Precision counted_precision(const DateSpan& span);

/// Returns the terms of an item's spans: every year, month and day touched, as far as
/// `counted_precision` goes. `Ynone` for no spans. Unique.
[[nodiscard]] std::vector<std::string> date_terms(const std::vector<DateSpan>& spans);

/// Returns the fewest terms whose OR finds every item that touches `range` at its precision: whole
/// years, then whole months, then days.
[[nodiscard]] std::vector<std::string> covering_terms(const DateSpan& range);

}  // namespace bulletin
