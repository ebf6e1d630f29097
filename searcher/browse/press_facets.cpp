#include <algorithm>

#include "searcher/browse/facet_rows.hpp"
#include "searcher/browse/press_parts.hpp"

namespace bulletin::browse {
namespace {

void fold(BrowseState& state, const FacetRow& row, bool open) {
  if (row.is_heading()) {
    if (open) {
      state.folded.erase(row.place.facet);
    } else {
      state.folded.insert(row.place.facet);
      state.whole.erase(row.place.facet);
    }
  } else if (row.folds && open) {
    state.unfolded.insert(row.place.value);
  } else {
    state.unfolded.erase(row.place.value);
  }
}

// Days count without the dates of the query, as all values of a facet do. A chosen date takes the
// place of those, or fewer items would come than the count says.
Question without_read_dates(Question question, const std::vector<QueryReading>& readings) {
  for (const QueryReading& reading : readings) {
    const std::size_t at = question.query.text.find(reading.surface);
    const bool is_excluded =
        at != std::string::npos && at > 0 && question.query.text[at - 1] == '-';
    if (reading.kind == QueryReading::Kind::kDate && !is_excluded) {
      question = without_words(std::move(question), reading.surface);
    }
  }
  return question;
}

void choose(BrowseState& state, const FacetRow& row, bool as_well, const Scene& scene) {
  const auto& [facet, value] = row.place;
  Question question = state.question;
  if (facet == Facet::kDate) {
    question = without_read_dates(std::move(question), scene.answers.result.readings);
  }
  ask(state, as_well ? toggled(std::move(question), facet, value)
                     : only(std::move(question), facet, value));
  if (!as_well && row.folds) {
    state.unfolded.insert(value);  // Drilling down goes on with the months, then the days.
  }
}

// The values come where the row behind the first ones was.
void show_more(BrowseState& state, std::size_t at, const Scene& scene) {
  state.whole.insert(state.place.facet);
  const auto rows = facet_rows(state, scene.answers, scene.labels, scene.language);
  state.place = rows[std::min(at, rows.size() - 1)].place;
}

// The row above `at` that it hangs under: the year of a month, the heading of a year.
std::size_t parent_of(const std::vector<FacetRow>& rows, std::size_t at) {
  const FacetRow& row = rows[at];
  for (std::size_t i = at; i > 0; --i) {
    const FacetRow& above = rows[i - 1];
    if (above.is_heading() || above.depth < row.depth) {
      return i - 1;
    }
  }
  return at;
}

void go_left(BrowseState& state, const std::vector<FacetRow>& rows, std::size_t at) {
  if (rows[at].is_open) {
    fold(state, rows[at], false);
  } else {
    state.place = rows[parent_of(rows, at)].place;
  }
}

void go_right(BrowseState& state, const FacetRow& row) {
  if (row.folds && !row.is_open) {
    fold(state, row, true);
  } else {
    state.pane = Pane::kHits;
  }
}

}  // namespace

bool press_in_facets(BrowseState& state, const Key& key, const Scene& scene) {
  const auto rows = facet_rows(state, scene.answers, scene.labels, scene.language);
  if (rows.empty()) {
    const bool goes_right = key.kind == KeyKind::kRight || is_character(key, 'l');
    state.pane = goes_right ? Pane::kHits : state.pane;
    return goes_right;
  }
  std::size_t at = row_of(rows, state.place);
  if (move(at, key, rows.size(), layout_for(state, scene.size).facets.rows)) {
    state.place = rows[at].place;
    return true;
  }
  const FacetRow& row = rows[at];
  const bool shows_more =
      row.is_more() && (key.kind == KeyKind::kEnter || key.kind == KeyKind::kRight ||
                        is_character(key, 'l') || is_character(key, ' '));
  if (shows_more) {
    show_more(state, at, scene);
    return true;
  }
  const bool is_space = is_character(key, ' ');
  if (key.kind == KeyKind::kLeft || is_character(key, 'h')) {
    go_left(state, rows, at);
  } else if (key.kind == KeyKind::kRight || is_character(key, 'l')) {
    go_right(state, row);
  } else if (key.kind == KeyKind::kEnter || is_space) {
    if (row.is_heading()) {
      fold(state, row, !row.is_open);
    } else {
      choose(state, row, is_space, scene);
    }
  } else if (is_character(key, 'x') && row.is_chosen) {
    ask(state, toggled(state.question, row.place.facet, row.place.value));
  } else {
    return false;
  }
  return true;
}

void drill_down(BrowseState& state, std::size_t number, const Scene& scene) {
  const std::size_t height = layout_for(state, scene.size).facets.rows;
  const auto rows = facet_rows(state, scene.answers, scene.labels, scene.language);
  const std::size_t first = first_shown(row_of(rows, state.place), rows.size(), height);
  const auto numbered = numbered_rows(rows, first, height);
  if (number <= numbered.size()) {
    const FacetRow& row = rows[numbered[number - 1]];
    state.place = row.place;
    choose(state, row, false, scene);
  }
}

}  // namespace bulletin::browse
