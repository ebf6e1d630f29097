// The bytes of one file, archive member or pipe, read once from front to back. Readers of formats
// that may be larger than memory take them from here.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bulletin {

/// How a line ended.
enum class LineState : std::uint8_t { kRead, kTooLong, kEnd };

/// A source of bytes with a look ahead. Not copyable in spirit: one reader takes the bytes.
class ByteStream {
 public:
  /// Fills the buffer with up to its size of further bytes and returns how many; 0 at the end.
  /// What goes wrong is said by throwing `std::runtime_error` with the cause.
  using Fill = std::function<std::size_t(std::span<char>)>;

  explicit ByteStream(Fill fill) : fill_(std::move(fill)) {}

  /// Reads from memory that has to outlive the stream.
  [[nodiscard]] static ByteStream of(std::string_view bytes);

  /// Returns up to `count` of the next bytes without taking them; fewer only at the end.
  [[nodiscard]] std::string_view peek(std::size_t count);

  /// Passes over `count` bytes, or all that are left.
  void skip(std::size_t count);

  /// Takes the next line without its `\n` (a `\r` stays). One over `max_bytes` is passed over
  /// without being held.
  [[nodiscard]] LineState next_line(std::string& line, std::size_t max_bytes);

  /// Takes up to `count` bytes; fewer only at the end.
  [[nodiscard]] std::string take(std::size_t count);

  /// Takes everything that is left, or nothing when that is over `max_bytes`.
  [[nodiscard]] std::optional<std::string> take_all(std::size_t max_bytes);

  /// Tells whether all bytes have been taken.
  [[nodiscard]] bool at_end() { return peek(1).empty(); }

  /// Returns why the bytes ended early, or an empty string.
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  /// Makes at least one more byte available behind `begin_`; false at the end.
  bool refill();
  [[nodiscard]] std::string_view waiting() const {
    return std::string_view(buffer_).substr(begin_);
  }

  Fill fill_;
  std::string buffer_;
  std::size_t begin_ = 0;  ///< First byte of the buffer that is not taken.
  bool ended_ = false;
  std::string error_;
};

}  // namespace bulletin
