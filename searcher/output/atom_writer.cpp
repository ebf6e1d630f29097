#include "searcher/output/atom_writer.hpp"

#include <algorithm>
#include <utility>

#include "searcher/output/percent_encoding.hpp"
#include "searcher/output/result_text.hpp"
#include "searcher/output/xml_text.hpp"

namespace bulletin {
namespace {

using namespace std::chrono_literals;

// RFC 4151 wants a domain; that of nobody (RFC 2606) keeps clear of everybody's.
constexpr std::string_view kTag = "tag:bulletin.invalid,2025:";
constexpr Date kNoDay = 1970y / 1 / 1;

std::string link(std::string_view relation, std::string_view type, std::string_view address) {
  return "<link rel=\"" + std::string(relation) + '"' +
         (type.empty() ? std::string() : " type=\"" + std::string(type) + '"') + " href=\"" +
         xml_escaped(address) + "\"/>\n";
}

std::string instant(Date day) {
  return format_date(day) + "T00:00:00Z";
}

Date updated_on(const Bulletin& item) {
  const Date day = feed_day(item).value_or(kNoDay);
  return item.history.empty() ? day : std::max(day, item.history.front().replaced);
}

}  // namespace

std::string AtomWriter::opening(Date updated) const {
  const std::string name = shown_.query.empty() ? "all items" : shown_.query;
  const std::size_t parameters = shown_.self.find('?');
  const std::string search = parameters != std::string::npos ? shown_.self.substr(parameters)
                             : shown_.query.empty()          ? std::string()
                                                    : "?q=" + percent_encoded(shown_.query);
  return std::string(kXmlHead) + "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n" +
         xml_element("id", std::string(kTag) + "search" + search) +
         xml_element("title", "bulletin: " + name) +
         xml_element("subtitle", "Search results for " + name + ": " + counted_) +
         xml_element("updated", instant(updated)) + link("alternate", {}, shown_.link) +
         (shown_.self.empty() ? std::string() : link("self", "application/atom+xml", shown_.self)) +
         "<author>\n" + xml_element("name", "bulletin") + "</author>\n" +
         xml_element("generator", "bulletin-search " BULLETIN_VERSION);
}

std::string AtomWriter::head(const SearchResult& result) {
  counted_ = count_text(result);
  return {};
}

std::string AtomWriter::hit(const Hit& hit) {
  const Bulletin& item = hit.bulletin;
  const Date updated = updated_on(item);
  std::string out = std::exchange(is_open_, true) ? std::string() : opening(updated);
  out += "<entry>\n" + xml_element("id", std::string(kTag) + "item:" + percent_encoded(item.id)) +
         xml_element("title", headline(item)) + xml_element("updated", instant(updated));
  if (const auto day = feed_day(item)) {
    out += xml_element("published", instant(*day));
  }
  if (is_web_link(item.url)) {
    out += link("alternate", {}, item.url);
  }
  if (!item.source.empty()) {
    out += "<author>\n" + xml_element("name", item.source) + "</author>\n";
  }
  for (const std::string& code : offered_countries(item)) {
    out += "<category term=\"" + xml_escaped(code) + "\" label=\"" +
           xml_escaped(shown_.labels.country(code).en) + "\"/>\n";
  }
  return out + xml_element("summary", hit.snippet.text) + xml_element("content", item.text) +
         "</entry>\n";
}

std::string AtomWriter::tail(const SearchResult& /*result*/) {
  return (is_open_ ? std::string() : opening(kNoDay)) + "</feed>\n";
}

}  // namespace bulletin
