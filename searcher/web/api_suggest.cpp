#include "searcher/output/suggestions.hpp"
#include "searcher/web/api_routes.hpp"

namespace bulletin {

WebResponse answer_suggest(const ApiCall& call) {
  return unless_known(call, [&] {
    const std::string& typed = call.asked.query.text;
    return json_answer(
        suggestions_json(typed, call.searchers.lend()->suggest(typed, call.asked.limit)));
  });
}

}  // namespace bulletin
