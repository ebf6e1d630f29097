// The files of the page that live in the program: style, scripts, icon, and the borders of the map.

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "searcher/web/http.hpp"

namespace bulletin {

/// One file.
struct Asset {
  std::string_view name;  ///< `style.css`.
  std::string_view content_type;
  std::string_view bytes;
  bool served = true;  ///< Whether a browser may ask for it.
};

/// Returns all files.
[[nodiscard]] std::span<const Asset> assets();

/// Returns the bytes of a file of this program. `name` is known to exist.
[[nodiscard]] std::string_view asset_bytes(std::string_view name);

/// Returns `/assets/style.css?v=HASH`: another address as soon as the bytes are others, so that
/// browsers may keep them for good.
[[nodiscard]] std::string asset_link(std::string_view name);

/// Answers `/assets/NAME`; 404 for any other name. Kept for a year where `v` is right.
[[nodiscard]] WebResponse answer_asset(const WebRequest& request);

/// Returns a short hash of bytes, hexadecimal.
[[nodiscard]] std::string short_hash(std::string_view bytes);

}  // namespace bulletin
