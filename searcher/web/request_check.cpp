#include "searcher/web/request_check.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "searcher/web/header_values.hpp"
#include "searcher/web/refusal.hpp"

namespace bulletin {
namespace {

constexpr std::string_view kScheme = "http://";
constexpr std::string_view kAnyHost = "localhost";  // For HTTP/1.0 without a host.

bool is_known_method(std::string_view method) {
  constexpr std::array<std::string_view, 9> kMethods = {
      "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"};
  return std::ranges::find(kMethods, method) != kMethods.end();
}

std::optional<WebMethod> method_of(std::string_view name) {
  return name == "GET"       ? std::optional(WebMethod::kGet)
         : name == "HEAD"    ? std::optional(WebMethod::kHead)
         : name == "OPTIONS" ? std::optional(WebMethod::kOptions)
                             : std::nullopt;
}

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

// What can be said of a head without knowing hosts, paths or tokens.
std::optional<Refusal> check_form(const RequestHead& head) {
  if (!is_known_method(head.method)) {
    return Refusal{501, "method_unknown", "cannot answer this method: it is unknown", ""};
  }
  if (!method_of(head.method)) {
    return Refusal{405, "method_not_allowed", "cannot answer this method: nothing here is written",
                   "use GET or HEAD"};
  }
  if (head.content_length.find(',') != std::string::npos) {
    return Refusal{400, "bad_request", "cannot read the request: it has two lengths", ""};
  }
  if (!head.transfer_encoding.empty() && in_lower_case(head.transfer_encoding) != "chunked") {
    return Refusal{501, "transfer_encoding_unknown",
                   "cannot read the request: only chunked transfer is understood", ""};
  }
  if (!head.expect.empty() && in_lower_case(head.expect) != "100-continue") {
    return Refusal{417, "expectation_failed", "cannot do what the request expects", ""};
  }
  if (head.hosts.size() > 1 || (head.hosts.empty() && head.version > 10)) {
    return Refusal{400, "bad_request", "cannot read the request: it needs one Host field", ""};
  }
  return std::nullopt;
}

// A target cut: proxies ask for `http://host/path`, everybody else for `/path`.
struct Target {
  std::optional<std::string_view> authority;
  std::string_view rest;
};

Target cut_target(std::string_view target) {
  if (in_lower_case(target.substr(0, kScheme.size())) != kScheme) {
    return {.rest = target};
  }
  target.remove_prefix(kScheme.size());
  const std::size_t end = std::min(target.find_first_of("/?#"), target.size());
  return {.authority = target.substr(0, end), .rest = target.substr(end)};
}

}  // namespace

RequestCheck::RequestCheck(const std::vector<std::string>& host_names, const ServerLimits& limits,
                           AccessGate gate)
    : host_names_({"localhost", "127.0.0.1", "::1"}),
      target_bytes_(limits.target_bytes),
      gate_(std::move(gate)) {
  std::ranges::transform(host_names, std::back_inserter(host_names_), in_lower_case);
}

bool RequestCheck::answers_to(std::string_view authority, std::string_view local_address) const {
  const std::optional<Authority> read = read_authority(authority);
  return read && (read->host == local_address ||
                  std::ranges::find(host_names_, read->host) != host_names_.end());
}

std::variant<WebRequest, WebResponse> RequestCheck::check(const RequestHead& head,
                                                          std::string_view local_address) const {
  const std::string_view path = path_part(head.target);
  if (const std::optional<Refusal> refusal = check_form(head)) {
    WebResponse response = refuse(*refusal, path);
    if (refusal->status == 405) {
      response.fields.emplace_back("Allow", "GET, HEAD, OPTIONS");
    }
    return response;
  }
  if (head.target.size() > target_bytes_) {
    return refuse(kAddressTooLong, path);
  }
  const Target target = cut_target(head.target);
  std::string_view host = head.hosts.empty() ? kAnyHost : std::string_view(head.hosts.front());
  if (!answers_to(host, local_address) ||
      (target.authority && !answers_to(*target.authority, local_address))) {
    return refuse({421, "wrong_host", "cannot answer for this host name",
                   "start the server with --host NAME for each name it is reached by"},
                  path);
  }
  const bool asks_for_all = head.method == "OPTIONS" && target.rest == "*";
  const bool is_path = target.rest.starts_with('/') || !target.authority;
  const std::string rest = asks_for_all ? "/" : (is_path ? "" : "/") + std::string(target.rest);
  auto read = read_target(rest);
  if (!read) {
    return refuse({400, "bad_address", "cannot read the address", ""}, path);
  }
  WebRequest request{.method = *method_of(head.method),
                     .path = std::move(read->first),
                     .parameters = std::move(read->second),
                     .accept_language = head.accept_language,
                     .cookie = head.cookie,
                     .if_none_match = head.if_none_match,
                     .client_origin = head.origin,
                     .origin = std::string(kScheme) + std::string(target.authority.value_or(host))};
  if (request.method == WebMethod::kOptions) {
    return request;  // Browsers send no token with it; see options_handler().
  }
  if (std::optional<WebResponse> answer = gate_.stop(request, head.authorization)) {
    return *std::move(answer);
  }
  return request;
}

std::string_view path_part(std::string_view target) {
  target = cut_target(target).rest;
  return target.substr(0, target.find_first_of("?#"));
}

}  // namespace bulletin
