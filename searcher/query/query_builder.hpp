// From what a person asks to what an index can answer: clauses, readings, filters.

#pragma once

#include <string>
#include <vector>

#include "indexer/analysis/analyzer.hpp"
#include "searcher/query/search_query.hpp"
#include "searcher/query/text_query.hpp"
#include "searcher/query/translator.hpp"

namespace bulletin {

/// Most readings of one query that come with it rewritten; each costs as many bytes as the query.
inline constexpr std::size_t kMaxRewrites = 32;

/// What is asked: the text of the query and the limits chosen beside it.
struct QueryRequest {
  std::string text;
  std::vector<std::string> countries;  ///< Codes or names in any language, or `none`; any of them.
  std::vector<std::string> dates;      ///< `2019-12`, `2019-03..2020-02`, 2019年12月, `none`.
  std::vector<std::string> langs;      ///< `en`, `zh`.
  std::vector<std::string> kinds;      ///< Kinds of event: `visit`, `signing`, ...
  std::vector<std::string> regions;    ///< M49 numbers or names: `143`, Central Asia, 中亚.
  std::vector<std::string> sources;    ///< Names, hosts, addresses or files; see source_filter().
  std::vector<std::string> rules;      ///< `name`, `city`, ...: how a country has to be shown.
  bool literal = false;                ///< Search plain words: read no country and no date.
  bool exact_script = false;           ///< Chinese only as typed; see IndexLookups::held.
  bool strict = false;                 ///< Every reading limits, as a field does.
  bool translate = true;               ///< Also search plain words in the other language.
  bool sound = true;                   ///< Also search pinyin and initials as Chinese names.
  Date today;                          ///< For relative words such as "last month".

  bool operator==(const QueryRequest&) const = default;
};

/// Builds the query. Never fails on the text: what cannot be read is searched as words, with a
/// note. Throws `Error{kBadUsage}` for one of the limits that cannot be read.
///
/// Without a `translator` words are searched in their own language only, without a `sound` reader
/// not by sound. Words, phrases and what is looked for in titles keep to their script where that is
/// asked for, readings, translations and sounds do not: they are no typed words.
///
/// Each of the first `kMaxRewrites` readings carries the query with itself changed: `as_filter`
/// has a field in its place, so that every hit has the country or date (within a group or an
/// alternative: of that part; behind a minus: no hit has it); `as_words` searches its words as they
/// are typed. The other readings stay what they are.
///
/// Looking for hits throws `OutOfTime` at the deadline of the lookups.
[[nodiscard]] SearchQuery build_query(const QueryRequest& request, const Analyzer& analyzer,
                                      Translator* translator = nullptr,
                                      SoundReader* sound = nullptr,
                                      const IndexLookups& lookups = {});

}  // namespace bulletin
