#include "searcher/browse/answers.hpp"

#include "searcher/browse/facet_rows.hpp"

namespace bulletin::browse {
namespace {

constexpr std::size_t kSimilar = 10;  // Of each language group.

}  // namespace

Wanted wanted_by(const BrowseState& state, Size size) {
  const std::size_t page = layout_for(state, size).page;
  Wanted wanted{.request = {.query = state.question.query,
                            .sort = state.question.sort,
                            .offset = state.hit / page * page,
                            .limit = page},
                .months = months_with_days(state)};
  if (!state.layers.empty()) {
    const Layer& layer = state.layers.back();
    wanted.item = layer.kind == Layer::Kind::kItem ? layer.id : std::string();
    wanted.similar = layer.kind == Layer::Kind::kSimilar ? layer.id : std::string();
  }
  return wanted;
}

void AnswerBook::fetch_item(const std::string& id, const QueryRequest& request) {
  answers_.item.reset();
  std::optional<ExplainedItem> explained = searcher_.explain(id, request);
  if (!explained) {
    return;
  }
  std::vector<LinkedItem> also = searcher_.linked_with(explained->item);
  RejectedReadings rejected = rejected_readings(explained->item, searcher_.publisher());
  answers_.item = {std::move(*explained), std::move(also), std::move(rejected)};
}

const Answers& AnswerBook::fetch(const Wanted& wanted) {
  const bool asks_anew = !last_ || last_->request != wanted.request;
  if (asks_anew) {
    answers_.result = searcher_.search(wanted.request);
  }
  if (asks_anew || last_->months != wanted.months) {
    answers_.days.clear();
    const std::vector<MonthDays> counted =
        searcher_.days(wanted.request.query, wanted.months).value();  // Nothing sets a deadline.
    for (std::size_t i = 0; i < counted.size(); ++i) {
      answers_.days[wanted.months[i]] = counted[i].days;
    }
  }
  if (wanted.item.empty()) {
    answers_.item.reset();
  } else if (!last_ || last_->item != wanted.item || asks_anew) {
    fetch_item(wanted.item, wanted.request.query);
  }
  if (wanted.similar.empty()) {
    answers_.similar.reset();
  } else if (!last_ || last_->similar != wanted.similar) {
    answers_.similar = searcher_.similar(wanted.similar, kSimilar);
  }
  last_ = wanted;
  return answers_;
}

}  // namespace bulletin::browse
