// A file that is there only when it is whole.

#pragma once

#include <filesystem>
#include <fstream>
#include <string_view>

namespace bulletin {

/// Writes beside a file and puts what is written in its place at the end. Going away before, it
/// leaves nothing and the file as it was.
class NewFile {
 public:
  /// Throws `Error{kInternal}` where nothing can be written there, as the others do.
  explicit NewFile(std::filesystem::path path);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  void write(std::string_view bytes);

  /// Brings it to disk and renames it. Call it once.
  void take_place();

 private:
  [[noreturn]] void fail() const;

  std::filesystem::path path_;
  std::filesystem::path beside_;
  std::ofstream out_;
};

}  // namespace bulletin
