// Who passes, who is asked for a token, and what a token file has to be.

#include "searcher/web/access_gate.hpp"

#include <filesystem>

#include <doctest/doctest.h>

#include "indexer/base/error.hpp"
#include "tests/support/process.hpp"

namespace bulletin {
namespace {

const std::string kToken = "correct-horse-battery";

TEST_CASE("access gate: those who know the token pass") {
  const AccessGate gate(kToken);
  const WebRequest plain{.path = "/search"};
  CHECK_EQ(gate.stop(plain, "")->status, 401);
  CHECK_EQ(gate.stop(plain, "Bearer wrong-token-altogether")->status, 401);
  CHECK_EQ(gate.stop(plain, "Bearer " + kToken + "x")->status, 401);
  CHECK_FALSE(gate.stop(plain, "Bearer " + kToken));
  CHECK_FALSE(gate.stop({.path = "/healthz"}, ""));
  CHECK_FALSE(AccessGate().stop(plain, ""));
}

TEST_CASE("access gate: an address with the token brings a cookie, and goes away") {
  const AccessGate gate(kToken);
  const auto welcome = gate.stop(
      {.path = "//evil.example/新闻", .parameters = {{"q", "a b"}, {"token", kToken}}}, "");
  REQUIRE(welcome);
  CHECK_EQ(welcome->status, 303);
  CHECK_EQ(welcome->location, "/evil.example/%E6%96%B0%E9%97%BB?q=a%20b");
  CHECK_EQ(welcome->cache_control, "no-store");
  CHECK_EQ(welcome->set_cookie.find(kToken), std::string::npos);
  CHECK_NE(welcome->set_cookie.find("; HttpOnly; SameSite=Lax"), std::string::npos);

  const std::string cookie = welcome->set_cookie.substr(0, welcome->set_cookie.find(';'));
  CHECK_FALSE(gate.stop({.cookie = "ui=zh; " + cookie}, ""));
  CHECK_EQ(gate.stop({.cookie = cookie + "0"}, "")->status, 401);
  CHECK_EQ(gate.stop({.cookie = "bulletin_session="}, "")->status, 401);
  CHECK_EQ(AccessGate(kToken).stop({.cookie = cookie}, "")->status, 401);  // Another process.
  CHECK_EQ(gate.stop({.parameters = {{"token", "wrong"}}}, "")->status, 401);
}

TEST_CASE("equal_secrets: equal in length and every byte") {
  CHECK(equal_secrets("abc", "abc"));
  CHECK_FALSE(equal_secrets("abd", "abc"));
  CHECK_FALSE(equal_secrets("ab", "abc"));
  CHECK_FALSE(equal_secrets("abcabc", "abc"));
  CHECK_FALSE(equal_secrets("", "abc"));
  CHECK_FALSE(equal_secrets("abc", ""));
}

TEST_CASE("read_token: one word, and for its owner only") {
  namespace fs = std::filesystem;
  const test::TemporaryFolder folder;
  const auto written = [&](const std::string& bytes, fs::perms mode) {
    const fs::path file = folder.write("token", bytes);
    fs::permissions(file, mode);
    return file;
  };
  const fs::perms own = fs::perms::owner_read | fs::perms::owner_write;
  CHECK_EQ(read_token(written(" " + kToken + "\r\n", own)), kToken);
  CHECK_THROWS_AS(static_cast<void>(read_token(written(kToken, own | fs::perms::group_read))),
                  Error);
  CHECK_THROWS_AS(static_cast<void>(read_token(written(kToken, own | fs::perms::others_write))),
                  Error);
  CHECK_THROWS_AS(static_cast<void>(read_token(written("short", own))), Error);
  CHECK_THROWS_AS(static_cast<void>(read_token(written("", own))), Error);
  CHECK_THROWS_AS(static_cast<void>(read_token(written("two words of some length", own))), Error);
  CHECK_THROWS_AS(static_cast<void>(read_token(written("新闻新闻新闻新闻新闻", own))), Error);
  CHECK_THROWS_AS(static_cast<void>(read_token(folder.path())), Error);
  CHECK_THROWS_AS(static_cast<void>(read_token(folder.at("missing"))), Error);
}

}  // namespace
}  // namespace bulletin
