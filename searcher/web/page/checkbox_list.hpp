// The rows of a facet: a checkbox with its value, count and bar. Every box belongs to the search
// form, wherever on the page it stands.

#pragma once

#include <cstddef>
#include <string>

#include "searcher/web/page/page_context.hpp"

namespace bulletin {

/// The id of the form that every control of a search belongs to.
inline constexpr Markup kSearchForm = "search";

/// One row.
struct CheckboxRow {
  std::string name;   ///< Of the parameter.
  std::string value;  ///< Of the parameter.
  Html label;
  std::size_t count = 0;
  bool checked = false;
  std::size_t most = 0;  ///< The count that a full bar stands for; 0 for no bar.
};

/// Adds the label with its checkbox in it, without an element around.
void add_checkbox(Html& html, const CheckboxRow& row, const PageContext& context);

/// Adds a bar of `count` out of `most`.
void add_bar(Html& html, std::size_t count, std::size_t most);

/// Returns the highest count; 0 without buckets.
[[nodiscard]] std::size_t highest(const std::vector<Bucket>& buckets);

}  // namespace bulletin
