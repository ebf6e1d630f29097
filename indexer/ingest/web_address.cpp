#include "indexer/ingest/web_address.hpp"

#include <algorithm>
#include <vector>

#include "indexer/ingest/html_tags.hpp"
#include "indexer/ingest/item_fields.hpp"

namespace bulletin {
namespace {

// Parts of an absolute address: `https:`, `//host`, `/path`, `?query`.
struct Parts {
  std::string_view scheme, host, path, query;
};

Parts split(std::string_view address) {
  Parts parts;
  address = address.substr(0, address.find('#'));
  const std::size_t colon = address.find(':');
  parts.scheme = address.substr(0, colon + 1);
  address.remove_prefix(colon + 1);
  parts.host = address.substr(0, address.find_first_of("/?", 2));
  address.remove_prefix(parts.host.size());
  parts.path = address.substr(0, address.find('?'));
  parts.query = address.substr(parts.path.size());
  return parts;
}

// `mailto:`, `javascript:`; a colon behind a slash is part of a path.
bool has_scheme(std::string_view reference) {
  const std::size_t stop = reference.find_first_of(":/?#");
  return stop != std::string_view::npos && reference[stop] == ':';
}

std::string without_dots(std::string_view path) {
  std::vector<std::string_view> kept;
  bool folder = true;
  while (!path.empty()) {
    path.remove_prefix(1);  // Its slash.
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(part.size());
    folder = part == "." || part == "..";
    if (part == ".." && !kept.empty()) {
      kept.pop_back();
    } else if (!folder) {
      kept.push_back(part);
    }
  }
  std::string result;
  for (const std::string_view part : kept) {
    result += '/';
    result += part;
  }
  return folder ? result + '/' : result;
}

std::string join(std::string_view scheme, std::string_view host, std::string_view path,
                 std::string_view query) {
  std::string address(scheme);
  address += host;
  address += without_dots(path);
  address += query;
  // A blank within is a mistake that browsers mend.
  for (std::size_t at = address.find(' '); at != std::string::npos; at = address.find(' ', at)) {
    address.replace(at, 1, "%20");
  }
  return address;
}

bool is_plain(std::string_view reference) {
  return std::ranges::none_of(
             reference, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }) &&
         check_plain_text(reference).empty();
}

}  // namespace

bool is_web_address(std::string_view text) {
  const std::string start = ascii_lower(text.substr(0, 8));
  const std::size_t host = start.starts_with("http://") ? 7 : start == "https://" ? 8 : 0;
  return host > 0 && text.size() > host && text[host] != '/';
}

std::string resolve_address(std::string_view base, std::string_view reference) {
  reference = trim(reference);
  if (reference.empty() || reference.starts_with('#') || !is_plain(reference)) {
    return {};
  }
  if (is_web_address(reference)) {
    const Parts parts = split(reference);
    return join(parts.scheme, parts.host, parts.path, parts.query);
  }
  if (has_scheme(reference) || !is_web_address(base) || !is_plain(base)) {
    return {};
  }
  const Parts parts = split(base);
  if (reference.starts_with("//")) {
    return resolve_address({}, std::string(parts.scheme) + std::string(reference));
  }
  reference = reference.substr(0, reference.find('#'));
  const std::string_view path = reference.substr(0, reference.find('?'));
  const std::string_view query = reference.substr(path.size());
  if (path.empty()) {
    return join(parts.scheme, parts.host, parts.path, query);
  }
  if (path.starts_with('/')) {
    return join(parts.scheme, parts.host, path, query);
  }
  const std::string folder(parts.path.substr(0, parts.path.rfind('/') + 1));
  return join(parts.scheme, parts.host, (folder.empty() ? "/" : folder) + std::string(path), query);
}

}  // namespace bulletin
