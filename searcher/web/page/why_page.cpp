#include "searcher/web/page/why_page.hpp"

#include <array>
#include <cstdio>
#include <utility>

#include "searcher/web/page/date_words.hpp"
#include "searcher/web/page/evidence_list.hpp"
#include "searcher/web/page/hit_list.hpp"
#include "searcher/web/public_item.hpp"
#include "searcher/web/search_address.hpp"

namespace bulletin {
namespace {

std::string score_text(double score) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.2f", score);
  return digits.data();
}

Say name_of(PartKind kind) {
  switch (kind) {
    case PartKind::kWords:
      return Say::kPartWords;
    case PartKind::kPhrase:
      return Say::kPartPhrase;
    case PartKind::kPrefix:
      return Say::kPartPrefix;
    case PartKind::kGroup:
      return Say::kPartGroup;
    case PartKind::kCountry:
      return Say::kCountry;
    case PartKind::kDate:
      return Say::kDate;
    case PartKind::kLang:
      return Say::kLanguage;
    case PartKind::kKind:
      return Say::kKind;
    case PartKind::kRegion:
      return Say::kRegion;
    case PartKind::kId:
      return Say::kIdentifier;
    case PartKind::kTranslation:
      return Say::kPartTranslation;
    case PartKind::kSound:
      return Say::kPartSound;
    case PartKind::kTitle:
      return Say::kPartTitle;
    case PartKind::kSource:
      return Say::kSource;
  }
  return Say::kPartWords;
}

Say verdict_of(const PartReport& part) {
  if (part.keeps_out) {
    return Say::kKeepsOut;
  }
  if (part.occur == Occur::kMustNot) {
    return Say::kAbsentAsAsked;
  }
  return part.matches ? Say::kFits : Say::kMissing;
}

std::string joined(const std::vector<std::string>& values, const PageContext& context) {
  std::string line;
  for (const std::string& value : values) {
    line += (line.empty() ? "" : context.say(Say::kListComma)) + value;
  }
  return line;
}

// Where each word stands, or what stands there like it.
void add_words(Html& html, const PartReport& part, const PageContext& context) {
  if (!part.has.empty()) {
    html.element("p", context.say(Say::kItemHas, joined(part.has, context)));
  }
  if (part.words.empty()) {
    return;
  }
  html.open("ul");
  for (const WordReport& word : part.words) {
    html.open("li").element("strong", word.word).text(context.say(Say::kColon));
    if (word.found) {
      html.text(context.say(Say::kInTitle, grouped(word.in_title)) + context.say(Say::kListComma) +
                context.say(Say::kInText, grouped(word.in_text)));
    } else {
      html.text(context.say(Say::kNotInItem));
      if (!word.near.empty()) {
        html.text(context.say(Say::kDidYouMean) + joined(word.near, context));
      }
    }
    html.close();
  }
  html.close();
}

void add_part(Html& html, const PartReport& part, const PageContext& context) {
  html.open("tr", {{"class", "keeps-out", part.keeps_out}})
      .open("th", {{"scope", "row"}})
      .element("span", {{"class", "rule"}}, context.say(name_of(part.kind)))
      .text((part.occur == Occur::kMustNot ? " −" : " ") + part.text)
      .close()
      .open("td")
      .element("p", context.say(verdict_of(part)));
  add_words(html, part, context);
  html.close().element("td", {{"class", "number"}}, part.score > 0 ? score_text(part.score) : "–");
  html.close();
}

void add_parts(Html& html, const Explanation& found, const PageContext& context) {
  html.open("div", {{"class", "scroll"},
                    {"tabindex", "0"},
                    {"role", "region"},
                    {"aria-label", context.say(Say::kPartsTable)}})
      .open("table", {{"class", "parts"}})
      .open("thead")
      .open("tr")
      .element("th", {{"scope", "col"}}, context.say(Say::kPartOfQuery))
      .element("th", {{"scope", "col"}}, context.say(Say::kInItem))
      .element("th", {{"scope", "col"}, {"class", "number"}}, context.say(Say::kScore))
      .close()
      .close()
      .open("tbody");
  for (const PartReport& part : found.parts) {
    add_part(html, part, context);
  }
  html.close().close().close();
}

std::string verdict(const Explanation& found, const PageContext& context) {
  return found.is_hit ? context.say(Say::kIsHit, grouped(found.rank)) +
                            context.say(Say::kOfTotal, grouped(found.total))
                      : context.say(Say::kIsNoHit);
}

void add_question(Html& html, const std::string& id, const SearchRequest& request,
                  const PageContext& context) {
  const std::string path = item_path(id);
  const bool in_path = path.find('?') == std::string::npos;
  html.open("form", {{"class", "ask"},
                     {"method", "get"},
                     {"action", in_path ? path + "/why" : std::string("/items/")}})
      .element("label", {{"for", "ask"}}, context.say(Say::kAskOther))
      .empty("input", {{"type", "search"},
                       {"id", "ask"},
                       {"name", "q"},
                       {"maxlength", "2000"},
                       {"value", request.query.text}});
  if (!in_path) {
    html.empty("input", {{"type", "hidden"}, {"name", "id"}, {"value", id}})
        .empty("input", {{"type", "hidden"}, {"name", "why"}, {"value", "1"}});
  }
  for (const auto& [name, value] : context.visitor.carried) {
    html.empty("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  }
  html.element("button", {{"type", "submit"}}, context.say(Say::kAsk)).close();
}

}  // namespace

std::optional<PageContent> why_page(Searcher& searcher, const std::string& id,
                                    const SearchRequest& request, const PageContext& context) {
  std::optional<ExplainedItem> whole = searcher.explain(id, request.query, context.deadline);
  if (!whole) {
    return std::nullopt;
  }
  const ExplainedItem explained = public_explanation(*std::move(whole));
  const Bulletin& item = explained.item;
  const Explanation& found = explained.explanation;
  Html html;
  html.element("h1", context.say(Say::kWhyTitle, request.query.text));
  add_question(html, id, request, context);
  html.element("p", {{"class", found.is_hit ? "verdict" : "verdict no"}}, verdict(found, context));
  if (!found.parts.empty()) {
    add_parts(html, found, context);
  }
  for (const std::string& note : explained.notes) {
    html.element("p", {{"class", "note"}, {"lang", "en"}}, note);
  }
  html.open("article", {{"class", "item"}, {"lang", content_lang(item.lang)}})
      .open("h2")
      .open("a", {{"href", context.item_link(id)}});
  if (item.title.empty()) {
    html.text(headline(item));
  } else {
    html.marked(item.title, found.title_highlights);
  }
  html.close().close().add(paragraphs(item.text, found.text_highlights)).close();
  html.open("p")
      .element("a", {{"href", context.search_link(request)}},
               context.say(Say::kBackTo, request.query.text))
      .close();
  const std::string path = item_path(id);
  const bool in_path = path.find('?') == std::string::npos;
  WebParameters parameters = search_parameters(request);
  if (!in_path) {
    parameters.emplace_back("id", id);
    parameters.emplace_back("why", "1");
  }
  return PageContent{.title = context.say(Say::kWhyTitle, request.query.text),
                     .main = std::move(html),
                     .path = in_path ? path + "/why" : "/items/",
                     .parameters = std::move(parameters),
                     .listed = false};
}

}  // namespace bulletin
