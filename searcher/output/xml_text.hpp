// Items as XML: escaping, and what both kinds of feed say of an item.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/schema/bulletin.hpp"

namespace bulletin {

inline constexpr std::string_view kXmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Returns `text`, any bytes, as XML character data, good inside double quotes too: well-formed
/// UTF-8, markup escaped, characters that XML 1.0 has not replaced by spaces.
[[nodiscard]] std::string xml_escaped(std::string_view text);

/// Returns an element with `text` in it, and a line break behind.
[[nodiscard]] std::string xml_element(std::string_view name, std::string_view text);

/// Returns the day by which feeds date an item: of publication, else the first of its shown date.
[[nodiscard]] std::optional<Date> feed_day(const Bulletin& item);

/// Tells whether `url` leads to the web, and to nothing that runs.
[[nodiscard]] bool is_web_link(std::string_view url);

}  // namespace bulletin
