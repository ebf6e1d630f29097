#include "searcher/web/page/reading_links.hpp"

#include <utility>

#include "searcher/web/page/narrow.hpp"

namespace bulletin {

SearchRequest without_read_dates(SearchRequest request, const std::vector<QueryReading>& readings) {
  for (const QueryReading& reading : readings) {
    if (reading.kind == QueryReading::Kind::kDate) {
      request.query.text = replaced(request.query.text, reading.surface);
    }
  }
  return request;
}

ReadingChoices reading_choices(const QueryReading& reading, const SearchRequest& request) {
  const bool is_rewritten = !reading.as_words.empty();
  SearchRequest as_words = with_text(request, is_rewritten ? reading.as_words : request.query.text);
  as_words.query.literal |= !is_rewritten;
  SearchRequest as_filter = with_text(request, replaced(request.query.text, reading.surface));
  const bool is_country = reading.kind == QueryReading::Kind::kCountry;
  const bool has_others =
      is_country ? !request.query.countries.empty() : !request.query.dates.empty();
  if (has_others && !reading.as_filter.empty()) {
    // One more value of the same kind would add to what is found; a field in the query narrows it.
    as_filter = with_text(request, reading.as_filter);
  } else if (is_country) {
    as_filter.query.countries.push_back(reading.country);
  } else {
    as_filter.query.dates.push_back(format_span(reading.span));
  }
  return {std::move(as_words), std::move(as_filter)};
}

}  // namespace bulletin
