// Any target and headers: a page is well-formed XML, whatever was asked for, and no byte of a
// request or an item becomes markup. The input is a target, then lines: Accept-Language, Cookie,
// host.

#include <chrono>
#include <string>

#include <pugixml.hpp>

#include "searcher/web/page/page.hpp"
#include "tests/fuzz/expect.hpp"
#include "tests/fuzz/small_archive.hpp"

namespace {

using bulletin::fuzz::expect;
using bulletin::fuzz::take_line;

constexpr bulletin::Date kToday{std::chrono::year{2026}, std::chrono::month{2},
                                std::chrono::day{3}};

const bulletin::WebHandler& page() {
  static const bulletin::fuzz::SmallArchive archive;
  static bulletin::SearcherPool searchers(archive.index(), 1);
  static const bulletin::Labels labels;
  static const bulletin::WebHandler made =
      bulletin::page_handler(searchers, labels, {.today = [] { return kToday; }});
  return made;
}

// Elements that no page has: they would be those of an item or a request.
void check_html(const std::string& html) {
  pugi::xml_document tree;
  expect(tree.load_buffer(html.data(), html.size()));
  expect(tree.select_nodes("//b | //script[not(@src)] | //style | //@style | "
                           "//@*[starts-with(name(), 'on')] | "
                           "//a[starts-with(@href, 'javascript:')]")
             .empty());
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
  request.accept_language = take_line(rest);
  request.cookie = take_line(rest);
  request.origin = "http://" + take_line(rest);
  const bulletin::WebResponse response = page()(request);
  if (response.status == 303) {
    expect((response.location == "/" || response.location.starts_with("/?")) &&
           response.location.find('\n') == std::string::npos);
    expect(bulletin::read_target(response.location).has_value());
    return 0;
  }
  expect(response.status == 200 || response.status == 400 || response.status == 404);
  if (response.content_type.starts_with("text/html")) {
    check_html(response.body);
  }
  return 0;
}
