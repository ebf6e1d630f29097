// `bulletin-search serve` on a free port, for the time of one test.

#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "tests/e2e/programs.hpp"
#include "tests/support/http_client.hpp"

namespace bulletin::test {

/// The program, serving until the object goes.
class Served {
 public:
  /// Starts it with `options` and waits until it listens.
  explicit Served(const std::string& index, const std::vector<std::string>& options = {});

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] RunningProgram& program() { return program_; }

  /// Asks on a connection of its own.
  [[nodiscard]] HttpAnswer ask(std::string_view target, std::string_view fields = "") const {
    return fetch(port_, get(target, fields));
  }

  /// Returns a number that `/metrics` tells.
  [[nodiscard]] double metric(const std::string& name) const;

 private:
  RunningProgram program_;
  std::uint16_t port_ = 0;
};

/// Waits until `holds()`, twenty seconds at most; returns whether it does.
template <typename Condition>
bool soon(Condition holds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!holds()) {
    if (std::chrono::steady_clock::now() >= end) {
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return true;
}

}  // namespace bulletin::test
