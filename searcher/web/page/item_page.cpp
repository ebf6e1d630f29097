#include "searcher/web/page/item_page.hpp"

#include <algorithm>
#include <utility>

#include "searcher/search/rejected_readings.hpp"
#include "searcher/web/page/citation.hpp"
#include "searcher/web/page/evidence_list.hpp"
#include "searcher/web/page/hit_list.hpp"
#include "searcher/web/page/shared_words.hpp"
#include "searcher/web/search_address.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kSimilar = 4;

// Only what a browser opens as a page: an item's address may be anything.
bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

void add_term(Html& html, std::string_view name, const Html& value) {
  html.open("div").element("dt", name).open("dd").add(value).close().close();
}

void add_facts(Html& html, const Bulletin& item, const PageContext& context) {
  html.open("dl", {{"class", "facts"}});
  const auto add_text = [&](Say name, const std::string& value) {
    if (!value.empty()) {
      add_term(html, context.say(name), Html().text(value));
    }
  };
  if (const auto date = shown_date(item)) {
    add_term(html, context.say(Say::kDate), date_with_precision(*date, context));
  }
  if (item.published) {
    add_term(html, context.say(Say::kPublished),
             date_with_precision(day_span(*item.published), context));
  }
  add_text(Say::kSource, item.source);
  if (is_web_address(item.url)) {
    add_term(html, context.say(Say::kOriginal),
             Html().element("a", {{"href", item.url}, {"rel", "noreferrer"}}, item.url));
  } else {
    add_text(Say::kOriginal, item.url);
  }
  add_text(Say::kIdentifier, item.id);
  html.close();
}

void add_article(Html& html, const Bulletin& item, Markup heading) {
  html.open("article", {{"class", "item"}, {"lang", content_lang(item.lang)}}).open(heading);
  if (item.title.empty()) {
    html.text(headline(item));
  } else {
    html.add(marked_evidence(item, TextField::kTitle));
  }
  html.close().add(marked_evidence(item, TextField::kText)).close();
}

// Another telling of the story, without marks: its ids would meet those of the item.
void add_counterpart(Html& html, const Bulletin& other, const PageContext& context) {
  html.open("article", {{"class", "item counterpart"}, {"lang", content_lang(other.lang)}})
      .open("h2")
      .element("a", {{"href", context.item_link(other.id)}}, headline(other))
      .close()
      .add(paragraphs(other.text, {}))
      .close();
}

std::optional<Bulletin> counterpart_of(Searcher& searcher, const std::vector<LinkedItem>& also,
                                       const ItemRequest& request) {
  if (!request.with.empty() && request.with != request.id) {
    return searcher.find(request.with);
  }
  const auto found =
      std::ranges::find_if(also, [](const LinkedItem& other) { return !other.link.same_words; });
  return found == also.end() ? std::nullopt : searcher.find(found->link.id);
}

void add_also(Html& html, const std::vector<LinkedItem>& also, const ItemRequest& request,
              const PageContext& context) {
  if (also.empty()) {
    return;
  }
  html.open("section").element("h2", context.say(Say::kSameStory)).open("ul", {{"class", "short"}});
  for (const LinkedItem& other : also) {
    html.open("li")
        .element(
            "span", {{"class", "rule"}},
            (other.link.same_words ? context.say(Say::kNearCopy)
                                   : context.say(Say::kAlsoIn, language_name(other.link.lang))) +
                context.say(Say::kColon))
        .element(
            "a",
            {{"href", context.item_link(other.link.id)}, {"lang", content_lang(other.link.lang)}},
            other.headline)
        .text(" ")
        .element("a", {{"href", context.item_link(request.id, {{"with", other.link.id}})}},
                 context.say(Say::kSideBySide))
        .close();
  }
  html.close().close();
}

void add_similar(Html& html, const SimilarItems& similar, const Bulletin& of,
                 const PageContext& context) {
  const SharedWords words(of, context);
  const auto add = [&](Say title, const std::vector<SimilarItem>& items) {
    if (items.empty()) {
      return;
    }
    std::vector<Hit> hits;
    std::vector<std::string> notes;
    for (const SimilarItem& item : items) {
      hits.push_back(item.hit);
      const std::string shared = words.listed(item.shared);
      notes.push_back(shared.empty() ? shared : context.say(Say::kShared, shared));
    }
    html.open("section").element("h2", context.say(title)).add(short_list(hits, context, notes));
    html.close();
  };
  add(Say::kSimilar, similar.same_language);
  add(Say::kSimilarOther, similar.other_languages);
}

void add_history(Html& html, const Bulletin& item, const PageContext& context) {
  if (item.history.empty() && !item.given_title) {
    return;
  }
  html.open("section").element("h2", context.say(Say::kHistory));
  if (item.given_title) {
    html.element("p", context.say(Say::kTitleInSource, *item.given_title));
  }
  for (const Revision& revision : item.history) {
    html.open("details")
        .element("summary", context.say(Say::kUntil, format_date(revision.replaced)))
        .open("div", {{"lang", content_lang(item.lang)}});
    if (!revision.title.empty()) {
      html.element("p", {{"class", "title"}}, revision.title);
    }
    html.add(paragraphs(revision.text, {})).close().close();
  }
  html.close();
}

void add_way_back(Html& html, const ItemRequest& request, const PageContext& context) {
  const QueryRequest& query = request.found_by.query;
  if (query.text.empty()) {
    return;
  }
  html.open("p", {{"class", "way"}})
      .element("a", {{"href", context.search_link(request.found_by)}},
               context.say(Say::kBackTo, query.text))
      .text(" ")
      .element("a", {{"href", context.why_link(request.id, request.found_by)}},
               context.say(Say::kWhyQuery))
      .close();
}

void add_understood(Html& html, Searcher& searcher, const Bulletin& item,
                    const PageContext& context) {
  html.open("section", {{"aria-labelledby", "understood"}})
      .element("h2", {{"id", "understood"}}, context.say(Say::kUnderstood))
      .open("p", {{"class", "note"}})
      .text(context.say(Say::kMarkedAs))
      .text(" ")
      .element("mark", {{"class", "date"}}, context.say(Say::kDate))
      .text(" ")
      .element("mark", {{"class", "country"}}, context.say(Say::kCountry))
      .text(" ")
      .element("mark", {{"class", "kind"}}, context.say(Say::kKind))
      .close()
      .add(evidence_list(item, context, Anchors::kMarks));
  const Html rejected = rejected_list(rejected_readings(item, searcher.publisher()), context);
  if (!rejected.is_empty()) {
    html.open("details").element("summary", context.say(Say::kRejected)).add(rejected).close();
  }
  html.close();
}

}  // namespace

std::optional<PageContent> item_page(Searcher& searcher, const ItemRequest& request,
                                     const PageContext& context) {
  const std::optional<Bulletin> item = searcher.find(request.id);
  if (!item) {
    return std::nullopt;
  }
  const std::vector<LinkedItem> also = searcher.linked_with(*item);
  const std::optional<Bulletin> other = counterpart_of(searcher, also, request);
  Html html;
  add_way_back(html, request, context);
  html.open("div", {{"class", other ? "sides two" : "sides"}});
  add_article(html, *item, "h1");
  if (other) {
    add_counterpart(html, *other, context);
  }
  html.close().open("div", {{"class", "item-notes"}}).open("div");
  add_facts(html, *item, context);
  add_understood(html, searcher, *item, context);
  html.add(citation(*item, request.generation, context));
  add_history(html, *item, context);
  html.close().open("div");
  add_also(html, also, request, context);
  if (const auto similar = searcher.similar(request.id, kSimilar)) {
    add_similar(html, *similar, *item, context);
  }
  html.close().close();
  WebParameters parameters = search_parameters(request.found_by);
  if (!request.with.empty()) {
    parameters.emplace_back("with", request.with);
  }
  const std::string path = item_path(item->id);
  const bool in_path = path.find('?') == std::string::npos;
  if (!in_path) {
    parameters.emplace_back("id", item->id);
  }
  return PageContent{.title = headline(*item),
                     .main = std::move(html),
                     .path = in_path ? path : "/items/",
                     .parameters = std::move(parameters)};
}

}  // namespace bulletin
