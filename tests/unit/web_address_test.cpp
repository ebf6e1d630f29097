#include "indexer/ingest/web_address.hpp"

#include <doctest/doctest.h>

namespace bulletin {
namespace {

TEST_CASE("resolve_address: relative to a page") {
  struct Case {
    std::string_view reference, expect;
  };
  const Case cases[] = {
      {"http://b.example/x", "http://b.example/x"},
      {"HTTPS://b.example", "HTTPS://b.example/"},
      {"//b.example/x", "https://b.example/x"},
      {"/x/y", "https://a.example/x/y"},
      {"x.htm", "https://a.example/n/2019/x.htm"},
      {"./x.htm", "https://a.example/n/2019/x.htm"},
      {"../x.htm", "https://a.example/n/x.htm"},
      {"../../../../x.htm", "https://a.example/x.htm"},
      {"../", "https://a.example/n/"},
      {"?page=2", "https://a.example/n/2019/list.htm?page=2"},
      {"x?a=b/c:d", "https://a.example/n/2019/x?a=b/c:d"},
      {" x.htm#top\n", "https://a.example/n/2019/x.htm"},
      {"a b.htm", "https://a.example/n/2019/a%20b.htm"},
      {"新闻.htm", "https://a.example/n/2019/新闻.htm"},
      {"#top", ""},
      {"", ""},
      {"javascript:void(0)", ""},
      {"mailto:a@b.example", ""},
      {"tel:123", ""},
      {"ftp://b.example/x", ""},
      {"http:///x", ""},
      {"x\x01y", ""},
      {"x\xFFy", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.reference);
    CHECK_EQ(resolve_address("https://a.example/n/2019/list.htm?start=8", c.reference), c.expect);
  }
}

TEST_CASE("resolve_address: without a usable base only whole addresses are any") {
  for (const std::string_view base :
       {"", "file:///tmp/a.html", "a.html", "http://", "ht\xFFtp://a/"}) {
    CAPTURE(base);
    CHECK_EQ(resolve_address(base, "x.htm"), "");
    CHECK_EQ(resolve_address(base, "//b.example/x"), "");
    CHECK_EQ(resolve_address(base, "http://b.example/x"), "http://b.example/x");
  }
  CHECK_EQ(resolve_address("http://a.example", "x.htm"), "http://a.example/x.htm");
  CHECK_EQ(resolve_address("http://a.example?q", "x.htm"), "http://a.example/x.htm");
}

}  // namespace
}  // namespace bulletin
