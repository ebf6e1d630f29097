#include "searcher/web/page/start_page.hpp"

#include <algorithm>
#include <utility>

#include "indexer/schema/schema.hpp"
#include "searcher/web/page/checkbox_list.hpp"
#include "searcher/web/page/date_words.hpp"
#include "searcher/web/page/histogram.hpp"
#include "searcher/web/page/hit_list.hpp"
#include "searcher/web/page/narrow.hpp"
#include "searcher/web/page/world_map.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kNewest = 6;
constexpr std::size_t kMostCountries = 18;

std::vector<Bucket> named_only(const std::vector<Bucket>& buckets) {
  std::vector<Bucket> named;
  std::ranges::copy_if(buckets, std::back_inserter(named),
                       [](const Bucket& bucket) { return bucket.value != kNone; });
  return named;
}

// `121 items in English and 中文 about 47 countries, 2010–2025`.
void add_counts(Html& html, const SearchResult& result, const PageContext& context) {
  const Facets& facets = *result.facets;
  html.open("ul", {{"class", "counts"}});
  const auto add = [&](std::size_t number, const std::string& what, const std::string& href) {
    html.open("li")
        .open("a", {{"href", href}})
        .element("strong", grouped(number))
        .text(" " + what)
        .close()
        .close();
  };
  SearchRequest all;
  all.sort = Sort::kNewestFirst;
  add(result.total, context.say(Say::kItemsWord), context.search_link(all));
  for (const Bucket& lang : facets.lang) {
    add(lang.count, context.say(Say::kIn, language_name(lang.value)),
        context.search_link(limited_to({}, "lang", lang.value)));
  }
  add(named_only(facets.country).size(), context.say(Say::kCountriesWord), context.link("/map"));
  const std::vector<Bucket> years = named_only(facets.year);
  if (!years.empty()) {
    html.open("li")
        .element("strong", years.size() == 1 ? years.front().value
                                             : years.back().value + "–" + years.front().value)
        .close();
  }
  html.close();
}

// What a person could type, made of the archive's own countries and months, in both languages.
std::vector<std::string> example_queries(const Facets& facets, const PageContext& context) {
  std::vector<Bucket> countries = named_only(facets.country);
  std::vector<Bucket> months = facets.month;
  std::ranges::stable_sort(months, std::ranges::greater(), &Bucket::count);
  std::vector<std::string> examples;
  const auto add = [&](std::size_t country, bool in_chinese) {
    if (country < countries.size()) {
      const BilingualLabel label = context.labels.country(countries[country].value);
      examples.push_back(in_chinese ? label.zh : label.en);
    }
  };
  add(1, false);
  add(2, true);
  if (!months.empty()) {
    examples.push_back(date_value_words(months.front().value, UiLang::kEnglish));
    examples.push_back(date_value_words(months.back().value, UiLang::kChinese));
  }
  return examples;
}

void add_examples(Html& html, const Facets& facets, const PageContext& context) {
  const std::vector<std::string> examples = example_queries(facets, context);
  if (examples.empty()) {
    return;
  }
  html.open("p", {{"class", "examples"}}).text(context.say(Say::kTry));
  for (const std::string& example : examples) {
    html.text(" ").element("a", {{"href", context.search_link(with_text({}, example))}}, example);
  }
  html.close();
}

void add_link_list(Html& html, std::string_view facet, const std::vector<Bucket>& buckets,
                   const PageContext& context) {
  const std::size_t most = highest(buckets);
  html.open("ul", {{"class", "tree columns-list"}});
  for (const Bucket& bucket : buckets) {
    html.open("li")
        .open("a", {{"class", "row"},
                    {"href", context.search_link(limited_to({}, facet, bucket.value))}})
        .open("span", {{"class", "name"}});
    context.add_names(html, context.label(facet, bucket.value));
    html.close().element("span", {{"class", "count"}}, grouped(bucket.count));
    add_bar(html, bucket.count, most);
    html.close().close();
  }
  html.close();
}

void add_section(Html& html, std::string_view title, const Html& body) {
  html.open("section").element("h2", title).add(body).close();
}

Html newest_items(const SearchResult& result, const PageContext& context) {
  Html newest = short_list(result.hits, context);
  SearchRequest all;
  all.sort = Sort::kNewestFirst;
  newest.open("p")
      .element("a", {{"href", context.search_link(all)}}, context.say(Say::kAllNewest))
      .close();
  return newest;
}

void add_archive(Html& html, const SearchResult& result, const PageContext& context) {
  const Facets& facets = *result.facets;
  html.open("div", {{"class", "halves"}});
  add_section(html, context.say(Say::kNewest), newest_items(result, context));
  html.open("div");
  add_section(html, context.say(Say::kWhen), histogram(facets, {}, context));
  Html kinds;
  add_link_list(kinds, "kind", facets.kind, context);
  add_section(html, context.say(Say::kKinds), kinds);
  html.close().close();
  std::vector<Bucket> countries = named_only(facets.country);
  Html where = world_map(countries, {}, context);
  countries.resize(std::min(countries.size(), kMostCountries));
  add_link_list(where, "country", countries, context);
  where.open("p")
      .element("a", {{"href", context.link("/map")}}, context.say(Say::kAllCountries))
      .close();
  add_section(html, context.say(Say::kCountries), where);
}

}  // namespace

PageContent start_page(Searcher& searcher, const PageContext& context) {
  SearchRequest request;
  request.query.today = context.today;
  request.sort = Sort::kNewestFirst;
  request.limit = kNewest;
  const SearchResult result = searcher.search(request, context.deadline);
  Html html;
  html.open("div", {{"class", "start"}})
      .element("h1", context.say(Say::kWelcome))
      .element("p", {{"class", "lead"}}, context.say(Say::kLead));
  if (result.total == 0) {
    html.element("p", context.say(Say::kEmptyArchive));
  } else if (!result.facets) {
    html.element("p", {{"class", "note"}}, context.say(Say::kCountsLeftOut));
    add_section(html, context.say(Say::kNewest), newest_items(result, context));
  } else {
    add_examples(html, *result.facets, context);
    add_counts(html, result, context);
    add_archive(html, result, context);
  }
  html.close();
  return {.title = {}, .main = std::move(html), .whole = !result.out_of_time};
}

}  // namespace bulletin
