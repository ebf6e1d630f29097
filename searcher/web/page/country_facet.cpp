#include "searcher/web/page/country_facet.hpp"

#include <algorithm>
#include <array>

#include "indexer/understanding/regions.hpp"
#include "searcher/search/country_tree.hpp"
#include "searcher/web/page/checkbox_list.hpp"

namespace bulletin {
namespace {

// Those that a reader may want to tell apart; the rest come from sources' own data.
constexpr std::array<std::string_view, 6> kOfferedRules = {"name",    "city",     "institution",
                                                           "demonym", "division", "acronym"};

bool contains(const std::vector<std::string>& values, std::string_view value) {
  return std::ranges::find(values, value) != values.end();
}

// One row of a facet whose values have names in both languages.
void add_row(Html& html, std::string_view facet, const Bucket& bucket, bool checked,
             std::size_t most, const PageContext& context) {
  CheckboxRow row{.name = std::string(facet),
                  .value = bucket.value,
                  .count = bucket.count,
                  .checked = checked,
                  .most = most};
  context.add_names(row.label, context.label(facet, bucket.value));
  add_checkbox(html, row, context);
}

void add_countries(Html& html, const std::vector<Bucket>& countries, const QueryRequest& query,
                   std::size_t most, const PageContext& context) {
  html.open("ul");
  for (const Bucket& country : countries) {
    html.open("li");
    add_row(html, "country", country, contains(query.countries, country.value), most, context);
    html.close();
  }
  html.close();
}

std::vector<Bucket> continents(const std::vector<Bucket>& regions) {
  std::vector<Bucket> found;
  std::ranges::copy_if(regions, std::back_inserter(found),
                       [](const Bucket& region) { return !parent_region(region.value); });
  return found;
}

void add_rules(Html& html, const QueryRequest& query, const PageContext& context) {
  html.open("details", {flag("open", !query.rules.empty())})
      .element("summary", context.say(Say::kRuleHelp))
      .open("ul", {{"class", "tree"}});
  const auto add = [&](std::string_view rule) {
    html.open("li")
        .open("label", {{"class", "row"}})
        .empty("input", {{"type", "checkbox"},
                         {"name", "rule"},
                         {"value", std::string(rule)},
                         {"form", std::string(kSearchForm.text())},
                         flag("checked", contains(query.rules, rule))})
        .element("span", {{"class", "name"}}, context.name(context.label("rule", rule)))
        .close()
        .close();
  };
  std::ranges::for_each(kOfferedRules, add);
  for (const std::string& rule : query.rules) {
    if (std::ranges::find(kOfferedRules, rule) == kOfferedRules.end()) {
      add(rule);
    }
  }
  html.close().close();
}

}  // namespace

std::vector<Bucket> with_chosen(std::vector<Bucket> buckets,
                                const std::vector<std::string>& chosen) {
  for (const std::string& value : chosen) {
    if (std::ranges::find(buckets, value, &Bucket::value) == buckets.end()) {
      buckets.push_back({value, 0});
    }
  }
  return buckets;
}

Html country_facet(const Facets& facets, const QueryRequest& query, const PageContext& context) {
  const std::vector<Bucket> countries = with_chosen(facets.country, query.countries);
  const std::vector<Bucket> regions = with_chosen(facets.region, query.regions);
  const std::size_t most = highest(countries);
  const CountryTree tree = country_tree(countries, regions);
  Html html;
  html.open("ul", {{"class", "tree filtered"}, {"data-filter", context.say(Say::kFindCountry)}});
  for (const RegionBranch& branch : tree.branches) {
    html.open("li");
    add_row(html, "region", branch.region, contains(query.regions, branch.region.value), 0,
            context);
    if (!branch.countries.empty()) {
      add_countries(html, branch.countries, query, most, context);
    }
    html.close();
  }
  if (!tree.without_region.empty()) {
    html.open("li").element("span", {{"class", "row"}}, context.say(Say::kNoRegion));
    add_countries(html, tree.without_region, query, most, context);
    html.close();
  }
  html.close();
  const std::vector<Bucket> whole = continents(regions);
  if (!whole.empty()) {
    html.open("details", {flag("open", std::ranges::any_of(whole,
                                                           [&](const Bucket& bucket) {
                                                             return contains(query.regions,
                                                                             bucket.value);
                                                           }))})
        .element("summary", context.say(Say::kContinents))
        .open("ul", {{"class", "tree"}});
    for (const Bucket& continent : whole) {
      html.open("li");
      add_row(html, "region", continent, contains(query.regions, continent.value), highest(whole),
              context);
      html.close();
    }
    html.close().close();
  }
  add_rules(html, query, context);
  return html;
}

}  // namespace bulletin
