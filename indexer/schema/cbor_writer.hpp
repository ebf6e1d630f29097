// Puts CBOR together from front to back, without a tree: the other half of CborReader.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bulletin {

/// Writes one value after another, each in its shortest form, which is the only one that
/// CborReader takes. An array is its size and then so many values: counting them is the caller's.
class CborWriter {
 public:
  /// `text` may be any bytes.
  void text(std::string_view text);

  void number(std::uint64_t number);
  void boolean(bool value);
  void null();

  /// Begins an array of `size` values.
  void array(std::size_t size);

  /// Returns what was written and leaves nothing.
  [[nodiscard]] std::string take();

  /// Makes room for so many bytes more.
  void reserve(std::size_t bytes);

 private:
  enum Kind : std::uint8_t { kNumber = 0, kText = 3, kArray = 4 };

  void head(Kind kind, std::uint64_t value);
  void byte(std::uint64_t bits);

  std::string bytes_;
};

}  // namespace bulletin
