#include "tests/support/shards.hpp"

#include <chrono>
#include <csignal>
#include <fstream>
#include <stdexcept>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/process.hpp"

namespace bulletin::test {
namespace {

const std::string kPrograms = "/usr/bin/";

// A socket on a port of this machine, for 0 on a free one.
class LocalSocket {
 public:
  explicit LocalSocket(std::uint16_t port)
      : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    address_.sin_family = AF_INET;
    address_.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address_.sin_port = htons(port);
  }
  ~LocalSocket() { close(socket_); }
  LocalSocket(const LocalSocket&) = delete;
  LocalSocket& operator=(const LocalSocket&) = delete;

  [[nodiscard]] bool connects() const { return connect(socket_, address(), sizeof(address_)) == 0; }

  [[nodiscard]] std::uint16_t bound_port() {
    socklen_t size = sizeof(address_);
    if (bind(socket_, address(), size) != 0 ||
        getsockname(socket_, reinterpret_cast<sockaddr*>(&address_), &size) != 0) {
      throw std::runtime_error("cannot find a free port");
    }
    return ntohs(address_.sin_port);
  }

 private:
  [[nodiscard]] const sockaddr* address() const {
    return reinterpret_cast<const sockaddr*>(&address_);
  }

  int socket_;
  sockaddr_in address_{};
};

void wait_for(std::uint16_t port) {
  constexpr int kTries = 500;
  for (int tries = 0; tries < kTries; ++tries) {
    if (LocalSocket(port).connects()) {
      return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  throw std::runtime_error("cannot reach the served database");
}

}  // namespace

bool can_serve_databases() {
  return access((kPrograms + "xapian-tcpsrv").c_str(), X_OK) == 0;
}

// The server ends its whole group with itself, so it has one of its own.
XapianServer::XapianServer(const std::string& program, const std::vector<std::string>& arguments,
                           std::uint16_t port)
    : port_(port == 0 ? LocalSocket(0).bound_port() : port) {
  std::vector<std::string> all{kPrograms + program, "--interface=127.0.0.1",
                               "--port=" + std::to_string(port_)};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const Launch launch(all);
  child_ = fork();
  if (child_ == 0) {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    launch.become();
  }
  setpgid(child_, child_);
  wait_for(port_);
}

XapianServer::~XapianServer() {
  if (child_ > 0) {
    kill(-child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
}

std::string XapianServer::address() const {
  return "127.0.0.1:" + std::to_string(port_);
}

void deal_out(const Xapian::Database& whole, const std::vector<std::filesystem::path>& shards) {
  std::vector<Xapian::WritableDatabase> dealt;
  for (const std::filesystem::path& shard : shards) {
    dealt.emplace_back(shard.string(), Xapian::DB_CREATE);
    for (auto key = whole.metadata_keys_begin(); key != whole.metadata_keys_end(); ++key) {
      dealt.back().set_metadata(*key, whole.get_metadata(*key));
    }
  }
  const auto count = static_cast<Xapian::docid>(shards.size());
  for (auto at = whole.postlist_begin({}); at != whole.postlist_end({}); ++at) {
    const Xapian::docid document = *at;
    dealt[(document - 1) % count].replace_document((document - 1) / count + 1,
                                                   whole.get_document(document));
  }
  for (Xapian::WritableDatabase& shard : dealt) {
    shard.commit();
  }
}

void make_index_of(const std::filesystem::path& index, const std::vector<std::string>& lines) {
  std::filesystem::create_directories(index / "generation-1");
  std::filesystem::create_directory_symlink("generation-1", index / "current");
  std::ofstream stub(index / "generation-1" / "XAPIANDB");
  for (const std::string& line : lines) {
    stub << line << '\n';
  }
}

}  // namespace bulletin::test
