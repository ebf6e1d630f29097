// A search result as a person reads it in a terminal.

#pragma once

#include <string>
#include <vector>

#include "searcher/output/terminal.hpp"
#include "searcher/search/labels.hpp"
#include "searcher/search/rejected_readings.hpp"
#include "searcher/search/searcher.hpp"

namespace bulletin {

/// Returns a line for each country and date that was read, and each note.
[[nodiscard]] std::string readings_text(const std::vector<QueryReading>& readings,
                                        const std::vector<std::string>& notes, const Labels& labels,
                                        const Terminal& terminal);

/// Returns `12 items`, or `12 items in 9 stories`.
[[nodiscard]] std::string count_text(const SearchResult& result);

/// Returns date, countries, language and id on one line.
[[nodiscard]] std::string about_line(const Bulletin& bulletin, const Labels& labels);

/// Return the page in its three parts: what was read and the number of hits; one hit; the facets.
[[nodiscard]] std::string result_head_text(const SearchResult& result, const Labels& labels,
                                           const Terminal& terminal);
[[nodiscard]] std::string hit_text(const Hit& hit, const Labels& labels, const Terminal& terminal);
/// Says how to see what comes behind `shown` hits, or stories, from `offset` on: `111 more:
/// --offset 10`. Nothing on the last page.
[[nodiscard]] std::string paging_text(const SearchResult& result, std::size_t offset,
                                      std::size_t shown, const Terminal& terminal);
[[nodiscard]] std::string result_tail_text(const SearchResult& result, const Labels& labels,
                                           const Terminal& terminal);

/// Returns one item whole, with who else tells the story, and its dates and countries with the
/// words behind them.
[[nodiscard]] std::string item_text(const Bulletin& bulletin, const std::vector<LinkedItem>& also,
                                    const Labels& labels, const Terminal& terminal);

/// Returns the item's text with the words behind its values marked, each value with its words and
/// rule, and what looked like a date or a country but is none: `not date 1979: "1979"
/// (founding)`, `not SD Sudan 苏丹: 努尔苏丹: 苏丹 (inside-longer-name)`.
[[nodiscard]] std::string why_text(const Bulletin& bulletin, const RejectedReadings& rejected,
                                   const Labels& labels, const Terminal& terminal);

}  // namespace bulletin
