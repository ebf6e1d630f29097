#include "searcher/web/api_call.hpp"

#include <array>
#include <cstdio>

#include <xxhash.h>

#include "searcher/output/result_json.hpp"

namespace bulletin {
WebResponse error_answer(const ApiError& error) {
  return {
      .status = error.status,
      .content_type = kJsonType,
      .body = dump_line({{"code", error.code}, {"message", error.message}, {"hint", error.hint}}),
      .cache_control = "no-store"};
}

WebResponse bad_parameter(const BadParameter& bad) {
  return error_answer(
      {400, "bad_parameter", "parameter " + bad.name + ": " + bad.message, bad.hint});
}

WebResponse no_such_item(std::string_view id) {
  return error_answer({404, "not_found",
                       "cannot find item " + std::string(id) + ": there is none of this id",
                       "search for it: /api/v1/search?q=..."});
}

WebResponse json_answer(const nlohmann::ordered_json& value) {
  return {.content_type = kJsonType, .body = dump_line(value)};
}

std::string etag_of(const ApiCall& call, std::string_view index) {
  const WebRequest& request = call.request;
  const std::string search = query_string(search_parameters(call.asked));
  const std::array<std::string_view, 7> parts{
      call.life,    index,   request.origin,
      request.path, call.id, value_of(request.parameters, "format"),
      search};
  std::string named;
  for (const std::string_view part : parts) {
    named += std::to_string(part.size()) + ':';
    named += part;
  }
  named += format_date(call.asked.query.today);  // "last month" is another one tomorrow.
  const XXH128_hash_t hash = XXH3_128bits(named.data(), named.size());
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "\"%016llx%016llx\"",
                static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return text.data();
}

bool is_known(const WebRequest& request, std::string_view etag) {
  return request.if_none_match.find(etag) != std::string::npos;  // With its quotes, in any list.
}

}  // namespace bulletin
