// Checks JSON against a JSON Schema, as far as our own descriptions use it.

#pragma once

#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace bulletin::test {

/// Schemas of one document, which `$ref: "#/..."` leads into.
///
/// Stricter than the standard: a key of an object that no schema for it names is a fault unless
/// `additionalProperties` is true, and so is a keyword that is not understood here, so that nothing
/// passes unseen.
class JsonSchemas {
 public:
  explicit JsonSchemas(nlohmann::json document) : document_(std::move(document)) {}

  [[nodiscard]] const nlohmann::json& document() const { return document_; }

  /// Returns what `$ref` of `schema` leads to, or `schema`.
  [[nodiscard]] const nlohmann::json& resolved(const nlohmann::json& schema) const;

  /// Returns what is wrong with `value`, a line each.
  [[nodiscard]] std::vector<std::string> faults(const nlohmann::json& schema,
                                                const nlohmann::json& value) const;

 private:
  using Faults = std::vector<std::string>;

  void check_value(const nlohmann::json& schema, const nlohmann::json& value,
                   const std::string& where, Faults& faults) const;
  void check_keywords(const nlohmann::json& schema, const nlohmann::json& value,
                      const std::string& where, Faults& faults) const;
  void check_members(const nlohmann::json& schema, const nlohmann::json& value,
                     const std::string& where, Faults& faults) const;
  void check_combination(const nlohmann::json& schema, const nlohmann::json& value,
                         const std::string& where, Faults& faults) const;
  [[nodiscard]] bool fits(const nlohmann::json& schema, const nlohmann::json& value) const;
  [[nodiscard]] std::set<std::string> named_keys(const nlohmann::json& schema,
                                                 const nlohmann::json& value) const;

  nlohmann::json document_;
};

}  // namespace bulletin::test
