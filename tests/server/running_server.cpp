#include "tests/server/running_server.hpp"

#include <fstream>
#include <utility>

#include <unistd.h>

namespace bulletin::test {

RunningServer::RunningServer(WebHandler handler, ServerOptions options)
    : server_(std::move(options), std::move(handler), metrics_, log_),
      port_(server_.port()),
      thread_([this] {
        server_.run();
        ended_ = true;
      }) {}

RunningServer::~RunningServer() {
  server_.stop();
  thread_.join();
}

bool RunningServer::has_ended() {
  return soon([&] { return ended_.load(); });
}

WebResponse say_path(const WebRequest& request) {
  return {.content_type = "text/plain; charset=utf-8", .body = request.path};
}

std::size_t resident_bytes() {
  std::size_t all = 0;
  std::size_t resident = 0;
  std::ifstream("/proc/self/statm") >> all >> resident;
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace bulletin::test
