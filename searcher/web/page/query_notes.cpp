#include "searcher/web/page/query_notes.hpp"

#include <algorithm>
#include <optional>

#include "searcher/query/chosen_limits.hpp"
#include "searcher/web/page/date_words.hpp"
#include "searcher/web/page/narrow.hpp"
#include "searcher/web/page/reading_links.hpp"

namespace bulletin {
namespace {

std::optional<Say> name_of_limit(std::string_view name) {
  const std::pair<std::string_view, Say> names[] = {
      {"country", Say::kCountry}, {"date", Say::kDate},     {"lang", Say::kLanguage},
      {"kind", Say::kKind},       {"region", Say::kRegion}, {"rule", Say::kRule},
      {"source", Say::kSource}};
  const auto* const found =
      std::ranges::find(names, name, [](const auto& row) { return row.first; });
  return found == std::end(names) ? std::nullopt : std::optional(found->second);
}

void add_cross(Html& html) {
  html.constant("<span class=\"cross\" aria-hidden=\"true\">×</span>");
}

// A choice that its link takes back.
void add_chip(Html& html, const std::string& kind, const Html& name, const SearchRequest& without,
              const PageContext& context) {
  html.open("li")
      .open("a", {{"class", "chip"}, {"href", context.search_link(without)}})
      .element("span", {{"class", "hidden"}}, context.say(Say::kRemove))
      .element("span", {{"class", "chip-kind"}}, kind)
      .add(name);
  add_cross(html);
  html.close().close();
}

// How the query is read and its hits are listed, where that is not as usual.
void add_ways(Html& html, const SearchRequest& request, const PageContext& context) {
  const SearchRequest first_page = with_text(request, request.query.text);
  const auto add = [&](Say name, auto change) {
    SearchRequest usual = first_page;
    change(usual);
    add_chip(html, {}, Html().text(context.say(name)), usual, context);
  };
  if (request.query.literal || !request.query.translate || !request.query.sound) {
    add(request.query.literal ? Say::kLiteral : Say::kUntranslated, [](SearchRequest& usual) {
      usual.query.literal = false;
      usual.query.translate = true;
      usual.query.sound = true;
    });
  }
  if (request.query.strict) {
    add(Say::kStrict, [](SearchRequest& usual) { usual.query.strict = false; });
  }
  if (request.group) {
    add(Say::kOncePerStory, [](SearchRequest& usual) { usual.group = false; });
  }
}

void add_reading(Html& html, const QueryReading& reading, const SearchRequest& request,
                 const PageContext& context) {
  const bool is_country = reading.kind == QueryReading::Kind::kCountry;
  const ReadingChoices choices = reading_choices(reading, request);
  html.open("li")
      .open("span", {{"class", "chip reading"}})
      .element("span", {{"class", "chip-kind"}},
               context.say(is_country ? Say::kCountry : Say::kDate) + context.say(Say::kColon));
  if (is_country) {
    context.add_names(html, context.label("country", reading.country));
  } else {
    html.text(span_words(reading.span, context.lang()));
  }
  const std::string about = context.say(Say::kOpenQuote) + reading.surface +
                            context.say(Say::kCloseQuote) + context.say(Say::kColon);
  html.text(" ").element("a",
                         {{"href", context.search_link(choices.as_filter)},
                          {"aria-label", about + context.say(Say::kAsFilter)}},
                         context.say(Say::kAsFilter));
  html.open("a", {{"href", context.search_link(choices.as_words)},
                  {"class", "remove"},
                  {"title", context.say(Say::kAsWords)},
                  {"aria-label", about + context.say(Say::kAsWords)}});
  add_cross(html);
  html.close().close().close();
}

// `Also searched: library → 图书馆 · tushuguan → 图书馆`: names in the other language, and by
// sound.
void add_other_names(Html& html, const SearchResult& result, const SearchRequest& request,
                     const PageContext& context) {
  if (result.translations.empty() && result.sounds.empty()) {
    return;
  }
  html.open("p", {{"class", "note"}}).text(context.say(Say::kAlsoSearched));
  bool is_first = true;
  const auto add = [&](const auto& found) {
    html.text(is_first ? context.say(Say::kColon) : " · ").text(found.surface).text(" → ");
    is_first = false;
    for (const auto& name : found.names) {
      html.text(&name == &found.names.front() ? "" : context.say(Say::kListComma)).text(name.text);
    }
  };
  std::ranges::for_each(result.translations, add);
  std::ranges::for_each(result.sounds, add);
  SearchRequest as_typed = with_text(request, request.query.text);
  as_typed.query.translate = false;
  as_typed.query.sound = false;
  html.text(" ")
      .element("a", {{"href", context.search_link(as_typed)}}, context.say(Say::kOnlyAsTyped))
      .close();
}

// The same search without one of its parts: a limit chosen beside the text, or words of the text.
SearchRequest without_part(const LooserSearch& looser, const SearchRequest& request) {
  for (const auto& [name, values] : limits_of(request.query)) {
    std::string all;
    for (const std::string& value : *values) {
      all += (all.empty() ? "" : ",") + value;
    }
    const auto same_kind = part_kind_of(name) == looser.kind;
    if (same_kind && !values->empty() &&
        request.query.text.find(looser.text) == std::string::npos) {
      SearchRequest less = request;
      for (const std::string& value : *values) {
        less = without_limit(less, {name, value});
      }
      return less;
    }
  }
  std::string sign = looser.occur == Occur::kMustNot ? "-" : "";
  std::string words = replaced(request.query.text, sign + looser.text);
  return with_text(request, words == request.query.text ? replaced(words, looser.text) : words);
}

void add_missing(Html& html, const MissingWord& missing, const SearchRequest& request,
                 const PageContext& context) {
  html.open("li").text(context.say(Say::kNoItemHas, missing.word));
  bool is_first = true;
  for (const IndexWord& near : missing.near) {
    const std::string text = replaced(request.query.text, missing.word, near.word);
    html.text(is_first ? context.say(Say::kDidYouMean) : context.say(Say::kListComma))
        .element("a", {{"href", context.search_link(with_text(request, text))}}, near.word)
        .text(" (" + grouped(near.items) + ")");
    is_first = false;
  }
  html.close();
}

void add_looser(Html& html, const LooserSearch& looser, const SearchRequest& request,
                const PageContext& context) {
  const SearchRequest less = without_part(looser, request);
  if (less.query == request.query) {
    return;
  }
  html.open("li")
      .element("a", {{"href", context.search_link(less)}}, context.say(Say::kWithout, looser.text))
      .text(context.say(Say::kColon) + context.items(looser.total))
      .close();
}

}  // namespace

Html limit_chips(const SearchRequest& request, const PageContext& context) {
  const std::vector<ChosenLimit> limits = chosen_limits(request.query);
  Html chips;
  for (const ChosenLimit& limit : limits) {
    Html name;
    context.add_names(name, context.label(limit.name, limit.value));
    const Say kind = name_of_limit(limit.name).value_or(Say::kLimits);
    add_chip(chips, context.say(kind) + context.say(Say::kColon), name,
             without_limit(request, limit), context);
  }
  add_ways(chips, request, context);
  if (limits.size() > 1) {
    chips.open("li")
        .element("a", {{"href", context.search_link(without_limits(request))}},
                 context.say(Say::kClearAll))
        .close();
  }
  Html html;
  if (!chips.is_empty()) {
    html.open("ul", {{"class", "chips"}, {"aria-label", context.say(Say::kLimits)}})
        .add(chips)
        .close();
  }
  return html;
}

Html reading_chips(const SearchResult& result, const SearchRequest& request,
                   const PageContext& context) {
  Html html;
  if (!result.readings.empty()) {
    html.open("ul", {{"class", "chips"}, {"aria-label", context.say(Say::kReadings)}});
    for (const QueryReading& reading : result.readings) {
      add_reading(html, reading, request, context);
    }
    html.close();
  }
  add_other_names(html, result, request, context);
  if (result.out_of_time) {
    html.element("p", {{"class", "note"}}, context.say(Say::kCountsLeftOut));
  }
  for (const std::string& note : result.notes) {
    html.element("p", {{"class", "note"}, {"lang", "en"}}, note);
  }
  return html;
}

Html nothing_found(const SearchResult& result, const SearchRequest& request,
                   const PageContext& context) {
  Html html;
  html.open("div", {{"class", "nothing"}}).element("h2", context.say(Say::kNothingFound));
  if (result.near_misses) {
    Html tries;
    for (const MissingWord& missing : result.near_misses->missing) {
      add_missing(tries, missing, request, context);
    }
    for (const LooserSearch& looser : result.near_misses->looser) {
      add_looser(tries, looser, request, context);
    }
    if (!tries.is_empty()) {
      html.open("ul").add(tries).close();
    }
  }
  html.open("p")
      .text(context.say(Say::kTryElse))
      .text(" ")
      .element("a", {{"href", context.link("/help")}}, context.say(Say::kHelpLink))
      .close();
  return html.close();
}

}  // namespace bulletin
