// Addresses: what a request asks for, and the address of a state.

#include <doctest/doctest.h>

#include "searcher/web/http.hpp"

namespace bulletin {
namespace {

std::string shown(std::string_view target) {
  const auto read = read_target(target);
  if (!read) {
    return "none";
  }
  std::string text = read->first;
  for (const auto& [name, value] : read->second) {
    text += " [" + name + "][" + value + "]";
  }
  return text;
}

TEST_CASE("read_target: a target becomes a path and parameters") {
  struct Case {
    std::string_view what, target, expect;
  };
  const Case cases[] = {
      {"a path alone", "/api/v1/search", "/api/v1/search"},
      {"a plus is a space", "/?q=dec+2019&q=%2B", "/ [q][dec 2019] [q][+]"},
      {"Chinese in UTF-8", "/?q=%E5%93%88", "/ [q][哈]"},
      {"a name without a value", "/?literal&q=", "/ [literal][] [q][]"},
      {"an encoded slash stays in its name", "/items/a%2Fb", "/items/a/b"},
      {"out of the folder", "/../etc/passwd", "none"},
      {"out, encoded", "/%2e%2e/etc/passwd", "none"},
      {"out, with an encoded slash", "/a%2f..%2fb", "none"},
      {"out, by a backslash", "/a%5C..%5Cb", "none"},
      {"two dots in a name", "/a..b", "/a..b"},
      {"a zero byte", "/a%00b", "none"},
      {"half an escape", "/?q=%E", "none"},
      {"no path", "q=1", "none"},
      {"an absolute address", "http://x/", "none"},
      {"a space", "/a b", "none"},
      {"nothing", "", "none"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(shown(c.target), c.expect);
  }
}

TEST_CASE("query_string: read_target gives back what was put in") {
  const WebParameters parameters{{"q", "a b+c&d=e 哈\"<>"}, {"country", "KZ"}, {"q", ""}};
  const auto read = read_target("/" + query_string(parameters));
  REQUIRE(read.has_value());
  CHECK_EQ(read->second, parameters);
  CHECK_EQ(query_string({}), "");
}

}  // namespace
}  // namespace bulletin
