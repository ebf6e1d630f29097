// A query made ready for an index: what ranks, what limits, what to mark in a hit.

#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/base/date.hpp"
#include "searcher/query/deadline.hpp"
#include "searcher/query/query_part.hpp"
#include "searcher/query/sound.hpp"
#include "searcher/query/translator.hpp"

namespace bulletin {

/// Most countries and dates that are read in one query; the rest are words.
inline constexpr std::size_t kMaxReadings = 64;

/// A country or date that was read out of plain words.
struct QueryReading {
  enum class Kind : std::uint8_t { kCountry, kDate };

  Kind kind = Kind::kCountry;
  std::string country;    ///< ISO code, for a country.
  DateSpan span;          ///< For a date.
  std::string surface;    ///< The words it takes the place of, as query_text() prints them.
  std::string as_filter;  ///< The whole query with the reading as a limit; see build_query().
  std::string as_words;   ///< The whole query with its words searched as they are.

  bool operator==(const QueryReading&) const = default;
};

/// A run of Chinese characters to find again in a hit.
struct HanNeedle {
  std::u32string characters;         ///< Folded.
  std::vector<std::size_t> borders;  ///< Where its dictionary words begin and end, ascending.
  std::u32string written;            ///< As typed, where only that script is asked for; else empty.
};

/// Everything in a hit that matched.
struct Needles {
  std::set<std::string> stems;
  std::vector<std::string> prefixes;  ///< Folded beginnings of words.
  std::vector<HanNeedle> runs;
  std::set<std::string> countries;  ///< Their evidence is marked.
  std::set<std::string> kinds;      ///< Theirs too.
  std::vector<DateSpan> dates;      ///< Evidence of spans that touch one of these is marked.
};

/// Limits by facet, so that each facet can be counted without its own.
struct Filters {
  std::vector<Xapian::Query> country;
  std::vector<Xapian::Query> date;
  std::vector<Xapian::Query> lang;
  std::vector<Xapian::Query> kind;
  std::vector<Xapian::Query> region;
  std::vector<Xapian::Query> source;
  std::vector<std::string> rules;  ///< Only these count as showing a country; empty: all.
};

/// A query that an index can answer.
struct SearchQuery {
  Xapian::Query match = match_all();  ///< Words, phrases and exclusions.
  bool ranks = false;                 ///< Whether `match` gives weights.
  Filters filters;
  Needles needles;
  std::vector<QueryReading> readings;
  std::vector<Translation> translations;
  std::vector<SoundMatch> sounds;
  std::vector<QueryPart> parts;  ///< What `match` and `filters` are made of.
  std::vector<std::string> notes;
  Deadline deadline;  ///< Everything that looks for its hits ends then, with `OutOfTime`.
};

}  // namespace bulletin
