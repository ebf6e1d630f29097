// From an answer to the bytes that go over the network: status line, header fields, compression,
// what the client has already.

#pragma once

#include <optional>
#include <string>

#include "searcher/web/gzip.hpp"
#include "searcher/web/http.hpp"
#include "searcher/web/request_check.hpp"

namespace bulletin {

/// An answer as it is sent.
struct Reply {
  unsigned status = 200;
  std::string head;    ///< With the empty line at its end.
  std::string body;    ///< Whole, or the first part of one that goes on; empty for HEAD and 304.
  WebBodySource rest;  ///< Further parts in their form for the network, the end mark included.
  bool keep_alive = false;
};

/// Tells whether a client may get the body compressed: text of more than 1 KiB, or from a source.
[[nodiscard]] bool is_worth_compressing(const WebResponse& response);

/// Returns the reply to a request with this head.
///
/// Adds date, length or transfer coding, `Vary` and the security headers; compresses text of more
/// than 1 KiB where the client takes it; answers 304 where it has the answer. A body from a source
/// is pulled once here, so what its first part throws comes out of this function. `is_private`
/// keeps shared caches away. A header value that would break out of its line is a bug of the
/// handler and becomes an answer 500.
[[nodiscard]] Reply make_reply(WebResponse response, const RequestHead& head, bool is_private);

}  // namespace bulletin
