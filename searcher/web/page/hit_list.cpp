#include "searcher/web/page/hit_list.hpp"

#include <algorithm>

#include "searcher/web/page/evidence_list.hpp"
#include "searcher/web/search_address.hpp"

namespace bulletin {
namespace {

// What the item page needs to mark the words of the query: its text and how it is read.
WebParameters query_parameters(const SearchRequest& request) {
  WebParameters parameters = search_parameters(request);
  std::erase_if(parameters, [](const auto& p) { return p.first != "q" && p.first != "literal"; });
  return parameters;
}

void add_title(Html& html, const Hit& hit, const std::string& href) {
  html.open("h3", {{"lang", content_lang(hit.bulletin.lang)}})
      .open("a", {{"href", href}, {"class", "title"}});
  if (hit.bulletin.title.empty()) {
    html.text(headline(hit.bulletin));
  } else {
    html.marked(hit.bulletin.title, hit.title_highlights);
  }
  html.close().close();
}

// `Also in 中文: HEADLINE`, `Near copy: HEADLINE`.
void add_also(Html& html, const Hit& hit, const PageContext& context) {
  for (const LinkedItem& other : hit.also) {
    html.open("p", {{"class", "also"}})
        .text(other.link.same_words ? context.say(Say::kNearCopy)
                                    : context.say(Say::kAlsoIn, language_name(other.link.lang)))
        .text(context.say(Say::kColon))
        .element("a",
                 {{"href", context.item_link(hit.bulletin.id, {{"with", other.link.id}})},
                  {"lang", content_lang(other.link.lang)}},
                 other.headline)
        .close();
  }
}

void add_why(Html& html, const Hit& hit, const SearchRequest& request, const PageContext& context) {
  html.open("details", {{"class", "why"}}).element("summary", context.say(Say::kWhy));
  if (!hit.translations.empty()) {
    std::string names;
    for (const std::string& name : hit.translations) {
      names += (names.empty() ? "" : context.say(Say::kListComma)) + name;
    }
    html.element("p", context.say(Say::kFoundBy, names));
  }
  html.add(evidence_list(hit.bulletin, context, Anchors::kNone));
  if (!request.query.text.empty()) {
    html.open("p")
        .element("a", {{"href", context.why_link(hit.bulletin.id, request)}},
                 context.say(Say::kWhyQuery))
        .close();
  }
  html.close();
}

void add_hit(Html& html, const Hit& hit, const SearchRequest& request, const PageContext& context) {
  const std::string lang = content_lang(hit.bulletin.lang);
  html.open("li", {{"value", std::to_string(hit.rank)}}).open("article");
  add_title(html, hit, context.item_link(hit.bulletin.id, query_parameters(request)));
  html.open("p", {{"class", "about"}}).add(about_item(hit.bulletin, context)).close();
  html.open("p", {{"class", "snippet"}, {"lang", lang}})
      .marked(hit.snippet.text, hit.snippet.highlights)
      .close();
  add_also(html, hit, context);
  add_why(html, hit, request, context);
  html.close().close();
}

}  // namespace

std::string content_lang(std::string_view lang) {
  const bool is_tag = !lang.empty() && lang.size() <= 8 &&
                      std::ranges::all_of(lang, [](char c) { return c >= 'a' && c <= 'z'; });
  return is_tag ? std::string(lang) : "und";
}

Html about_item(const Bulletin& item, const PageContext& context) {
  Html html;
  if (const auto date = shown_date(item)) {
    html.add(date_with_precision(*date, context));
  } else {
    html.text(context.say(Say::kNoDate));
  }
  const auto add = [&](std::string_view facet, const std::string& value) {
    html.constant(" <span class=\"dot\">·</span> ");
    context.add_names(html, context.label(facet, value));
  };
  for (const std::string& code : offered_countries(item)) {
    add("country", code);
  }
  for (const KindMention& kind : item.kinds) {
    if (kind.kind != "other") {
      add("kind", kind.kind);
    }
  }
  html.constant(" <span class=\"dot\">·</span> ")
      .element("span", {{"lang", content_lang(item.lang)}}, language_name(item.lang));
  return html;
}

Html hit_list(const std::vector<Hit>& hits, const SearchRequest& request,
              const PageContext& context) {
  Html html;
  html.open("ol", {{"class", "hits"}});
  for (const Hit& hit : hits) {
    add_hit(html, hit, request, context);
  }
  return html.close();
}

Html short_list(const std::vector<Hit>& hits, const PageContext& context,
                const std::vector<std::string>& notes) {
  Html html;
  html.open("ul", {{"class", "short"}});
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const Bulletin& item = hits[i].bulletin;
    html.open("li")
        .element("a", {{"href", context.item_link(item.id)}, {"lang", content_lang(item.lang)}},
                 headline(item))
        .open("span", {{"class", "about"}})
        .add(about_item(item, context))
        .close();
    if (i < notes.size() && !notes[i].empty()) {
      html.element("span", {{"class", "note"}}, notes[i]);
    }
    html.close();
  }
  return html.close();
}

}  // namespace bulletin
