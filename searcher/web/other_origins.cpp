#include "searcher/web/other_origins.hpp"

#include <algorithm>
#include <utility>

#include "searcher/web/api.hpp"

namespace bulletin {

void allow_origin(const std::vector<std::string>& allowed, std::string_view client_origin,
                  WebResponse& response) {
  if (allowed.empty()) {
    return;
  }
  const bool all = std::ranges::find(allowed, "*") != allowed.end();
  if (!all) {
    response.vary += response.vary.empty() ? "Origin" : ", Origin";
  }
  if (client_origin.empty() ||
      (!all && std::ranges::find(allowed, client_origin) == allowed.end())) {
    return;
  }
  response.fields.emplace_back("Access-Control-Allow-Origin", all ? "*" : client_origin);
  response.fields.emplace_back("Access-Control-Expose-Headers", "ETag");
}

WebHandler options_handler(std::vector<std::string> allowed) {
  return [allowed = std::move(allowed)](const WebRequest& request) {
    WebResponse response{.status = 204, .content_type = "", .cache_control = "no-store"};
    response.fields.emplace_back("Allow", "GET, HEAD, OPTIONS");
    if (Api::answers(request.path)) {
      const std::size_t before = response.fields.size();
      allow_origin(allowed, request.client_origin, response);
      if (response.fields.size() > before) {
        response.fields.emplace_back("Access-Control-Allow-Methods", "GET, HEAD");
        response.fields.emplace_back("Access-Control-Allow-Headers",
                                     "Authorization, If-None-Match");
        response.fields.emplace_back("Access-Control-Max-Age", "600");
      }
    }
    return response;
  };
}

}  // namespace bulletin
