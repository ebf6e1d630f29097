// Code points of text that may be anything: the one place that walks it by ICU's macro.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <unicode/utf8.h>

namespace bulletin {

/// Returns the code point at byte `at`, which lies in `text`, and moves `at` behind it; a negative
/// value for an ill-formed sequence, which is passed over as far as it makes sense (one to three
/// bytes). `text` is shorter than 2 GB. O(1), never throws.
[[nodiscard]] inline std::int32_t checked_code_point(std::string_view text, std::size_t& at) {
  auto index = static_cast<std::int32_t>(at);
  UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // ICU's macro narrows inside.
  // NOLINTNEXTLINE(bugprone-inc-dec-in-conditions): in the macro.
  U8_NEXT(text.data(), index, static_cast<std::int32_t>(text.size()), c);
#pragma GCC diagnostic pop
  at = static_cast<std::size_t>(index);
  return c;
}

}  // namespace bulletin
