#include "indexer/ingest/html_meta.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <nlohmann/json.hpp>

#include "indexer/ingest/day_stamp.hpp"
#include "indexer/ingest/html_lines.hpp"
#include "indexer/ingest/html_tags.hpp"
#include "indexer/ingest/item_fields.hpp"
#include "indexer/ingest/web_address.hpp"

namespace bulletin {
namespace {

// Names of meta tags, best first.
constexpr std::string_view kDayNames[] = {"article:published_time",
                                          "og:published_time",
                                          "datepublished",
                                          "publishdate",
                                          "pubdate",
                                          "publish_date",
                                          "publish-date",
                                          "publication_date",
                                          "dc.date.issued",
                                          "dcterms.issued",
                                          "dc.date",
                                          "dcterms.date",
                                          "dc.date.created",
                                          "dcterms.created",
                                          "og:article:published_time",
                                          "article.published",
                                          "parsely-pub-date",
                                          "sailthru.date",
                                          "date"};
constexpr std::string_view kTitleNames[] = {"og:title", "twitter:title"};
constexpr std::string_view kSiteNames[] = {"og:site_name", "sitename",          "article:publisher",
                                           "dc.publisher", "dcterms.publisher", "publisher"};
constexpr std::string_view kAddressNames[] = {"og:url"};
constexpr std::string_view kLangNames[] = {"content-language", "dc.language", "dcterms.language",
                                           "og:locale"};

struct MetaTag {
  std::string name;
  std::string_view content;
};

std::vector<MetaTag> meta_tags(const HtmlTree& tree) {
  std::vector<MetaTag> tags;
  for (std::size_t at = 0; at < tree.size(); ++at) {
    if (tree[at].tag != GUMBO_TAG_META) {
      continue;
    }
    for (const char* naming : {"property", "name", "itemprop", "http-equiv"}) {
      if (tree.has_attribute(at, naming)) {
        tags.push_back(
            {ascii_lower(trim(tree.attribute(at, naming))), trim(tree.attribute(at, "content"))});
      }
    }
  }
  return tags;
}

// Returns the first value that is not empty, in the order of the names.
std::string_view first_of(const std::vector<MetaTag>& tags,
                          std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const auto found = std::ranges::find_if(
        tags, [&](const MetaTag& tag) { return tag.name == name && !tag.content.empty(); });
    if (found != tags.end()) {
      return found->content;
    }
  }
  return {};
}

template <std::size_t kCount>
std::string_view first_of(const std::vector<MetaTag>& tags,
                          const std::string_view (&names)[kCount]) {
  for (const std::string_view name : names) {
    if (const std::string_view found = first_of(tags, {name}); !found.empty()) {
      return found;
    }
  }
  return {};
}

// The string behind `"key":` in JSON that may be broken, as it often is in pages.
std::string_view json_string(std::string_view json, std::string_view key) {
  const std::string quoted = '"' + std::string(key) + '"';
  std::size_t at = json.find(quoted);
  if (at == std::string_view::npos) {
    return {};
  }
  at = json.find_first_not_of(" \t\r\n:", at + quoted.size());
  if (at == std::string_view::npos || json[at] != '"') {
    return {};
  }
  return json.substr(at + 1, std::min(json.find('"', at + 1), json.size()) - at - 1);
}

std::optional<Date> day_in_time_element(const HtmlTree& tree) {
  std::optional<Date> first;
  for (std::size_t at = tree.body(); at < tree.size(); ++at) {
    const bool published =
        tree.attribute(at, "itemprop") == "datePublished" || tree.has_attribute(at, "pubdate");
    if (tree[at].tag != GUMBO_TAG_TIME && !published) {
      continue;
    }
    const std::string_view written =
        tree.attribute(at, tree.has_attribute(at, "datetime") ? "datetime" : "content");
    const auto day = read_day(written);
    if (day && published) {
      return day;
    }
    first = first ? first : day;
  }
  return first;
}

std::optional<Date> published_of(const HtmlTree& tree, const std::vector<MetaTag>& tags,
                                 const std::vector<std::string>& linked_data) {
  for (const std::string_view name : kDayNames) {
    if (const auto day = read_day(first_of(tags, {name}))) {
      return day;
    }
  }
  for (const std::string& data : linked_data) {
    if (const auto day = read_day(json_string(data, "datePublished"))) {
      return day;
    }
  }
  return day_in_time_element(tree);
}

std::string lang_of(const HtmlTree& tree, const std::vector<MetaTag>& tags) {
  const std::size_t html = tree.find(GUMBO_TAG_HTML, 0, tree.size());
  std::string_view tag;
  for (const char* name : {"lang", "xml:lang"}) {
    tag = tag.empty() && html < tree.size() ? trim(tree.attribute(html, name)) : tag;
  }
  RawItem item;
  const std::string problem =
      set_field(item, "lang", std::string(tag.empty() ? first_of(tags, kLangNames) : tag));
  return problem.empty() ? item.lang : std::string();
}

std::string_view link_target(const HtmlTree& tree, std::string_view relation) {
  for (std::size_t at = 0; at < tree.size(); ++at) {
    if (tree[at].tag == GUMBO_TAG_LINK && ascii_lower(tree.attribute(at, "rel")) == relation) {
      return tree.attribute(at, "href");
    }
  }
  return {};
}

std::string title_of(const HtmlTree& tree, const std::vector<MetaTag>& tags) {
  if (const std::string_view title = first_of(tags, kTitleNames); !title.empty()) {
    return one_line(title);
  }
  const std::size_t title = tree.find(GUMBO_TAG_TITLE, 0, tree.body());
  return title < tree.body() && title + 1 < tree[title].end ? one_line(tree[title + 1].text)
                                                            : std::string();
}

// Reads the addresses; each may be relative to the one before it.
void set_addresses(const HtmlTree& tree, const std::vector<MetaTag>& tags,
                   const std::string& fetched_from, PageMeta& meta) {
  const std::string fetched = resolve_address({}, fetched_from);
  meta.url = resolve_address(fetched, link_target(tree, "canonical"));
  if (meta.url.empty()) {
    meta.url = resolve_address(fetched, first_of(tags, kAddressNames));
  }
  if (meta.url.empty()) {
    meta.url = fetched;
  }
  const std::string& own = fetched.empty() ? meta.url : fetched;
  const std::size_t base = tree.find(GUMBO_TAG_BASE, 0, tree.size());
  meta.base = base < tree.size() ? resolve_address(own, tree.attribute(base, "href")) : own;
  if (meta.base.empty()) {
    meta.base = own;
  }
}

bool calls_itself_article(const std::vector<MetaTag>& tags,
                          const std::vector<std::string>& linked_data) {
  return first_of(tags, {"og:type"}) == "article" ||
         std::ranges::any_of(linked_data, [](const std::string& data) {
           return json_string(data, "@type").find("Article") != std::string_view::npos;
         });
}

}  // namespace

PageMeta read_page_meta(const HtmlTree& tree, const std::vector<std::string>& linked_data,
                        const std::string& fetched_from) {
  const std::vector<MetaTag> tags = meta_tags(tree);
  PageMeta meta{.title = title_of(tree, tags),
                .lang = lang_of(tree, tags),
                .site = one_line(first_of(tags, kSiteNames)),
                .article = calls_itself_article(tags, linked_data),
                .published = published_of(tree, tags, linked_data)};
  if (is_web_address(meta.site)) {  // article:publisher is often a page of a social network.
    meta.site.clear();
  }
  set_addresses(tree, tags, fetched_from, meta);
  return meta;
}

}  // namespace bulletin
