#include <algorithm>

#include "searcher/output/result_json.hpp"
#include "searcher/output/similar_items.hpp"
#include "searcher/output/why_query.hpp"
#include "searcher/query/chosen_limits.hpp"
#include "searcher/search/linked_items.hpp"
#include "searcher/search/rejected_readings.hpp"
#include "searcher/web/api_routes.hpp"
#include "searcher/web/public_item.hpp"

namespace bulletin {
namespace {

// As on the command line: a text or a limit is a question.
bool asks(const QueryRequest& query) {
  return !query.text.empty() || std::ranges::any_of(limits_of(query), [](const auto& limit) {
    return !limit.second->empty();
  });
}

std::optional<Bulletin> item_with_links(Searcher& searcher, std::string_view id) {
  std::optional<Bulletin> found = searcher.find(id);
  if (found) {
    keep_links(searcher.linked_with(*found), *found);
    *found = public_item(*std::move(found));
  }
  return found;
}

WebResponse why_hit(const ApiCall& call) {
  const auto found = call.searchers.lend()->explain(call.id, call.asked.query, call.deadline());
  return found ? json_answer(
                     why_query_json(public_explanation(*found), call.asked.query.text, call.labels))
               : no_such_item(call.id);
}

WebResponse why_values(const ApiCall& call) {
  const auto searcher = call.searchers.lend();
  const auto item = item_with_links(*searcher, call.id);
  return item ? json_answer(why_json(*item, rejected_readings(*item, searcher->publisher())))
              : no_such_item(call.id);
}

}  // namespace

WebResponse answer_item(const ApiCall& call) {
  return unless_known(call, [&] {
    const auto item = item_with_links(*call.searchers.lend(), call.id);
    return item ? json_answer(to_json(*item)) : no_such_item(call.id);
  });
}

WebResponse answer_why(const ApiCall& call) {
  return unless_known(call,
                      [&] { return asks(call.asked.query) ? why_hit(call) : why_values(call); });
}

WebResponse answer_similar(const ApiCall& call) {
  return unless_known(call, [&] {
    const auto found = call.searchers.lend()->similar(call.id, call.asked.limit);
    return found ? WebResponse{.content_type = kJsonType, .body = similar_json(*found)}
                 : no_such_item(call.id);
  });
}

}  // namespace bulletin
