#include <algorithm>
#include <utility>

#include "searcher/browse/facet_rows.hpp"
#include "searcher/browse/press_parts.hpp"

namespace bulletin::browse {
namespace {

void submit(BrowseState& state) {
  Question question = state.question;
  question.query.text = state.line.text;
  if (!state.line.text.empty()) {
    std::erase(state.history, state.line.text);
    state.history.push_back(state.line.text);
  }
  state.prompt = Prompt::kNone;
  state.pane = Pane::kHits;
  ask(state, std::move(question));
}

void recall(BrowseState& state, bool older) {
  if (older && state.history_at > 0) {
    --state.history_at;
  } else if (!older && state.history_at < state.history.size()) {
    ++state.history_at;
  } else {
    return;
  }
  state.line = edit(state.history_at < state.history.size() ? state.history[state.history_at]
                                                            : state.question.query.text);
}

void press_in_query(BrowseState& state, const Key& key) {
  switch (key.kind) {
    case KeyKind::kEnter:
      submit(state);
      break;
    case KeyKind::kEscape:
      state.prompt = Prompt::kNone;
      break;
    case KeyKind::kUp:
    case KeyKind::kDown:
      recall(state, key.kind == KeyKind::kUp);
      break;
    default:
      state.line = edited(std::move(state.line), key);
  }
}

void press_in_find(BrowseState& state, const Key& key, const Scene& scene) {
  if (key.kind == KeyKind::kEnter) {
    state.prompt = Prompt::kNone;
    return;
  }
  if (key.kind == KeyKind::kEscape) {
    state.prompt = Prompt::kNone;
    state.facet_find.clear();
    return;
  }
  if (key.kind == KeyKind::kUp || key.kind == KeyKind::kDown) {
    press_in_facets(state, key, scene);
    return;
  }
  state.line = edited(std::move(state.line), key);
  state.facet_find = state.line.text;
  const auto rows = facet_rows(state, scene.answers, scene.labels, scene.language);
  const auto value = std::ranges::find(rows, false, &FacetRow::is_heading);
  if (value != rows.end() && !state.facet_find.empty()) {
    state.place = value->place;  // Enter, Enter takes the first one found.
  }
}

}  // namespace

bool press_in_prompt(BrowseState& state, const Key& key, const Scene& scene) {
  if (state.prompt == Prompt::kQuery) {
    press_in_query(state, key);
  } else {
    press_in_find(state, key, scene);
  }
  return true;
}

}  // namespace bulletin::browse
