#include "searcher/web/page/page.hpp"

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

#include "indexer/understanding/dates.hpp"
#include "searcher/web/page/assets.hpp"
#include "searcher/web/page/error_page.hpp"
#include "searcher/web/page/help_page.hpp"
#include "searcher/web/page/item_page.hpp"
#include "searcher/web/page/map_page.hpp"
#include "searcher/web/page/narrow.hpp"
#include "searcher/web/page/results_page.hpp"
#include "searcher/web/page/start_page.hpp"
#include "searcher/web/page/why_page.hpp"

namespace bulletin {
namespace {

constexpr std::string_view kItems = "/items/";
constexpr std::string_view kWhy = "/why";

std::optional<DateSpan> typed_span(std::string_view text, Date today) {
  if (auto span = parse_span(text)) {
    return span;
  }
  const std::vector<QueryDate> found = read_query_dates(text, today);
  return found.size() == 1 ? std::optional(found.front().span) : std::nullopt;
}

// The limit that the fields of a range stand for; as typed where one cannot be read. One end alone
// reaches as far as "since" and "before" in a query do.
std::string range_value(std::string_view from_text, std::string_view to_text, Date today) {
  using namespace std::chrono_literals;
  const auto from =
      from_text.empty() ? std::optional(year_span(1900y)) : typed_span(from_text, today);
  const auto to =
      to_text.empty() ? std::optional(year_span(today.year())) : typed_span(to_text, today);
  if (!from || !to) {
    return std::string(from ? to_text : from_text);
  }
  const Precision precision = std::min(from->precision, to->precision);
  return format_span({std::min(from->from, to->from), std::max(from->to, to->to), precision});
}

// What only the form sends becomes the address that it stands for: `from` and `to` a limit, and
// with a chosen date the words of `instead`, which were read as a date, leave the query.
std::optional<WebParameters> address_of_form(const WebParameters& parameters, Date today) {
  const std::string_view from = value_of(parameters, "from");
  const std::string_view to = value_of(parameters, "to");
  const std::vector<std::string> instead = values_of(parameters, "instead");
  const bool has_range = !from.empty() || !to.empty();
  if (!has_range && instead.empty()) {
    return std::nullopt;
  }
  WebParameters address;
  std::ranges::copy_if(parameters, std::back_inserter(address), [&](const auto& p) {
    return p.first != "from" && p.first != "to" && p.first != "instead" && !p.second.empty() &&
           (p.first != "date" || !has_range);
  });
  if (has_range) {
    address.emplace_back("date", range_value(from, to, today));
  }
  const bool has_date = !value_of(address, "date").empty();
  for (auto& [name, value] : address) {
    for (const std::string& words : instead) {
      value = name == "q" && has_date ? replaced(value, words) : value;
    }
  }
  std::erase_if(address, [](const auto& p) { return p.second.empty(); });
  return address;
}

bool is_plain_start(const WebParameters& parameters) {
  return std::ranges::none_of(
      parameters, [](const auto& p) { return !p.second.empty() && is_search_parameter(p.first); });
}

// The id of an item in a path or a parameter, and whether its page or the reasons are asked for.
struct ItemPlace {
  std::string id;
  bool why = false;
};

ItemPlace place_of(const WebRequest& request) {
  std::string id = request.path.substr(kItems.size());
  if (id.empty()) {
    return {std::string(value_of(request.parameters, "id")),
            value_of(request.parameters, "why") == "1"};
  }
  const bool why = id.ends_with(kWhy) && id.size() > kWhy.size();
  return {why ? id.substr(0, id.size() - kWhy.size()) : id, why};
}

// One request on its way to a page.
class PageAnswer {
 public:
  PageAnswer(const WebRequest& request, Searcher& searcher, const PageSources& sources)
      : request_(request),
        searcher_(searcher),
        sources_(sources),
        context_{visitor_of(request), sources.labels, request.origin, sources.today,
                 Deadline(request.deadline)} {}

  WebResponse run() {
    if (request_.path == "/") {
      return search_or_start();
    }
    if (request_.path == "/map") {
      return framed(map_page(searcher_, address(), context_), context_);
    }
    if (request_.path == "/help") {
      return framed(help_page(context_), context_);
    }
    std::optional<PageContent> found;
    const bool is_item = request_.path.starts_with(kItems);
    const ItemPlace place = is_item ? place_of(request_) : ItemPlace();
    if (is_item) {
      found = item(place);
    }
    return framed(found ? std::move(*found) : not_found_page(place.id, context_), context_);
  }

 private:
  [[nodiscard]] SearchAddress address() const {
    SearchAddress read = read_search_address(request_.parameters, sources_.today);
    choose_typed_limits(read.request.query);
    normalize_limits(read.request.query);
    return read;
  }

  WebResponse search_or_start() {
    if (const auto changed = address_of_form(request_.parameters, sources_.today)) {
      return {.status = 303, .location = "/" + query_string(*changed)};
    }
    return framed(is_plain_start(request_.parameters)
                      ? start_page(searcher_, context_)
                      : results_page(searcher_, address(), context_),
                  context_);
  }

  std::optional<PageContent> item(const ItemPlace& place) {
    const SearchRequest search = address().request;
    if (place.why) {
      return why_page(searcher_, place.id, search, context_);
    }
    return item_page(searcher_,
                     {.id = place.id,
                      .with = std::string(value_of(request_.parameters, "with")),
                      .found_by = search,
                      .generation = sources_.generation},
                     context_);
  }

  const WebRequest& request_;
  Searcher& searcher_;
  const PageSources& sources_;
  PageContext context_;
};

}  // namespace

WebResponse answer_page(const WebRequest& request, Searcher& searcher, const PageSources& sources) {
  return PageAnswer(request, searcher, sources).run();
}

WebHandler page_handler(SearcherPool& pool, const Labels& labels, PageOptions options) {
  return [&pool, &labels, options = std::move(options)](const WebRequest& request) -> WebResponse {
    if (request.path.starts_with("/assets/")) {
      return answer_asset(request);
    }
    const Date today = options.today();
    const auto failed = [&](const Error& error) {
      const PageContext context{visitor_of(request), labels, request.origin, today, {}};
      const PageContent page = error_page(error, context);
      if (page.status >= 500) {
        options.report(error.what());
      }
      return framed(page, context);
    };
    try {
      const PageSources sources{labels, today, pool.index_generation()};
      return answer_page(request, *pool.lend(), sources);
    } catch (const Error& error) {
      return failed(error);
    } catch (const std::exception& error) {
      return failed({ErrorCode::kInternal, error.what()});
    }
  };
}

}  // namespace bulletin
