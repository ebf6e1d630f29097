#include "searcher/query/dictionary.hpp"

#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indexer/analysis/analyzer.hpp"
#include "searcher/query/dictionary_format.hpp"

namespace bulletin {
namespace {

// Returns the part of `row` before its next NUL and steps behind that.
std::string_view next_field(std::string_view& row) {
  const std::size_t end = std::min(row.find('\0'), row.size());
  const std::string_view field = row.substr(0, end);
  row.remove_prefix(std::min(end + 1, row.size()));
  return field;
}

}  // namespace

void Dictionary::Unmap::operator()(const char* mapped) const {
  ::munmap(const_cast<char*>(mapped), bytes);
}

std::optional<Dictionary> Dictionary::open(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return std::nullopt;
  }
  struct stat status{};
  const bool is_file = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  const auto bytes = static_cast<std::size_t>(is_file ? status.st_size : 0);
  void* const mapped = bytes < sizeof(DictionaryHeader)
                           ? MAP_FAILED
                           : ::mmap(nullptr, bytes, PROT_READ, MAP_PRIVATE, file, 0);
  ::close(file);
  if (mapped == MAP_FAILED) {
    return std::nullopt;
  }
  Dictionary dictionary(
      std::unique_ptr<const char, Unmap>(static_cast<const char*>(mapped), Unmap{bytes}));
  return dictionary.read_header() ? std::optional(std::move(dictionary)) : std::nullopt;
}

bool Dictionary::read_header() {
  const std::string_view whole(file_.get(), file_.get_deleter().bytes);
  DictionaryHeader header{};
  std::memcpy(&header, whole.data(), sizeof(header));
  if (std::string_view(header.magic.data(), header.magic.size()) != kDictionaryMagic) {
    return false;
  }
  const std::size_t analyzer_at =
      sizeof(header) + (std::size_t{header.rows} + 1) * sizeof(std::uint32_t);
  const std::size_t source_at = analyzer_at + header.analyzer_bytes;
  const std::size_t rows_at = source_at + header.source_bytes;
  if (whole.size() != rows_at + header.row_bytes ||
      whole.substr(analyzer_at, header.analyzer_bytes) != analyzer_id()) {
    return false;
  }
  offsets_count_ = std::size_t{header.rows} + 1;
  source_ = whole.substr(source_at, header.source_bytes);
  rows_ = whole.substr(rows_at);
  return true;
}

std::uint32_t Dictionary::offset(std::size_t row) const {
  std::uint32_t value = 0;
  std::memcpy(&value, file_.get() + sizeof(DictionaryHeader) + row * sizeof(value), sizeof(value));
  return value;
}

// A damaged file gives wrong rows, never bytes outside it.
std::string_view Dictionary::row(std::size_t number) const {
  const std::size_t begin = std::min<std::size_t>(offset(number), rows_.size());
  const std::size_t end = std::min<std::size_t>(offset(number + 1), rows_.size());
  return begin < end ? rows_.substr(begin, end - begin) : std::string_view();
}

std::string_view Dictionary::key(std::size_t row_number) const {
  std::string_view fields = row(row_number);
  return next_field(fields);
}

std::vector<std::string_view> Dictionary::keys_beginning(std::string_view beginning) const {
  std::size_t low = 0;
  for (std::size_t high = rows(); low < high;) {
    const std::size_t middle = low + (high - low) / 2;
    (key(middle) < beginning ? low : high) = key(middle) < beginning ? middle + 1 : middle;
  }
  std::vector<std::string_view> keys;
  for (; low < rows() && key(low).starts_with(beginning); ++low) {
    keys.push_back(key(low));
  }
  return keys;
}

std::vector<DictionaryEntry> Dictionary::find(std::string_view key) const {
  std::size_t low = 0;
  std::size_t high = rows();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    std::string_view fields = row(middle);
    const std::string_view found = next_field(fields);
    if (found == key) {
      std::vector<DictionaryEntry> entries;
      while (!fields.empty()) {
        const auto rank = static_cast<unsigned char>(fields.front());
        fields.remove_prefix(1);
        entries.push_back({next_field(fields), rank == 0 ? 0U : rank - 1U});
      }
      return entries;
    }
    (found < key ? low : high) = found < key ? middle + 1 : middle;
  }
  return {};
}

}  // namespace bulletin
