// Loaded into a program (LD_PRELOAD), makes its disk fail: below one folder, after so many bytes,
// with an error of one's choice. Other files go on as they are. Also sets its clock wrong.
//
// BULLETIN_FAULT_UNDER   folder below which files fail
// BULLETIN_FAULT_BYTES   how many bytes can still be written there (or read, see below)
// BULLETIN_FAULT_ERRNO   what the calls then fail with
// BULLETIN_FAULT_CALLS   "write": writing, "read": reading, "open": opening to write, at once
// BULLETIN_FAULT_CLOCK   seconds by which the wall clock is ahead

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

std::string setting(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

bool fails(const char* calls) {
  return setting("BULLETIN_FAULT_CALLS") == calls;
}

int error_number() {
  return std::atoi(setting("BULLETIN_FAULT_ERRNO").c_str());
}

bool lies_under(const std::string& path) {
  const std::string folder = setting("BULLETIN_FAULT_UNDER");
  return !folder.empty() && path.compare(0, folder.size(), folder) == 0;
}

bool is_open_under(int descriptor) {
  char link[64];
  char path[4096];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  const ssize_t length = readlink(link, path, sizeof path);
  return length > 0 && lies_under(std::string(path, static_cast<std::size_t>(length)));
}

std::atomic<long long>& room() {
  static std::atomic<long long> left = std::atoll(setting("BULLETIN_FAULT_BYTES").c_str());
  return left;
}

// Tells whether a call for so many bytes fails, and sets errno.
bool refuses(int descriptor, const char* calls, std::size_t bytes) {
  if (!fails(calls) || !is_open_under(descriptor)) {
    return false;
  }
  if (room().fetch_sub(static_cast<long long>(bytes)) >= static_cast<long long>(bytes)) {
    return false;
  }
  room() = 0;  // A full disk stays full.
  errno = error_number();
  return true;
}

bool refuses_to_open(const char* path, int flags) {
  constexpr int kWrites = O_WRONLY | O_RDWR | O_CREAT;
  if (!fails("open") || (flags & kWrites) == 0 || !lies_under(path)) {
    return false;
  }
  errno = error_number();
  return true;
}

// `name` is open or open64, `rest` their mode where a file may be made.
int open_by(const char* name, const char* path, int flags, va_list rest) {
  if (refuses_to_open(path, flags)) {
    return -1;
  }
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  return next<int(const char*, int, mode_t)>(name)(path, flags, mode);
}

std::size_t bytes_of(const iovec* parts, int count) {
  std::size_t bytes = 0;
  for (int i = 0; i < count; ++i) {
    bytes += parts[i].iov_len;
  }
  return bytes;
}

}  // namespace

extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t count) {
  return refuses(descriptor, "write", count)
             ? -1
             : next<decltype(write)>("write")(descriptor, bytes, count);
}

ssize_t writev(int descriptor, const iovec* parts, int count) {
  return refuses(descriptor, "write", bytes_of(parts, count))
             ? -1
             : next<decltype(writev)>("writev")(descriptor, parts, count);
}

ssize_t pwrite(int descriptor, const void* bytes, size_t count, off_t at) {
  return refuses(descriptor, "write", count)
             ? -1
             : next<decltype(pwrite)>("pwrite")(descriptor, bytes, count, at);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t count, off64_t at) {
  return refuses(descriptor, "write", count)
             ? -1
             : next<decltype(pwrite64)>("pwrite64")(descriptor, bytes, count, at);
}

ssize_t copy_file_range(int from, off64_t* from_at, int to, off64_t* to_at, size_t count,
                        unsigned flags) {
  struct stat status{};
  const bool is_known = fstat(from, &status) == 0;
  const off_t at = lseek(from, 0, SEEK_CUR);
  const off_t left = is_known && at >= 0 ? status.st_size - at : 0;
  return refuses(to, "write", static_cast<std::size_t>(left > 0 ? left : 0))
             ? -1
             : next<decltype(copy_file_range)>("copy_file_range")(from, from_at, to, to_at, count,
                                                                  flags);
}

int fsync(int descriptor) {
  return refuses(descriptor, "sync", 1) ? -1 : next<decltype(fsync)>("fsync")(descriptor);
}

int fdatasync(int descriptor) {
  return refuses(descriptor, "sync", 1) ? -1 : next<decltype(fdatasync)>("fdatasync")(descriptor);
}

ssize_t read(int descriptor, void* bytes, size_t count) {
  return refuses(descriptor, "read", count)
             ? -1
             : next<decltype(read)>("read")(descriptor, bytes, count);
}

ssize_t pread(int descriptor, void* bytes, size_t count, off_t at) {
  return refuses(descriptor, "read", count)
             ? -1
             : next<decltype(pread)>("pread")(descriptor, bytes, count, at);
}

ssize_t pread64(int descriptor, void* bytes, size_t count, off64_t at) {
  return refuses(descriptor, "read", count)
             ? -1
             : next<decltype(pread64)>("pread64")(descriptor, bytes, count, at);
}

int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const int descriptor = open_by("open", path, flags, rest);
  va_end(rest);
  return descriptor;
}

int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const int descriptor = open_by("open64", path, flags, rest);
  va_end(rest);
  return descriptor;
}

int mkdir(const char* path, mode_t mode) {
  return refuses_to_open(path, O_CREAT) ? -1 : next<decltype(mkdir)>("mkdir")(path, mode);
}

int clock_gettime(clockid_t clock, timespec* time) {
  const int result = next<decltype(clock_gettime)>("clock_gettime")(clock, time);
  if (result == 0 && clock == CLOCK_REALTIME) {
    time->tv_sec += std::atoll(setting("BULLETIN_FAULT_CLOCK").c_str());
  }
  return result;
}

}  // extern "C"
