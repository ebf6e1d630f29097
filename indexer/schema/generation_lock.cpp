#include "indexer/schema/generation_lock.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "indexer/base/disk.hpp"
#include "indexer/base/error.hpp"

namespace bulletin {

// Xapian locks the first byte of this file.
GenerationLock GenerationLock::of_writer(const std::filesystem::path& generation) {
  constexpr mode_t kMode = 0666;
  const std::string file = (generation / "flintlock").string();
  GenerationLock lock(open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kMode));
  if (lock.descriptor_ < 0) {
    throw_disk_error("lock " + generation.string(), last_disk_error());
  }
  struct flock first_byte{};
  first_byte.l_type = F_WRLCK;
  first_byte.l_whence = SEEK_SET;
  first_byte.l_len = 1;
  if (fcntl(lock.descriptor_, F_OFD_SETLK, &first_byte) != 0) {
    if (errno != EAGAIN && errno != EACCES) {
      throw_disk_error("lock " + generation.string(), last_disk_error());
    }
    throw Error(ErrorCode::kIndexLocked,
                "cannot write to " + generation.string() + ": another program is writing to it",
                "wait until it has ended, then try again");
  }
  return lock;
}

// On the folder itself, so that it needs no file and works where nothing may be written.
GenerationLock GenerationLock::of_commits(const std::filesystem::path& generation, Use use) {
  GenerationLock lock(open(generation.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  const int kind = use == Use::kCommit ? LOCK_EX : LOCK_SH;
  while (lock.descriptor_ >= 0 && flock(lock.descriptor_, kind) != 0 && errno == EINTR) {
  }
  return lock;
}

bool GenerationLock::is_free(const std::filesystem::path& folder) {
  const GenerationLock lock(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return lock.descriptor_ >= 0 && flock(lock.descriptor_, LOCK_EX | LOCK_NB) == 0;
}

GenerationLock::GenerationLock(GenerationLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

GenerationLock::~GenerationLock() {
  if (descriptor_ >= 0) {
    close(descriptor_);
  }
}

}  // namespace bulletin
