// What of a text that is being typed can be completed: its last word, and the words before it that
// may belong to the same name.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bulletin {

/// An end of the typed text that a completion takes the place of.
struct TypedEnding {
  std::size_t begin_byte = 0;  ///< Where it begins in the text; it goes on to the end.
  std::string folded;
  std::vector<std::string> pieces;  ///< Outside Chinese: what stands between spaces, hyphens and
                                    ///< apostrophes; the last is empty behind a space.
  std::size_t words = 1;            ///< Words outside Chinese.
  bool is_han = false;

  bool operator==(const TypedEnding&) const = default;
};

/// Most bytes of a text that are looked at, from its end.
inline constexpr std::size_t kTypedBytes = 200;

/// Returns the endings of `text`, any bytes, the longest first; none behind a mark or in an empty
/// text. Chinese: up to twelve characters back. Else up to five words with one space or hyphen
/// between.
[[nodiscard]] std::vector<TypedEnding> typed_endings(std::string_view text);

/// A date that is being typed: `2019`, `2019-1`, `2019年1`.
struct TypedDate {
  std::size_t begin_byte = 0;
  std::string year;        ///< Two to four digits; a whole year where more is typed.
  std::string month;       ///< None to two digits.
  bool has_month = false;  ///< A month is begun or the year is ended by a hyphen or 年.
  bool is_chinese = false;

  bool operator==(const TypedDate&) const = default;
};

/// Returns the date that `text` ends in, or nothing.
[[nodiscard]] std::optional<TypedDate> typed_date(std::string_view text);

}  // namespace bulletin
