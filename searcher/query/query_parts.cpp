#include "searcher/query/query_parts.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <system_error>

namespace bulletin {
namespace {

// Reads the number in front of `text` and takes it off.
template <typename Number>
std::optional<Number> take_number(std::string_view& text) {
  Number number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<double> factor_of(const Xapian::Query& scaled) {
  const std::string description = scaled.get_description();
  constexpr std::string_view kStart = "Query(";
  std::string_view rest = description;
  rest.remove_prefix(std::min(kStart.size(), rest.size()));
  const auto factor = take_number<double>(rest);
  return description.starts_with(kStart) && rest.starts_with(" * ") ? factor : std::nullopt;
}

std::size_t window_of(const Xapian::Query& query) {
  const std::string description = query.get_description();
  for (const std::string_view joint : {" NEAR ", " PHRASE "}) {
    if (const std::size_t at = description.find(joint); at != std::string::npos) {
      std::string_view rest = std::string_view(description).substr(at + joint.size());
      if (const auto window = take_number<std::size_t>(rest)) {
        return *window;
      }
    }
  }
  return query.get_num_subqueries();
}

}  // namespace bulletin
