#include "indexer/ingest/feed.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "indexer/ingest/day_stamp.hpp"
#include "indexer/ingest/html_page.hpp"
#include "indexer/ingest/html_tags.hpp"
#include "indexer/ingest/item_fields.hpp"
#include "indexer/ingest/web_address.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMaxFeedBytes = 32U << 20U;
constexpr std::size_t kMaxFeedTags = 400'000;

// The name without its prefix: feeds choose prefixes as they like.
std::string_view local_name(std::string_view name) {
  return name.substr(name.rfind(':') + 1);
}

bool is_named(const pugi::xml_node& node, std::string_view name) {
  return local_name(node.name()) == name;
}

// A title of the entry itself, not of a picture in it: it has the entry's own prefix.
bool is_title(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::string_view around = node.parent().name();
  const auto prefix = [](std::string_view full) { return full.substr(0, full.rfind(':') + 1); };
  return local_name(name) == "title" && prefix(name) == prefix(around);
}

// An element and where its text is markup or not.
enum class Markup : std::uint8_t { kText, kHtml };

// Everything in an element: its texts, or for XHTML in Atom its markup.
std::string content_of(const pugi::xml_node& node) {
  std::string content;
  bool has_elements = false;
  for (const pugi::xml_node& child : node.children()) {
    has_elements = has_elements || child.type() == pugi::node_element;
    content += child.value();
  }
  if (!has_elements) {
    return content;
  }
  std::ostringstream markup;
  for (const pugi::xml_node& child : node.children()) {
    child.print(markup, "", pugi::format_raw | pugi::format_no_declaration);
  }
  return markup.str();
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    c == '<' ? result += "&lt;" : result += c;
  }
  return result;
}

Markup markup_of(const pugi::xml_node& node, bool atom) {
  const std::string_view type = node.attribute("type").value();
  return atom && (type.empty() || type == "text" || type == "text/plain") ? Markup::kText
                                                                          : Markup::kHtml;
}

std::string text_of(const pugi::xml_node& node, bool atom) {
  const std::string content = content_of(node);
  return html_text(markup_of(node, atom) == Markup::kText ? escaped(content) : content);
}

std::string line_of(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

// Names that a document type declares as entities. They are left unexpanded by the parser.
std::set<std::string, std::less<>> declared_entities(std::string_view xml) {
  constexpr std::string_view kDeclares = "<!ENTITY";
  constexpr std::size_t kMostNames = 10'000;
  std::set<std::string, std::less<>> names;
  for (std::size_t at = xml.find(kDeclares); at != xml.npos && names.size() < kMostNames;
       at = xml.find(kDeclares, at)) {
    at = std::min(xml.find_first_not_of(" \t\r\n", at + kDeclares.size()), xml.size());
    const std::size_t end = std::min(xml.find_first_of(" \t\r\n>\"'", at), xml.size());
    names.emplace(xml.substr(at, end - at));
    at = end;
  }
  return names;
}

// Turns byte offsets that only grow into lines.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}

  std::size_t line_at(std::size_t offset) {
    offset = std::min(offset, text_.size());
    if (offset > at_) {
      line_ += static_cast<std::size_t>(std::ranges::count(text_.substr(at_, offset - at_), '\n'));
      at_ = offset;
    }
    return line_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

class FeedReader {
 public:
  FeedReader(std::string_view xml, const FileSource& file, const ItemSink& sink)
      : xml_(xml), file_(file), sink_(sink), lines_(xml) {}

  void read() {
    const pugi::xml_parse_result result = document_.load_buffer(
        xml_.data(), xml_.size(), pugi::parse_default | pugi::parse_ws_pcdata_single,
        pugi::encoding_utf8);
    entities_ = declared_entities(xml_.substr(0, xml_.find("]>")));
    const auto broken_at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0));
    if (!result) {
      whole_until_ = broken_at;
    }
    read_root(document_.document_element());
    if (empty_ > 0) {  // One line, not thousands.
      report(first_empty_,
             empty_ == 1
                 ? "entry has neither title nor text"
                 : std::to_string(empty_) + " entries have neither title nor text, the first here");
    }
    if (!result) {
      report(lines_.line_at(broken_at), "broken XML: " + ascii_lower(result.description()));
    } else if (!any_) {
      report(0, "feed has no entries");
    }
  }

 private:
  void report(std::size_t line, const std::string& message) {
    sink_.on_problem({{file_.path, line}, message});
  }

  // RSS 2.0 has its items in the channel, RSS 1.0 beside it, Atom in the root.
  void read_root(const pugi::xml_node& root) {
    atom_ = is_named(root, "feed");
    base_ = resolve_address({}, file_.url);
    read_channel(root);
    for (const pugi::xml_node& child : root.children()) {
      if (is_named(child, "channel")) {
        read_channel(child);
      }
    }
    for (const pugi::xml_node& child : root.children()) {
      if (is_entry(child)) {
        read_entry(child);
      } else if (is_named(child, "channel")) {
        read_entries(child);
      }
    }
  }

  static bool is_entry(const pugi::xml_node& node) {
    return is_named(node, "item") || is_named(node, "entry");
  }

  void read_entries(const pugi::xml_node& channel) {
    for (const pugi::xml_node& child : channel.children()) {
      if (is_entry(child)) {
        read_entry(child);
      }
    }
  }

  void read_channel(const pugi::xml_node& channel) {
    if (const std::string_view lang = channel.attribute("xml:lang").value(); !lang.empty()) {
      lang_ = lang;
    }
    for (const pugi::xml_node& child : channel.children()) {
      if (is_title(child)) {
        title_ = line_of(text_of(child, atom_));
      } else if (is_named(child, "language")) {
        lang_ = trim(child.child_value());
      } else if (is_named(child, "link")) {
        const std::string address = resolve_address(base_, link_of(child));
        base_ = address.empty() || is_self(child) ? base_ : address;
      }
    }
    if (uses_entity(title_)) {
      title_.clear();
    }
  }

  static bool is_self(const pugi::xml_node& link) {
    const std::string_view relation = link.attribute("rel").value();
    return !relation.empty() && relation != "alternate";
  }

  static std::string link_of(const pugi::xml_node& link) {
    const std::string_view target = link.attribute("href").value();
    return std::string(trim(target.empty() ? std::string_view(link.child_value()) : target));
  }

  [[nodiscard]] bool uses_entity(std::string_view text) const {
    constexpr std::size_t kLongestName = 100;
    for (std::size_t at = text.find('&'); !entities_.empty() && at != text.npos;
         at = text.find('&', at + 1)) {
      const std::string_view name = text.substr(at + 1, kLongestName);
      const std::size_t end = name.find(';');
      if (end != name.npos && entities_.contains(name.substr(0, end))) {
        return true;
      }
    }
    return false;
  }

  // What the parser read of an entry in which it broke off may lack its end.
  [[nodiscard]] bool is_whole(const pugi::xml_node& entry) const {
    if (!whole_until_ || entry.next_sibling() || entry.parent().next_sibling()) {
      return true;
    }
    const auto begin = static_cast<std::size_t>(std::max<std::ptrdiff_t>(entry.offset_debug(), 0));
    const std::string closing = "</" + std::string(entry.name());
    return xml_.substr(0, *whole_until_).find(closing, begin) != xml_.npos;
  }

  void read_entry(const pugi::xml_node& entry) {
    any_ = true;
    const auto offset = std::max<std::ptrdiff_t>(entry.offset_debug(), 0);
    const std::size_t line = lines_.line_at(static_cast<std::size_t>(offset));
    if (!is_whole(entry)) {
      return;
    }
    RawItem item{.origin = {file_.path, line}, .source = title_};
    std::string lang = lang_;
    if (const std::string_view own = entry.attribute("xml:lang").value(); !own.empty()) {
      lang = own;
    }
    // What an entry says of its source or its pictures lies deeper and is not looked at.
    for (const pugi::xml_node& field : entry.children()) {
      read_field(field, item, lang);
    }
    static_cast<void>(set_field(item, "lang", lang));
    for (const std::string* text : {&item.id, &item.title, &item.text, &item.url}) {
      if (uses_entity(*text)) {
        return report(line, "entry uses an entity of the feed's own, which is not expanded");
      }
    }
    item.title = line_of(std::move(item.title));
    if (item.title.empty() && item.text.empty()) {
      first_empty_ = empty_++ == 0 ? line : first_empty_;
      return;
    }
    if (const std::string problem = finish_item(item); !problem.empty()) {
      return report(line, problem);
    }
    sink_.on_item(std::move(item));
  }

  void read_field(const pugi::xml_node& field, RawItem& item, std::string& lang) {
    const std::string_view name = local_name(field.name());
    if (is_title(field)) {
      item.title = text_of(field, atom_);
    } else if (name == "guid" || (name == "id" && atom_)) {
      item.id = trim(field.child_value());
      if (item.url.empty() && std::string_view(field.attribute("isPermaLink").value()) != "false") {
        item.url = resolve_address({}, item.id);
      }
    } else if (name == "link" && !is_self(field)) {
      const std::string address = resolve_address(base_, link_of(field));
      item.url = address.empty() ? item.url : address;
    } else if (name == "language") {
      lang = trim(field.child_value());
    } else if (name == "encoded" || name == "description" || name == "summary" ||
               name == "content") {
      if (std::string text = text_of(field, atom_); text.size() > item.text.size()) {
        item.text = std::move(text);
      }
    } else {
      read_day_field(name, field, item);
    }
  }

  // The day of publication counts, that of a change only without one.
  static void read_day_field(std::string_view name, const pugi::xml_node& field, RawItem& item) {
    const bool published = name == "pubDate" || name == "published" || name == "issued";
    const bool changed =
        name == "date" || name == "updated" || name == "modified" || name == "created";
    if (published || (changed && !item.published)) {
      const auto day = read_day(field.child_value());
      item.published = day ? day : item.published;
    }
  }

  std::string_view xml_;
  const FileSource& file_;
  const ItemSink& sink_;
  pugi::xml_document document_;
  LineCounter lines_;
  std::set<std::string, std::less<>> entities_;
  std::optional<std::size_t> whole_until_;  ///< Where broken XML breaks.
  std::string title_;
  std::string lang_;
  std::string base_;
  std::size_t empty_ = 0;        ///< Entries without title and text.
  std::size_t first_empty_ = 0;  ///< Line of the first.
  bool atom_ = false;
  bool any_ = false;
};

}  // namespace

void read_feed(std::string_view xml, const FileSource& file, const ItemSink& sink) {
  const auto refuse = [&](const std::string& why) { sink.on_problem({{file.path, 0}, why}); };
  if (xml.size() > kMaxFeedBytes) {
    return refuse("feed is larger than " + std::to_string(kMaxFeedBytes >> 20U) + " MB");
  }
  if (static_cast<std::size_t>(std::ranges::count(xml, '<')) > kMaxFeedTags) {
    return refuse("feed has more than " + std::to_string(kMaxFeedTags) + " tags");
  }
  FeedReader(xml, file, sink).read();
}

void read_sitemap(std::string_view xml, const FileSource& file, const ItemSink& sink) {
  std::size_t pages = 0;
  std::size_t sitemaps = 0;
  for (auto tag = next_tag(xml, 0); tag; tag = next_tag(xml, tag->end)) {
    const std::string_view name = local_name(tag->name);
    pages += name == "url" && !tag->closes ? 1 : 0;
    sitemaps += name == "sitemap" && !tag->closes ? 1 : 0;
  }
  const std::size_t count = sitemaps > 0 ? sitemaps : pages;
  const std::string named =
      std::to_string(count) + (sitemaps > 0 ? " sitemap" : " page") + (count == 1 ? "" : "s");
  sink.on_problem({{file.path, 0}, "sitemap names " + named + " and holds none"});
}

}  // namespace bulletin
