#include "searcher/web/page/evidence_list.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "searcher/web/page/date_words.hpp"
#include "searcher/web/page/rule_words.hpp"

namespace bulletin {
namespace {

// The kinds of value, as bits: one stretch of text can show several.
using Shows = unsigned;
constexpr Shows kDateWords = 1;
constexpr Shows kCountryWords = 2;
constexpr Shows kKindWords = 4;

std::string anchor(const Evidence& evidence) {
  return (evidence.field == TextField::kTitle ? "w-t" : "w-") + std::to_string(evidence.begin_byte);
}

// “Almaty” (city), “Pavlodar” (city).
void add_evidence(Html& html, const std::vector<Evidence>& evidence, const PageContext& context,
                  Anchors anchors) {
  bool is_first = true;
  std::set<std::pair<std::string, std::string>> told;  // Where nothing leads to it, once is enough.
  for (const Evidence& e : evidence) {
    if (anchors == Anchors::kNone && !told.emplace(e.surface, e.rule).second) {
      continue;
    }
    html.text(is_first ? "" : context.say(Say::kListComma));
    is_first = false;
    if (!e.surface.empty()) {
      html.text(context.say(Say::kOpenQuote));
      if (anchors == Anchors::kMarks) {
        html.element("a", {{"href", "#" + anchor(e)}}, e.surface);
      } else {
        html.text(e.surface);
      }
      html.text(context.say(Say::kCloseQuote)).text(" ");
    }
    html.element("span", {{"class", "rule"}}, context.name(rule_words(e.rule)));
  }
}

// Calls `take(evidence, kind)` for all words of a field that show something.
template <typename Take>
void each_evidence(const Bulletin& item, TextField field, Take take) {
  const auto walk = [&](const auto& mentions, Shows shows) {
    for (const auto& mention : mentions) {
      for (const Evidence& e : mention.evidence) {
        if (e.field == field && e.begin_byte < e.end_byte) {
          take(e, shows);
        }
      }
    }
  };
  walk(item.dates, kDateWords);
  walk(item.countries, kCountryWords);
  walk(item.kinds, kKindWords);
}

std::string classes(unsigned shows) {
  std::string names;
  const std::pair<Shows, std::string_view> all[] = {
      {kDateWords, "date"}, {kCountryWords, "country"}, {kKindWords, "kind"}};
  for (const auto& [bit, name] : all) {
    if ((shows & bit) != 0) {
      names += (names.empty() ? "" : " ") + std::string(name);
    }
  }
  return names;
}

// A field cut at every byte where some evidence begins or ends, so that overlaps nest in no way.
class MarkedField {
 public:
  MarkedField(const Bulletin& item, TextField field)
      : text_(field == TextField::kTitle ? item.title : item.text) {
    each_evidence(item, field, [&](const Evidence& e, Shows shows) {
      if (e.end_byte <= text_.size()) {
        spans_.push_back({{e.begin_byte, e.end_byte}, shows});
        anchors_.emplace(e.begin_byte, anchor(e));
        cuts_.insert(cuts_.end(), {e.begin_byte, e.end_byte});
      }
    });
    std::ranges::sort(cuts_);
  }

  // Adds bytes `begin` to `end`.
  void add_to(Html& html, std::size_t begin, std::size_t end) const {
    while (begin < end) {
      const auto cut = std::ranges::upper_bound(cuts_, begin);
      const std::size_t next = cut == cuts_.end() ? end : std::min(*cut, end);
      const std::string_view piece = std::string_view(text_).substr(begin, next - begin);
      if (const unsigned shows = shown_at(begin); shows != 0) {
        const auto id = anchors_.find(begin);
        html.element("mark",
                     {{"id", id == anchors_.end() ? "" : id->second, id != anchors_.end()},
                      {"class", classes(shows)}},
                     piece);
      } else {
        html.text(piece);
      }
      begin = next;
    }
  }

 private:
  struct Span {
    ByteRange bytes;
    Shows shows;
  };

  [[nodiscard]] unsigned shown_at(std::size_t at) const {
    unsigned shows = 0;
    for (const Span& span : spans_) {
      shows |= span.bytes.begin <= at && at < span.bytes.end ? span.shows : 0U;
    }
    return shows;
  }

  const std::string& text_;
  std::vector<Span> spans_;
  std::vector<std::size_t> cuts_;
  std::map<std::size_t, std::string> anchors_;
};

// Calls `take(begin, end)` for each line that is not empty.
template <typename Take>
void each_line(std::string_view text, Take take) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (begin < end) {
      take(begin, end);
    }
    begin = end + 1;
  }
}

void add_row(Html& html, std::string_view kind, const Html& value, const Html& evidence) {
  html.open("div").element("dt", kind).open("dd").add(value);
  if (!evidence.is_empty()) {
    html.open("span", {{"class", "because"}}).add(evidence).close();
  }
  html.close().close();
}

}  // namespace

Html date_with_precision(const DateSpan& span, const PageContext& context) {
  Html html;
  html.element("time", {{"datetime", format_span(span), span.from == span.to}},
               span_words(span, context.lang()));
  if (span.precision != Precision::kDay) {
    html.text(" ").element(
        "span", {{"class", "rule"}},
        context.say(span.precision == Precision::kMonth ? Say::kDayNotGiven : Say::kMonthNotGiven));
  }
  return html;
}

Html evidence_list(const Bulletin& item, const PageContext& context, Anchors anchors) {
  Html html;
  const auto add = [&](Say name, const Html& value, const std::vector<Evidence>& evidence) {
    Html words;
    add_evidence(words, evidence, context, anchors);
    add_row(html, context.say(name), value, words);
  };
  html.open("dl", {{"class", "evidence"}});
  for (const DateMention& date : item.dates) {
    add(Say::kDate, date_with_precision(date.span, context), date.evidence);
  }
  const auto named = [&](std::string_view facet, const std::string& value) {
    Html names;
    context.add_names(names, context.label(facet, value));
    return names;
  };
  for (const CountryMention& country : item.countries) {
    add(Say::kCountry, named("country", country.code), country.evidence);
  }
  for (const KindMention& kind : item.kinds) {
    add(Say::kKind, named("kind", kind.kind), kind.evidence);
  }
  return html.close();
}

Html rejected_list(const RejectedReadings& rejected, const PageContext& context) {
  Html html;
  if (rejected.dates.empty() && rejected.countries.empty()) {
    return html;
  }
  html.open("dl", {{"class", "evidence rejected"}});
  for (const RejectedDate& date : rejected.dates) {
    Html value;
    value.text(date.span ? context.say(Say::kNotX, span_words(*date.span, context.lang()))
                         : context.say(Say::kNoDateAtAll));
    Html words;
    add_evidence(words, {date.evidence}, context, Anchors::kNone);
    add_row(html, context.say(Say::kDate), value, words);
  }
  for (const RejectedCountry& country : rejected.countries) {
    Html value;
    value.text(context.say(Say::kNotX, context.name(context.label("country", country.code))));
    Html words;
    add_evidence(words, {country.evidence}, context, Anchors::kNone);
    if (!country.because.empty()) {
      words.text(" ").text(context.say(Say::kInside, country.because));
    }
    add_row(html, context.say(Say::kCountry), value, words);
  }
  return html.close();
}

Html marked_evidence(const Bulletin& item, TextField field) {
  const MarkedField marked(item, field);
  Html html;
  if (field == TextField::kTitle) {
    marked.add_to(html, 0, item.title.size());
    return html;
  }
  each_line(item.text, [&](std::size_t begin, std::size_t end) {
    html.open("p");
    marked.add_to(html, begin, end);
    html.close();
  });
  return html;
}

Html paragraphs(std::string_view text, const std::vector<ByteRange>& marks) {
  Html html;
  each_line(text, [&](std::size_t begin, std::size_t end) {
    std::vector<ByteRange> inside;
    for (const ByteRange& mark : marks) {
      const ByteRange part{std::max(mark.begin, begin), std::min(mark.end, end)};
      if (part.begin < part.end) {
        inside.push_back({part.begin - begin, part.end - begin});
      }
    }
    html.open("p").marked(text.substr(begin, end - begin), inside).close();
  });
  return html;
}

}  // namespace bulletin
