// The named fields of an item, as front matter and JSON both write them. One table decides what
// each name means and what its values may be.

#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "indexer/ingest/raw_item.hpp"

namespace bulletin {

/// Longest item taken, in bytes of title and text together.
inline constexpr std::size_t kMaxItemBytes = 8U << 20U;

/// Sets the field called `name` from `value`; a name not in the table goes to `extra`.
///
/// null counts as absent. `countries` and `dates` take a list or one string with commas. Returns
/// what is wrong with the value, or an empty string.
[[nodiscard]] std::string set_field(RawItem& item, std::string_view name,
                                    const nlohmann::json& value);

/// Trims, frees of scraping noise and checks an item whose fields are set; returns what is wrong
/// with it, or nothing.
[[nodiscard]] std::string finish_item(RawItem& item);

/// Removes white space at both ends, the ideographic space included.
[[nodiscard]] std::string_view trim(std::string_view text);

/// Returns why `text` is not plain text (ill-formed UTF-8, NUL bytes), or an empty string.
[[nodiscard]] std::string check_plain_text(std::string_view text);

}  // namespace bulletin
