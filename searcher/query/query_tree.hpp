// What a query says, before any index is asked: the tree that the parser makes.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bulletin {

/// What a clause looks for.
enum class ClauseKind : std::uint8_t {
  kWords,   ///< Plain text, as much of it as stands together; `text` as typed, `\\` included.
  kPhrase,  ///< Quoted text, found as it stands or within `distance`; `text`.
  kPrefix,  ///< `word*`; `text` without the star.
  kField,   ///< `field:value`; `field` and `text`. A title has one clause in `children` instead.
  kAny,     ///< Alternatives joined by OR; `children`.
  kGroup    ///< Clauses in brackets; `children`.
};

/// How a clause takes part.
enum class Occur : std::uint8_t {
  kShould,  ///< Ranks items that have it.
  kMust,    ///< Every hit has it.
  kMustNot  ///< No hit has it.
};

/// The quotes that a person typed around a text. Printed again they close what they closed before,
/// which other quotes need not do: in `中“ "a"` the first mark would end at a ” printed for a ".
struct Quoting {
  bool is_typed = false;   ///< False for a clause that no parser read.
  std::string_view open;   ///< One of mark::kQuotes; empty without quotes.
  std::string_view close;  ///< Its partner or a straight one; empty where the query ends first.

  /// How a text is quoted changes nothing in what it asks for.
  bool operator==(const Quoting& /*other*/) const { return true; }
};

/// One clause of a query.
struct Clause {
  ClauseKind kind = ClauseKind::kWords;
  Occur occur = Occur::kShould;
  std::string text;
  std::string field;
  std::vector<Clause> children;
  std::size_t distance = 0;  ///< `"a b"~5`: other words that may stand between, in any order.
  Quoting quoting = {};      ///< Of a phrase and of a field's value.

  bool operator==(const Clause&) const = default;
};

/// A query as far as it could be read, with a note on each thing that had to be guessed.
struct ParsedQuery {
  std::vector<Clause> clauses;
  std::vector<std::string> notes;

  bool operator==(const ParsedQuery&) const = default;
};

}  // namespace bulletin
