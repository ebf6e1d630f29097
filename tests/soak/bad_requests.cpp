// What no well-meaning client sends: each gets the status it deserves. And clients that go away
// half way, which get nothing and must leave nothing behind.

#include <array>
#include <string>
#include <string_view>

#include "tests/soak/questions.hpp"

namespace bulletin::test {
namespace {

struct BadTarget {
  std::string_view target;
  int status;
};
constexpr std::array<BadTarget, 12> kBadTargets = {{{"/api/v1/search?limit=many", 400},
                                                    {"/api/v1/search?q=a&q=b", 400},
                                                    {"/api/v1/search?coutry=KZ", 400},
                                                    {"/api/v1/search?date=soon", 400},
                                                    {"/api/v1/search?country=%ff", 400},
                                                    {"/api/v1/items/no-such-item", 404},
                                                    {"/api/v1/similar/no-such-item", 404},
                                                    {"/api/v2/search?q=a", 404},
                                                    {"/items/%ff%fe", 404},
                                                    {"/no/where", 404},
                                                    {"/?page=0", 400},
                                                    {"/?q=((((%22+OR+-+%00%ff*&translate=0", 200}}};

void ask_bad_target(Asker& asker) {
  const BadTarget& bad = kBadTargets[asker.any_below(kBadTargets.size())];
  asker.ask(bad.target, bad.status);
}

void send_bad_request(Asker& asker) {
  struct BadRequest {
    std::string bytes;
    int status;
  };
  const std::string search = "GET /api/v1/search?q=a HTTP/1.1\r\n";
  const std::array<BadRequest, 9> requests = {
      {{search + "\r\n", 400},
       {search + "Host: evil.example\r\n\r\n", 421},
       {get("/%4"), 400},
       {get("/../../etc/passwd"), 400},
       {get("/", "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n"), 400},
       {"BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n", 501},
       {"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\na", 405},
       {get("/?q=" + std::string(40000, 'a')), 414},
       {get("/", "X: " + std::string(60000, 'a') + "\r\n"), 431}}};
  const BadRequest& request = requests[asker.any_below(requests.size())];
  asker.ask_apart(request.bytes, request.status);
}

void break_off(Asker& asker) {
  constexpr std::string_view kLarge = "/api/v1/export?format=jsonl&q=lighthouse";
  HttpClient client = asker.connect();
  switch (asker.any_below(5)) {
    case 0:  // In the middle of a request.
      client.send("GET /api/v1/search?q=lighth");
      break;
    case 1:  // In the middle of an answer.
      client.send(get(kLarge));
      static_cast<void>(client.read_some(1000));
      break;
    case 2:  // With answers on their way.
      client.send(get("/?q=lighthouse") + get(kLarge) + get("/api/v1/search?q=kazakhstan"));
      break;
    case 3:  // Before the body that was announced.
      client.send(get("/", "Content-Length: 100\r\n") + "half of it");
      break;
    default:  // Without a word.
      break;
  }
  if (asker.any_below(2) == 0) {
    client.abort();
  }
}

constexpr std::array kRequests = {Question{"bad target", ask_bad_target},
                                  Question{"bad request", send_bad_request},
                                  Question{"broken off", break_off}};

}  // namespace

std::span<const Question> bad_requests() {
  return kRequests;
}

}  // namespace bulletin::test
