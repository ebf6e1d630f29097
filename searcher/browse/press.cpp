#include "searcher/browse/press.hpp"

#include <algorithm>
#include <utility>

#include "searcher/browse/chips.hpp"
#include "searcher/browse/facet_rows.hpp"
#include "searcher/browse/press_parts.hpp"

namespace bulletin::browse {
namespace {

std::vector<Chip> chips_in(const BrowseState& state, const Scene& scene) {
  return chips_of(state.question, scene.answers.result.readings, scene.labels, scene.language);
}

void next_pane(BrowseState& state, const Scene& scene, bool backwards) {
  std::vector<Pane> panes{Pane::kHits, Pane::kFacets};
  if (!chips_in(state, scene).empty()) {
    panes.push_back(Pane::kChips);
  }
  const auto at = std::ranges::find(panes, state.pane);
  const auto index = at == panes.end() ? 0 : static_cast<std::size_t>(at - panes.begin());
  state.pane = panes[(index + (backwards ? panes.size() - 1 : 1)) % panes.size()];
  state.chip = 0;
}

// The chosen limit; where none is chosen, the last.
void remove_chip(BrowseState& state, const Scene& scene) {
  const std::vector<Chip> chips = chips_in(state, scene);
  if (chips.empty()) {
    return;
  }
  const std::size_t last = chips.size() - 1;
  const std::size_t at = state.pane == Pane::kChips ? std::min(state.chip, last) : last;
  ask(state, without_chip(state.question, chips[at]));
  state.chip = std::min(at, last == 0 ? 0 : last - 1);
}

void undo(BrowseState& state) {
  if (state.earlier.empty()) {
    return;
  }
  state.question = std::move(state.earlier.back());
  state.earlier.pop_back();
  state.hit = 0;
}

void start_query(BrowseState& state) {
  state.prompt = Prompt::kQuery;
  state.line = edit(state.question.query.text);
  state.history_at = state.history.size();
}

void start_find(BrowseState& state) {
  state.prompt = Prompt::kFacetFind;
  state.pane = Pane::kFacets;
  state.line = edit(state.facet_find);
}

// Esc takes back one thing at a time.
void step_back(BrowseState& state) {
  if (!state.facet_find.empty()) {
    state.facet_find.clear();
  } else {
    state.leaving = true;
  }
}

bool press_in_chips(BrowseState& state, const Key& key, const Scene& scene) {
  const std::size_t count = chips_in(state, scene).size();
  switch (key.kind) {
    case KeyKind::kLeft:
      state.chip -= state.chip > 0 ? 1 : 0;
      return true;
    case KeyKind::kRight:
      state.chip = std::min(state.chip + 1, count - std::min<std::size_t>(count, 1));
      return true;
    case KeyKind::kDown:
      state.pane = Pane::kHits;
      return true;
    case KeyKind::kEnter:
    case KeyKind::kBackspace:
    case KeyKind::kDelete:
      remove_chip(state, scene);
      return true;
    default:
      break;
  }
  if (is_character(key, 'h') || is_character(key, 'l')) {
    return press_in_chips(
        state, {.kind = is_character(key, 'h') ? KeyKind::kLeft : KeyKind::kRight}, scene);
  }
  return false;
}

const Hit* chosen_hit(const BrowseState& state, const Scene& scene) {
  const auto& hits = scene.answers.result.hits;
  const auto found = std::ranges::find(hits, state.hit + 1, &Hit::rank);
  return found == hits.end() ? nullptr : &*found;
}

bool press_in_hits(BrowseState& state, const Key& key, const Scene& scene) {
  const Layout layout = layout_for(state, scene.size);
  if (move(state.hit, key, scene.answers.result.total, layout.page)) {
    return true;
  }
  if (key.kind == KeyKind::kLeft || is_character(key, 'h')) {
    state.pane = Pane::kFacets;
    return true;
  }
  if (key.kind == KeyKind::kEnter || key.kind == KeyKind::kRight || is_character(key, 'l')) {
    if (const Hit* hit = chosen_hit(state, scene)) {
      open_item(state, hit->bulletin.id);
    }
    return true;
  }
  return false;
}

void press_character(BrowseState& state, char32_t character, const Scene& scene) {
  if (character >= '1' && character <= '9') {
    drill_down(state, character - '0', scene);
    return;
  }
  switch (character) {
    case '/':
      start_query(state);
      break;
    case 'f':
      start_find(state);
      break;
    case 'x':
      remove_chip(state, scene);
      break;
    case 'u':
      undo(state);
      break;
    case 'o':
      ask(state, in_next_order(state.question));
      break;
    case 'p': {
      Question question = state.question;
      question.query.literal = !question.query.literal;
      ask(state, std::move(question));
      break;
    }
    case 'v':
      state.titles_only = !state.titles_only;
      break;
    case '?':
      state.layers.push_back({.kind = Layer::Kind::kHelp, .id = {}});
      break;
    case 'q':
      state.leaving = true;
      break;
    default:
      break;
  }
}

bool press_in_pane(BrowseState& state, const Key& key, const Scene& scene) {
  switch (state.pane) {
    case Pane::kFacets:
      return press_in_facets(state, key, scene);
    case Pane::kChips:
      return press_in_chips(state, key, scene);
    case Pane::kHits:
      break;
  }
  return press_in_hits(state, key, scene);
}

}  // namespace

bool is_character(const Key& key, char32_t character) {
  return key.kind == KeyKind::kCharacter && key.character == character;
}

bool move(std::size_t& at, const Key& key, std::size_t count, std::size_t page) {
  const std::size_t last = count - std::min<std::size_t>(count, 1);
  const auto is_control = [&](char32_t letter) {
    return key.kind == KeyKind::kControl && key.character == letter;
  };
  if (key.kind == KeyKind::kUp || is_character(key, 'k')) {
    at -= std::min<std::size_t>(at, 1);
  } else if (key.kind == KeyKind::kDown || is_character(key, 'j')) {
    at = std::min(at + 1, last);
  } else if (key.kind == KeyKind::kPageUp || is_control('b')) {
    at -= std::min(at, page);
  } else if (key.kind == KeyKind::kPageDown || is_control('f')) {
    at = std::min(at + page, last);
  } else if (key.kind == KeyKind::kHome || is_character(key, 'g')) {
    at = 0;
  } else if (key.kind == KeyKind::kEnd || is_character(key, 'G')) {
    at = last;
  } else {
    return false;
  }
  return true;
}

void ask(BrowseState& state, Question question) {
  if (question == state.question) {
    return;
  }
  state.earlier.push_back(std::move(state.question));
  state.question = std::move(question);
  state.hit = 0;
}

void open_item(BrowseState& state, const std::string& id) {
  state.layers.push_back({.kind = Layer::Kind::kItem, .id = id});
}

BrowseState press(BrowseState state, const Key& key, const Scene& scene) {
  if (state.prompt != Prompt::kNone) {
    press_in_prompt(state, key, scene);
  } else if (!state.layers.empty()) {
    press_in_layer(state, key, scene);
  } else if (press_in_pane(state, key, scene)) {
    return state;
  } else if (key.kind == KeyKind::kTab || key.kind == KeyKind::kBackTab) {
    next_pane(state, scene, key.kind == KeyKind::kBackTab);
  } else if (key.kind == KeyKind::kEscape) {
    step_back(state);
  } else if (key.kind == KeyKind::kCharacter) {
    press_character(state, key.character, scene);
  }
  return state;
}

BrowseState settled(BrowseState state, const Scene& scene) {
  const std::size_t total = scene.answers.result.total;
  state.hit = std::min(state.hit, total - std::min<std::size_t>(total, 1));
  const std::size_t chips = chips_in(state, scene).size();
  state.chip = std::min(state.chip, chips - std::min<std::size_t>(chips, 1));
  if (chips == 0 && state.pane == Pane::kChips) {
    state.pane = Pane::kHits;
  }
  const auto rows = facet_rows(state, scene.answers, scene.labels, scene.language);
  if (!rows.empty()) {
    state.place = rows[row_of(rows, state.place)].place;
  }
  const bool waits = !state.layers.empty() && state.layers.back().kind == Layer::Kind::kItem &&
                     state.layers.back().id.empty();
  if (const Hit* hit = chosen_hit(state, scene); waits && hit != nullptr) {
    state.layers.back().id = hit->bulletin.id;
  }
  return state;
}

}  // namespace bulletin::browse
