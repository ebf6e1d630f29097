#include "searcher/web/http.hpp"

#include <algorithm>

#include <boost/url.hpp>

namespace bulletin {
namespace {

namespace urls = boost::urls;

bool is_safe(std::string_view path) {
  if (!path.starts_with('/') || path.find('\0') != std::string_view::npos) {
    return false;
  }
  for (std::size_t begin = 1; begin <= path.size();) {
    const std::size_t end = std::min(path.find_first_of("/\\", begin), path.size());
    if (path.substr(begin, end - begin) == "..") {
      return false;
    }
    begin = end + 1;
  }
  return true;
}

}  // namespace

std::string_view value_of(const WebParameters& parameters, std::string_view name) {
  const auto found = std::ranges::find(parameters, name,
                                       [](const auto& p) -> std::string_view { return p.first; });
  return found == parameters.end() ? std::string_view() : found->second;
}

std::vector<std::string> values_of(const WebParameters& parameters, std::string_view name) {
  std::vector<std::string> values;
  for (const auto& [key, value] : parameters) {
    if (key == name) {
      values.push_back(value);
    }
  }
  return values;
}

std::optional<std::pair<std::string, WebParameters>> read_target(std::string_view target) {
  const auto view = urls::parse_origin_form({target.data(), target.size()});
  if (!view) {
    return std::nullopt;
  }
  std::string path = view->path();
  if (!is_safe(path)) {
    return std::nullopt;
  }
  WebParameters parameters;
  urls::encoding_opts plus_is_space;
  plus_is_space.space_as_plus = true;
  for (const auto& parameter : view->encoded_params()) {
    parameters.emplace_back(parameter.key.decode(plus_is_space),
                            parameter.has_value ? parameter.value.decode(plus_is_space) : "");
  }
  return std::pair(std::move(path), std::move(parameters));
}

std::string encode_path(std::string_view path) {
  path.remove_prefix(std::min(path.find_first_not_of("/\\"), path.size()));
  return "/" + urls::encode({path.data(), path.size()}, urls::pchars + '/');
}

std::string query_string(const WebParameters& parameters) {
  std::string text;
  for (const auto& [name, value] : parameters) {
    text += text.empty() ? '?' : '&';
    text += urls::encode(name, urls::unreserved_chars);
    text += '=';
    text += urls::encode(value, urls::unreserved_chars);
  }
  return text;
}

}  // namespace bulletin
