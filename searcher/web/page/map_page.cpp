#include "searcher/web/page/map_page.hpp"

#include <utility>

#include "indexer/base/error.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/understanding/regions.hpp"
#include "searcher/web/page/narrow.hpp"
#include "searcher/web/page/query_notes.hpp"
#include "searcher/web/page/world_map.hpp"

namespace bulletin {
namespace {

void add_table(Html& html, const std::vector<Bucket>& countries, const SearchRequest& request,
               const PageContext& context) {
  html.open("table", {{"class", "countries"}})
      .element("caption", context.say(Say::kMapTable))
      .open("thead")
      .open("tr")
      .element("th", {{"scope", "col"}}, context.say(Say::kCountry))
      .element("th", {{"scope", "col"}}, context.say(Say::kRegion))
      .element("th", {{"scope", "col"}, {"class", "number"}}, context.say(Say::kItemsColumn))
      .close()
      .close()
      .open("tbody");
  for (const Bucket& country : countries) {
    html.open("tr")
        .open("th", {{"scope", "row"}})
        .open("a", {{"href", context.search_link(limited_to(request, "country", country.value))}});
    context.add_names(html, context.label("country", country.value));
    html.close().close().open("td");
    if (const auto region = region_of(country.value)) {
      html.text(context.name(context.label("region", region->subregion.code)));
    }
    html.close().element("td", {{"class", "number"}}, grouped(country.count)).close();
  }
  html.close().close();
}

}  // namespace

PageContent map_page(Searcher& searcher, const SearchAddress& address, const PageContext& context) {
  SearchRequest request = with_first_page(address.request);
  SearchRequest counting = request;
  counting.limit = 0;
  counting.facets = true;
  const SearchResult result = searcher.search(counting, context.deadline);
  if (!result.facets) {
    throw Error(ErrorCode::kOutOfTime, "cannot count in time: the search finds too much");
  }
  Html html;
  html.element("h1", request.query.text.empty()
                         ? context.say(Say::kMapTitle)
                         : context.say(Say::kMapTitleFor, request.query.text));
  html.open("div", {{"class", "query"}})
      .add(limit_chips(request, context))
      .add(reading_chips(result, request, context))
      .close();
  html.open("p", {{"class", "way"}})
      .element("a", {{"href", context.search_link(request)}},
               context.say(Say::kBackToHits, context.items(result.total)))
      .text(" ")
      .element("a", {{"href", "#countries"}}, context.say(Say::kSkipMap))
      .close();
  html.open("div", {{"class", "atlas"}}).add(world_map(result.facets->country, request, context));
  html.open("div", {{"id", "countries"}, {"tabindex", "-1"}});
  add_table(html, result.facets->country, request, context);
  html.close().close();
  return {.title = context.say(Say::kMap),
          .main = std::move(html),
          .request = request,
          .box = SearchBox::kRefines,
          .path = "/map",
          .parameters = search_parameters(request),
          .status = address.bad.empty() ? 200U : 400U,
          .listed = false};
}

}  // namespace bulletin
