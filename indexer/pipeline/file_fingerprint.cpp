#include "indexer/pipeline/file_fingerprint.hpp"

#include <array>
#include <chrono>
#include <fstream>
#include <thread>

#include <sys/stat.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace bulletin {
namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

// Longest time between two ticks of the clock that stamps files: a kernel at 100 Hz.
constexpr milliseconds kTick{10};

nanoseconds now() {
  return std::chrono::system_clock::now().time_since_epoch();
}

nanoseconds changed_at(const struct stat& status) {
  return std::chrono::seconds(status.st_mtim.tv_sec) + nanoseconds(status.st_mtim.tv_nsec);
}

bool stat_file(const std::filesystem::path& file, struct stat& status) {
  return stat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

}  // namespace

std::optional<FileFingerprint> look_at_file(const std::filesystem::path& file) {
  struct stat status{};
  if (!stat_file(file, status)) {
    return std::nullopt;
  }
  const nanoseconds age = now() - changed_at(status);
  if (age >= nanoseconds(0) && age < kTick) {
    std::this_thread::sleep_for(kTick - age);
    if (!stat_file(file, status)) {
      return std::nullopt;
    }
  }
  return FileFingerprint{.size = static_cast<std::uint64_t>(status.st_size),
                         .changed_ns = changed_at(status).count(),
                         .hash = 0};
}

std::optional<std::uint64_t> hash_of_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    return std::nullopt;
  }
  XXH3_state_t state;
  XXH3_64bits_reset(&state);
  std::array<char, std::size_t{64} << 10U> buffer;
  while (stream.read(buffer.data(), buffer.size()) || stream.gcount() > 0) {
    XXH3_64bits_update(&state, buffer.data(), static_cast<std::size_t>(stream.gcount()));
  }
  return stream.bad() ? std::nullopt : std::optional<std::uint64_t>(XXH3_64bits_digest(&state));
}

}  // namespace bulletin
