// Text inside an address.

#pragma once

#include <string>
#include <string_view>

namespace bulletin {

/// Returns `text`, any bytes, with every byte as `%E5` that is neither a letter, a digit, one of
/// `-._~` nor in `kept`.
[[nodiscard]] std::string percent_encoded(std::string_view text, std::string_view kept = {});

}  // namespace bulletin
