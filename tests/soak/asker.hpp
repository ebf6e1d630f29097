// Somebody who asks the server one thing after another and looks at each answer.

#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "tests/soak/busy_archive.hpp"
#include "tests/soak/findings.hpp"
#include "tests/support/http_client.hpp"

namespace bulletin::test {

/// One client with a connection that it keeps as long as the server does. What is wrong with an
/// answer goes to the findings.
class Asker {
 public:
  /// Connects with the first question. Archive and findings have to outlive it.
  Asker(std::uint16_t port, const BusyArchive& archive, Findings& findings, unsigned seed)
      : port_(port), archive_(archive), findings_(findings), random_(seed) {}

  /// Asks for a target and returns the answer, which has to be whole and of that status.
  HttpAnswer ask(std::string_view target, int status = 200, std::string_view fields = "");

  /// The same for an answer in JSON; an empty object where it is none.
  nlohmann::json ask_json(std::string_view target, int status = 200);

  /// Asks and returns the answer, whatever its status.
  HttpAnswer ask_any(std::string_view target, std::string_view fields = "");

  /// Sends any bytes on a connection of its own, reads the answer and looks at its status.
  void ask_apart(std::string_view request, int status);

  /// Returns a connection of its own. It is patient: the machine may be busy.
  [[nodiscard]] HttpClient connect() const {
    return HttpClient(port_, 0, std::chrono::seconds(60));
  }

  /// Notes what is wrong, with the target asked for last, unless `holds`.
  void expect(bool holds, std::string_view what);

  /// The same for two numbers that ought to be one.
  void expect_equal(std::size_t found, std::size_t wanted, std::string_view what);

  [[nodiscard]] const BusyArchive& archive() const { return archive_; }
  [[nodiscard]] const Promises& promises() const { return archive_.promises(); }

  /// Returns a number from 0 to below `end`.
  [[nodiscard]] std::size_t any_below(std::size_t end);

 private:
  std::uint16_t port_;
  const BusyArchive& archive_;
  Findings& findings_;
  std::mt19937 random_;
  std::optional<HttpClient> http_;
  std::string target_;  // Asked for last.
};

/// A kind of question: asks it and looks at the answer.
struct Question {
  std::string_view kind;
  void (*ask)(Asker&);
};

}  // namespace bulletin::test
