// The HTTP server: sockets in, sockets out. server.cpp and connection.cpp are the only files that
// know Asio and Beast; both leave what a request means to others.
//
// One thread reads, writes and watches the clock for all connections; handlers run on worker
// threads, so that a slow query holds up neither other answers nor deadlines.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "searcher/web/access_gate.hpp"
#include "searcher/web/access_log.hpp"
#include "searcher/web/http.hpp"
#include "searcher/web/metrics.hpp"
#include "searcher/web/server_limits.hpp"

namespace bulletin {

/// Where to listen and whom to answer.
struct ServerOptions {
  std::string address = "127.0.0.1";  ///< IPv4 or IPv6, without brackets.
  std::uint16_t port = 0;             ///< 0: any free one.
  std::size_t workers = 2;
  std::vector<std::string> host_names;  ///< Besides `localhost` and the loopback addresses.
  AccessGate gate;
  ServerLimits limits;
  bool stops_on_signals = false;  ///< SIGINT and SIGTERM stop, SIGHUP opens the log again.
};

/// A server that listens from its construction on.
class Server {
 public:
  /// Listens. `metrics` and `log` have to outlive the server. Throws `Error{kBadUsage}` when the
  /// address is none or is taken.
  Server(ServerOptions options, WebHandler handler, ServerMetrics& metrics, AccessLog& log);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Returns the port that it listens on.
  [[nodiscard]] std::uint16_t port() const;

  /// Returns `http://127.0.0.1:8080/`.
  [[nodiscard]] std::string address() const;

  /// Answers requests until told to stop; then lets running ones finish, up to
  /// `ServerLimits::drain_time`, and returns. With `stops_on_signals` a second signal ends the
  /// process at once. Runs once.
  void run();

  /// Tells the server to stop. May be called from any thread.
  void stop();

 private:
  class Core;
  std::unique_ptr<Core> core_;
};

}  // namespace bulletin
