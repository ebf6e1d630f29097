#include "searcher/web/refusal.hpp"

#include <algorithm>
#include <utility>

#include "searcher/web/api.hpp"
#include "searcher/web/api_call.hpp"

namespace bulletin {

std::string_view phrase_of(unsigned status) {
  constexpr std::pair<unsigned, std::string_view> kPhrases[] = {
      {200, "OK"},
      {204, "No Content"},
      {301, "Moved Permanently"},
      {302, "Found"},
      {303, "See Other"},
      {304, "Not Modified"},
      {307, "Temporary Redirect"},
      {308, "Permanent Redirect"},
      {400, "Bad Request"},
      {401, "Unauthorized"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {405, "Method Not Allowed"},
      {406, "Not Acceptable"},
      {408, "Request Timeout"},
      {410, "Gone"},
      {413, "Content Too Large"},
      {414, "URI Too Long"},
      {417, "Expectation Failed"},
      {421, "Misdirected Request"},
      {422, "Unprocessable Content"},
      {429, "Too Many Requests"},
      {431, "Request Header Fields Too Large"},
      {500, "Internal Server Error"},
      {501, "Not Implemented"},
      {503, "Service Unavailable"},
      {504, "Gateway Timeout"},
      {505, "HTTP Version Not Supported"}};
  const auto* found =
      std::ranges::find(kPhrases, status, [](const auto& row) { return row.first; });
  return found == std::end(kPhrases) ? "Status" : found->second;
}

WebResponse refuse(const Refusal& refusal, std::string_view path) {
  if (Api::answers(path)) {
    return error_answer(
        {refusal.status, refusal.code, std::string(refusal.message), std::string(refusal.hint)});
  }
  WebResponse response{.status = refusal.status,
                       .content_type = "text/plain; charset=utf-8",
                       .body = std::string(refusal.message) + "\n",
                       .cache_control = "no-store"};
  if (!refusal.hint.empty()) {
    response.body += "hint: " + std::string(refusal.hint) + "\n";
  }
  return response;
}

}  // namespace bulletin
