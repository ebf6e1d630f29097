// Whether a request that parsed may go on: method, version, host, target, token.

#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "searcher/web/access_gate.hpp"
#include "searcher/web/http.hpp"
#include "searcher/web/server_limits.hpp"

namespace bulletin {

/// What the server looks at in the head of a request; fields that came several times are joined.
struct RequestHead {
  std::string method;  ///< As sent.
  std::string target;  ///< As sent.
  unsigned version = 11;
  std::vector<std::string> hosts;  ///< One a field.
  std::string accept_encoding;
  std::string accept_language;
  std::string authorization;
  std::string content_length;
  std::string cookie;
  std::string expect;
  std::string if_none_match;
  std::string origin;
  std::string transfer_encoding;
  bool keep_alive = true;  ///< The client would ask more on this connection.
};

/// Checks requests. Safe for any number of threads.
class RequestCheck {
 public:
  /// `host_names` are answered besides `localhost` and the loopback addresses, in any case. A page
  /// of somebody else whose name was made to lead here (DNS rebinding) comes with its own name and
  /// is refused.
  RequestCheck(const std::vector<std::string>& host_names, const ServerLimits& limits,
               AccessGate gate);

  /// Returns the request, or the answer that it gets instead. `local_address`, without brackets, is
  /// where it came in, which counts as a host name too.
  [[nodiscard]] std::variant<WebRequest, WebResponse> check(const RequestHead& head,
                                                            std::string_view local_address) const;

  [[nodiscard]] const AccessGate& gate() const { return gate_; }

 private:
  [[nodiscard]] bool answers_to(std::string_view authority, std::string_view local_address) const;

  std::vector<std::string> host_names_;
  std::size_t target_bytes_;
  AccessGate gate_;
};

/// Returns the path of a target for messages and the log, however broken: up to the query.
[[nodiscard]] std::string_view path_part(std::string_view target);

}  // namespace bulletin
