// Who may ask, where a server is not for everybody: whoever knows the token.
//
// Programs send `Authorization: Bearer TOKEN`. A browser opens any address with `?token=TOKEN` once
// and is sent on to the same address without it, with a cookie that scripts cannot read. The cookie
// is a random number of this process, not the token: it ends with the server and gives nothing
// away.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/web/http.hpp"

namespace bulletin {

/// Reads the token of a file, spaces around it left out.
///
/// Throws `Error{kBadUsage}` when the file cannot be read, may be read by others than its owner, or
/// holds fewer than 16 characters or any but printable ASCII.
[[nodiscard]] std::string read_token(const std::filesystem::path& file);

/// Tells whether both are equal, in a time that depends on the length of `given` only.
[[nodiscard]] bool equal_secrets(std::string_view given, std::string_view secret);

/// Lets requests pass or answers them. Safe for any number of threads: it never changes.
class AccessGate {
 public:
  /// Lets everybody pass.
  AccessGate() = default;

  /// Lets those pass who know `token`.
  explicit AccessGate(std::string token);

  /// Returns nothing for a request that may pass, else its answer: 401, or 303 with a cookie for
  /// the right `token` among the parameters. `/healthz` is open: it says no more than ok.
  [[nodiscard]] std::optional<WebResponse> stop(const WebRequest& request,
                                                std::string_view authorization) const;

  /// Tells whether answers are for those who passed only, so that no shared cache may keep them.
  [[nodiscard]] bool is_closed() const { return !token_.empty(); }

 private:
  [[nodiscard]] WebResponse welcome(const WebRequest& request) const;

  std::string token_;
  std::string session_;
};

}  // namespace bulletin
