#include "tests/soak/asker.hpp"

namespace bulletin::test {
namespace {

constexpr std::size_t kShown = 300;  // Bytes of a body that a fault shows.

}  // namespace

HttpAnswer Asker::ask_any(std::string_view target, std::string_view fields) {
  target_ = target;
  if (!http_) {
    http_.emplace(connect());
  }
  HttpAnswer answer = http_->ask(get(target, fields));
  if (answer.status == 0 || answer.field("connection") == "close") {
    http_.reset();
  }
  return answer;
}

HttpAnswer Asker::ask(std::string_view target, int status, std::string_view fields) {
  HttpAnswer answer = ask_any(target, fields);
  expect(answer.status == status && answer.is_whole,
         "status " + std::to_string(answer.status) + " for " + std::to_string(status) +
             (answer.is_whole ? ": " : ", not whole: ") + answer.body.substr(0, kShown));
  return answer;
}

nlohmann::json Asker::ask_json(std::string_view target, int status) {
  const HttpAnswer answer = ask(target, status);
  auto json = nlohmann::json::parse(answer.body, nullptr, false);
  expect(json.is_object(), "no JSON: " + answer.body.substr(0, kShown));
  return json.is_object() ? json : nlohmann::json::object();
}

void Asker::ask_apart(std::string_view request, int status) {
  target_ = request.substr(0, kShown);
  const HttpAnswer answer = connect().ask(request);
  expect(answer.status == status, "status " + std::to_string(answer.status) + " for " +
                                      std::to_string(status) + ": " +
                                      answer.body.substr(0, kShown));
}

void Asker::expect(bool holds, std::string_view what) {
  if (!holds) {
    findings_.expect(false, target_ + ": " + std::string(what));
  }
}

void Asker::expect_equal(std::size_t found, std::size_t wanted, std::string_view what) {
  if (found != wanted) {
    expect(false,
           std::string(what) + ": " + std::to_string(found) + " for " + std::to_string(wanted));
  }
}

std::size_t Asker::any_below(std::size_t end) {
  return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
}

}  // namespace bulletin::test
