// The access log: a line a request, whatever a client sends.

#include "searcher/web/access_log.hpp"

#include <filesystem>

#include <doctest/doctest.h>

#include "indexer/base/error.hpp"
#include "tests/support/process.hpp"

namespace bulletin {
namespace {

AccessEntry entry(std::string_view target) {
  return {.time = std::chrono::sys_days(std::chrono::year(2026) / 1 / 9) +
                  std::chrono::milliseconds(43200007),
          .client = "127.0.0.1",
          .method = "GET",
          .target = target,
          .status = 200,
          .bytes = 5123,
          .duration = std::chrono::microseconds(12345)};
}

TEST_CASE("access_line: a path says little, a whole target all but the token") {
  CHECK_EQ(access_line(entry("/search?q=secret"), LoggedTarget::kPath),
           "2026-01-09T12:00:00.007Z 127.0.0.1 GET /search 200 5123 12.3\n");
  const std::string whole =
      access_line(entry("/?q=atoken=b&token=abc&token=d"), LoggedTarget::kWhole);
  CHECK_NE(whole.find(" /?q=atoken=b&token=***&token=*** 200 "), std::string::npos);
}

TEST_CASE("access_line: no byte moves the cursor, ends the line or makes a column") {
  const std::string line =
      access_line(entry("/a b\r\n\x1b[2J\x7f\\\xe6\x96\xb0"), LoggedTarget::kWhole);
  CHECK_NE(line.find(" /a\\x20b\\x0d\\x0a\\x1b[2J\\x7f\\x5c\\xe6\\x96\\xb0 200 "),
           std::string::npos);
  CHECK_NE(access_line(entry(""), LoggedTarget::kPath).find(" GET - 200 "), std::string::npos);
}

TEST_CASE("access log: a file that was moved away is opened again when told") {
  const test::TemporaryFolder folder;
  AccessLog log(folder.at("log"), LoggedTarget::kPath);
  log.add(entry("/1"));
  std::filesystem::rename(folder.at("log"), folder.at("old"));
  log.add(entry("/2"));
  log.reopen();
  log.add(entry("/3"));
  CHECK_NE(test::read_file(folder.at("old")).find("/2"), std::string::npos);
  const std::string fresh = test::read_file(folder.at("log"));
  CHECK_NE(fresh.find("/3"), std::string::npos);
  CHECK_EQ(fresh.find("/2"), std::string::npos);
  CHECK_THROWS_AS(AccessLog(folder.at("no/such/log"), LoggedTarget::kPath), Error);
}

}  // namespace
}  // namespace bulletin
