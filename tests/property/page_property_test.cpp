// Whatever stands in an address or a cookie: the page is whole and its markup our own.

#include <doctest/doctest.h>

#include "tests/property/texts.hpp"
#include "tests/unit/page_archive.hpp"

namespace bulletin {
namespace {

using test::any_text;

const std::vector<std::string> kNames = {
    "q",    "country", "date", "lang",  "kind", "region",  "rule", "sort", "page",   "limit",
    "from", "to",      "ui",   "theme", "with", "literal", "id",   "why",  "instead"};

std::string hostile(const std::string& text) {
  return text + "\"'><script>x</script><a href=\"javascript:x\" onclick=x style=x>";
}

TEST_CASE("pages: no bytes of a request become markup") {
  test::PageArchive archive(
      {Bulletin{.id = "a", .lang = "en", .title = "T", .text = "Some text."}});
  CHECK(rc::check([&] {
    WebParameters parameters;
    const auto count = *rc::gen::inRange(0, 5);
    for (int i = 0; i < count; ++i) {
      const std::string text = *any_text();
      parameters.emplace_back(*rc::gen::elementOf(kNames),
                              *rc::gen::arbitrary<bool>() ? hostile(text) : text);
    }
    const std::string path =
        *rc::gen::element<std::string>("/", "/map", "/items/a", "/items/a/why", "/items/", "/x");
    const test::ShownPage page =
        archive.answer(path, parameters, *any_text(), "view=" + *any_text());
    RC_LOG() << page.answer.body.substr(0, 4000);
    if (page.answer.status == 303) {
      RC_ASSERT(page.answer.location.starts_with("/?") || page.answer.location == "/");
      RC_ASSERT(page.answer.location.find_first_of("\r\n<\"") == std::string::npos);
      return;
    }
    RC_ASSERT(faults_of(page).empty());
    RC_ASSERT(page.all("//script").size() == 4U);
    RC_ASSERT(test::is_well_formed(page.answer.body));
  }));
}

}  // namespace
}  // namespace bulletin
