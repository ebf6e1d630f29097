// Values of request headers, read as RFC 9110 and RFC 6265 have them. Pure text: any bytes are
// taken, nothing throws, and what cannot be read counts as not said.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bulletin {

/// Tells whether a client that says `accept_encoding` takes gzip and likes it no less than plain
/// bytes. An empty value takes nothing.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

/// Tells whether `if_none_match`, a list of entity tags or `*`, names `etag`; weak and strong tags
/// are equal when their opaque parts are. False for an empty `etag`.
[[nodiscard]] bool names_etag(std::string_view if_none_match, std::string_view etag);

/// Returns the value of the first cookie called `name`, or empty.
[[nodiscard]] std::string_view cookie_value(std::string_view cookies, std::string_view name);

/// Returns the token of `Bearer TOKEN`, or empty.
[[nodiscard]] std::string_view bearer_token(std::string_view authorization);

/// A host and, where one is named, a port.
struct Authority {
  std::string host;  ///< In lower case, without the brackets of IPv6 and without a final dot.
  std::optional<std::uint16_t> port;

  bool operator==(const Authority&) const = default;
};

/// Reads `localhost`, `127.0.0.1:8080` or `[::1]:8080`; nothing for any other form, a user name
/// included.
[[nodiscard]] std::optional<Authority> read_authority(std::string_view text);

}  // namespace bulletin
