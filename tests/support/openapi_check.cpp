#include "tests/support/openapi_check.hpp"

#include <sstream>

#include "searcher/web/openapi_document.hpp"

namespace bulletin::test {
namespace {

using nlohmann::json;

constexpr std::string_view kId = "/{id}";

// `application/json; charset=utf-8` without what stands behind.
std::string bare_type(const std::string& type) {
  return type.substr(0, type.find(';'));
}

}  // namespace

OpenApiCheck::OpenApiCheck() : schemas_(json::parse(openapi_document())) {}

std::vector<std::string> OpenApiCheck::paths() const {
  std::vector<std::string> paths;
  for (const auto& [path, item] : schemas_.document().at("paths").items()) {
    paths.push_back(path);
  }
  return paths;
}

std::vector<std::string> OpenApiCheck::parameters(const std::string& path) const {
  std::vector<std::string> names;
  for (const json& parameter :
       schemas_.document().at("paths").at(path).at("get").at("parameters")) {
    const json& described = schemas_.resolved(parameter);
    if (described.at("in") == "query") {
      names.push_back(described.at("name"));
    }
  }
  return names;
}

const json* OpenApiCheck::operation(const std::string& path) const {
  for (const auto& [known, item] : schemas_.document().at("paths").items()) {
    const bool has_id = known.ends_with(kId);
    const std::string stem = has_id ? known.substr(0, known.size() - kId.size() + 1) : known;
    if (path == known || (has_id && path.starts_with(stem) && path.size() >= stem.size())) {
      return &item.at("get");
    }
  }
  return nullptr;
}

std::vector<std::string> OpenApiCheck::body_faults(const json& described, const std::string& type,
                                                   const std::string& body) const {
  const json& schema = described.at("schema");
  if (type == "application/json") {
    const json value = json::parse(body, nullptr, false);
    return value.is_discarded() ? std::vector<std::string>{"no JSON: " + body.substr(0, 200)}
                                : schemas_.faults(schema, value);
  }
  std::vector<std::string> faults;
  std::istringstream lines(body);
  for (std::string line; type == "application/x-ndjson" && std::getline(lines, line);) {
    const std::vector<std::string> more = schemas_.faults(schema, json::parse(line));
    faults.insert(faults.end(), more.begin(), more.end());
  }
  return faults;
}

std::vector<std::string> OpenApiCheck::faults(const std::string& path, const WebResponse& response,
                                              const std::string& body) const {
  const json* described = operation(path);
  if (described == nullptr) {
    return response.status == 404
               ? schemas_.faults({{"$ref", "#/components/schemas/Error"}}, json::parse(body))
               : std::vector<std::string>{"no such path: " + path};
  }
  const json& answers = described->at("responses");
  const std::string status = std::to_string(response.status);
  if (!answers.contains(status)) {
    return {path + " is not described as answering " + status};
  }
  const json& answer = schemas_.resolved(answers.at(status));
  if (!answer.contains("content")) {
    return body.empty() ? std::vector<std::string>{} : std::vector<std::string>{"has a body"};
  }
  const std::string type = bare_type(response.content_type);
  if (!answer.at("content").contains(type)) {
    return {path + " is not described as answering " + status + " with " + type};
  }
  return body_faults(answer.at("content").at(type), type, body);
}

}  // namespace bulletin::test
