// Who is looking: the language and the colours that a page is made in.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/web/http.hpp"

namespace bulletin {

/// Language of the interface.
enum class UiLang : std::uint8_t { kEnglish, kChinese };

/// Colours; `kAuto` follows the device.
enum class Theme : std::uint8_t { kAuto, kLight, kDark };

/// What a request says of its reader.
struct Visitor {
  UiLang lang = UiLang::kEnglish;
  Theme theme = Theme::kAuto;
  WebParameters carried;   ///< Choices that no cookie holds yet: links have to name them.
  std::string set_cookie;  ///< Keeps a choice made by this request; empty for none.
};

/// Reads `ui` (en, zh) and `theme` (auto, light, dark) from the parameters, else from the cookie
/// `view`, the language else from Accept-Language, else English. Any bytes.
[[nodiscard]] Visitor visitor_of(const WebRequest& request);

/// Returns the language that `header` likes best: by its weights, the first of equals.
[[nodiscard]] UiLang accepted_language(std::string_view header);

/// Return `en` or `zh-Hans`, and what the parameters call a choice.
[[nodiscard]] std::string_view language_tag(UiLang lang);
[[nodiscard]] std::string_view ui_name(UiLang lang);
[[nodiscard]] std::string_view theme_name(Theme theme);

}  // namespace bulletin
