// One index laid out in other ways: its documents dealt out to shards, a shard behind a network.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>
#include <xapian.h>

namespace bulletin::test {

/// Tells whether there is a program that serves databases (Debian: xapian-tools).
[[nodiscard]] bool can_serve_databases();

/// A server of Xapian's on a port of this machine, for the life of the object.
class XapianServer {
 public:
  /// On a free port, for 0.
  XapianServer(const std::string& program, const std::vector<std::string>& arguments,
               std::uint16_t port = 0);
  ~XapianServer();
  XapianServer(const XapianServer&) = delete;
  XapianServer& operator=(const XapianServer&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }

  /// Returns `127.0.0.1:` and the port.
  [[nodiscard]] std::string address() const;

 private:
  std::uint16_t port_ = 0;
  pid_t child_ = -1;
};

/// `xapian-tcpsrv` of a database.
class ServedDatabase : public XapianServer {
 public:
  enum class For : std::uint8_t { kReaders, kWriters };

  explicit ServedDatabase(const std::filesystem::path& database, For whom = For::kReaders,
                          std::uint16_t port = 0)
      : XapianServer(
            "xapian-tcpsrv",
            {whom == For::kWriters ? "--writable" : "--quiet", "--quiet", database.string()},
            port) {}
};

/// Copies documents and metadata to the databases at `shards`, so that together, in that order,
/// they number the documents as `whole` does.
void deal_out(const Xapian::Database& whole, const std::vector<std::filesystem::path>& shards);

/// Makes an index at `index` of databases: each line is `auto PATH` or `remote HOST:PORT`.
void make_index_of(const std::filesystem::path& index, const std::vector<std::string>& lines);

}  // namespace bulletin::test
