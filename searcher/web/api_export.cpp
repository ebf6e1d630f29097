#include <algorithm>

#include "searcher/output/result_writer.hpp"
#include "searcher/query/chosen_limits.hpp"
#include "searcher/search/sort_names.hpp"
#include "searcher/web/api_routes.hpp"
#include "searcher/web/result_stream.hpp"

namespace bulletin {
namespace {

// A form that programs take away, and how it is called on the way.
struct ExportForm {
  std::string_view name;
  Format format;
  const char* content_type;
  const char* file_name;
};

constexpr ExportForm kForms[] = {
    {"json", Format::kJson, "application/json; charset=utf-8", "bulletins.json"},
    {"jsonl", Format::kJsonl, "application/x-ndjson; charset=utf-8", "bulletins.jsonl"},
    {"csv", Format::kCsv, "text/csv; charset=utf-8", "bulletins.csv"},
    {"tsv", Format::kTsv, "text/tab-separated-values; charset=utf-8", "bulletins.tsv"},
    {"markdown", Format::kMarkdown, "text/markdown; charset=utf-8", "bulletins.md"},
    {"rss", Format::kRss, "application/rss+xml; charset=utf-8", "bulletins.rss"},
    {"atom", Format::kAtom, "application/atom+xml; charset=utf-8", "bulletins.atom"},
    {"ids", Format::kIds, "text/plain; charset=utf-8", "bulletins.txt"}};

// Where a person sees the same search.
std::string page_address(const ApiCall& call) {
  return call.request.origin + "/" +
         query_string(search_parameters(
             {.query = call.asked.query, .sort = call.asked.sort, .group = call.asked.group}));
}

// "library country:KZ lang:zh": the title of a feed that may have no words at all.
std::string title_of(const QueryRequest& query) {
  std::string title = query.text;
  for (const auto& [name, values] : limits_of(query)) {
    for (const std::string& value : *values) {
      title += (title.empty() ? "" : " ") + std::string(name) + ':' + value;
    }
  }
  return title;
}

WebParameters feed_parameters(const SearchRequest& asked) {
  WebParameters parameters = search_parameters({.query = asked.query, .group = asked.group});
  if (asked.sort != Sort::kNewestFirst) {
    parameters.emplace_back("sort", sort_name(asked.sort));
  }
  if (asked.limit != kFeedHits) {
    parameters.emplace_back("limit", std::to_string(asked.limit));
  }
  return parameters;
}

WebResponse answer_feed(const ApiCall& call, Format format, const char* content_type) {
  ApiCall feed = call;
  if (value_of(call.request.parameters, "sort").empty()) {
    feed.asked.sort = Sort::kNewestFirst;
  }
  if (value_of(call.request.parameters, "limit").empty()) {
    feed.asked.limit = kFeedHits;
  }
  feed.asked.facets = false;
  return unless_known(feed, [&] {
    const auto writer = make_writer(format, {.query = title_of(feed.asked.query),
                                             .labels = call.labels,
                                             .link = page_address(feed),
                                             .self = call.request.origin + call.request.path +
                                                     query_string(feed_parameters(feed.asked))});
    return WebResponse{
        .content_type = content_type,
        .body = written(*writer, feed.searchers.lend()->search(feed.asked, feed.deadline()))};
  });
}

}  // namespace

WebResponse answer_export(const ApiCall& call) {
  const std::string_view given = value_of(call.request.parameters, "format");
  const std::string_view name = given.empty() ? "json" : given;
  const auto* form = std::ranges::find(kForms, name, &ExportForm::name);
  if (form == std::end(kForms)) {
    return bad_parameter({"format", "cannot export as '" + std::string(name) + "'",
                          "write json, jsonl, csv, tsv, markdown, rss, atom or ids"});
  }
  return unless_known(call, [&] {
    SearchRequest all = call.asked;
    all.limit = kAllHits;
    all.facets = all.facets && shows_facets(form->format);
    all.excerpts = form->format != Format::kIds;
    return WebResponse{.content_type = form->content_type,
                       .source = stream_of(call.searchers, all, call.deadline(),
                                           make_writer(form->format, {.query = all.query.text,
                                                                      .labels = call.labels,
                                                                      .link = page_address(call)})),
                       .file_name = form->file_name};
  });
}

WebResponse answer_rss(const ApiCall& call) {
  return answer_feed(call, Format::kRss, "application/rss+xml; charset=utf-8");
}

WebResponse answer_atom(const ApiCall& call) {
  return answer_feed(call, Format::kAtom, "application/atom+xml; charset=utf-8");
}

}  // namespace bulletin
