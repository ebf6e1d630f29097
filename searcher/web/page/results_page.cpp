#include "searcher/web/page/results_page.hpp"

#include <algorithm>

#include "searcher/search/sort_names.hpp"
#include "searcher/web/page/checkbox_list.hpp"
#include "searcher/web/page/facet_panel.hpp"
#include "searcher/web/page/histogram.hpp"
#include "searcher/web/page/hit_list.hpp"
#include "searcher/web/page/paging.hpp"
#include "searcher/web/page/query_notes.hpp"
#include "searcher/web/page/reading_links.hpp"

namespace bulletin {
namespace {

std::string result_title(const SearchRequest& request, const PageContext& context) {
  return request.query.text.empty() ? context.say(Say::kResults)
                                    : context.say(Say::kResultsFor, request.query.text);
}

void add_faults(Html& html, const std::vector<BadParameter>& bad, const PageContext& context) {
  if (bad.empty()) {
    return;
  }
  html.open("div", {{"class", "fault"}, {"role", "alert"}})
      .element("p", context.say(Say::kNotUnderstood))
      .open("ul", {{"lang", "en"}});
  for (const BadParameter& parameter : bad) {
    html.element("li", parameter.message + (parameter.hint.empty() ? "" : ": " + parameter.hint));
  }
  html.close().close();
}

void add_sort(Html& html, const SearchRequest& request, const PageContext& context) {
  const std::pair<Sort, Say> orders[] = {{Sort::kRelevance, Say::kByRelevance},
                                         {Sort::kNewestFirst, Say::kNewestFirst},
                                         {Sort::kOldestFirst, Say::kOldestFirst},
                                         {Sort::kTitle, Say::kByTitle}};
  const std::string form(kSearchForm.text());
  html.open("p", {{"class", "sort"}})
      .element("label", {{"for", "sort"}}, context.say(Say::kSort))
      .open("select", {{"id", "sort"}, {"name", "sort"}, {"form", form}});
  for (const auto& [sort, name] : orders) {
    html.element("option",
                 {{"value", sort == Sort::kRelevance ? "" : sort_name(sort)},
                  flag("selected", sort == request.sort)},
                 context.say(name));
  }
  html.close()
      .element("button", {{"type", "submit"}, {"form", form}, {"class", "apply"}},
               context.say(Say::kApply))
      .close();
}

void add_toolbar(Html& html, const SearchResult& result, const SearchRequest& request,
                 const PageContext& context) {
  html.open("div", {{"class", "toolbar"}})
      .open("h2", {{"id", "total"}})
      .text(context.items(result.total))
      .close();
  if (result.hits.size() < result.stories.value_or(result.total) && !result.hits.empty()) {
    html.element("p", {{"class", "note"}},
                 context.say(Say::kShown, grouped(result.hits.front().rank) + "–" +
                                              grouped(result.hits.back().rank)));
  }
  if (result.stories) {
    html.element("p", {{"class", "note"}}, context.say(Say::kStories, grouped(*result.stories)));
  } else if (result.total > 1) {
    SearchRequest once = with_first_page(request);
    once.group = true;
    html.element("a", {{"class", "note"}, {"href", context.search_link(once)}},
                 context.say(Say::kOncePerStory));
  }
  if (request.facets) {
    html.element("a", {{"class", "to-filters"}, {"href", "#filters"}}, context.say(Say::kNarrow));
  }
  add_sort(html, request, context);
  html.close();
}

// The same search for other readers: feeds and files.
void add_exports(Html& html, const SearchRequest& request, const PageContext& context) {
  html.open("p", {{"class", "exports"}})
      .text(context.say(Say::kThisSearchAs))
      .text(" ")
      .element("a", {{"href", PageContext::whole_link("/feed.rss", request)}}, "RSS")
      .text(" ")
      .element("a", {{"href", PageContext::whole_link("/feed.atom", request)}}, "Atom")
      .text(" ")
      .element("a", {{"href", PageContext::whole_link("/api/v1/export?format=csv", request)}},
               "CSV")
      .text(" ")
      .element("a", {{"href", "/api/v1/search" + query_string(search_parameters(request))}}, "JSON")
      .text(" ")
      .element("a", {{"href", context.link("/map", with_first_page(request))}},
               context.say(Say::kMap))
      .close();
}

void add_hits(Html& html, const SearchResult& result, const SearchRequest& request,
              const PageContext& context) {
  const std::size_t counted = result.stories.value_or(result.total);  // What pages are made of.
  if (counted == 0) {
    html.add(nothing_found(result, request, context));
    return;
  }
  if (result.hits.empty() && request.limit > 0) {
    SearchRequest last = request;
    last.offset = (counted - 1) / request.limit * request.limit;
    html.open("p")
        .text(context.say(Say::kPastEnd))
        .text(" ")
        .element("a", {{"href", context.search_link(last)}}, context.say(Say::kLastPage))
        .close();
  }
  if (!result.hits.empty()) {
    html.add(hit_list(result.hits, request, context));
  }
  html.add(paging(request, counted, context));
}

// Empty, and the result said to be not whole, where time runs out.
DaysByMonth days_of(Searcher& searcher, const QueryRequest& query, const PageContext& context,
                    SearchResult& result) {
  const std::vector<std::string> months = months_with_days(query);
  DaysByMonth days;
  if (months.empty() || !result.facets) {
    return days;
  }
  const auto counted = searcher.days(query, months, context.deadline);
  result.out_of_time = result.out_of_time || !counted;
  for (std::size_t i = 0; counted && i < months.size(); ++i) {
    days.emplace(months[i], (*counted)[i]);
  }
  return days;
}

std::vector<std::string> read_dates(const std::vector<QueryReading>& readings) {
  std::vector<std::string> words;
  for (const QueryReading& reading : readings) {
    if (reading.kind == QueryReading::Kind::kDate) {
      words.push_back(reading.surface);
    }
  }
  return words;
}

}  // namespace

PageContent results_page(Searcher& searcher, const SearchAddress& address,
                         const PageContext& context) {
  const SearchRequest& request = address.request;
  SearchResult result = searcher.search(request, context.deadline);
  const DaysByMonth days = days_of(searcher, request.query, context, result);
  Html html;
  html.element("h1", {{"class", "hidden"}}, result_title(request, context));
  html.open("div", {{"class", "query"}});
  add_faults(html, address.bad, context);
  html.add(limit_chips(request, context)).add(reading_chips(result, request, context)).close();
  html.open("div", {{"class", "columns"}})
      .open("section", {{"class", "results"}, {"aria-labelledby", "total"}});
  add_toolbar(html, result, request, context);
  if (result.facets) {
    html.add(histogram(*result.facets, without_read_dates(request, result.readings), context));
  }
  add_hits(html, result, request, context);
  add_exports(html, request, context);
  html.close();
  if (result.facets) {
    html.add(facet_panel(*result.facets, days, request.query, context));
  }
  html.close();
  return {.title = result_title(request, context),
          .main = std::move(html),
          .request = request,
          .box = SearchBox::kRefines,
          .has_facets = result.facets.has_value(),
          .has_sort = true,
          .read_dates = read_dates(result.readings),
          .parameters = search_parameters(request),
          .status = address.bad.empty() ? 200U : 400U,
          .listed = false,
          .whole = !result.out_of_time};
}

}  // namespace bulletin
