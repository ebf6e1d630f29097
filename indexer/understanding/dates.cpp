#include "indexer/understanding/dates.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "indexer/understanding/date_grammar.hpp"
#include "indexer/understanding/date_rejections.hpp"
#include "indexer/understanding/date_roc.hpp"
#include "indexer/understanding/date_roles.hpp"
#include "indexer/understanding/date_years.hpp"

namespace bulletin {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr days kLongestTrip{31};    // A longer span around a day is a term, not a trip.
constexpr days kFilingDelay{31};    // A dateline further behind an event is an event itself.
constexpr days kLongestLag{183};    // From the event to its bulletin.
constexpr days kLongestEvent{184};  // Beyond half a year it is the term of an agreement.
constexpr std::size_t kNameReach = 2000;
constexpr std::uint64_t kHashFactor = 0x9E3779B97F4A7C15ULL;
constexpr int kHistoryDistance = 2;  // Years; nearer ones are news.

// One expression on its way to a mention.
struct Candidate {
  DateExpression expression;
  TextField field = TextField::kText;
  DateSurroundings around{};
};

// A candidate whose days are known.
struct Claim : Candidate {
  DateSpan span{};
  YearSource source = YearSource::kText;
};

std::string_view folded_of(const ItemText& item, TextField field) {
  return field == TextField::kTitle ? item.folded_title.text() : item.folded_text.text();
}

// "may 20" and "march 20" in small letters are a verb and a count unless a year stands behind them.
bool is_verb(const ItemText& item, TextField field, const DateExpression& expression) {
  const bool in_title = field == TextField::kTitle;
  const FoldedText& folded = in_title ? item.folded_title : item.folded_text;
  const std::string_view source = in_title ? item.title : item.text;
  const std::string_view surface =
      std::string_view(folded.text()).substr(expression.begin, expression.end - expression.begin);
  for (const std::string_view name : {"may", "mar"}) {
    const std::size_t at = surface.find(name);
    if (at != std::string_view::npos && expression.from.year == 0) {
      return source[folded.source_begin(expression.begin + at)] == 'm';
    }
  }
  return false;
}

void collect(const ItemText& item, TextField field, DroppedDates* dropped,
             std::vector<Candidate>& out) {
  const std::string_view text = folded_of(item, field);
  const DateReadings readings = read_dates(text);
  for (const DateExpression& expression : readings.expressions) {
    const DateSurroundings around = read_surroundings(text, expression);
    const bool verb = is_verb(item, field, expression);
    if (around.role != DateRole::kNone && !verb) {
      out.push_back({.expression = expression, .field = field, .around = around});
    } else if (dropped != nullptr) {
      dropped->add(field, expression, verb ? DateReason::kWord : around.reason);
    }
  }
  for (const RefusedDate& refused : readings.refused) {
    if (dropped != nullptr) {
      dropped->add(field, refused);
    }
  }
}

// Settles years of two and three figures by what the whole item shows, and drops the uncertain.
void settle_years(const ItemText& item, std::optional<Date> published, DroppedDates* dropped,
                  std::vector<Candidate>& candidates) {
  const auto is_short = [](const Candidate& c) {
    return c.expression.year_figures != YearFigures::kFour;
  };
  if (std::ranges::none_of(candidates, is_short)) {
    return;
  }
  const RocContext context = std::max(find_roc_context(folded_of(item, TextField::kTitle)),
                                      find_roc_context(folded_of(item, TextField::kText)));
  std::erase_if(candidates, [&](Candidate& c) {
    const bool settled = settle_year(c.expression, context, published);
    if (!settled && dropped != nullptr) {
      dropped->add(c.field, c.expression, DateReason::kUncertainYear);
    }
    return !settled;
  });
}

// A day without its month belongs to the month named before it; inside a range over a month's end,
// to the side on which it lies.
std::optional<DateSpan> complete_bare_day(const DateExpression& bare, const DateSpan& context) {
  for (const Date month : {context.from, context.to}) {
    DateExpression whole = bare;
    whole.from = {static_cast<int>(month.year()), unsigned{month.month()}, bare.from.day};
    whole.to = {static_cast<int>(month.year()), unsigned{month.month()}, bare.to.day};
    whole.form = DateForm::kDay;
    const auto span = span_in_year(whole, whole.from.year);
    const bool inside = span && context.from <= span->from && span->to <= context.to;
    if (inside || context.from.month() == context.to.month()) {
      return span;
    }
  }
  return std::nullopt;
}

// The year of an event that the title, or else the beginning of the text, names.
std::optional<int> named_year(const ItemText& item) {
  const auto in_title = find_event_year(folded_of(item, TextField::kTitle).substr(0, kNameReach));
  return in_title ? in_title
                  : find_event_year(folded_of(item, TextField::kText).substr(0, kNameReach));
}

bool can_be_context(const Candidate& candidate) {
  return candidate.around.role < DateRole::kBackground;
}

// The first event whose year is written, for the dates in front of it.
std::optional<DateSpan> first_dated(const std::vector<Candidate>& candidates) {
  for (const Candidate& c : candidates) {
    if (can_be_context(c) && c.expression.from.year != 0) {
      if (const auto span = span_in_year(c.expression, c.expression.from.year)) {
        return span;
      }
    }
  }
  return std::nullopt;
}

// The years in the sentences of both fields.
struct FieldYears {
  SentenceYears title, text;
};

std::optional<DatedSpan> date_one(FieldYears& years, const Candidate& candidate,
                                  const YearHints& hints) {
  const DateExpression& expression = candidate.expression;
  if (expression.form != DateForm::kBareDay) {
    const bool in_title = candidate.field == TextField::kTitle;
    return date_expression(in_title ? years.title : years.text, expression, hints);
  }
  if (expression.near_word == NearWord::kMonth || expression.near_word == NearWord::kDay) {
    return date_near_day(expression, hints);
  }
  const auto span =
      hints.context ? complete_bare_day(candidate.expression, *hints.context) : std::nullopt;
  return span ? std::optional(DatedSpan{*span, YearSource::kContext}) : std::nullopt;
}

bool needs_named_month(const DateExpression& expression) {
  return expression.form == DateForm::kBareDay &&
         (expression.near_word == NearWord::kNone || expression.near_word == NearWord::kContext);
}

// Why a candidate could not be dated. A month was named before a bare day, which is not in it.
DateReason reason_without_days(const DateExpression& expression, bool lacks_month) {
  if (lacks_month) {
    return DateReason::kNoMonth;
  }
  const bool has_year = expression.from.year != 0 || needs_named_month(expression);
  return has_year ? DateReason::kImpossible : DateReason::kNoYear;
}

// Finds the days of each candidate; those whose year nothing tells fall away.
std::vector<Claim> date_candidates(const ItemText& item, std::optional<Date> published,
                                   const std::vector<Candidate>& candidates,
                                   DroppedDates* dropped) {
  std::vector<Claim> claims;
  YearHints hints{.published = published,
                  .context = first_dated(candidates),
                  .item_year = candidates.empty() ? std::nullopt : named_year(item)};
  FieldYears years{SentenceYears(folded_of(item, TextField::kTitle)),
                   SentenceYears(folded_of(item, TextField::kText))};
  bool month_named = false;
  for (const Candidate& c : candidates) {
    const bool lacks_month = needs_named_month(c.expression) && !month_named;
    hints.planned = c.around.planned;
    const auto dated = lacks_month ? std::nullopt : date_one(years, c, hints);
    if (!dated && dropped != nullptr) {
      dropped->add(c.field, c.expression, reason_without_days(c.expression, lacks_month));
    }
    if (dated) {
      claims.push_back({c, dated->span, dated->source});
      if (can_be_context(c)) {
        hints.context = dated->span;
        month_named = true;
      }
    }
  }
  return claims;
}

bool is_history(const Claim& claim) {
  return claim.around.role == DateRole::kHistory || claim.around.role == DateRole::kFounding;
}

// The founding or renaming of an institution is history, that of a learning centre last week news.
void judge_history(std::optional<Date> published, std::vector<Claim>& claims) {
  std::optional<int> now;
  if (published) {
    now = static_cast<int>(published->year());
  }
  for (const Claim& c : claims) {
    if (!published && !is_history(c)) {
      now = std::max(now.value_or(0), static_cast<int>(c.span.to.year()));
    }
  }
  for (Claim& c : claims) {
    const bool founding = c.around.role == DateRole::kFounding;
    const bool recent = now ? static_cast<int>(c.span.to.year()) + kHistoryDistance > *now
                            : !founding || c.span.precision == Precision::kDay;
    if (founding) {
      c.around.role = recent ? DateRole::kEvent : DateRole::kNone;
    } else if (is_history(c)) {
      c.around.role = recent ? DateRole::kYielding : DateRole::kBackground;
    }
  }
}

// Half a year and more is the term of an agreement or a project rather than an event.
void judge_terms(std::vector<Claim>& claims) {
  for (Claim& c : claims) {
    if (c.around.role == DateRole::kEvent &&
        sys_days(c.span.to) - sys_days(c.span.from) > kLongestEvent) {
      c.around.role = DateRole::kYielding;
    }
  }
}

// Bulletins appear within weeks: what lies half a year back is no news, unless the lead opens with
// it, as in an item put online long after.
void judge_lag(const ItemText& item, std::optional<Date> published, std::vector<Claim>& claims) {
  if (!published) {
    return;
  }
  const std::string_view text = folded_of(item, TextField::kText);
  const std::size_t lead_end = std::min(text.find("。"), text.find(". "));
  for (Claim& c : claims) {
    const bool opens = c.field == TextField::kTitle || c.expression.begin < lead_end;
    const bool is_told =
        c.around.role == DateRole::kYielding || (c.around.role == DateRole::kEvent && !opens);
    if (is_told && sys_days(*published) - sys_days(c.span.to) > kLongestLag) {
      c.around.role = DateRole::kBackground;
    }
  }
}

// A dateline tells when the report was filed if the report tells of a day up to a month before.
bool is_filed_after(const Claim& filing, const Claim& event) {
  return event.around.role == DateRole::kEvent && event.span.precision == Precision::kDay &&
         event.span.from <= filing.span.from &&
         sys_days(filing.span.from) - sys_days(event.span.to) <= kFilingDelay;
}

void judge_datelines(std::vector<Claim>& claims) {
  const auto filing = std::ranges::find_if(
      claims, [](const Claim& c) { return c.around.role == DateRole::kFiling; });
  if (filing == claims.end()) {
    return;
  }
  const bool single_day = filing->span.from == filing->span.to;
  const bool has_event =
      std::ranges::any_of(claims, [&](const Claim& c) { return is_filed_after(*filing, c); });
  for (Claim& c : claims) {
    if (c.around.role == DateRole::kFiling) {
      c.around.role = single_day && has_event ? DateRole::kNone : DateRole::kEvent;
      c.around.reason = DateReason::kDateline;
    }
  }
}

std::string_view rule_of(const Claim& candidate, bool is_filing) {
  switch (candidate.source) {
    case YearSource::kEventName:
      return "year-from-event-name";
    case YearSource::kContext:
      return candidate.expression.form == DateForm::kBareDay ? "month-from-context"
                                                             : "year-from-context";
    case YearSource::kPublished:
      return "year-from-published";
    case YearSource::kText:
      break;
  }
  if (is_filing) {
    return "dateline";
  }
  switch (candidate.expression.form) {
    case DateForm::kMonth:
      return "month";
    case DateForm::kPeriod:
      return "period";
    case DateForm::kNumeric:
      return "numeric";
    default:
      return candidate.expression.from == candidate.expression.to ? "day" : "range";
  }
}

Evidence evidence_of(const ItemText& item, const Claim& candidate, std::string_view rule) {
  const bool in_title = candidate.field == TextField::kTitle;
  const FoldedText& folded = in_title ? item.folded_title : item.folded_text;
  const std::size_t begin = folded.source_begin(candidate.expression.begin);
  const std::size_t end = folded.source_end(candidate.expression.end);
  const std::string_view source = in_title ? item.title : item.text;
  return {.field = candidate.field,
          .begin_byte = begin,
          .end_byte = end,
          .surface = std::string(source.substr(begin, end - begin)),
          .rule = std::string(rule)};
}

struct SpanHash {
  std::size_t operator()(const DateSpan& span) const {
    const auto number = [](Date date) {
      return static_cast<std::uint64_t>(sys_days(date).time_since_epoch().count());
    };
    const std::uint64_t key = (number(span.from) << 32) ^ (number(span.to) << 2) ^
                              static_cast<std::uint64_t>(span.precision);
    return static_cast<std::size_t>((key * kHashFactor) >> 8);
  }
};

std::vector<DateMention> gather_mentions(const ItemText& item, const std::vector<Claim>& claims,
                                         const std::vector<std::string_view>& rules) {
  std::vector<DateMention> mentions;
  std::unordered_map<DateSpan, std::size_t, SpanHash> places;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& c = claims[i];
    if (c.around.role == DateRole::kNone) {
      continue;
    }
    const auto [place, is_new] = places.try_emplace(c.span, mentions.size());
    if (is_new) {
      mentions.push_back({.span = c.span, .evidence = {}});
    }
    mentions[place->second].evidence.push_back(evidence_of(item, c, rules[i]));
  }
  return mentions;
}

bool is_exact(const Claim& candidate) {
  return candidate.expression.form != DateForm::kMonth &&
         candidate.expression.form != DateForm::kPeriod;
}

bool holds(const DateSpan& outer, const DateSpan& inner) {
  return outer.from <= inner.from && inner.to <= outer.to;
}

// The first claim, unless a finer or a wider one tells the same event better: the day within "late
// October", the whole trip around a day of it.
std::optional<DateSpan> main_span(const std::vector<Claim>& claims, DateRole role) {
  const auto has_role = [role](const Claim& c) { return c.around.role == role; };
  const auto first = std::ranges::find_if(claims, has_role);
  if (first == claims.end()) {
    return std::nullopt;
  }
  DateSpan main = first->span;
  bool exact = is_exact(*first);
  for (const Claim& c : claims) {
    if (!exact && has_role(c) && is_exact(c) && holds(main, c.span)) {
      main = c.span;
      exact = true;
    }
  }
  for (const Claim& c : claims) {
    const bool wider = exact && has_role(c) && is_exact(c) && c.span != main && holds(c.span, main);
    if (wider && sys_days(c.span.to) - sys_days(c.span.from) <= kLongestTrip) {
      return c.span;
    }
  }
  return main;
}

std::optional<DateSpan> choose_item_date(const std::vector<Claim>& claims) {
  const auto event = main_span(claims, DateRole::kEvent);
  return event ? event : main_span(claims, DateRole::kYielding);
}

void note_unplaced(const std::vector<Claim>& claims, DroppedDates& dropped) {
  for (const Claim& c : claims) {
    if (c.around.role == DateRole::kNone) {
      dropped.add(c.field, c.expression, c.around.reason, c.span);
    }
  }
}

}  // namespace

DatesFound find_dates(const ItemText& item, std::optional<Date> published) {
  return find_dates(item, published, nullptr);
}

DatesFound find_dates(const ItemText& item, std::optional<Date> published, DroppedDates* dropped) {
  std::vector<Candidate> candidates;
  collect(item, TextField::kTitle, dropped, candidates);
  collect(item, TextField::kText, dropped, candidates);
  settle_years(item, published, dropped, candidates);
  std::vector<Claim> claims = date_candidates(item, published, candidates, dropped);
  std::vector<std::string_view> rules;
  rules.reserve(claims.size());
  for (const Claim& c : claims) {
    rules.push_back(rule_of(c, c.around.role == DateRole::kFiling));
  }
  judge_history(published, claims);
  judge_datelines(claims);
  judge_terms(claims);
  judge_lag(item, published, claims);
  if (dropped != nullptr) {
    note_unplaced(claims, *dropped);
  }
  return {.dates = gather_mentions(item, claims, rules), .item_date = choose_item_date(claims)};
}

}  // namespace bulletin
