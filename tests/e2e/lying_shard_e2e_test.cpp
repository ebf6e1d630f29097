// What answers in the place of a shard may be anything: another shard, one of another index,
// something that speaks another language, a server that goes mad. The others answer, it is named.

#include <array>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "searcher/search/searcher.hpp"
#include "tests/e2e/programs.hpp"
#include "tests/support/shards.hpp"

namespace bulletin::test {
namespace {

namespace fs = std::filesystem;

// A connection, or the socket that waits for some.
class Socket {
 public:
  explicit Socket(int descriptor) : descriptor_(descriptor) {}
  ~Socket() { close(descriptor_); }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  [[nodiscard]] int get() const { return descriptor_; }

  // Tells whether something comes within a moment.
  [[nodiscard]] bool is_ready() const {
    pollfd wanted{.fd = descriptor_, .events = POLLIN, .revents = 0};
    return poll(&wanted, 1, 20) > 0;
  }

 private:
  int descriptor_;
};

sockaddr_in local(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  return address;
}

// Stands between a searcher and the server of a shard and, on each connection, falsifies one
// byte of what the server says on each before it hangs up; without a server it talks by itself.
class Liar {
 public:
  explicit Liar(std::uint16_t server) : server_(server), door_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address = local(0);
    socklen_t size = sizeof(address);
    auto* const name = reinterpret_cast<sockaddr*>(&address);
    if (bind(door_.get(), name, size) != 0 || listen(door_.get(), 8) != 0 ||
        getsockname(door_.get(), name, &size) != 0) {
      throw std::runtime_error("cannot listen");
    }
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~Liar() {
    is_over_ = true;
    thread_.join();
    connections_.clear();
  }
  Liar(const Liar&) = delete;
  Liar& operator=(const Liar&) = delete;

  [[nodiscard]] std::string address() const { return "127.0.0.1:" + std::to_string(port_); }

  // Lies after so many true bytes.
  void lie_after(std::size_t bytes) { true_bytes_ = bytes; }

 private:
  void serve() {
    while (!is_over_) {
      if (door_.is_ready()) {
        connections_.emplace_back([this, client = accept(door_.get(), nullptr, nullptr)] {
          const Socket connection(client);
          server_ == 0 ? babble(connection) : relay(connection);
        });
      }
    }
  }

  static void babble(const Socket& client) {
    const std::string words = "HTTP/1.1 400 Bad Request\r\n\r\n";
    (void)send(client.get(), words.data(), words.size(), MSG_NOSIGNAL);
  }

  void relay(const Socket& client) {
    const Socket server(socket(AF_INET, SOCK_STREAM, 0));
    const sockaddr_in address = local(server_);
    if (connect(server.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
      return;
    }
    std::size_t said = 0;
    std::array<char, 4096> block{};
    const auto pass = [&](const Socket& from, const Socket& to, bool is_answer) {
      const ssize_t size = recv(from.get(), block.data(), block.size(), 0);
      if (size <= 0) {
        return false;
      }
      const auto bytes = static_cast<std::size_t>(size);
      const std::size_t lie = true_bytes_ - said;
      if (is_answer && lie < bytes) {
        block[lie] = static_cast<char>(~block[lie]);
      }
      said += is_answer ? bytes : 0;
      return send(to.get(), block.data(), bytes, MSG_NOSIGNAL) == size;
    };
    bool is_well = true;
    while (is_well && !is_over_ && said <= true_bytes_) {
      std::array<pollfd, 2> ends{{{client.get(), POLLIN, 0}, {server.get(), POLLIN, 0}}};
      poll(ends.data(), ends.size(), 20);
      is_well = (ends[0].revents == 0 || pass(client, server, false)) &&
                (ends[1].revents == 0 || pass(server, client, true));
    }
  }

  std::uint16_t server_;
  Socket door_;
  std::uint16_t port_ = 0;
  std::atomic<std::size_t> true_bytes_ = 0;
  std::atomic<bool> is_over_ = false;
  std::vector<std::jthread> connections_;
  std::thread thread_;
};

std::string built(const TemporaryFolder& folder, const std::string& name) {
  const std::string index = folder.at(name);
  REQUIRE_EQ(bulletin_index({"build", "--shards", "2", "--db", index, BULLETIN_CORPUS_DIR}).status,
             0);
  return index;
}

fs::path shard_of(const std::string& index, int number) {
  return fs::path(index) / "current" / ("shard-" + std::to_string(number)) / "current";
}

// The stub as a hand or a changed server may have made it.
void place_second(const std::string& index, const std::string& address) {
  std::ofstream(fs::path(index) / "current/XAPIANDB")
      << "auto shard-1/current\nremote " << address << '\n';
}

// Checks that the first shard answers, and what is said of the second.
void check_named(const std::string& index, const std::string& cause) {
  Searcher searcher(index);
  const SearchResult found = searcher.search({});
  CHECK_EQ(found.total, 61);
  REQUIRE_EQ(found.notes.size(), 1);
  CAPTURE(found.notes.front());
  CHECK(found.notes.front().starts_with("shard 2 of 2 at 127.0.0.1:"));
  CHECK_NE(found.notes.front().find(cause), std::string::npos);
}

}  // namespace

TEST_CASE("lying shard: another shard, or one of another index, is not read for it" *
          doctest::skip(!can_serve_databases())) {
  const TemporaryFolder folder;
  const std::string index = built(folder, "index");
  const std::string other = built(folder, "other");
  const ServedDatabase first(shard_of(index, 1));
  place_second(index, first.address());
  check_named(index, "that is shard 1 of 2");
  const ServedDatabase foreign(shard_of(other, 2));
  place_second(index, foreign.address());
  const Finished refused = bulletin_search({"--db", index, "library"});
  CHECK_EQ(refused.status, 2);
  CHECK_NE(refused.err.find("shard 2 of 2 at " + foreign.address() + " is of another one"),
           std::string::npos);
}

TEST_CASE("lying shard: what speaks another language is named" *
          doctest::skip(!can_serve_databases())) {
  const TemporaryFolder folder;
  const std::string index = built(folder, "index");
  const Liar liar(0);
  place_second(index, liar.address());
  check_named(index, "");
}

TEST_CASE("lying shard: whichever byte is false, each search ends with an answer or an error" *
          doctest::skip(!can_serve_databases())) {
  const TemporaryFolder folder;
  const std::string index = built(folder, "index");
  const ServedDatabase second(shard_of(index, 2));
  Liar liar(second.port());
  place_second(index, liar.address());
  std::mt19937 draw(11);
  std::size_t answers = 0;
  for (int i = 0; i < 16; ++i) {
    liar.lie_after(i < 8 ? static_cast<std::size_t>(i) * 60 : draw() % 30000);
    Searcher searcher(index);
    try {
      answers += searcher.search({.query = {.text = "library visit"}}).hits.empty() ? 0 : 1;
    } catch (const Error& error) {
      CHECK_NE(std::string(error.what()), "");
    }
  }
  CHECK_GT(answers, 2);
}

}  // namespace bulletin::test
