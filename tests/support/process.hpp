// Runs the real programs and keeps what they say.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace bulletin::test {

/// What a finished program left behind.
struct Finished {
  int status = -1;  ///< Exit status, or 128 + signal.
  std::string out;
  std::string err;
};

/// Runs `arguments`; the first names a program of this build (`bulletin-index`) or a path.
///
/// `environment` adds `NAME=value` entries. Output goes through files, so no size blocks.
[[nodiscard]] Finished run(const std::vector<std::string>& arguments,
                           const std::vector<std::string>& environment = {});

/// A folder that goes away with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Returns the path of `name` inside.
  [[nodiscard]] std::string at(const std::string& name) const { return (path_ / name).string(); }

  /// Writes a file and returns its path.
  std::string write(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path path_;
};

/// Returns the bytes of a file.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

}  // namespace bulletin::test
