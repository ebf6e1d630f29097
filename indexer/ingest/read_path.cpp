#include "indexer/ingest/read_path.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <span>
#include <stdexcept>
#include <string>

#include <unistd.h>

#include "indexer/ingest/byte_stream.hpp"
#include "indexer/ingest/item_files.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

void report(const fs::path& path, const std::string& message, const ItemSink& sink) {
  sink.on_problem({{path.string(), 0}, message});
}

// Tells of bytes that have been read; returns how many of them count.
std::size_t told(std::size_t count, const ItemSink& sink) {
  return sink.on_bytes && !sink.on_bytes(count) ? 0 : count;
}

ByteStream bytes_of(std::ifstream& file, const ItemSink& sink) {
  return ByteStream([&file, &sink](std::span<char> buffer) {
    file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    if (file.bad()) {
      throw std::runtime_error(std::strerror(errno));
    }
    return told(static_cast<std::size_t>(file.gcount()), sink);
  });
}

void read_standard_input(const ReadOptions& options, const ItemSink& sink) {
  ByteStream bytes([&sink](std::span<char> buffer) {
    const ssize_t count = read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count < 0) {
      throw std::runtime_error(std::strerror(errno));
    }
    return told(static_cast<std::size_t>(count), sink);
  });
  read_bytes(bytes, {.path = std::string(kStandardInput)}, options, sink);
}

}  // namespace

void read_file(const fs::path& path, const ReadOptions& options, const ItemSink& sink) {
  if (path == kStandardInput) {
    return read_standard_input(options, sink);
  }
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
  ByteStream bytes = bytes_of(file, sink);
  read_bytes(bytes, {.path = path.string()}, options, sink);
}

void read_path(const fs::path& path, const ReadOptions& options, const ItemSink& sink) {
  for (const fs::path& file : item_files(path, options, sink.on_problem)) {
    read_file(file, options, sink);
  }
}

}  // namespace bulletin
