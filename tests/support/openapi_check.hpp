// Answers of the API against its own description.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/web/http.hpp"
#include "tests/support/json_schema.hpp"

namespace bulletin::test {

/// The description inside the program.
class OpenApiCheck {
 public:
  OpenApiCheck();

  /// Returns what is wrong with an answer to a request for `path`: a status, type or shape that is
  /// not described. `body` is the whole of it.
  [[nodiscard]] std::vector<std::string> faults(const std::string& path,
                                                const WebResponse& response,
                                                const std::string& body) const;

  /// Returns the paths that are described, `/api/v1/items/{id}`.
  [[nodiscard]] std::vector<std::string> paths() const;

  /// Returns the names of the parameters in the query string of a path, in their order.
  [[nodiscard]] std::vector<std::string> parameters(const std::string& path) const;

 private:
  [[nodiscard]] const nlohmann::json* operation(const std::string& path) const;
  [[nodiscard]] std::vector<std::string> body_faults(const nlohmann::json& described,
                                                     const std::string& type,
                                                     const std::string& body) const;

  JsonSchemas schemas_;
};

}  // namespace bulletin::test
