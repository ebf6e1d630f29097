// The record of who asked what: one line a request.
//
//   2026-01-09T12:00:00.123Z 127.0.0.1 GET /search?q=... 200 5123 12.3
//
// Time in UTC, client, method, target, status, bytes sent, milliseconds. Bytes that could move a
// terminal's cursor or end the line stand as \xHH, so a line is always one request.

#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>

namespace bulletin {

/// One request, answered.
struct AccessEntry {
  std::chrono::system_clock::time_point time;
  std::string_view client;
  std::string_view method;
  std::string_view target;  ///< As sent; any bytes.
  unsigned status = 0;
  std::size_t bytes = 0;
  std::chrono::microseconds duration{0};
};

/// How much of a target is written down.
enum class LoggedTarget : std::uint8_t {
  kPath,   ///< Up to the query: what people search for stays theirs.
  kWhole,  ///< But for the value of `token`.
};

/// Returns the line of an entry with its line feed.
[[nodiscard]] std::string access_line(const AccessEntry& entry, LoggedTarget target);

/// Writes entries to a file or to stderr. Safe for any number of threads.
class AccessLog {
 public:
  /// Writes nothing.
  AccessLog() = default;

  /// Appends to `file`, made where it is missing and readable by its owner and group only; `-` is
  /// stderr. Throws `Error{kBadUsage}` when it cannot be opened.
  AccessLog(std::filesystem::path file, LoggedTarget target);
  ~AccessLog();
  AccessLog(const AccessLog&) = delete;
  AccessLog& operator=(const AccessLog&) = delete;

  /// Writes a line. What cannot be written (a full disk) is lost.
  void add(const AccessEntry& entry);

  /// Writes what went wrong inside, with the time.
  void complain(std::string_view message);

  /// Opens the file again, for one that was moved away; keeps the old one where that fails.
  void reopen();

 private:
  void write_line(const std::string& line);

  std::filesystem::path file_;
  LoggedTarget target_ = LoggedTarget::kPath;
  std::mutex mutex_;
  int descriptor_ = -1;
};

}  // namespace bulletin
