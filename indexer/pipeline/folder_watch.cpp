#include "indexer/pipeline/folder_watch.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <string>

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "indexer/base/error.hpp"
#include "indexer/ingest/format.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

// A file counts when its writer closes it or moves it into place, not with every write.
constexpr std::uint32_t kChanges = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE |
                                   IN_CREATE | IN_ONLYDIR | IN_DONT_FOLLOW;

[[noreturn]] void throw_cannot_watch(const fs::path& folder, const std::string& cause,
                                     const std::string& hint = {}) {
  throw Error(ErrorCode::kBadUsage, "cannot watch " + folder.string() + ": " + cause, hint);
}

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

// Tells whether a walk would read what has changed. A lost event may have been anything, and the
// folder itself may go.
bool counts(const inotify_event& event, bool with_documents) {
  if ((event.mask & (IN_Q_OVERFLOW | IN_DELETE_SELF | IN_MOVE_SELF)) != 0) {
    return true;
  }
  const std::string name = event.len == 0 ? std::string() : event.name;
  if (name.empty() || name.starts_with('.')) {
    return false;
  }
  return (event.mask & IN_ISDIR) != 0 ||
         ((event.mask & ~std::uint32_t{IN_CREATE}) != 0 && is_item_file(name, with_documents));
}

enum class Ready : std::uint8_t { kEvents, kStop, kNothing };

Ready wait_for(int events, int stop, milliseconds longest) {
  std::array<pollfd, 2> waiting{pollfd{.fd = stop, .events = POLLIN, .revents = 0},
                                pollfd{.fd = events, .events = POLLIN, .revents = 0}};
  const auto timeout = static_cast<int>(longest.count());
  while (poll(waiting.data(), waiting.size(), timeout) < 0) {
    if (errno != EINTR) {
      throw Error(ErrorCode::kInternal, std::string("cannot wait: ") + std::strerror(errno));
    }
  }
  if (waiting[0].revents != 0) {
    return Ready::kStop;
  }
  return waiting[1].revents != 0 ? Ready::kEvents : Ready::kNothing;
}

}  // namespace

FolderWatch::FolderWatch(const fs::path& folder, bool with_documents)
    : folder_(folder),
      with_documents_(with_documents),
      descriptor_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  std::error_code error;
  if (descriptor_ < 0) {
    throw_cannot_watch(folder, std::strerror(errno));
  }
  if (!fs::is_directory(folder, error)) {
    close(descriptor_);
    throw_cannot_watch(folder, "no such folder");
  }
  try {
    watch_tree(folder_);
  } catch (...) {
    close(descriptor_);
    throw;
  }
}

FolderWatch::~FolderWatch() {
  close(descriptor_);
}

Woken FolderWatch::wait(milliseconds quiet, int stop_descriptor) {
  constexpr milliseconds kForever{-1};
  constexpr milliseconds kLongestBurst{10'000};
  bool changed = false;
  Clock::time_point begin;
  while (true) {
    const Ready ready = wait_for(descriptor_, stop_descriptor, changed ? quiet : kForever);
    if (ready == Ready::kStop) {
      return Woken::kByStop;
    }
    if (ready == Ready::kEvents && take_events() && !changed) {
      changed = true;
      begin = Clock::now();
    }
    if (changed && (ready == Ready::kNothing || Clock::now() - begin > kLongestBurst)) {
      break;
    }
  }
  std::error_code error;
  if (!fs::is_directory(folder_, error)) {
    throw_cannot_watch(folder_, "the folder is gone");
  }
  watch_tree(folder_);
  return Woken::kByChange;
}

// To watch a folder twice is to watch it once, so the whole tree is gone through each time: no
// folder can slip through while it is made, moved or renamed.
void FolderWatch::watch_tree(const fs::path& folder) {
  const std::uint32_t mask = folder == folder_ ? (kChanges | IN_DELETE_SELF | IN_MOVE_SELF) &
                                                     ~std::uint32_t{IN_DONT_FOLLOW}
                                               : kChanges;
  if (inotify_add_watch(descriptor_, folder.c_str(), mask) < 0) {
    if (errno == ENOSPC) {
      throw_cannot_watch(folder, "the system has no watches left",
                         "raise fs.inotify.max_user_watches, or run sync from time to time");
    }
    return;  // It went away meanwhile, or may not be read: sync says so.
  }
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code status_error;
    if (fs::is_directory(entry->symlink_status(status_error)) && !is_hidden(entry->path())) {
      watch_tree(entry->path());
    }
  }
}

// Takes all waiting events; tells whether one counts.
bool FolderWatch::take_events() {
  alignas(inotify_event) std::array<char, std::size_t{16} << 10U> buffer;
  bool any = false;
  for (ssize_t size = read(descriptor_, buffer.data(), buffer.size()); size > 0;
       size = read(descriptor_, buffer.data(), buffer.size())) {
    for (ssize_t at = 0; at < size;) {
      // The kernel keeps the alignment of each event, whose name lies behind it.
      const auto& event = *reinterpret_cast<const inotify_event*>(buffer.data() + at);
      any = counts(event, with_documents_) || any;
      at += static_cast<ssize_t>(sizeof event + event.len);
    }
  }
  return any;
}

}  // namespace bulletin
