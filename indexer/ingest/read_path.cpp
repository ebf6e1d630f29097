#include "indexer/ingest/read_path.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "indexer/ingest/item_fields.hpp"
#include "indexer/ingest/json_lines.hpp"
#include "indexer/ingest/text_formats.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxTextFileBytes = 64U << 20U;
constexpr std::string_view kByteOrderMark = "\uFEFF";
constexpr std::array<std::string_view, 6> kExtensions{".txt",   ".md",     ".markdown",
                                                      ".jsonl", ".ndjson", ".json"};

void report(const fs::path& path, const std::string& message, const ItemSink& sink) {
  sink.on_problem({{path.string(), 0}, message});
}

bool is_item_file(const fs::path& path) {
  const std::string name = path.filename().string();
  return !name.starts_with('.') && !name.starts_with("README") &&
         std::ranges::find(kExtensions, path.extension().string()) != kExtensions.end();
}

bool is_markdown(const fs::path& path) {
  return path.extension() == ".md" || path.extension() == ".markdown";
}

// Returns the first byte that is no white space and no byte order mark, if there is one; the stream
// is rewound.
std::optional<char> first_byte(std::ifstream& file) {
  std::array<char, 4096> part{};
  std::optional<char> first;
  for (file.read(part.data(), part.size()); !first && file.gcount() > 0;
       file.read(part.data(), part.size())) {
    const auto bytes = trim(std::string_view(part.data(), static_cast<std::size_t>(file.gcount())));
    if (!bytes.empty()) {
      first = bytes.front();
    }
  }
  file.clear();
  file.seekg(0);
  return first;
}

void skip_byte_order_mark(std::ifstream& file) {
  std::array<char, kByteOrderMark.size()> head{};
  file.read(head.data(), head.size());
  if (std::string_view(head.data(), head.size()) != kByteOrderMark) {
    file.clear();
    file.seekg(0);
  }
}

void read_text_file(std::ifstream& file, const fs::path& path, const ItemSink& sink) {
  std::error_code error;
  if (fs::file_size(path, error) > kMaxTextFileBytes) {
    report(path, "text file is larger than " + std::to_string(kMaxTextFileBytes >> 20U) + " MB",
           sink);
    return;
  }
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::string name = path.string();
  if (has_front_matter(text)) {
    read_front_matter(text, name, sink);
  } else if (is_markdown(path)) {
    read_markdown(text, name, sink);
  } else {
    read_listing(text, name, sink);
  }
}

void read_file(const fs::path& path, const ItemSink& sink) {
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
  const std::optional<char> first = first_byte(file);
  skip_byte_order_mark(file);
  if (first == '{') {
    read_json_lines(file, path.string(), sink);
  } else if (first) {
    read_text_file(file, path, sink);
  }
  if (file.bad()) {
    report(path, std::string("cannot read it to the end: ") + std::strerror(errno), sink);
  }
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
void read_folder(const fs::path& folder, const ItemSink& sink) {
  for (const fs::path& entry : entries_of(folder, sink)) {
    std::error_code error;
    if (fs::is_directory(fs::symlink_status(entry, error))) {
      if (!entry.filename().string().starts_with('.')) {
        read_folder(entry, sink);
      }
    } else if (is_item_file(entry)) {
      read_file(entry, sink);
    }
  }
}

}  // namespace

void read_path(const fs::path& path, const ItemSink& sink) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) {
    report(path, "no such file or folder", sink);
  } else if (fs::is_directory(status)) {
    read_folder(path, sink);
  } else {
    read_file(path, sink);
  }
}

}  // namespace bulletin
