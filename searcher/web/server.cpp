#include "searcher/web/server.hpp"

#include <algorithm>
#include <csignal>
#include <exception>
#include <list>
#include <map>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "indexer/base/error.hpp"
#include "searcher/web/connection.hpp"

namespace bulletin {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::steady_clock;

namespace {

constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);

// How often deadlines are looked at: what is late is late by this at most.
constexpr std::chrono::milliseconds kWatch(20);
// A connection that has not sent its request by then gives way when all places are taken.
constexpr std::chrono::seconds kPatience(1);
constexpr std::chrono::milliseconds kPauseWithoutDescriptors(50);

tcp::acceptor listening(asio::io_context& io, const std::string& address, std::uint16_t port) {
  const auto fail = [&](const error_code& error) -> Error {
    return {
        ErrorCode::kBadUsage,
        "cannot listen on " + address + " port " + std::to_string(port) + ": " + error.message(),
        error == asio::error::address_in_use ? "choose another port with --listen" : ""};
  };
  error_code error;
  const auto host = asio::ip::make_address(address, error);
  if (error) {
    throw fail(error);
  }
  tcp::acceptor acceptor(io);
  const tcp::endpoint endpoint(host, port);
  if (acceptor.open(endpoint.protocol(), error) ||
      acceptor.set_option(tcp::acceptor::reuse_address(true), error) ||
      acceptor.bind(endpoint, error) ||
      acceptor.listen(tcp::acceptor::max_listen_connections, error)) {
    throw fail(error);
  }
  return acceptor;
}

}  // namespace

class Server::Core {
 public:
  Core(ServerOptions options, WebHandler handler, ServerMetrics& metrics, AccessLog& log)
      : options_(std::move(options)),
        check_(options_.host_names, options_.limits, options_.gate),
        handler_(std::move(handler)),
        log_(log),
        workers_(options_.workers),
        acceptor_(listening(io_, options_.address, options_.port)),
        context_{io_, workers_, options_.limits, check_, handler_, metrics, log} {}

  ~Core() {
    workers_.join();
    io_.restart();
    io_.poll();  // What workers have still handed over.
  }

  Core(const Core&) = delete;
  Core& operator=(const Core&) = delete;

  [[nodiscard]] tcp::endpoint endpoint() const { return acceptor_.local_endpoint(); }

  void run() {
    if (options_.stops_on_signals) {
      stop_signals_.add(SIGINT);
      stop_signals_.add(SIGTERM);
      log_signals_.add(SIGHUP);
      asio::co_spawn(io_, stop_on_signal(), asio::detached);
      asio::co_spawn(io_, reopen_on_signal(), asio::detached);
    }
    asio::co_spawn(io_, accept(), asio::detached);
    asio::co_spawn(io_, watch(), asio::detached);
    io_.run();
  }

  void stop() {
    asio::post(io_, [this] { drain(); });
  }

 private:
  asio::awaitable<void> accept() {
    asio::steady_timer pause(io_);
    while (!context_.is_stopping) {
      auto [error, socket] = co_await acceptor_.async_accept(kAsTuple);
      if (!error) {
        take(std::move(socket));
      } else if (!context_.is_stopping) {  // No descriptor left, or the client has gone again.
        pause.expires_after(kPauseWithoutDescriptors);
        co_await pause.async_wait(kAsTuple);
      }
    }
  }

  void take(tcp::socket socket) {
    ++context_.metrics.accepted;
    auto connection = std::make_shared<Connection>(std::move(socket), context_);
    const std::size_t cap = options_.limits.connections_of_client;
    const auto known = by_client_.find(connection->client());
    const bool has_too_many = cap > 0 && known != by_client_.end() && known->second >= cap;
    if (has_too_many || !has_room()) {
      ++context_.metrics.turned_away;
      connection->turn_away();
      return;
    }
    asio::co_spawn(io_, attend(std::move(connection)), asio::detached);
  }

  // With all places taken, the client that has kept one longest without asking anything gives way.
  bool has_room() {
    const auto stays = [](const Connection* c) { return !c->is_ended(); };
    if (connections_.size() < options_.limits.connections ||
        static_cast<std::size_t>(std::ranges::count_if(connections_, stays)) <
            options_.limits.connections) {
      return true;
    }
    const auto latest = steady_clock::now() - kPatience;
    Connection* longest = nullptr;
    for (Connection* c : connections_) {
      const bool may_go = stays(c) && (c->is_idle() || (c->is_waiting() && c->since() < latest));
      if (may_go && (longest == nullptr || c->since() < longest->since())) {
        longest = c;
      }
    }
    if (longest == nullptr) {
      return false;
    }
    longest->end();
    return true;
  }

  asio::awaitable<void> attend(std::shared_ptr<Connection> connection) {
    const auto place = connections_.insert(connections_.end(), connection.get());
    ++by_client_[connection->client()];
    context_.metrics.connections = connections_.size();
    try {
      co_await connection->converse();
    } catch (const std::exception& error) {
      log_.complain(std::string("cannot serve a connection: ") + error.what());
    }
    connections_.erase(place);
    if (--by_client_[connection->client()] == 0) {
      by_client_.erase(connection->client());
    }
    context_.metrics.connections = connections_.size();
  }

  asio::awaitable<void> watch() {
    asio::steady_timer timer(io_);
    while (!context_.is_stopping || !connections_.empty()) {
      timer.expires_after(kWatch);
      co_await timer.async_wait(kAsTuple);
      const auto now = steady_clock::now();
      for (Connection* connection : connections_) {
        connection->watch(now);
        if (context_.is_stopping && now >= drained_by_) {
          connection->end();
        }
      }
    }
  }

  asio::awaitable<void> stop_on_signal() {
    const auto [error, number] = co_await stop_signals_.async_wait(kAsTuple);
    if (!error) {
      drain();
    }
  }

  asio::awaitable<void> reopen_on_signal() {
    while (!context_.is_stopping) {
      const auto [error, number] = co_await log_signals_.async_wait(kAsTuple);
      if (!error) {
        log_.reopen();
      }
    }
  }

  // Stops listening and lets those go who wait; io_ runs out of work when the last one has gone.
  void drain() {
    if (context_.is_stopping) {
      return;
    }
    context_.is_stopping = true;
    drained_by_ = steady_clock::now() + options_.limits.drain_time;
    error_code ignored;
    acceptor_.close(ignored);
    stop_signals_.clear(ignored);  // A second signal then ends the process as signals do.
    stop_signals_.cancel(ignored);
    log_signals_.cancel(ignored);
    for (Connection* connection : connections_) {
      connection->end_if_waiting();
    }
  }

  ServerOptions options_;
  RequestCheck check_;
  WebHandler handler_;
  AccessLog& log_;
  asio::io_context io_{1};
  asio::thread_pool workers_;
  tcp::acceptor acceptor_;
  asio::signal_set stop_signals_{io_};
  asio::signal_set log_signals_{io_};
  ServerContext context_;
  std::list<Connection*> connections_;
  std::map<asio::ip::address, std::size_t> by_client_;
  steady_clock::time_point drained_by_;
};

Server::Server(ServerOptions options, WebHandler handler, ServerMetrics& metrics, AccessLog& log)
    : core_(std::make_unique<Core>(std::move(options), std::move(handler), metrics, log)) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
  return core_->endpoint().port();
}

std::string Server::address() const {
  const tcp::endpoint endpoint = core_->endpoint();
  const std::string host = endpoint.address().to_string();
  return "http://" + (endpoint.address().is_v6() ? "[" + host + "]" : host) + ":" +
         std::to_string(endpoint.port()) + "/";
}

void Server::run() {
  core_->run();
}

void Server::stop() {
  core_->stop();
}

}  // namespace bulletin
