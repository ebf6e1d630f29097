#include "searcher/web/access_log.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "indexer/base/error.hpp"
#include "searcher/web/request_check.hpp"

namespace bulletin {
namespace {

constexpr std::string_view kStderr = "-";

std::string utc(std::chrono::system_clock::time_point time) {
  const auto milliseconds =
      std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
  const auto seconds = static_cast<std::time_t>(milliseconds / 1000);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
  std::array<char, 8> rest{};
  std::snprintf(rest.data(), rest.size(), ".%03dZ", static_cast<int>(milliseconds % 1000));
  return std::string(text.data(), size) + rest.data();
}

void append_escaped(std::string& line, std::string_view bytes, char lowest = '!') {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (const char c : bytes) {
    if (c >= lowest && c <= '~' && c != '\\') {
      line += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      line.append("\\x");
      line += kDigits[byte >> 4U];
      line += kDigits[byte & 15U];
    }
  }
}

// A token in an address is a secret that the log must not keep.
std::string without_token(std::string_view target) {
  std::string kept(target);
  for (std::size_t at = kept.find("token="); at != std::string::npos;
       at = kept.find("token=", at + 1)) {
    const bool is_name = at > 0 && (kept[at - 1] == '?' || kept[at - 1] == '&');
    const std::size_t begin = at + std::strlen("token=");
    if (is_name) {
      kept.replace(begin, std::min(kept.find('&', begin), kept.size()) - begin, "***");
    }
  }
  return kept;
}

int open_log(const std::filesystem::path& file) {
  constexpr mode_t kMode = 0640;
  return file == kStderr ? STDERR_FILENO
                         : open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, kMode);
}

void close_log(int descriptor) {
  if (descriptor > STDERR_FILENO) {
    close(descriptor);
  }
}

}  // namespace

std::string access_line(const AccessEntry& entry, LoggedTarget target) {
  std::string line = utc(entry.time) + " ";
  const auto column = [&](std::string_view text) {
    append_escaped(line, text.empty() ? "-" : text);
    line += ' ';
  };
  column(entry.client);
  column(entry.method);
  column(target == LoggedTarget::kPath ? path_part(entry.target)
                                       : std::string_view(without_token(entry.target)));
  std::array<char, 32> milliseconds{};
  std::snprintf(milliseconds.data(), milliseconds.size(), "%.1f",
                static_cast<double>(entry.duration.count()) / 1000);
  return line + std::to_string(entry.status) + " " + std::to_string(entry.bytes) + " " +
         milliseconds.data() + "\n";
}

AccessLog::AccessLog(std::filesystem::path file, LoggedTarget target)
    : file_(std::move(file)), target_(target), descriptor_(open_log(file_)) {
  if (descriptor_ < 0) {
    throw Error(ErrorCode::kBadUsage,
                "cannot open log " + file_.string() + ": " + std::strerror(errno));
  }
}

AccessLog::~AccessLog() {
  close_log(descriptor_);
}

void AccessLog::add(const AccessEntry& entry) {
  if (descriptor_ >= 0) {
    write_line(access_line(entry, target_));
  }
}

void AccessLog::complain(std::string_view message) {
  std::string line = utc(std::chrono::system_clock::now()) + " error: ";
  append_escaped(line, message, ' ');
  write_line(line + "\n");
}

void AccessLog::write_line(const std::string& line) {
  const std::lock_guard lock(mutex_);
  [[maybe_unused]] const ssize_t written =
      write(descriptor_ < 0 ? STDERR_FILENO : descriptor_, line.data(), line.size());
}

void AccessLog::reopen() {
  if (descriptor_ < 0 || file_ == kStderr) {
    return;
  }
  const int opened = open_log(file_);
  if (opened < 0) {
    return;
  }
  const std::lock_guard lock(mutex_);
  close_log(std::exchange(descriptor_, opened));
}

}  // namespace bulletin
