#include "searcher/output/rss_writer.hpp"

#include <array>
#include <chrono>
#include <cstdio>

#include "searcher/output/result_text.hpp"
#include "searcher/output/xml_text.hpp"

namespace bulletin {

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
  const bool has_address = !shown_.self.empty();
  return std::string(kXmlHead) + "<rss version=\"2.0\"" +
         (has_address ? " xmlns:atom=\"http://www.w3.org/2005/Atom\"" : "") + ">\n<channel>\n" +
         xml_element("title", "bulletin: " + name) + xml_element("link", shown_.link) +
         (has_address ? "<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"" +
                            xml_escaped(shown_.self) + "\"/>\n"
                      : std::string()) +
         xml_element("description", "Search results for " + name + ": " + count_text(result)) +
         xml_element("generator", "bulletin-search " BULLETIN_VERSION);
}

std::string RssWriter::hit(const Hit& hit) {
  const Bulletin& item = hit.bulletin;
  std::string out = "<item>\n" + xml_element("title", headline(item));
  if (is_web_link(item.url)) {
    out += xml_element("link", item.url);
  }
  out += "<guid isPermaLink=\"false\">" + xml_escaped(item.id) + "</guid>\n";
  if (const auto day = feed_day(item)) {
    out += xml_element("pubDate", rss_date(*day));
  }
  for (const std::string& code : offered_countries(item)) {
    out += xml_element("category", shown_.labels.country(code).en);
  }
  // A reader takes the description for HTML, so the text is escaped once for it and once for XML.
  return out + xml_element("description", xml_escaped(hit.snippet.text)) + "</item>\n";
}

std::string RssWriter::tail(const SearchResult& /*result*/) {
  return "</channel>\n</rss>\n";
}

}  // namespace bulletin
