#include "tests/e2e/served.hpp"

#include <doctest/doctest.h>

namespace bulletin::test {
namespace {

std::vector<std::string> arguments(const std::string& index,
                                   const std::vector<std::string>& options) {
  std::vector<std::string> all = {"bulletin-search", "--db",     index,
                                  "serve",           "--listen", "127.0.0.1:0"};
  all.insert(all.end(), options.begin(), options.end());
  return all;
}

}  // namespace

Served::Served(const std::string& index, const std::vector<std::string>& options)
    : program_(arguments(index, options)) {
  const std::string line = program_.err_after(1);
  const std::string_view begin = "listening on http://127.0.0.1:";
  REQUIRE(line.starts_with(begin));
  port_ = static_cast<std::uint16_t>(std::stoi(line.substr(begin.size())));
}

double Served::metric(const std::string& name) const {
  const std::string text = "\n" + ask("/metrics").body;
  const std::size_t at = text.find("\n" + name + " ");
  REQUIRE_NE(at, std::string::npos);
  return std::stod(text.substr(at + name.size() + 2));
}

}  // namespace bulletin::test
