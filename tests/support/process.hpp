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

/// All that a child needs to become a program, made before it is forked: other threads may hold
/// the locks of memory and environment at that moment, and in the child nobody lets them go.
class Launch {
 public:
  /// As for run().
  explicit Launch(const std::vector<std::string>& arguments,
                  const std::vector<std::string>& environment = {});
  Launch(const Launch&) = delete;
  Launch& operator=(const Launch&) = delete;

  /// Becomes the program, on the streams there are; ends with 127 where it cannot.
  [[noreturn]] void become() const;

 private:
  std::string path_;
  std::vector<std::string> arguments_;
  std::vector<std::string> environment_;
  std::vector<char*> argv_, envp_;  // Into the above.
};

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

/// A program that runs beside the test, killed with the object if it has not ended.
class RunningProgram {
 public:
  /// Starts it as run() does, its standard input a pipe.
  explicit RunningProgram(const std::vector<std::string>& arguments);
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  /// Writes to its standard input, which stays open.
  void feed(const std::string& bytes) const;

  /// Returns the number of its process; negative once it has been waited for.
  [[nodiscard]] int process() const { return child_; }

  /// Sends it a signal.
  void signal(int number) const;

  /// Waits until its stdout holds `lines` lines, ten seconds at most; returns all of it.
  [[nodiscard]] std::string out_after(std::size_t lines) const;

  /// The same of its stderr.
  [[nodiscard]] std::string err_after(std::size_t lines) const;

  /// Waits for its end.
  [[nodiscard]] Finished wait();

 private:
  [[nodiscard]] std::string text_after(const char* file, std::size_t lines) const;

  TemporaryFolder folder_;
  int input_ = -1;
  int child_ = -1;
};

/// Returns the bytes of a file.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

}  // namespace bulletin::test
