// Web addresses as pages write them: relative ones are resolved against the page's own.

#pragma once

#include <string>
#include <string_view>

namespace bulletin {

/// Returns the absolute http(s) address that `reference` means on a page at `base`, without its
/// fragment; empty when there is none: other schemes, a place on the page itself, a relative one
/// without a usable base, ill-formed bytes. Follows RFC 3986, section 5.
[[nodiscard]] std::string resolve_address(std::string_view base, std::string_view reference);

/// Tells whether the text begins with `http://` or `https://`.
[[nodiscard]] bool is_web_address(std::string_view text);

}  // namespace bulletin
