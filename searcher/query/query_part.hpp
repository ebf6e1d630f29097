// The things that a query asks for, one by one: what can be weighed alone, said to fail, left out.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/query/query_tree.hpp"

namespace bulletin {

/// Returns a query that everything matches. Not `Xapian::Query::MatchAll`, whose count of
/// references all threads would share.
[[nodiscard]] inline Xapian::Query match_all() {
  return Xapian::Query(std::string());
}

/// What a part looks for.
enum class PartKind : std::uint8_t {
  kWords,
  kPhrase,
  kPrefix,
  kGroup,
  kCountry,
  kDate,
  kLang,
  kKind,
  kRegion,
  kId,
  kTranslation,  ///< A word in the other language; `text` is the typed one.
  kSound,        ///< Names that sound as typed; `text` is what was typed.
  kTitle,        ///< What has to stand in the title.
  kSource
};

/// One clause, reading or limit of a query.
struct QueryPart {
  PartKind kind = PartKind::kWords;
  Occur occur = Occur::kShould;  ///< A limit is kMust.
  bool limits = false;           ///< Gives no weight.
  std::string text;              ///< As typed, without the operator in front.
  Xapian::Query query;           ///< The part alone.
};

/// Returns `words`, `phrase`, `country`, ...
[[nodiscard]] std::string_view part_kind_name(PartKind kind);

/// Returns the kind of a limit to `field`, or of an id.
[[nodiscard]] PartKind part_kind_of(std::string_view field);

/// Returns the query of all parts but `left_out`; everything where nothing remains.
[[nodiscard]] Xapian::Query query_of(const std::vector<QueryPart>& parts,
                                     std::optional<std::size_t> left_out = {});

}  // namespace bulletin
