// Browsing an index in a terminal.

#pragma once

#include "searcher/browse/question.hpp"
#include "searcher/search/labels.hpp"
#include "searcher/search/searcher.hpp"

namespace bulletin::browse {

/// How a browsing ended.
struct Ended {
  Question question;  ///< What was on the screen last.
  int signal = 0;     ///< That ended it; 0: a key. Terminal and signals are as they were before.
};

/// Shows `start` and takes keys until the person leaves. The interface speaks the language of the
/// locale.
///
/// Throws `Error{kBadUsage}` where standard input or output is no terminal, or an unknown one, and
/// as Searcher does; the terminal is restored before anything leaves this function.
[[nodiscard]] Ended browse(Searcher& searcher, const Labels& labels, const SearchRequest& start,
                           bool color);

}  // namespace bulletin::browse
