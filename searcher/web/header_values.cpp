#include "searcher/web/header_values.hpp"

#include <algorithm>
#include <charconv>

namespace bulletin {
namespace {

constexpr std::string_view kSpaces = " \t";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equal_words(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

// Cuts the part before the next `separator` off `rest`.
std::string_view next_part(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return trimmed(part);
}

// Reads `1`, `0.5`, `0.125` as thousandths; nothing for any other form.
std::optional<int> read_quality(std::string_view text) {
  constexpr std::size_t kLongest = 5;
  const bool is_plain = !text.empty() && text.size() <= kLongest &&
                        (text.size() == 1 || text[1] == '.') && (text[0] == '0' || text[0] == '1');
  if (!is_plain) {
    return std::nullopt;
  }
  int thousandths = (text[0] - '0') * 1000;
  int unit = 100;
  for (const char c : text.substr(std::min<std::size_t>(2, text.size()))) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    thousandths += (c - '0') * unit;
    unit /= 10;
  }
  return thousandths <= 1000 ? std::optional(thousandths) : std::nullopt;
}

// A coding of Accept-Encoding; one whose weight cannot be read counts as refused.
struct Coding {
  std::string_view name;
  int quality = 1000;
};

Coding read_coding(std::string_view text) {
  Coding coding{.name = next_part(text, ';')};
  while (!text.empty()) {
    std::string_view value = next_part(text, ';');
    if (equal_words(next_part(value, '='), "q")) {
      coding.quality = read_quality(value).value_or(0);
    }
  }
  return coding;
}

// Cuts the first entity tag off `rest` and returns its opaque part with the quotes; empty, and
// `rest` too, when none can be read.
std::string_view next_opaque_tag(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t,"), rest.size()));
  if (rest.starts_with("W/")) {
    rest.remove_prefix(2);
  }
  const std::size_t end = rest.starts_with('"') ? rest.find('"', 1) : std::string_view::npos;
  if (end == std::string_view::npos) {
    rest = {};
    return {};
  }
  const std::string_view tag = rest.substr(0, end + 1);
  rest.remove_prefix(end + 1);
  return tag;
}

// Of labels, none of them empty, or in brackets an address of IPv6.
bool is_host(std::string_view host, bool in_brackets) {
  const auto stands_in_host = [&](char c) {
    const bool is_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
    return is_word || (in_brackets ? c == ':' : c == '-' || c == '_');
  };
  const bool has_empty_label =
      host.empty() || host.front() == '.' || host.back() == '.' || host.find("..") != host.npos;
  return !has_empty_label && in_brackets == (host.find(':') != host.npos) &&
         std::ranges::all_of(host, stands_in_host);
}

std::optional<std::uint16_t> read_port(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  return is_number ? std::optional(port) : std::nullopt;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  std::optional<int> gzip;
  std::optional<int> any;
  int identity = 0;  // Only where it is named can it be liked better.
  while (!accept_encoding.empty()) {
    const Coding coding = read_coding(next_part(accept_encoding, ','));
    if (equal_words(coding.name, "gzip") || equal_words(coding.name, "x-gzip")) {
      gzip = std::max(gzip.value_or(0), coding.quality);
    } else if (coding.name == "*") {
      any = coding.quality;
    } else if (equal_words(coding.name, "identity")) {
      identity = coding.quality;
    }
  }
  const int quality = gzip ? *gzip : any.value_or(0);
  return quality > 0 && quality >= identity;
}

bool names_etag(std::string_view if_none_match, std::string_view etag) {
  const std::string_view wanted = next_opaque_tag(etag);
  if (wanted.empty()) {
    return false;
  }
  if (trimmed(if_none_match) == "*") {
    return true;
  }
  while (!if_none_match.empty()) {
    if (next_opaque_tag(if_none_match) == wanted) {
      return true;
    }
  }
  return false;
}

std::string_view cookie_value(std::string_view cookies, std::string_view name) {
  while (!cookies.empty()) {
    std::string_view cookie = next_part(cookies, ';');
    if (next_part(cookie, '=') == name) {
      return trimmed(cookie);
    }
  }
  return {};
}

std::string_view bearer_token(std::string_view authorization) {
  const std::string_view scheme = next_part(authorization, ' ');
  return equal_words(scheme, "bearer") ? trimmed(authorization) : std::string_view();
}

std::optional<Authority> read_authority(std::string_view text) {
  constexpr std::size_t kLongestHost = 255;
  const bool in_brackets = text.starts_with('[');
  const std::size_t close = in_brackets ? text.find(']') : 0;
  if (close == std::string_view::npos) {
    return std::nullopt;
  }
  const std::size_t colon = std::min(text.find(':', close), text.size());
  std::string_view host = text.substr(0, colon);
  if (in_brackets) {
    if (colon != close + 1) {
      return std::nullopt;
    }
    host = text.substr(1, close - 1);
  } else if (host.ends_with('.')) {
    host.remove_suffix(1);
  }
  Authority authority{.host = std::string(host)};
  std::ranges::transform(authority.host, authority.host.begin(), lower);
  if (authority.host.size() > kLongestHost || !is_host(authority.host, in_brackets)) {
    return std::nullopt;
  }
  if (colon + 1 < text.size()) {  // A colon without a port says nothing.
    authority.port = read_port(text.substr(colon + 1));
    if (!authority.port) {
      return std::nullopt;
    }
  }
  return authority;
}

}  // namespace bulletin
