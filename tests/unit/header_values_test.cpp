// Values of request headers, well-formed and not.

#include "searcher/web/header_values.hpp"

#include <doctest/doctest.h>

namespace bulletin {
namespace {

TEST_CASE("accepts_gzip: weights decide") {
  struct Case {
    std::string_view what, value;
    bool expect;
  };
  const Case cases[] = {{"nothing said", "", false},
                        {"gzip", "gzip", true},
                        {"its old name, any case", "X-GZIP", true},
                        {"among others", "br, deflate ,gzip", true},
                        {"others only", "br, deflate", false},
                        {"anything", "*", true},
                        {"anything but gzip", "gzip;q=0, *", false},
                        {"refused in long", "gzip; q=0.000", false},
                        {"nothing at all", "*;q=0", false},
                        {"a little", "gzip;q=0.001", true},
                        {"plain bytes liked better", "identity, gzip;q=0.5", false},
                        {"plain bytes liked less", "identity;q=0.5, gzip", true},
                        {"a weight that is none", "gzip;q=often", false},
                        {"a weight above one", "gzip;q=1.5", false},
                        {"too many digits", "gzip;q=0.1234", false},
                        {"a name that only begins so", "gzipped", false},
                        {"separators alone", ",;,=;", false}};
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(accepts_gzip(c.value), c.expect);
  }
}

TEST_CASE("names_etag: weak and strong tags are compared by what stands in the quotes") {
  struct Case {
    std::string_view what, list, etag;
    bool expect;
  };
  const Case cases[] = {{"the tag", "\"a\"", "\"a\"", true},
                        {"another one", "\"b\"", "\"a\"", false},
                        {"a weak one", "W/\"a\"", "\"a\"", true},
                        {"the answer's is weak", "\"a\"", "W/\"a\"", true},
                        {"in a list", "\"b\" ,\t W/\"c\",\"a\"", "\"a\"", true},
                        {"any", " * ", "\"a\"", true},
                        {"any of nothing", "*", "", false},
                        {"a comma inside", "\"a,b\"", "\"b\"", false},
                        {"without quotes", "a", "\"a\"", false},
                        {"half a quote", "\"a", "\"a\"", false},
                        {"behind what cannot be read", "x, \"a\"", "\"a\"", false},
                        {"nothing", "", "\"a\"", false}};
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(names_etag(c.list, c.etag), c.expect);
  }
}

TEST_CASE("cookies and tokens are found by name") {
  CHECK_EQ(cookie_value("a=1; session=xyz; session=2", "session"), "xyz");
  CHECK_EQ(cookie_value("mysession=1", "session"), "");
  CHECK_EQ(cookie_value("session", "session"), "");
  CHECK_EQ(cookie_value("a=b=c", "a"), "b=c");
  CHECK_EQ(bearer_token("Bearer abc"), "abc");
  CHECK_EQ(bearer_token("bearer   abc "), "abc");
  CHECK_EQ(bearer_token("Basic abc"), "");
  CHECK_EQ(bearer_token("Bearer"), "");
}

TEST_CASE("read_authority: a host and a port, and nothing else") {
  struct Case {
    std::string_view text, expect;
  };
  const Case cases[] = {{"localhost", "localhost -"},
                        {"LocalHost.:80", "localhost 80"},
                        {"127.0.0.1:8080", "127.0.0.1 8080"},
                        {"[::1]", "::1 -"},
                        {"[FE80::1]:1", "fe80::1 1"},
                        {"a_b-c.example:", "a_b-c.example -"},
                        {"", "none"},
                        {".", "none"},
                        {"..", "none"},
                        {"a..b", "none"},
                        {".a", "none"},
                        {"[a]", "none"},
                        {"[::1.]", "none"},
                        {":80", "none"},
                        {"user@host", "none"},
                        {"host:65536", "none"},
                        {"host:-1", "none"},
                        {"host:80:80", "none"},
                        {"::1", "none"},
                        {"[::1", "none"},
                        {"[::1]x:80", "none"},
                        {"[]", "none"},
                        {"a b", "none"},
                        {"a/b", "none"},
                        {"%6c", "none"},
                        {"新闻", "none"}};
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto read = read_authority(c.text);
    const std::string port = read && read->port ? std::to_string(*read->port) : "-";
    CHECK_EQ(read ? read->host + " " + port : "none", c.expect);
  }
}

}  // namespace
}  // namespace bulletin
