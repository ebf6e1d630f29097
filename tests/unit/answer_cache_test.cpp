// Answers kept: the same for the same question, and never for another one.

#include "searcher/web/answer_cache.hpp"

#include <doctest/doctest.h>

#include "tests/support/http_client.hpp"

namespace bulletin {
namespace {

// Counts how often it is asked; says what it was asked.
struct Counting {
  int asked = 0;

  WebHandler handler() {
    return [this](const WebRequest& request) {
      ++asked;
      return WebResponse{.content_type = "text/plain",
                         .body = request.path + query_string(request.parameters)};
    };
  }
};

TEST_CASE("answer cache: what is asked again is not made again") {
  AnswerCache cache(1 << 20);
  Counting counting;
  std::string state = "1";
  const WebHandler handler = cached(counting.handler(), cache, [&] { return state; });
  const WebRequest request{.path = "/a", .parameters = {{"q", "x"}, {"country", "KZ"}}};
  const std::string first = handler(request).body;
  CHECK_EQ(handler(request).body, first);
  WebRequest reordered = request;
  std::swap(reordered.parameters[0], reordered.parameters[1]);
  CHECK_EQ(handler(reordered).body, first);
  CHECK_EQ(counting.asked, 1);
  CHECK_EQ(cache.counts().hits, 2);
  state = "2";
  static_cast<void>(handler(request));
  CHECK_EQ(counting.asked, 2);
}

TEST_CASE("answer cache: whatever an answer may depend on keeps two apart") {
  AnswerCache cache(1 << 20);
  Counting counting;
  const WebHandler handler = cached(counting.handler(), cache, [] { return "1"; });
  const WebRequest requests[] = {{.path = "/a"},
                                 {.path = "/b"},
                                 {.path = "/a", .parameters = {{"q", "x"}}},
                                 {.path = "/a", .parameters = {{"q", "x"}, {"q", "y"}}},
                                 {.path = "/a", .parameters = {{"q", "y"}, {"q", "x"}}},
                                 {.path = "/a", .parameters = {{"q", "x1:q1:y"}}},
                                 {.path = "/a", .accept_language = "zh"},
                                 {.path = "/a", .cookie = "zh"},
                                 {.path = "/a", .origin = "zh"}};
  for (const WebRequest& request : requests) {
    static_cast<void>(handler(request));
  }
  CHECK_EQ(counting.asked, std::size(requests));
}

TEST_CASE("answer cache: some answers are for once") {
  AnswerCache cache(1 << 20);
  int asked = 0;
  WebResponse response;
  std::optional<std::string> state = "1";
  const WebHandler handler = cached(
      [&](const WebRequest&) {
        ++asked;
        return response;
      },
      cache, [&] { return state; });
  const auto is_kept = [&](WebResponse next, WebMethod method = WebMethod::kGet) {
    response = std::move(next);
    const WebRequest request{.method = method, .path = "/" + std::to_string(asked)};
    asked = asked * 10;
    const int before = asked;
    static_cast<void>(handler(request));
    static_cast<void>(handler(request));
    return asked == before + 1;
  };
  CHECK(is_kept({.body = "a"}));
  CHECK_FALSE(is_kept({.status = 404, .body = "a"}));
  CHECK_FALSE(is_kept({.body = "a", .cache_control = "no-store"}));
  CHECK_FALSE(is_kept({.body = "a", .set_cookie = "a=b"}));
  CHECK_FALSE(is_kept({.source = [] { return std::nullopt; }}));
  CHECK_FALSE(is_kept({.body = "a"}, WebMethod::kHead));
  CHECK_FALSE(is_kept({.body = std::string(1 << 18, 'a')}));  // Too large a share.
  state.reset();
  CHECK_FALSE(is_kept({.body = "a"}));
}

TEST_CASE("answer cache: it holds so many bytes, and keeps those asked for last") {
  AnswerCache cache(100000);
  for (int i = 0; i < 100; ++i) {
    cache.keep(std::to_string(i), {.body = std::string(5000, 'a')});
    CHECK_LE(cache.counts().bytes, 100000);
    CHECK(cache.find("0"));  // Always asked for, so it stays.
  }
  CHECK(cache.find("99"));
  CHECK_FALSE(cache.find("50"));
}

TEST_CASE("answer cache: text is kept compressed, too") {
  AnswerCache cache(1 << 20);
  const std::string body(5000, 'a');
  const WebHandler handler = cached([&](const WebRequest&) { return WebResponse{.body = body}; },
                                    cache, [] { return "1"; });
  CHECK_EQ(test::gunzip(handler({}).gzip_body), body);
  CHECK_EQ(handler({}).body, body);
}

}  // namespace
}  // namespace bulletin
