// What the page draws, and what it weighs.

#include <algorithm>

#include <doctest/doctest.h>
#include <zlib.h>

#include "searcher/web/page/assets.hpp"
#include "tests/unit/page_archive.hpp"

namespace bulletin {
namespace {

using test::corpus_archive;
using test::ShownPage;

using Texts = std::vector<std::string>;

TEST_CASE("histogram: each bar is the year or month that its link limits to") {
  struct Case {
    std::string_view what, target, first, last;
    std::size_t bars;
  };
  const Case cases[] = {
      {"many years", "/?q=2019", "2010", "2026", 17},
      {"a few months fill their year", "/?q=kazakhstan", "2019-01", "2019-12", 12},
      {"a chosen year has its months, with those beside it", "/?q=2019&date=2019", "2018-01",
       "2020-12", 36},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const ShownPage page = corpus_archive().show(std::string(c.target));
    const Texts values = page.all("//figure[@class='histogram']//a/@data-value");
    REQUIRE_EQ(values.size(), c.bars);
    CHECK_EQ(values.front(), c.first);
    CHECK_EQ(values.back(), c.last);
    for (const std::string& value : {values.front(), values.back()}) {
      const std::string bar = "//figure[@class='histogram']//a[@data-value='" + value + "']";
      const std::string words = page.one((bar + "/title").c_str());
      const std::string total =
          corpus_archive().show(page.one((bar + "/@href").c_str())).one("//h2[@id='total']");
      CHECK_EQ(words.substr(words.find(": ") + 2), total);
    }
  }
  CHECK_EQ(corpus_archive().show("/?q=2019&date=2019").all("//a[@class='chosen']").size(), 12U);
  CHECK_EQ(corpus_archive().show("/?q=xyzzy").one("//figure"), "none");
}

TEST_CASE("map: each country with items is a link with its count, and a row of the table") {
  const ShownPage page = corpus_archive().show("/map?q=2019");
  const Texts links = page.all("//figure[@class='world']//a/@aria-label");
  CHECK(std::ranges::find(links, "Zambia: 3 items") != links.end());
  CHECK_EQ(links.size() + page.all("//tr[contains(th, 'no country')]").size(),
           page.all("//table//tbody/tr").size());
  CHECK(page.all("//figure[@class='world']//*[@class='land']").size() > 120);
}

std::size_t gzipped(const std::string& bytes) {
  std::string out(compressBound(bytes.size()) + 32, '\0');
  z_stream stream{};
  REQUIRE_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string in = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  deflateEnd(&stream);
  return stream.total_out;
}

TEST_CASE("size: a full page with its style and scripts is less than 60 kB on its way") {
  std::size_t total = gzipped(corpus_archive().show("/?sort=-date&limit=50").answer.body);
  for (const char* const name :
       {"style.css", "search.mjs", "suggest.mjs", "histogram.mjs", "keyboard.mjs", "icon.svg"}) {
    WebRequest request;
    request.path = "/assets/" + std::string(name);
    total += gzipped(answer_asset(request).body);
  }
  MESSAGE("gzipped: ", total);
  CHECK(total < 60000);
}

}  // namespace
}  // namespace bulletin
