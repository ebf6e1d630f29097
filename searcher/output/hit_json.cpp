#include "searcher/output/hit_json.hpp"

namespace bulletin {
namespace {

void add_strings(std::string_view key, const std::vector<std::string>& values, JsonText& json) {
  json.key(key).begin_array();
  for (const std::string& value : values) {
    json.string(value);
  }
  json.end_array();
}

void add_ranges(std::string_view key, const std::vector<ByteRange>& ranges, JsonText& json) {
  json.key(key).begin_array();
  for (const ByteRange& range : ranges) {
    json.begin_array().number(range.begin).number(range.end).end_array();
  }
  json.end_array();
}

void add_date(const std::optional<DateSpan>& span, JsonText& json) {
  json.key("date");
  if (!span) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("from").string(format_date(span->from));
  json.key("to").string(format_date(span->to));
  json.key("precision").string(precision_name(span->precision));
  json.end_object();
}

void add_kinds(const std::vector<KindMention>& kinds, JsonText& json) {
  json.key("kinds").begin_array();
  for (const KindMention& kind : kinds) {
    json.string(kind.kind);
  }
  json.end_array();
}

void add_url(const std::string& url, JsonText& json) {
  json.key("url");
  if (url.empty()) {
    json.null();
  } else {
    json.string(url);
  }
}

void add_also(const std::vector<LinkedItem>& also, JsonText& json) {
  json.key("also").begin_array();
  for (const LinkedItem& item : also) {
    json.begin_object();
    json.key("id").string(item.link.id);
    json.key("lang").string(item.link.lang);
    json.key("same_words").boolean(item.link.same_words);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void add_hit_keys(const Hit& hit, JsonText& json) {
  const Bulletin& bulletin = hit.bulletin;
  json.key("rank").number(hit.rank);
  json.key("id").string(bulletin.id);
  json.key("score").number(hit.score);
  json.key("title").string(headline(bulletin));
  add_ranges("title_highlights", hit.title_highlights, json);
  json.key("snippet").begin_object().key("text").string(hit.snippet.text);
  add_ranges("highlights", hit.snippet.highlights, json);
  json.end_object();
  add_date(shown_date(bulletin), json);
  add_strings("countries", offered_countries(bulletin), json);
  add_kinds(bulletin.kinds, json);
  json.key("lang").string(bulletin.lang);
  add_strings("translations", hit.translations, json);
  add_strings("sounds", hit.sounds, json);
  add_url(bulletin.url, json);
  add_also(hit.also, json);
  if (hit.group) {
    json.key("group").begin_array();
    for (const GroupedItem& item : *hit.group) {
      json.string(item.id);
    }
    json.end_array();
  }
}

}  // namespace bulletin
