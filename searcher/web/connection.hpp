// One client's connection, from its first request to its last. Only for server.cpp: it brings Asio.

#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include "searcher/web/access_log.hpp"
#include "searcher/web/metrics.hpp"
#include "searcher/web/reply.hpp"
#include "searcher/web/request_check.hpp"
#include "searcher/web/server_limits.hpp"

namespace bulletin {

/// What all connections of a server share. Its thread is that of `io`.
struct ServerContext {
  boost::asio::io_context& io;
  boost::asio::thread_pool& workers;
  const ServerLimits& limits;
  const RequestCheck& check;
  const WebHandler& handler;
  ServerMetrics& metrics;
  AccessLog& log;
  std::atomic<bool> is_stopping = false;
};

/// A connection. Everything but the handler runs on the thread of `ServerContext::io`.
class Connection {
 public:
  Connection(boost::asio::ip::tcp::socket socket, ServerContext& context);

  /// Answers requests one after the other until the client or a limit ends it.
  boost::asio::awaitable<void> converse();

  /// Ends what it waits for, if its time is up by `now`. Called again and again.
  void watch(std::chrono::steady_clock::time_point now);

  /// Ends it now if no request is being answered.
  void end_if_waiting();

  /// Ends it now, whatever it does.
  void end();

  /// Answers 503 without being asked and closes. Only instead of converse().
  void turn_away();

  /// Tells whether it waits for a request or for the rest of one, and since when.
  [[nodiscard]] bool is_waiting() const { return is_waiting_; }
  [[nodiscard]] bool is_idle() const { return is_waiting_ && buffer_.size() == 0; }
  [[nodiscard]] std::chrono::steady_clock::time_point since() const { return since_; }

  [[nodiscard]] bool is_ended() const { return is_ended_; }

  [[nodiscard]] const boost::asio::ip::address& client() const { return client_; }

 private:
  struct Exchange;
  template <typename Result>
  struct Errand;

  boost::asio::awaitable<bool> wait_for_request();
  boost::asio::awaitable<bool> answer_one(std::size_t number);
  boost::asio::awaitable<bool> read_request(Exchange& exchange);
  boost::asio::awaitable<Reply> make_answer(Exchange& exchange, WebRequest request);
  boost::asio::awaitable<bool> send(Exchange& exchange, Reply& reply);
  boost::asio::awaitable<bool> write(Exchange& exchange, std::string head, std::string body);
  boost::asio::awaitable<void> say_goodbye();
  template <typename Work>
  auto on_worker(Work work) -> boost::asio::awaitable<std::optional<decltype(work())>>;

  void give_time(std::chrono::milliseconds time);
  void interrupt();
  void record(const Exchange& exchange, unsigned status);

  boost::asio::ip::tcp::socket socket_;
  ServerContext& context_;
  boost::beast::flat_buffer buffer_;
  boost::asio::ip::address client_;
  std::string client_name_;
  std::string local_name_;
  boost::asio::steady_timer* worker_wake_ = nullptr;  // Set while a worker is waited for.
  std::chrono::steady_clock::time_point since_;
  std::chrono::steady_clock::time_point expiry_;
  bool is_waiting_ = true;
  bool is_expired_ = false;
  bool is_ended_ = false;
};

}  // namespace bulletin
