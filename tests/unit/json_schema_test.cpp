// The checker of the descriptions has to find what is wrong, or every test that leans on it passes.

#include "tests/support/json_schema.hpp"

#include <doctest/doctest.h>

namespace bulletin::test {
namespace {

using nlohmann::json;

TEST_CASE("json schema: what fits passes, what does not is told") {
  const JsonSchemas schemas(json::parse(R"({"parts": {
    "name": {"type": "object", "required": ["en"], "properties": {"en": {"type": "string"}}},
    "both": {"allOf": [{"$ref": "#/parts/name"},
                       {"type": "object", "properties": {"n": {"type": "integer"}}}]},
    "either": {"oneOf": [{"$ref": "#/parts/name"}, {"type": "null"}]}}})"));
  struct Case {
    std::string_view what, schema, value, expect;
  };
  const Case cases[] = {
      {"a type", R"({"type": "string"})", R"("a")", ""},
      {"another type", R"({"type": "string"})", "1", ": 1 breaks type \"string\""},
      {"one of two types", R"({"type": ["string", "null"]})", "null", ""},
      {"a fraction is no integer", R"({"type": "integer"})", "1.5",
       ": 1.5 breaks type \"integer\""},
      {"a constant", R"({"const": 1})", "2", ": 2 breaks const 1"},
      {"a choice", R"({"enum": ["a", "b"]})", R"("c")", ": \"c\" breaks enum [\"a\",\"b\"]"},
      {"too small", R"({"minimum": 1})", "0", ": 0 breaks minimum 1"},
      {"too many", R"({"maxItems": 1})", "[1, 2]", ": [1,2] breaks maxItems 1"},
      {"a pattern", R"({"pattern": "^a+$"})", R"("ab")", ": \"ab\" breaks pattern \"^a+$\""},
      {"items", R"({"items": {"type": "integer"}})", R"([1, "a"])",
       "/1: \"a\" breaks type \"integer\""},
      {"a key that is missing", R"({"$ref": "#/parts/name"})", "{}", ": en is missing"},
      {"a key of two parts", R"({"$ref": "#/parts/both"})", R"({"en": "a", "n": 1})", ""},
      {"a key nobody names", R"({"$ref": "#/parts/both"})", R"({"en": "a", "m": 1})",
       "/m: no schema names this key"},
      {"any key", R"({"additionalProperties": true})", R"({"m": 1})", ""},
      {"either", R"({"$ref": "#/parts/either"})", R"({"en": "a"})", ""},
      {"neither", R"({"$ref": "#/parts/either"})", "1", ": fits 0 of oneOf: 1"},
      {"a keyword of another world", R"({"contains": 1})", "1",
       ": keyword contains is not understood"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const auto faults = schemas.faults(json::parse(c.schema), json::parse(c.value));
    CHECK_EQ(faults.empty() ? "" : faults.front(), c.expect);
  }
}

}  // namespace
}  // namespace bulletin::test
