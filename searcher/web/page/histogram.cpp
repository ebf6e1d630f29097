#include "searcher/web/page/histogram.hpp"

#include <algorithm>
#include <optional>

#include "indexer/schema/facet_values.hpp"
#include "searcher/web/page/checkbox_list.hpp"
#include "searcher/web/page/date_words.hpp"
#include "searcher/web/page/narrow.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMostMonths = 72;
constexpr std::size_t kMostYears = 120;  // Further back it begins later, and says so.
constexpr std::size_t kHeight = 60;
constexpr std::size_t kStep = 10;  // Units from bar to bar; the drawing is stretched to its place.

// Position of a month or year on its axis; nothing for `none`.
std::optional<std::size_t> position(std::string_view value, bool months) {
  const auto span = parse_span(value);
  if (!span) {
    return std::nullopt;
  }
  const auto year = static_cast<std::size_t>(int{span->from.year()});
  return months ? year * 12 + unsigned{span->from.month()} - 1 : year;
}

std::string value_at(std::size_t position, bool months) {
  return months ? format_month(static_cast<MonthNumber>(position))
                : format_month(static_cast<MonthNumber>(position * 12)).substr(0, 4);
}

// Buckets newest first become bars oldest first, with the empty ones between them.
std::vector<Bucket> bars_of(const std::vector<Bucket>& buckets, bool months, std::size_t most) {
  std::vector<std::pair<std::size_t, std::size_t>> counted;
  for (const Bucket& bucket : buckets) {
    if (const auto at = position(bucket.value, months)) {
      counted.emplace_back(*at, bucket.count);
    }
  }
  if (counted.empty()) {
    return {};
  }
  std::ranges::sort(counted);
  // Months fill whole years, so that a few of them do not look like all there is.
  const std::size_t last = months ? counted.back().first / 12 * 12 + 11 : counted.back().first;
  const std::size_t begin = months ? counted.front().first / 12 * 12 : counted.front().first;
  const std::size_t first = std::max(begin, last < most ? 0 : last + 1 - most);
  std::vector<Bucket> bars;
  for (std::size_t at = first; at <= last; ++at) {
    bars.push_back({value_at(at, months), 0});
  }
  for (const auto& [at, count] : counted) {
    if (at >= first) {
      bars[at - first].count = count;
    }
  }
  return bars;
}

struct Axis {
  std::vector<Bucket> bars;
  bool months = true;
};

// The months of the years that chosen spans touch, and of the years beside them.
std::vector<Bucket> months_around(const std::vector<Bucket>& months,
                                  const std::vector<std::string>& chosen) {
  std::vector<Bucket> near;
  for (const Bucket& month : months) {
    const auto in = parse_span(month.value);
    const bool is_near = std::ranges::any_of(chosen, [&](const std::string& limit) {
      const auto span = parse_span(limit);
      const std::chrono::years one{1};
      return in && span && in->from.year() >= span->from.year() - one &&
             in->from.year() <= span->to.year() + one;
    });
    if (is_near) {
      near.push_back(month);
    }
  }
  return near;
}

Axis axis_of(const Facets& facets, const std::vector<std::string>& chosen) {
  for (const std::vector<Bucket>& months : {facets.month, months_around(facets.month, chosen)}) {
    std::vector<Bucket> bars = bars_of(months, true, kMostMonths + 1);
    if (!bars.empty() && bars.size() <= kMostMonths) {
      return {std::move(bars), true};
    }
  }
  return {bars_of(facets.year, false, kMostYears), false};
}

bool touches_chosen(const std::string& value, const std::vector<std::string>& chosen) {
  const auto bar = parse_span(value);
  return bar && std::ranges::any_of(chosen, [&](const std::string& limit) {
           const auto span = parse_span(limit);
           return span && span->from <= bar->to && bar->from <= span->to;
         });
}

void add_bar_link(Html& html, const Bucket& bar, std::size_t index, std::size_t most,
                  const SearchRequest& request, const PageContext& context) {
  const std::size_t height =
      bar.count == 0 ? 0 : std::max<std::size_t>(2, bar.count * kHeight / most);
  const std::string x = std::to_string(index * kStep);
  const std::string words = date_value_words(bar.value, context.lang());
  html.open("a", {{"href", context.search_link(limited_to(request, "date", bar.value))},
                  {"tabindex", "-1"},
                  {"data-value", bar.value},
                  {"class", "chosen", touches_chosen(bar.value, request.query.dates)}})
      .element("title", words + context.say(Say::kColon) + context.items(bar.count))
      .empty("rect", {{"class", "hit"},
                      {"x", x},
                      {"y", "0"},
                      {"width", std::to_string(kStep)},
                      {"height", std::to_string(kHeight)}});
  if (height > 0) {
    html.empty("rect", {{"class", "column"},
                        {"x", std::to_string(index * kStep + 1)},
                        {"y", std::to_string(kHeight - height)},
                        {"width", std::to_string(kStep - 2)},
                        {"height", std::to_string(height)}});
  }
  html.close();
}

// Names below the bars, in a drawing that is not stretched: the first, the last, a few between
// them.
void add_ticks(Html& html, const Axis& axis, const PageContext& context) {
  const std::size_t last = axis.bars.size() - 1;
  const std::size_t step = last / (axis.months ? 3 : 6) + 1;
  html.open("svg", {{"class", "ticks"}});
  for (std::size_t i = 0; i <= last; ++i) {
    const bool is_end = i == 0 || i == last;
    if (!is_end && (i % step != 0 || i + step > last)) {
      continue;
    }
    const std::size_t place = i == 0 ? 0 : i == last ? 1000 : (2 * i + 1) * 500 / (last + 1);
    html.element("text",
                 {{"x", std::to_string(place / 10) + "." + std::to_string(place % 10) + "%"},
                  {"y", "1em"},
                  {"text-anchor", i == 0   ? "start"
                                  : is_end ? "end"
                                           : "middle"}},
                 date_value_words(axis.bars[i].value, context.lang()));
  }
  html.close();
}

}  // namespace

Html histogram(const Facets& facets, const SearchRequest& request, const PageContext& context) {
  const Axis axis = axis_of(facets, request.query.dates);
  Html html;
  if (axis.bars.size() < 2) {
    return html;
  }
  const std::size_t most = highest(axis.bars);
  html.open("figure", {{"class", "histogram"},
                       {"data-name", context.say(Say::kRange)},
                       {"data-from", context.say(Say::kFrom)},
                       {"data-to", context.say(Say::kTo)}})
      .element("figcaption", context.say(axis.months ? Say::kByMonth : Say::kByYear, grouped(most)))
      .open("svg", {{"class", "bars"},
                    {"viewBox", "0 0 " + std::to_string(axis.bars.size() * kStep) + " " +
                                    std::to_string(kHeight)},
                    {"preserveAspectRatio", "none"},
                    {"aria-hidden", "true"}});
  for (std::size_t i = 0; i < axis.bars.size(); ++i) {
    add_bar_link(html, axis.bars[i], i, most, request, context);
  }
  html.close();
  add_ticks(html, axis, context);
  return html.close();
}

}  // namespace bulletin
