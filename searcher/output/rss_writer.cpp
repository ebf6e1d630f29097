#include "searcher/output/rss_writer.hpp"

#include <array>
#include <chrono>
#include <cstdio>

#include <unicode/umachine.h>

#include "indexer/analysis/checked_utf8.hpp"
#include "searcher/output/result_text.hpp"

namespace bulletin {
namespace {

std::string element(std::string_view name, std::string_view text) {
  return "<" + std::string(name) + ">" + xml_escaped(text) + "</" + std::string(name) + ">\n";
}

// What XML 1.0 can hold.
bool is_xml_character(UChar32 c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

std::optional<Date> published(const Bulletin& item) {
  if (item.published) {
    return item.published;
  }
  const auto date = shown_date(item);
  return date ? std::optional(date->from) : std::nullopt;
}

bool is_address(const std::string& url) {
  return url.starts_with("http://") || url.starts_with("https://");
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

std::string rss_date(Date day) {
  constexpr std::array<const char*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::chrono::weekday weekday{std::chrono::sys_days(day)};
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02u %s %04d 00:00:00 GMT",
                kDays.at(weekday.c_encoding()), static_cast<unsigned>(day.day()),
                kMonths.at(static_cast<unsigned>(day.month()) - 1), static_cast<int>(day.year()));
  return text.data();
}

std::string RssWriter::head(const SearchResult& result) {
  const std::string name = shown_.query.empty() ? "all items" : shown_.query;
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\">\n<channel>\n" +
         element("title", "bulletin: " + name) + element("link", shown_.link) +
         element("description", "Search results for " + name + ": " + count_text(result)) +
         element("generator", "bulletin-search " BULLETIN_VERSION);
}

std::string RssWriter::hit(const Hit& hit) {
  const Bulletin& item = hit.bulletin;
  std::string out = "<item>\n" + element("title", headline(item));
  if (is_address(item.url)) {
    out += element("link", item.url);
  }
  out += "<guid isPermaLink=\"false\">" + xml_escaped(item.id) + "</guid>\n";
  if (const auto day = published(item)) {
    out += element("pubDate", rss_date(*day));
  }
  for (const std::string& code : offered_countries(item)) {
    out += element("category", shown_.labels.country(code).en);
  }
  // A reader takes the description for HTML, so the text is escaped once for it and once for XML.
  return out + element("description", xml_escaped(hit.snippet.text)) + "</item>\n";
}

std::string RssWriter::tail(const SearchResult& /*result*/) {
  return "</channel>\n</rss>\n";
}

}  // namespace bulletin
