// One browsing without a terminal: keys go in, screens come out.

#pragma once

#include "searcher/browse/answers.hpp"
#include "searcher/browse/draw.hpp"
#include "searcher/browse/press.hpp"

namespace bulletin::browse {

/// State, answers and screen kept together.
class Browser {
 public:
  /// Asks the first question. `searcher` and `labels` have to outlive the browser. Throws as
  /// Searcher::search() does, so what cannot be read is refused before any screen is drawn.
  Browser(Searcher& searcher, const Labels& labels, SearchRequest start, Size size, Look look);

  /// Takes a key and asks the index what the new state needs.
  void press(const Key& key);

  /// Takes another size.
  void resize(Size size);

  [[nodiscard]] Screen screen() const;
  [[nodiscard]] bool is_leaving() const { return state_.leaving; }
  [[nodiscard]] const Question& question() const { return state_.question; }
  [[nodiscard]] const BrowseState& state() const { return state_; }

 private:
  void fetch();
  [[nodiscard]] Scene scene() const;

  const Labels& labels_;
  const Look look_;
  AnswerBook book_;
  BrowseState state_;
  Size size_;
};

}  // namespace bulletin::browse
