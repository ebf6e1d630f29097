// What a query says, before any index is asked: the tree that the parser makes.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
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

/// One clause of a query.
struct Clause {
  ClauseKind kind = ClauseKind::kWords;
  Occur occur = Occur::kShould;
  std::string text;
  std::string field;
  std::vector<Clause> children;
  std::size_t distance = 0;  ///< `"a b"~5`: other words that may stand between, in any order.

  bool operator==(const Clause&) const = default;
};

/// A query as far as it could be read, with a note on each thing that had to be guessed.
struct ParsedQuery {
  std::vector<Clause> clauses;
  std::vector<std::string> notes;

  bool operator==(const ParsedQuery&) const = default;
};

}  // namespace bulletin
