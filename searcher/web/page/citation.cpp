#include "searcher/web/page/citation.hpp"

#include <string>

#include "searcher/web/page/date_words.hpp"
#include "searcher/web/page/hit_list.hpp"

namespace bulletin {

Html citation(const Bulletin& item, std::string_view generation, const PageContext& context) {
  const std::string address = context.origin + item_path(item.id);
  const std::string stop = context.say(Say::kFullStop);
  Html html;
  html.open("section", {{"class", "citation"}})
      .element("h2", context.say(Say::kCite))
      .open("p", {{"id", "citation"}})
      .text(context.say(Say::kOpenQuote))
      .element("span", {{"lang", content_lang(item.lang)}}, headline(item))
      .text(context.say(Say::kCloseQuote) + stop);
  if (!item.source.empty()) {
    html.text(item.source + stop);
  }
  if (const auto date = shown_date(item)) {
    html.text(span_words(*date, context.lang()) + stop);
  }
  html.element("a", {{"href", item_path(item.id)}, {"rel", "bookmark"}}, address)
      .text(context.say(Say::kSeen, span_words(day_span(context.today), context.lang())));
  if (!generation.empty()) {
    html.text(context.say(Say::kIndexState, generation));
  }
  html.text(context.say(Say::kSeenEnd) + stop).close();
  if (item_path(item.id).find('?') == std::string::npos) {  // The API knows ids in paths only.
    html.open("p")
        .element("a", {{"href", "/api/v1" + item_path(item.id)}}, context.say(Say::kAsJson))
        .close();
  }
  return html.close();
}

}  // namespace bulletin
