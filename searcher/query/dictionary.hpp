// Words of one language in the other: a compiled table, mapped read-only, so that opening it costs
// microseconds and only the pages asked for are read.

#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace bulletin {

/// What a word may be called in the other language.
struct DictionaryEntry {
  std::string_view text;  ///< Chinese, or English words; folded. Lives as long as the dictionary.
  unsigned rank = 0;      ///< From 0, the most usual meaning.

  bool operator==(const DictionaryEntry&) const = default;
};

/// A compiled dictionary. Lookups are const and thread-safe.
class Dictionary {
 public:
  /// Opens the table at `path`. Nothing where there is none, or one that this program cannot use.
  [[nodiscard]] static std::optional<Dictionary> open(const std::filesystem::path& path);

  /// Returns what `key` may be called, best first; empty for an unknown word. `key` is folded
  /// Chinese, or English stems with one space between. O(log rows).
  [[nodiscard]] std::vector<DictionaryEntry> find(std::string_view key) const;

  /// Returns the keys that begin with `beginning`, ascending. O(log rows + keys).
  [[nodiscard]] std::vector<std::string_view> keys_beginning(std::string_view beginning) const;

  /// Returns where the words come from; empty when the table only knows names of places.
  [[nodiscard]] std::string_view source() const { return source_; }

  [[nodiscard]] std::size_t rows() const { return offsets_count_ - 1; }

 private:
  struct Unmap {
    std::size_t bytes = 0;
    void operator()(const char* mapped) const;
  };

  explicit Dictionary(std::unique_ptr<const char, Unmap> file) : file_(std::move(file)) {}

  [[nodiscard]] bool read_header();
  [[nodiscard]] std::uint32_t offset(std::size_t row) const;
  [[nodiscard]] std::string_view row(std::size_t number) const;
  [[nodiscard]] std::string_view key(std::size_t row_number) const;

  std::unique_ptr<const char, Unmap> file_;
  std::size_t offsets_count_ = 1;
  std::string_view source_;
  std::string_view rows_;
};

}  // namespace bulletin
