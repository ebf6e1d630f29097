// What each key does: a state and a key make the next state, without index or terminal.

#pragma once

#include "searcher/browse/browse_state.hpp"
#include "searcher/browse/language.hpp"

namespace bulletin::browse {

/// What is on the screen when a key is pressed.
struct Scene {
  const Answers& answers;
  const Labels& labels;
  Language language = Language::kEnglish;
  Size size;
};

/// Returns the state after `key`. A key without a meaning there changes nothing.
[[nodiscard]] BrowseState press(BrowseState state, const Key& key, const Scene& scene);

/// Returns the state with the chosen hit, row and chip among those there are: what an answer may
/// have made fewer of.
[[nodiscard]] BrowseState settled(BrowseState state, const Scene& scene);

}  // namespace bulletin::browse
