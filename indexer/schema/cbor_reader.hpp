// Takes CBOR apart from front to back, without a tree: for bytes of which the reader knows the
// shape, and which may be damaged all the same.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bulletin {

/// Throws `std::runtime_error(what)` unless `holds`: the way in which damaged bytes end.
void expect_sound(bool holds, const char* what);

/// Reads one value after another. Each call throws `std::runtime_error`, which says what is wrong,
/// unless that very value comes next, whole and in its shortest form: what was read can be written
/// back in one way only. Nothing is allocated. Not for tags, maps and fractions.
class CborReader {
 public:
  /// Keeps a view of `bytes`.
  explicit CborReader(std::string_view bytes) : rest_(bytes) {}

  /// Returns the bytes of a text, any bytes, as a view of what is read.
  [[nodiscard]] std::string_view text();

  [[nodiscard]] std::uint64_t number();

  /// The same of a number that may be below 0.
  [[nodiscard]] std::int64_t signed_number();

  [[nodiscard]] bool boolean();

  /// Returns how many values stand in the array that begins; never more than there are bytes left.
  [[nodiscard]] std::size_t array();

  /// Begins an array of exactly `size` values.
  void array_of(std::size_t size);

  /// Steps over a null where one comes next, and tells whether it did.
  [[nodiscard]] bool take_null();

  /// Nothing may follow.
  void end() const;

 private:
  enum Kind : std::uint8_t { kNumber = 0, kNegative = 1, kText = 3, kArray = 4 };

  [[nodiscard]] std::uint64_t head(Kind kind);
  [[nodiscard]] unsigned next_byte() const;

  std::string_view rest_;
};

}  // namespace bulletin
