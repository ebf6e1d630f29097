#include "searcher/web/page/facet_panel.hpp"

#include <algorithm>

#include "searcher/web/page/checkbox_list.hpp"
#include "searcher/web/page/country_facet.hpp"

namespace bulletin {
namespace {

// A facet without a tree: `kind`, `lang`.
Html plain_facet(std::string_view facet, const std::vector<Bucket>& counted,
                 const std::vector<std::string>& chosen, const PageContext& context) {
  const std::vector<Bucket> buckets = with_chosen(counted, chosen);
  Html html;
  html.open("ul", {{"class", "tree"}});
  for (const Bucket& bucket : buckets) {
    CheckboxRow row{.name = std::string(facet),
                    .value = bucket.value,
                    .count = bucket.count,
                    .checked = std::ranges::find(chosen, bucket.value) != chosen.end(),
                    .most = highest(buckets)};
    context.add_names(row.label, context.label(facet, bucket.value));
    html.open("li");
    add_checkbox(html, row, context);
    html.close();
  }
  return html.close();
}

void add_section(Html& html, const std::string& title, const Html& body, std::size_t chosen) {
  html.open("details", {{"class", "facet"}, flag("open", true)})
      .open("summary")
      .element("h3", title);
  if (chosen > 0) {
    html.element("span", {{"class", "badge"}}, std::to_string(chosen));
  }
  html.close().open("div", {{"class", "facet-body"}}).add(body).close().close();
}

}  // namespace

Html facet_panel(const Facets& facets, const DaysByMonth& days, const QueryRequest& query,
                 const PageContext& context) {
  Html html;
  html.open("aside", {{"id", "filters"}, {"class", "panel"}, {"aria-labelledby", "filters-title"}})
      .element("h2", {{"id", "filters-title"}}, context.say(Say::kNarrow));
  add_section(html, context.say(Say::kCountry), country_facet(facets, query, context),
              query.countries.size() + query.regions.size() + query.rules.size());
  add_section(html, context.say(Say::kDate), date_facet(facets, days, query, context),
              query.dates.size());
  if (!facets.kind.empty() || !query.kinds.empty()) {
    add_section(html, context.say(Say::kKind),
                plain_facet("kind", facets.kind, query.kinds, context), query.kinds.size());
  }
  if (!facets.lang.empty() || !query.langs.empty()) {
    add_section(html, context.say(Say::kLanguage),
                plain_facet("lang", facets.lang, query.langs, context), query.langs.size());
  }
  html.open("p", {{"class", "apply"}})
      .element("button",
               {{"type", "submit"}, {"form", std::string(kSearchForm.text())}, {"class", "apply"}},
               context.say(Say::kApply))
      .close();
  return html.close();
}

}  // namespace bulletin
