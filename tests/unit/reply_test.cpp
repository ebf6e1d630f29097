// Heads of answers.

#include "searcher/web/reply.hpp"

#include <stdexcept>

#include <doctest/doctest.h>

namespace bulletin {
namespace {

const RequestHead kGet{.method = "GET", .target = "/"};

bool has_line(const Reply& reply, std::string_view line) {
  const std::string whole = std::string("\r\n").append(line).append("\r\n");
  return reply.head.find(whole) != std::string::npos;
}

TEST_CASE("make_reply: fields of the answer stand in its head") {
  const Reply reply = make_reply({.content_type = "text/csv",
                                  .body = "a,b",
                                  .etag = "\"1\"",
                                  .cache_control = "max-age=5",
                                  .vary = "Accept-Language",
                                  .file_name = "新 \"a\".csv",
                                  .fields = {{"Link", "</x>; rel=next"}}},
                                 kGet, false);
  CHECK(reply.head.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(reply.head.ends_with("\r\n\r\n"));
  CHECK(has_line(reply, "Content-Length: 3"));
  CHECK(has_line(reply, "ETag: \"1\""));
  CHECK(has_line(reply, "Cache-Control: max-age=5"));
  CHECK(has_line(reply, "Vary: Accept-Language, Accept-Encoding"));
  CHECK(has_line(reply, "Link: </x>; rel=next"));
  CHECK(has_line(reply,
                 "Content-Disposition: attachment; filename=\"___ _a_.csv\"; "
                 "filename*=UTF-8''%E6%96%B0%20%22a%22.csv"));
  CHECK(reply.keep_alive);
  CHECK_EQ(reply.body, "a,b");
}

TEST_CASE("make_reply: answers behind a token are for no shared cache") {
  CHECK(has_line(make_reply({}, kGet, true), "Cache-Control: private, no-cache"));
  CHECK(has_line(make_reply({.cache_control = "no-store"}, kGet, true), "Cache-Control: no-store"));
}

TEST_CASE("make_reply: a value that would break its line becomes an answer 500") {
  const std::string breaking[] = {"a\nb", "a\r\n", std::string("a\0", 2), "\x7f"};
  for (const std::string& value : breaking) {
    WebResponse with_field;
    with_field.fields.emplace_back("A", value);
    CHECK_EQ(make_reply(with_field, kGet, false).status, 500);
    CHECK_EQ(make_reply({.content_type = value}, kGet, false).status, 500);
    CHECK_EQ(make_reply({.etag = value}, kGet, false).status, 500);
    CHECK_EQ(make_reply({.location = value}, kGet, false).status, 500);
    CHECK_EQ(make_reply({.set_cookie = value}, kGet, false).status, 500);
  }
}

TEST_CASE("make_reply: only an answer 200 can be known already") {
  const RequestHead head{.method = "GET", .target = "/", .if_none_match = "*"};
  CHECK_EQ(make_reply({.etag = "\"1\""}, head, false).status, 304);
  CHECK_EQ(make_reply({.status = 404, .etag = "\"1\""}, head, false).status, 404);
}

TEST_CASE("make_reply: what the first part of a body throws comes out") {
  const WebResponse response{.source = []() -> std::optional<std::string> {
    throw std::runtime_error("a disk of the test");
  }};
  CHECK_THROWS_AS(static_cast<void>(make_reply(response, kGet, false)), std::runtime_error);
}

TEST_CASE("make_reply: a body of no parts is an empty one") {
  Reply reply = make_reply({.source = [] { return std::nullopt; }}, kGet, false);
  CHECK_EQ(reply.body, "0\r\n\r\n");
  CHECK_FALSE(reply.rest());
}

}  // namespace
}  // namespace bulletin
