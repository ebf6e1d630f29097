// Any target and headers: the API never throws, JSON parses and is well-formed UTF-8, XML parses.
// The input is a target, then lines: If-None-Match, Origin, host.

#include <string>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "searcher/web/api.hpp"
#include "tests/fuzz/expect.hpp"
#include "tests/fuzz/small_archive.hpp"

namespace {

using bulletin::fuzz::expect;
using bulletin::fuzz::take_line;

const bulletin::Api& api() {
  static const bulletin::fuzz::SmallArchive archive;
  static bulletin::SearcherPool searchers(archive.index(), 1);
  static const bulletin::Labels labels;
  static const bulletin::Api made(searchers, labels, {.allow_origins = {"https://a.example"}});
  return made;
}

void check_body(const bulletin::WebResponse& response) {
  std::string body = response.body;
  while (response.source) {
    const auto part = response.source();
    if (!part) {
      break;
    }
    body += *part;
  }
  if (response.status == 304) {
    expect(body.empty());
  } else if (response.content_type.starts_with("application/json")) {
    expect(nlohmann::json::accept(body));  // Refuses ill-formed UTF-8, too.
  } else if (response.content_type.find("xml") != std::string::npos) {
    pugi::xml_document document;
    expect(document.load_buffer(body.data(), body.size()));
    expect(document.select_nodes("//script|//b").empty());
  }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer fixes this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest = bulletin::fuzz::text_of(data, size);
  const auto target = bulletin::read_target(take_line(rest));
  if (!target) {
    return 0;
  }
  bulletin::WebRequest request{.path = target->first, .parameters = target->second};
  request.if_none_match = take_line(rest);
  request.client_origin = take_line(rest);
  request.origin = "http://" + take_line(rest);
  const bulletin::WebResponse response = api().answer(request);
  expect(response.status == 200 || response.status == 304 || response.status == 400 ||
         response.status == 404);
  expect(response.etag.empty() == (response.status >= 400));
  check_body(response);
  if (response.status == 200) {
    request.if_none_match = response.etag;
    expect(api().answer(request).status == 304);
  }
  return 0;
}
