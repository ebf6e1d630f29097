#include "searcher/web/api.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <optional>
#include <span>
#include <utility>

#include "indexer/base/error.hpp"
#include "searcher/web/api_routes.hpp"
#include "searcher/web/other_origins.hpp"

namespace bulletin {
namespace {

using Names = std::span<const std::string_view>;

// What a question is made of.
constexpr std::string_view kQuestion[] = {
    "q",      "country", "date",   "lang",         "kind",      "region", "rule",
    "source", "literal", "strict", "exact_script", "translate", "sound"};
constexpr std::string_view kOfPage[] = {"sort", "limit", "page", "offset", "facets", "group"};
constexpr std::string_view kOfItem[] = {"id"};
constexpr std::string_view kOfSimilar[] = {"id", "limit"};
constexpr std::string_view kOfExport[] = {"sort", "facets", "group", "format"};
constexpr std::string_view kOfFeed[] = {"sort", "limit", "group"};
constexpr std::string_view kOfSuggest[] = {"q", "limit"};

// Where a path leads. `ui`, the language of the page, may stand in every address.
struct Route {
  std::string_view path;
  bool has_id;  // Behind a slash, or as a parameter.
  bool asks;    // Takes a question.
  Names more;   // Takes these parameters besides.
  WebResponse (*answer)(const ApiCall& call);
};

constexpr Route kRoutes[] = {{"/api/v1/search", false, true, kOfPage, answer_search},
                             {"/api/v1/facets", false, true, {}, answer_facets},
                             {"/api/v1/items", true, false, kOfItem, answer_item},
                             {"/api/v1/why", true, true, kOfItem, answer_why},
                             {"/api/v1/similar", true, false, kOfSimilar, answer_similar},
                             {"/api/v1/suggest", false, false, kOfSuggest, answer_suggest},
                             {"/api/v1/export", false, true, kOfExport, answer_export},
                             {"/api/v1/openapi.json", false, false, {}, answer_openapi},
                             {"/opensearch.xml", false, false, {}, answer_opensearch},
                             {"/feed.rss", false, true, kOfFeed, answer_rss},
                             {"/feed.atom", false, true, kOfFeed, answer_atom}};

bool leads_to(std::string_view path, const Route& route) {
  return path == route.path || (route.has_id && path.starts_with(route.path) &&
                                path.substr(route.path.size()).starts_with('/'));
}

bool takes(const Route& route, std::string_view name) {
  const auto is_in = [&](Names names) { return std::ranges::find(names, name) != names.end(); };
  return name == "ui" || (route.asks && is_in(kQuestion)) || is_in(route.more);
}

std::string listed(const Route& route) {
  std::string list;
  for (const Names names : {route.asks ? Names(kQuestion) : Names(), route.more}) {
    for (const std::string_view name : names) {
      list += std::string(name) + ", ";
    }
  }
  return list + "ui";
}

// A misspelt limit must not be a search without one.
std::optional<BadParameter> unexpected(const WebParameters& parameters, const Route& route) {
  for (const auto& [name, value] : parameters) {
    if (!takes(route, name)) {
      return BadParameter{name, "there is no such parameter here",
                          "this address takes " + listed(route)};
    }
  }
  for (const std::string name : {"id", "format"}) {
    if (values_of(parameters, name).size() > 1) {
      return BadParameter{name, "it is given twice", "give it once"};
    }
  }
  return std::nullopt;
}

// Empty where none is named.
std::string id_of(const WebRequest& request, const Route& route) {
  return request.path.size() > route.path.size() + 1
             ? request.path.substr(route.path.size() + 1)
             : std::string(value_of(request.parameters, "id"));
}

WebResponse failure(const Error& error) {
  switch (error.code()) {
    case ErrorCode::kBadUsage:
      return error_answer({400, "bad_parameter", error.what(), error.hint()});
    case ErrorCode::kIndexNotFound:
    case ErrorCode::kIndexMismatch:
    case ErrorCode::kIndexLocked:
    case ErrorCode::kIndexChanged:
    case ErrorCode::kShardAbsent:
    case ErrorCode::kResourceMissing: {
      WebResponse response = error_answer({503, "index_unavailable",
                                           "cannot answer: the index cannot be read at the moment",
                                           "try again in a while"});
      response.fields.emplace_back("Retry-After", "10");
      return response;
    }
    case ErrorCode::kOutOfTime: {
      WebResponse response = error_answer({503, "out_of_time", error.what(), error.hint()});
      response.fields.emplace_back("Retry-After", "10");
      return response;
    }
    case ErrorCode::kBadCorpus:
    case ErrorCode::kInternal:
      break;
  }
  return error_answer({500, "internal", "cannot answer: something is wrong with the server",
                       "the log of the server says more"});
}

}  // namespace

Date utc_today() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

Api::Api(SearcherPool& searchers, const Labels& labels, ApiOptions options)
    : searchers_(searchers),
      labels_(labels),
      options_(std::move(options)),
      life_(std::to_string(std::chrono::system_clock::now().time_since_epoch().count())) {}

bool Api::answers(std::string_view path) {
  return path == "/api" || path.starts_with("/api/") ||
         std::ranges::any_of(kRoutes, [&](const Route& route) { return leads_to(path, route); });
}

WebResponse Api::answer(const WebRequest& request) const {
  WebResponse response;
  try {
    response = answer_or_throw(request);
  } catch (const Error& error) {
    options_.report(error.what() + (error.hint().empty() ? "" : "; hint: " + error.hint()));
    response = failure(error);
  } catch (const std::exception& error) {
    options_.report(error.what());
    response = failure({ErrorCode::kInternal, error.what()});
  }
  allow_origin(options_.allow_origins, request.client_origin, response);
  return response;
}

WebResponse Api::answer_or_throw(const WebRequest& request) const {
  const auto* route = std::ranges::find_if(
      kRoutes, [&](const Route& known) { return leads_to(request.path, known); });
  if (route == std::end(kRoutes)) {
    return error_answer({404, "not_found",
                         "cannot find " + request.path + ": there is no such address",
                         "/api/v1/openapi.json describes what there is"});
  }
  if (const auto bad = unexpected(request.parameters, *route)) {
    return bad_parameter(*bad);
  }
  SearchAddress address = read_search_address(request.parameters, options_.today());
  if (!address.bad.empty()) {
    return bad_parameter(address.bad.front());
  }
  ApiCall call{.request = request,
               .asked = std::move(address.request),
               .id = route->has_id ? id_of(request, *route) : std::string(),
               .searchers = searchers_,
               .labels = labels_,
               .life = life_};
  if (route->has_id && call.id.empty()) {
    return bad_parameter({"id", "no item is named",
                          "write " + std::string(route->path) + "/ID, or ?id=ID for any bytes"});
  }
  return route->answer(call);
}

}  // namespace bulletin
