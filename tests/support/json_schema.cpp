#include "tests/support/json_schema.hpp"

#include <algorithm>
#include <regex>

namespace bulletin::test {
namespace {

using nlohmann::json;

constexpr auto kAnything = "*";  // No key of ours.

// What a schema says under `key`; nothing to go through where it says nothing.
const json& part_of(const json& schema, const std::string& key) {
  static const json nothing;
  const auto found = schema.find(key);
  return found == schema.end() ? nothing : *found;
}

bool has_type(const json& value, const std::string& type) {
  return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
         (type == "string" && value.is_string()) || (type == "boolean" && value.is_boolean()) ||
         (type == "null" && value.is_null()) || (type == "number" && value.is_number()) ||
         (type == "integer" && value.is_number_integer());
}

bool has_one_type(const json& value, const json& types) {
  if (types.is_string()) {
    return has_type(value, types);
  }
  return std::ranges::any_of(types, [&](const json& type) { return has_type(value, type); });
}

// Tells whether `value` keeps to a keyword that looks at nothing but itself.
bool keeps(const std::string& keyword, const json& limit, const json& value) {
  if (keyword == "type") {
    return has_one_type(value, limit);
  }
  if (keyword == "const") {
    return value == limit;
  }
  if (keyword == "enum") {
    return std::ranges::find(limit, value) != limit.end();
  }
  if (keyword == "minimum") {
    return !value.is_number() || value >= limit;
  }
  if (keyword == "maximum") {
    return !value.is_number() || value <= limit;
  }
  if (keyword == "minItems") {
    return !value.is_array() || value.size() >= limit;
  }
  if (keyword == "maxItems") {
    return !value.is_array() || value.size() <= limit;
  }
  return !value.is_string() ||  // "pattern"
         std::regex_search(value.get<std::string>(), std::regex(limit.get<std::string>()));
}

bool is_simple(const std::string& keyword) {
  static const std::set<std::string> simple{"type",    "const",    "enum",     "minimum",
                                            "maximum", "minItems", "maxItems", "pattern"};
  return simple.contains(keyword);
}

bool is_known(const std::string& keyword) {
  static const std::set<std::string> known{
      "$ref",     "allOf", "oneOf",       "properties", "additionalProperties",
      "required", "items", "description", "default",    "examples"};
  return known.contains(keyword) || is_simple(keyword);
}

}  // namespace

const json& JsonSchemas::resolved(const json& schema) const {
  if (!schema.contains("$ref")) {
    return schema;
  }
  const std::string reference = schema.at("$ref");
  return resolved(document_.at(json::json_pointer(reference.substr(1))));
}

std::vector<std::string> JsonSchemas::faults(const json& schema, const json& value) const {
  Faults faults;
  check_value(schema, value, "", faults);
  return faults;
}

void JsonSchemas::check_value(const json& schema, const json& value, const std::string& where,
                              Faults& faults) const {
  check_keywords(schema, value, where, faults);
  if (!value.is_object()) {
    return;
  }
  const std::set<std::string> named = named_keys(schema, value);
  for (const auto& [key, member] : value.items()) {
    if (!named.contains(key) && !named.contains(kAnything)) {
      faults.push_back(where + "/" + key + ": no schema names this key");
    }
  }
}

void JsonSchemas::check_keywords(const json& schema, const json& value, const std::string& where,
                                 Faults& faults) const {
  for (const auto& [keyword, limit] : schema.items()) {
    if (!is_known(keyword)) {
      faults.push_back(where + ": keyword " + keyword + " is not understood");
    } else if (is_simple(keyword) && !keeps(keyword, limit, value)) {
      faults.push_back(where + ": " + value.dump() + " breaks " + keyword + " " + limit.dump());
    }
  }
  check_members(schema, value, where, faults);
  check_combination(schema, value, where, faults);
}

void JsonSchemas::check_members(const json& schema, const json& value, const std::string& where,
                                Faults& faults) const {
  if (value.is_object()) {
    for (const json& key : part_of(schema, "required")) {
      if (!value.contains(key.get<std::string>())) {
        faults.push_back(where + ": " + key.get<std::string>() + " is missing");
      }
    }
    for (const auto& [key, member] : part_of(schema, "properties").items()) {
      if (value.contains(key)) {
        check_value(member, value.at(key), where + "/" + key, faults);
      }
    }
  }
  if (value.is_array() && schema.contains("items")) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      check_value(schema.at("items"), value[i], where + "/" + std::to_string(i), faults);
    }
  }
}

void JsonSchemas::check_combination(const json& schema, const json& value, const std::string& where,
                                    Faults& faults) const {
  if (schema.contains("$ref")) {
    check_keywords(resolved(schema), value, where, faults);
  }
  for (const json& part : part_of(schema, "allOf")) {
    check_keywords(part, value, where, faults);
  }
  if (schema.contains("oneOf")) {
    const auto fitting = std::ranges::count_if(
        schema.at("oneOf"), [&](const json& choice) { return fits(choice, value); });
    if (fitting != 1) {
      faults.push_back(where + ": fits " + std::to_string(fitting) +
                       " of oneOf: " + value.dump().substr(0, 200));
    }
  }
}

bool JsonSchemas::fits(const json& schema, const json& value) const {
  Faults faults;
  check_keywords(schema, value, "", faults);
  return faults.empty();
}

std::set<std::string> JsonSchemas::named_keys(const json& schema, const json& value) const {
  std::set<std::string> named;
  for (const auto& [key, member] : part_of(schema, "properties").items()) {
    named.insert(key);
  }
  if (schema.value("additionalProperties", false)) {
    named.insert(kAnything);
  }
  std::vector<json> parts(part_of(schema, "allOf").begin(), part_of(schema, "allOf").end());
  if (schema.contains("$ref")) {
    parts.push_back(resolved(schema));
  }
  for (const json& choice : part_of(schema, "oneOf")) {
    if (fits(choice, value)) {
      parts.push_back(choice);
    }
  }
  for (const json& part : parts) {
    named.merge(named_keys(part, value));
  }
  return named;
}

}  // namespace bulletin::test
