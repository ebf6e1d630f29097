#include "indexer/base/new_file.hpp"

#include <cerrno>
#include <utility>

#include "indexer/base/disk.hpp"

namespace bulletin {

NewFile::NewFile(std::filesystem::path path)
    : path_(std::move(path)),
      beside_(path_.string() + ".part"),
      out_(beside_, std::ios::binary | std::ios::trunc) {
  if (!out_) {
    fail();
  }
}

NewFile::~NewFile() {
  out_.close();
  std::error_code error;
  std::filesystem::remove(beside_, error);
}

void NewFile::write(std::string_view bytes) {
  errno = 0;
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out_) {
    fail();
  }
}

void NewFile::take_place() {
  errno = 0;
  out_.close();
  if (!out_) {
    fail();
  }
  sync_to_disk(beside_);
  std::error_code error;
  std::filesystem::rename(beside_, path_, error);
  if (error) {
    throw_disk_error("write " + path_.string(), error);
  }
  sync_to_disk(std::filesystem::absolute(path_).parent_path());
}

void NewFile::fail() const {
  throw_disk_error("write " + path_.string(), last_disk_error());
}

}  // namespace bulletin
