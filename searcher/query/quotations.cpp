#include "searcher/query/quotations.hpp"

#include <algorithm>

namespace bulletin {

std::size_t Quotations::find(std::string_view mark, std::size_t from) {
  const auto* const pair =
      std::ranges::find(mark::kQuotes, mark, [](const auto& p) { return p.second; });
  Place& place = places_.at(static_cast<std::size_t>(pair - mark::kQuotes.begin()));
  if (!place.is_known || from < place.from || from > place.at) {
    place = {from, query_.find(mark, from), true};
  }
  return place.at;
}

std::size_t Quotations::close_of(std::string_view close, std::size_t from) {
  const std::size_t own = find(close, from);
  return own != std::string_view::npos ? own : find("\"", from);
}

std::size_t Quotations::length_at(std::size_t at) {
  const std::string_view text = query_.substr(at);
  for (const auto& [open, close] : mark::kQuotes) {
    if (text.starts_with(open)) {
      const std::size_t end = close_of(close, at + open.size());
      if (end == std::string_view::npos) {
        return 0;
      }
      return end - at + (query_.substr(end).starts_with(close) ? close.size() : 1);
    }
  }
  return 0;
}

bool Quotations::is_text_at(std::size_t at) {
  const std::size_t length = length_at(at);
  std::string_view behind = query_.substr(std::min(at + length, query_.size()));
  if (length == 0 || behind.empty() || mark::space_length(behind) != 0 ||
      mark::starts_bracket(behind) || mark::length_of(behind, mark::kTildes) != 0 ||
      mark::length_of(behind, mark::kStars) != 0) {
    return false;
  }
  const bool goes_on = static_cast<unsigned char>(behind.front()) >= 0x80 ||
                       mark::length_of(behind, mark::kColons) != 0;
  behind.remove_prefix(mark::length_of(behind, mark::kListMarks));
  return goes_on && !mark::starts_quote(behind);
}

}  // namespace bulletin
