// What a web front end is asked and what it answers, without a socket: server.cpp carries these
// values over the network, everything else in this folder only makes answers out of requests.

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bulletin {

/// Names and values of an address or a form in their order, decoded; a name may come again.
using WebParameters = std::vector<std::pair<std::string, std::string>>;

/// Methods that anything here answers to; the server refuses all others itself.
enum class WebMethod : std::uint8_t { kGet, kHead, kOptions };

/// A request that the server has found whole and sound.
struct WebRequest {
  WebMethod method = WebMethod::kGet;
  std::string path = "/";       ///< Decoded, begins with `/`, has neither `..` nor a zero byte.
  WebParameters parameters;     ///< Of the query string; any bytes.
  std::string accept_language;  ///< Of the header; empty when there is none.
  std::string cookie;           ///< Of the header; empty when there is none.
  std::string if_none_match;    ///< Of the header; empty when there is none.
  std::string client_origin;    ///< Of the header `Origin`: whose page asks; empty for none.
  std::string origin;  ///< `http://127.0.0.1:8080`: scheme and host as the client named them.

  /// When looking for an answer has to end; what can be left out is left out then.
  std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
};

/// Returns the next part of a body, or nothing at its end. Runs on one thread at a time; what it
/// throws cuts the answer off, so that the client sees that it is not whole.
using WebBodySource = std::function<std::optional<std::string>()>;

/// An answer. The server adds length, compression, date and the headers of security.
struct WebResponse {
  unsigned status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::string body;      ///< Empty where `source` is set.
  WebBodySource source;  ///< Sends a body of any size in chunks.
  std::string etag;      ///< Quoted; the server answers 304 to a request that has it already.
  std::string cache_control = "no-cache";  ///< Kept, but asked about: the index may have changed.
  std::string vary;                        ///< Names of request headers that the body depends on.
  std::string location;                    ///< Where to go instead, for 3xx.
  std::string set_cookie;                  ///< Empty for none.
  std::string file_name;                   ///< Offered as a download under this name.
  std::string gzip_body;  ///< `body` compressed before, sent where the client takes it; or empty.
  std::vector<std::pair<std::string, std::string>> fields;  ///< Further header fields.
};

/// Answers requests from any number of threads at once. Throws nothing for what a client sends.
using WebHandler = std::function<WebResponse(const WebRequest&)>;

/// Returns the first value of `name`, or empty.
[[nodiscard]] std::string_view value_of(const WebParameters& parameters, std::string_view name);

/// Returns all values of `name` in their order.
[[nodiscard]] std::vector<std::string> values_of(const WebParameters& parameters,
                                                 std::string_view name);

/// Splits the target of a request into `path` and `parameters`; `+` counts as a space in the
/// latter. Nothing for a target that is no path, is badly encoded or climbs out with `..`.
[[nodiscard]] std::optional<std::pair<std::string, WebParameters>> read_target(
    std::string_view target);

/// Returns `path` as it stands in an address, with one slash in front: never another host's.
[[nodiscard]] std::string encode_path(std::string_view path);

/// Returns `?q=a%20b&country=KZ`; empty without parameters. `read_target` gives them back.
[[nodiscard]] std::string query_string(const WebParameters& parameters);

}  // namespace bulletin
