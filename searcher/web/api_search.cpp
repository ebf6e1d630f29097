#include "indexer/base/error.hpp"
#include "searcher/output/facets_json.hpp"
#include "searcher/output/result_json.hpp"
#include "searcher/output/result_writer.hpp"
#include "searcher/web/api_routes.hpp"
#include "searcher/web/result_stream.hpp"

namespace bulletin {

WebResponse answer_search(const ApiCall& call) {
  return unless_known(call, [&] {
    SearchResult result = call.searchers.lend()->search(call.asked, call.deadline());
    const auto writer =
        make_writer(Format::kJson, {.query = call.asked.query.text, .labels = call.labels});
    WebResponse response{.content_type = kJsonType};
    if (result.out_of_time) {
      response.cache_control = "no-store";  // Asked again, there may be time.
    }
    response.body = written(*writer, std::move(result));
    return response;
  });
}

WebResponse answer_facets(const ApiCall& call) {
  return unless_known(call, [&] {
    SearchRequest asked = call.asked;
    asked.limit = 0;
    asked.facets = true;
    const SearchResult result = call.searchers.lend()->search(asked, call.deadline());
    if (!result.facets) {
      throw Error(ErrorCode::kOutOfTime, "cannot count in time: the search finds too much",
                  "add a limit by date or country");
    }
    std::string object = dump_json(result_head_json(asked.query.text, result, call.labels));
    object.pop_back();  // The closing brace.
    return WebResponse{
        .content_type = kJsonType,
        .body = object + R"(,"facets":)" + facets_json(*result.facets, call.labels) + "}\n"};
  });
}

}  // namespace bulletin
