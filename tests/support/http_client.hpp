// A client of bytes: it sends what it is told, well-formed or not, and reads what comes.

#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bulletin::test {

/// An answer, read.
struct HttpAnswer {
  int status = 0;  ///< 0: the connection ended without one.
  std::vector<std::pair<std::string, std::string>> fields;  ///< Names in lower case.
  std::string body;                                         ///< Without its transfer coding.
  bool is_whole = false;                                    ///< The body ended as its head says.

  /// Returns the first value of a field, or empty.
  [[nodiscard]] std::string field(std::string_view name) const;
};

/// A connection to a port of this machine. What takes longer than its patience counts as ended.
class HttpClient {
 public:
  /// Connects; `receive_bytes` makes the buffer of the system small.
  explicit HttpClient(std::uint16_t port, int receive_bytes = 0,
                      std::chrono::seconds patience = std::chrono::seconds(10));
  ~HttpClient();
  HttpClient(HttpClient&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}
  HttpClient& operator=(HttpClient&&) = delete;

  /// Sends all of `bytes`; false when the server has closed the connection.
  bool send(std::string_view bytes);

  /// Reads the next answer; `has_body` is false for an answer to HEAD.
  [[nodiscard]] HttpAnswer read(bool has_body = true);

  /// Sends a request and reads its answer.
  [[nodiscard]] HttpAnswer ask(std::string_view request);

  /// Tells whether the server closes the connection, whatever it still sends, within `time`.
  [[nodiscard]] bool ends(std::chrono::milliseconds time = std::chrono::seconds(10));

  /// Reads up to `size` bytes as they come; empty at the end.
  [[nodiscard]] std::string read_some(std::size_t size);

  /// Closes at once, with a reset.
  void abort();

 private:
  bool fill();
  std::optional<std::string> take_line();
  bool take(std::size_t size, std::string& into);
  void read_chunks(HttpAnswer& answer);

  int socket_ = -1;
  std::string buffer_;
};

/// Returns `GET target HTTP/1.1` with a host and `fields`, each with its line end.
[[nodiscard]] std::string get(std::string_view target, std::string_view fields = "");

/// Asks on a connection of its own.
[[nodiscard]] HttpAnswer fetch(std::uint16_t port, std::string_view request);

/// Returns the bytes of a gzip, or nothing when they are none.
[[nodiscard]] std::optional<std::string> gunzip(std::string_view bytes);

}  // namespace bulletin::test
