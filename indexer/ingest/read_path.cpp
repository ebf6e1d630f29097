#include "indexer/ingest/read_path.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include <unistd.h>

#include "indexer/ingest/byte_stream.hpp"
#include "indexer/ingest/format.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

void report(const fs::path& path, const std::string& message, const ItemSink& sink) {
  sink.on_problem({{path.string(), 0}, message});
}

ByteStream bytes_of(std::ifstream& file) {
  return ByteStream([&file](std::span<char> buffer) {
    file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    if (file.bad()) {
      throw std::runtime_error(std::strerror(errno));
    }
    return static_cast<std::size_t>(file.gcount());
  });
}

void read_file(const fs::path& path, const ReadOptions& options, const ItemSink& sink) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) {
    report(path, "neither a file nor a folder", sink);
    return;
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    report(path, std::string("cannot read it: ") + std::strerror(errno), sink);
    return;
  }
  ByteStream bytes = bytes_of(file);
  read_bytes(bytes, {.path = path.string()}, options, sink);
}

void read_standard_input(const ReadOptions& options, const ItemSink& sink) {
  ByteStream bytes([](std::span<char> buffer) {
    const ssize_t count = read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count < 0) {
      throw std::runtime_error(std::strerror(errno));
    }
    return static_cast<std::size_t>(count);
  });
  read_bytes(bytes, {.path = std::string(kStandardInput)}, options, sink);
}

std::vector<fs::path> entries_of(const fs::path& folder, const ItemSink& sink) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    entries.push_back(entry->path());
  }
  if (error) {
    report(folder, "cannot read the folder: " + error.message(), sink);
  }
  std::ranges::sort(entries);
  return entries;
}

// Links to folders are not followed, so no loop can arise.
void read_folder(const fs::path& folder, const ReadOptions& options, const ItemSink& sink) {
  for (const fs::path& entry : entries_of(folder, sink)) {
    std::error_code error;
    if (fs::is_directory(fs::symlink_status(entry, error))) {
      if (!entry.filename().string().starts_with('.')) {
        read_folder(entry, options, sink);
      }
    } else if (is_item_file(entry.string(), options.with_documents)) {
      read_file(entry, options, sink);
    }
  }
}

}  // namespace

void read_path(const fs::path& path, const ReadOptions& options, const ItemSink& sink) {
  if (path == kStandardInput) {
    return read_standard_input(options, sink);
  }
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) {
    report(path, "no such file or folder", sink);
  } else if (fs::is_directory(status)) {
    read_folder(path, options, sink);
  } else {
    read_file(path, options, sink);
  }
}

}  // namespace bulletin
