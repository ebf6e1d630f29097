#include "indexer/base/disk.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indexer/base/error.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

struct NextStep {
  int error;
  const char* step;
};

constexpr auto kMakeRoom =
    "make room on that disk, then run the same again: the index is as after its last commit";
constexpr auto kMayWrite = "name a folder that you may write to, or have its owner run this";
constexpr auto kFailingDisk =
    "the disk may be failing: copy the folder to another one, then run bulletin-index check on it";

constexpr std::array kSteps{NextStep{ENOSPC, kMakeRoom}, NextStep{EDQUOT, kMakeRoom},
                            NextStep{EFBIG, kMakeRoom},  NextStep{EROFS, kMayWrite},
                            NextStep{EACCES, kMayWrite}, NextStep{EPERM, kMayWrite},
                            NextStep{EIO, kFailingDisk}};

// An open file that closes itself.
class OpenFile {
 public:
  OpenFile(const fs::path& path, int flags, mode_t mode = 0)
      : descriptor_(open(path.c_str(), flags | O_CLOEXEC, mode)) {
    if (descriptor_ < 0) {
      throw_disk_error("open " + path.string(), last_disk_error());
    }
  }
  ~OpenFile() {
    if (descriptor_ >= 0) {
      close(descriptor_);
    }
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }

  // Some file systems say only here that a write has failed.
  void close_checked(const fs::path& path) {
    if (close(std::exchange(descriptor_, -1)) != 0) {
      throw_disk_error("write " + path.string(), last_disk_error());
    }
  }

 private:
  int descriptor_;
};

// Through memory, where the system cannot copy between these two by itself.
ssize_t copy_some(int from, int to) {
  std::array<char, std::size_t{64} << 10U> buffer;
  const ssize_t got = read(from, buffer.data(), buffer.size());
  for (ssize_t done = 0; done < got;) {
    const ssize_t put = write(to, buffer.data() + done, static_cast<std::size_t>(got - done));
    if (put < 0) {
      return -1;
    }
    done += put;
  }
  return got;
}

void copy_one(const fs::path& from, const fs::path& to) {
  constexpr mode_t kAnyone = 0666;  // Less what the umask takes away.
  constexpr std::size_t kAtOnce = std::size_t{1} << 30U;
  const OpenFile source(from, O_RDONLY);
  OpenFile target(to, O_WRONLY | O_CREAT | O_EXCL, kAnyone);
  for (bool by_system = true;;) {
    const ssize_t copied = by_system ? copy_file_range(source.descriptor(), nullptr,
                                                       target.descriptor(), nullptr, kAtOnce, 0)
                                     : copy_some(source.descriptor(), target.descriptor());
    if (copied == 0) {
      return target.close_checked(to);
    }
    if (copied > 0) {
      continue;
    }
    if (by_system &&
        (errno == EXDEV || errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP)) {
      by_system = false;
    } else if (errno != EINTR) {
      throw_disk_error("copy " + from.string() + " to " + to.string(), last_disk_error());
    }
  }
}

}  // namespace

std::string next_step_after(const std::error_code& error) {
  for (const NextStep& each : kSteps) {
    if (error.value() == each.error) {
      return each.step;
    }
  }
  return {};
}

std::string next_step_after(const std::string& message) {
  for (const NextStep& each : kSteps) {
    if (message.find(std::generic_category().message(each.error)) != std::string::npos) {
      return each.step;
    }
  }
  return {};
}

void throw_disk_error(const std::string& attempt, const std::error_code& error) {
  throw Error(ErrorCode::kInternal, "cannot " + attempt + ": " + error.message(),
              next_step_after(error));
}

std::error_code last_disk_error() {
  return {errno, std::generic_category()};
}

std::size_t allow_open_files(std::size_t wanted) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) {
    return wanted;
  }
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, std::max<rlim_t>(limit.rlim_cur, wanted));
  setrlimit(RLIMIT_NOFILE, &limit);
  getrlimit(RLIMIT_NOFILE, &limit);
  return limit.rlim_cur;
}

void sync_to_disk(const fs::path& path) {
  const OpenFile file(path, O_RDONLY);
  if (fsync(file.descriptor()) != 0 && errno != EINVAL) {  // EINVAL: a file system without it.
    throw_disk_error("bring " + path.string() + " to disk", last_disk_error());
  }
}

void sync_folder_to_disk(const fs::path& folder) {
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.is_symlink()) {
      continue;
    }
    entry.is_directory() ? sync_folder_to_disk(entry.path()) : sync_to_disk(entry.path());
  }
  sync_to_disk(folder);
}

void copy_files(const fs::path& from, const fs::path& to, const std::string& left_out) {
  for (const fs::directory_entry& entry : fs::directory_iterator(from)) {
    const fs::path name = entry.path().filename();
    if (entry.is_regular_file() && name != left_out) {
      copy_one(entry.path(), to / name);
    }
  }
}

}  // namespace bulletin
