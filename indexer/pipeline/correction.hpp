// A person's correction of an item: what they say of it goes before what was read or supplied. It
// is kept beside the items, by id, so that no later reading of a file can undo it.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/bulletin.hpp"
#include "indexer/understanding/publisher_matcher.hpp"

namespace bulletin {

/// What a person says of one item. An empty list or no title: nothing said of that.
struct Correction {
  std::optional<std::string> title;
  std::vector<std::string> countries;          ///< ISO codes that are to be there.
  std::vector<std::string> removed_countries;  ///< ISO codes that are not.
  std::vector<DateSpan> dates;  ///< All the item's dates, the main event's first; or empty.
  std::vector<DateSpan> removed_dates;
  std::vector<std::string> kinds;  ///< Of `kKindNames`, but not `other`.
  std::vector<std::string> removed_kinds;

  bool operator==(const Correction&) const = default;
};

/// Takes up one `key=value` of the command line: `country=KZ,-ES`, `date=2019-12-10..2019-12-11`,
/// `kind=visit,-signing`, `title=...`. What it says of a value goes before what was said earlier.
///
/// Countries may be named in any language. Throws `Error{kBadUsage}` on anything else.
void take_assignment(std::string_view assignment, Correction& correction);

/// Writes and reads one line of JSON. Reading throws `Error{kInternal}` on what was not written
/// so.
[[nodiscard]] std::string correction_json(const Correction& correction);
[[nodiscard]] Correction parse_correction(const std::string& json);

/// Reads what correction_json() wrote, from a file that anyone may have changed: what it says has
/// to be what take_assignment() takes. Throws `Error` otherwise.
[[nodiscard]] Correction parse_exported_correction(const std::string& json);

/// Writes the assignments that make it, with a space between: `country=KZ,-ES title="..."`.
[[nodiscard]] std::string correction_text(const Correction& correction);

/// Returns the item as its files have it, understood again, and then corrected; `correction` may be
/// empty. Its id, sources, history and links stay. O(length of the text).
[[nodiscard]] Bulletin corrected(const Bulletin& bulletin, const Correction& correction,
                                 const PublisherMatcher& publisher);

}  // namespace bulletin
