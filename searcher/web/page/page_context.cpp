#include "searcher/web/page/page_context.hpp"

#include <utility>

#include "indexer/schema/schema.hpp"
#include "searcher/web/page/date_words.hpp"
#include "searcher/web/page/rule_words.hpp"
#include "searcher/web/search_address.hpp"

namespace bulletin {
namespace {

// `query_string` of one value, without what stands around it.
std::string encoded(std::string_view value) {
  return query_string({{"", std::string(value)}}).substr(2);
}

// A path with `..` is refused, and `/why` at the end means something else.
bool fits_path(std::string_view id) {
  return id.find("..") == id.npos && id.find('\0') == id.npos && !id.ends_with("/why");
}

std::string with_parameters(std::string path, const WebParameters& parameters) {
  std::string query = query_string(parameters);
  if (path.find('?') != std::string::npos && !query.empty()) {
    query.front() = '&';
  }
  return std::move(path) + query;
}

}  // namespace

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) {
    digits.insert(at - 3, ",");
  }
  return digits;
}

std::string item_path(std::string_view id) {
  return fits_path(id) ? "/items/" + encoded(id) : "/items/?id=" + encoded(id);
}

std::string PageContext::say(Say text, std::string_view value) const {
  std::string words = say(text);
  const std::size_t place = words.find("{}");
  return place == std::string::npos ? words : words.replace(place, 2, value);
}

std::string PageContext::items(std::size_t count) const {
  return count == 1 ? say(Say::kOneItem) : say(Say::kItems, grouped(count));
}

std::string PageContext::search_link(const SearchRequest& request) const {
  return link("/", request);
}

std::string PageContext::link(std::string_view path, const SearchRequest& request) const {
  WebParameters parameters = search_parameters(request);
  parameters.insert(parameters.end(), visitor.carried.begin(), visitor.carried.end());
  return with_parameters(std::string(path), parameters);
}

std::string PageContext::link(std::string_view path) const {
  return with_parameters(std::string(path), visitor.carried);
}

std::string PageContext::whole_link(std::string_view path, const SearchRequest& request) {
  return with_parameters(
      std::string(path),
      search_parameters({.query = request.query, .sort = request.sort, .group = request.group}));
}

std::string PageContext::item_link(std::string_view id, WebParameters parameters) const {
  parameters.insert(parameters.end(), visitor.carried.begin(), visitor.carried.end());
  return with_parameters(item_path(id), parameters);
}

std::string PageContext::why_link(std::string_view id, const SearchRequest& request) const {
  return fits_path(id) ? link(item_path(id) + "/why", request)
                       : link(item_path(id) + "&why=1", request);
}

BilingualLabel PageContext::label(std::string_view name, std::string_view value) const {
  if (name == "country") {
    return labels.country(value);
  }
  if (name == "region") {
    return labels.region(value);
  }
  if (name == "kind") {
    return labels.kind(value);
  }
  if (name == "rule") {
    return rule_words(value);
  }
  if (name == "date") {
    const std::string words = value == kNone ? say(Say::kNoDate) : date_value_words(value, lang());
    return {words, words};
  }
  if (name == "source") {
    return {std::string(value), std::string(value)};
  }
  return {language_name(value), language_name(value)};
}

void PageContext::add_names(Html& html, const BilingualLabel& label) const {
  const bool in_chinese = lang() == UiLang::kChinese;
  const std::string& own = in_chinese ? label.zh : label.en;
  const std::string& other = in_chinese ? label.en : label.zh;
  html.text(own);
  if (own != other) {
    html.text(" ").element("span", {{"class", "other"}, {"lang", in_chinese ? "en" : "zh-Hans"}},
                           other);
  }
}

std::string PageContext::name(const BilingualLabel& label) const {
  return lang() == UiLang::kChinese ? label.zh : label.en;
}

}  // namespace bulletin
