// The screen of a state: pure, so that tests read it without a terminal.

#pragma once

#include "searcher/browse/browse_state.hpp"
#include "searcher/browse/language.hpp"
#include "searcher/browse/screen.hpp"

namespace bulletin::browse {

/// How to draw.
struct Look {
  Language language = Language::kEnglish;
  bool unicode = true;  ///< Else lines and bars are ASCII, and a note says why.
};

/// Draws `state` with what was answered to it on a screen of `size`.
[[nodiscard]] Screen draw(const BrowseState& state, const Answers& answers, const Labels& labels,
                          Size size, Look look);

}  // namespace bulletin::browse
