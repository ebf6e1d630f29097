// From a state to what the index has to say to it.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/browse/browse_state.hpp"

namespace bulletin::browse {

/// What a state needs to be drawn.
struct Wanted {
  SearchRequest request;  ///< The page of hits, with facets.
  std::vector<std::string> months;
  std::string item;  ///< Ids; empty: none.
  std::string similar;

  bool operator==(const Wanted&) const = default;
};

/// Returns what `state` needs on a screen of `size`.
[[nodiscard]] Wanted wanted_by(const BrowseState& state, Size size);

/// Asks the index and keeps what it said until something else is wanted.
class AnswerBook {
 public:
  /// `searcher` has to outlive the book.
  explicit AnswerBook(Searcher& searcher) : searcher_(searcher) {}

  /// Fetches what changed since the last call. Throws as Searcher does.
  const Answers& fetch(const Wanted& wanted);

  [[nodiscard]] const Answers& answers() const { return answers_; }

 private:
  void fetch_item(const std::string& id, const QueryRequest& request);

  Searcher& searcher_;
  std::optional<Wanted> last_;
  Answers answers_;
};

}  // namespace bulletin::browse
