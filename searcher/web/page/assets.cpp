#include "searcher/web/page/assets.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdio>

#include <xxhash.h>

// The bytes that asset_bytes.S puts into the program, each with the place behind its last one.
extern "C" {
extern const char bulletin_style_css[], bulletin_style_css_end[];
extern const char bulletin_print_css[], bulletin_print_css_end[];
extern const char bulletin_search_mjs[], bulletin_search_mjs_end[];
extern const char bulletin_suggest_mjs[], bulletin_suggest_mjs_end[];
extern const char bulletin_histogram_mjs[], bulletin_histogram_mjs_end[];
extern const char bulletin_keyboard_mjs[], bulletin_keyboard_mjs_end[];
extern const char bulletin_icon_svg[], bulletin_icon_svg_end[];
extern const char bulletin_world_tsv[], bulletin_world_tsv_end[];
}

namespace bulletin {
namespace {

constexpr std::string_view kCss = "text/css; charset=utf-8";
constexpr std::string_view kScript = "text/javascript; charset=utf-8";

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

std::string quoted_hash(const Asset& asset) {
  return '"' + short_hash(asset.bytes) + '"';
}

const Asset* find_asset(std::string_view name) {
  const auto all = assets();
  const auto found = std::ranges::find(all, name, &Asset::name);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::span<const Asset> assets() {
  static const std::array<Asset, 8> all = {{
      {"style.css", kCss, between(bulletin_style_css, bulletin_style_css_end)},
      {"print.css", kCss, between(bulletin_print_css, bulletin_print_css_end)},
      {"search.mjs", kScript, between(bulletin_search_mjs, bulletin_search_mjs_end)},
      {"suggest.mjs", kScript, between(bulletin_suggest_mjs, bulletin_suggest_mjs_end)},
      {"histogram.mjs", kScript, between(bulletin_histogram_mjs, bulletin_histogram_mjs_end)},
      {"keyboard.mjs", kScript, between(bulletin_keyboard_mjs, bulletin_keyboard_mjs_end)},
      {"icon.svg", "image/svg+xml", between(bulletin_icon_svg, bulletin_icon_svg_end)},
      {"world.tsv", "text/plain", between(bulletin_world_tsv, bulletin_world_tsv_end), false},
  }};
  return all;
}

std::string_view asset_bytes(std::string_view name) {
  const Asset* const asset = find_asset(name);
  assert(asset != nullptr && "the program asks for its own files only");
  return asset->bytes;
}

std::string asset_link(std::string_view name) {
  return "/assets/" + std::string(name) + "?v=" + short_hash(asset_bytes(name));
}

std::string short_hash(std::string_view bytes) {
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(bytes.data(), bytes.size())));
  return digits.data();
}

WebResponse answer_asset(const WebRequest& request) {
  constexpr std::string_view kFolder = "/assets/";
  const Asset* const asset = find_asset(
      std::string_view(request.path).substr(std::min(kFolder.size(), request.path.size())));
  if (asset == nullptr || !asset->served) {
    return {.status = 404, .content_type = "text/plain; charset=utf-8", .body = "no such file\n"};
  }
  const bool is_this_version = value_of(request.parameters, "v") == short_hash(asset->bytes);
  return {.content_type = std::string(asset->content_type),
          .body = std::string(asset->bytes),
          .etag = quoted_hash(*asset),
          .cache_control = is_this_version ? "public, max-age=31536000, immutable" : "no-cache"};
}

}  // namespace bulletin
