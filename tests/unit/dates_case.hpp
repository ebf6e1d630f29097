// How the tables of dates are written: text in, spans out in one line.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/understanding/dates.hpp"

namespace bulletin {

/// One row: `published` may be empty; `expect` lists spans as `format_span` writes them.
struct DatesCase {
  std::string_view what, text, published, expect;
};

inline std::string render_dates(std::string_view title, std::string_view text,
                                std::string_view published) {
  std::string line;
  for (const DateMention& mention :
       find_dates(ItemText::of(title, text), parse_date(published)).dates) {
    line += (line.empty() ? "" : " ") + format_span(mention.span);
  }
  return line;
}

}  // namespace bulletin
