#include "searcher/output/xml_text.hpp"

#include <unicode/umachine.h>

#include "indexer/analysis/checked_utf8.hpp"

namespace bulletin {
namespace {

// What XML 1.0 can hold.
bool is_xml_character(UChar32 c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::int32_t c = checked_code_point(text, at);
    if (c < 0 || !is_xml_character(c)) {
      out += ' ';
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  return out;
}

std::string xml_element(std::string_view name, std::string_view text) {
  return "<" + std::string(name) + ">" + xml_escaped(text) + "</" + std::string(name) + ">\n";
}

std::optional<Date> feed_day(const Bulletin& item) {
  if (item.published) {
    return item.published;
  }
  const auto date = shown_date(item);
  return date ? std::optional(date->from) : std::nullopt;
}

bool is_web_link(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

}  // namespace bulletin
