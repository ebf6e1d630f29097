// An item as its file gives it, before anything is understood.

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"

namespace bulletin {

/// Place in the input, for messages: `path:line`, lines from 1.
struct Origin {
  std::string path;
  std::size_t line = 0;

  bool operator==(const Origin&) const = default;
};

/// What a file says of one item. Texts are trimmed well-formed UTF-8 without NUL; title or text
/// holds something.
struct RawItem {
  Origin origin;
  std::string id;  ///< Empty when the source gives none.
  std::string title;
  std::string text;
  std::string lang;  ///< Primary subtag in lower case, or empty.
  std::string url;
  std::string source;
  std::optional<Date> published;
  std::vector<std::string> countries;  ///< ISO codes the source supplies.
  std::vector<DateSpan> dates;         ///< Spans the source supplies.
  std::string extra;                   ///< Other keys as a JSON object, or empty.

  bool operator==(const RawItem&) const = default;
};

/// Something in the input that could not become an item.
struct Problem {
  Origin origin;        ///< Line 0: the whole file or folder.
  std::string message;  ///< One line, lower case, says what is wrong with it.
};

/// Where readers deliver.
struct ItemSink {
  std::function<void(RawItem)> on_item;
  std::function<void(Problem)> on_problem;
};

}  // namespace bulletin
