// What find_dates dropped, told to people. The reasons come from the decisions themselves; forms
// that find_dates leaves to queries are read as queries read them.

#include "indexer/understanding/date_rejections.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "indexer/analysis/utf8.hpp"
#include "indexer/understanding/date_forms.hpp"
#include "indexer/understanding/date_periods.hpp"
#include "indexer/understanding/date_roles.hpp"
#include "indexer/understanding/date_words.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMost = 20;
constexpr Date kSomeDay = std::chrono::year(2000) / 1 / 1;  // What counts from it is not shown.

struct Field {
  TextField name;
  std::string_view source;
  const FoldedText* folded;
};

Field field_of(const ItemText& item, TextField name) {
  const bool in_title = name == TextField::kTitle;
  return {name, in_title ? std::string_view(item.title) : std::string_view(item.text),
          in_title ? &item.folded_title : &item.folded_text};
}

bool is_year_number(const DateSpan& span) {
  return span == year_span(span.from.year());
}

bool starts_number(std::string_view text, std::size_t at) {
  return is_digit(text[at]) || han_digit(next_code_point(text, at)) >= 0;
}

// A year or period that only a query may name. What makes a date no event makes a year none.
DateReason reason_of_period(std::string_view text, const QueryDate& period) {
  if (period.span.precision == Precision::kYear && !is_year_number(period.span)) {
    return DateReason::kTerm;
  }
  const bool is_quarter = text[period.begin_byte] == 'q';
  if (!is_quarter && !starts_number(text, period.begin_byte)) {
    return DateReason::kRelative;
  }
  if (!is_year_number(period.span)) {
    return DateReason::kPeriod;
  }
  const int year = static_cast<int>(period.span.from.year());
  const DateReason reason = read_surroundings(text, {.from = {year, 0, 0},
                                                     .to = {year, 0, 0},
                                                     .form = DateForm::kNumeric,
                                                     .begin = period.begin_byte,
                                                     .end = period.end_byte})
                                .reason;
  return reason == DateReason::kNone ? DateReason::kYearAlone : reason;
}

void add_periods(const Field& field, std::optional<Date> published, std::vector<DroppedDate>& out) {
  const std::string_view text = field.folded->text();
  for (const QueryDate& period : read_folded_dates(text, published.value_or(kSomeDay))) {
    const DateReason reason = reason_of_period(text, period);
    const bool is_known = reason != DateReason::kRelative || published.has_value();
    out.push_back({.field = field.name,
                   .begin = period.begin_byte,
                   .end = period.end_byte,
                   .reason = reason,
                   .span = is_known ? std::optional(period.span) : std::nullopt});
  }
}

// A date glued to something, which the grammar does not begin to read (A1-24/12/2019), or a year
// that is none (2000人).
void add_number(const Field& field, std::size_t at, std::vector<DroppedDate>& out) {
  const std::string_view text = field.folded->text();
  if (!is_date_start(text, at)) {
    DateReadings readings;
    static_cast<void>(read_date_at(text, at, readings));
    for (const DateExpression& e : readings.expressions) {
      out.push_back({field.name, e.begin, e.end, DateReason::kNumber, std::nullopt});
    }
  }
  if (const auto end = read_number_like_year(text, at)) {
    out.push_back({field.name, at, *end, DateReason::kNumber, std::nullopt});
  }
}

// 五四运动: no marks of month and day, so the grammar reads none; the words behind name a day.
void add_named_day(const Field& field, std::size_t at, std::vector<DroppedDate>& out) {
  const std::string_view text = field.folded->text();
  const DateToken run = read_date_token(text, at);
  const DateReason reason =
      read_surroundings(text, {.form = DateForm::kNumeric, .begin = at, .end = run.end}).reason;
  if (reason == DateReason::kNamedDay) {
    out.push_back({field.name, at, run.end, reason, std::nullopt});
  }
}

void add_unread(const Field& field, std::vector<DroppedDate>& out) {
  const std::string_view text = field.folded->text();
  for (std::size_t at = next_query_start(text, 0); at < text.size();
       at = next_query_start(text, behind_query_word(text, at))) {
    if (is_digit(text[at])) {
      add_number(field, at, out);
    } else if (!is_ascii(text[at]) && is_date_start(text, at)) {
      add_named_day(field, at, out);
    }
  }
}

Evidence evidence_of(const ItemText& item, const DroppedDate& dropped) {
  const Field field = field_of(item, dropped.field);
  const std::size_t begin = field.folded->source_begin(dropped.begin);
  const std::size_t end = field.folded->source_end(dropped.end);
  return {.field = dropped.field,
          .begin_byte = begin,
          .end_byte = end,
          .surface = std::string(field.source.substr(begin, end - begin)),
          .rule = std::string(reason_name(dropped.reason))};
}

// Bytes of both fields that are spoken for, as ranges that do not touch.
class Claimed {
 public:
  [[nodiscard]] bool overlaps(const Evidence& e) const {
    const auto next = ranges_.lower_bound({e.field, e.begin_byte});
    const bool is_in_next =
        next != ranges_.end() && next->first.first == e.field && next->first.second < e.end_byte;
    return is_in_next || end_before(next, e.field) > e.begin_byte;
  }

  void add(const Evidence& e) {
    std::size_t begin = e.begin_byte;
    std::size_t end = e.end_byte;
    auto at = ranges_.lower_bound({e.field, begin});
    if (end_before(at, e.field) > begin) {
      --at;
      begin = at->first.second;
    }
    while (at != ranges_.end() && at->first.first == e.field && at->first.second < end) {
      end = std::max(end, at->second);
      at = ranges_.erase(at);
    }
    ranges_.emplace(std::pair(e.field, begin), end);
  }

 private:
  using Ranges = std::map<std::pair<TextField, std::size_t>, std::size_t>;

  // The end of the range before `next` in `field`, or 0.
  [[nodiscard]] std::size_t end_before(Ranges::const_iterator next, TextField field) const {
    if (next == ranges_.begin()) {
      return 0;
    }
    --next;
    return next->first.first == field ? next->second : 0;
  }

  Ranges ranges_;
};

bool is_same(const RejectedDate& a, const RejectedDate& b) {
  return a.evidence.surface == b.evidence.surface && a.evidence.rule == b.evidence.rule;
}

// "may" and "march" in small letters are words of every text.
bool is_plain_word(const Evidence& evidence) {
  const bool from_word = evidence.rule == reason_name(DateReason::kWord);
  return from_word && std::ranges::none_of(evidence.surface, is_digit);
}

// Gathers what may be told: not what lies inside a date of the item, nor its days.
class Rejections {
 public:
  Rejections(const ItemText& item, const DatesFound& found) : item_(item) {
    for (const DateMention& mention : found.dates) {
      taken_.push_back(mention.span);
      std::ranges::for_each(mention.evidence, [&](const Evidence& e) { claimed_.add(e); });
    }
    std::ranges::sort(taken_, {}, order_of);
  }

  // Earlier calls win over later ones where readings overlap.
  void add(const std::vector<DroppedDate>& dropped) {
    for (const DroppedDate& d : dropped) {
      RejectedDate rejected{evidence_of(item_, d), d.span};
      if (!is_plain_word(rejected.evidence) && !claimed_.overlaps(rejected.evidence)) {
        claimed_.add(rejected.evidence);
        if (!is_taken(d.span)) {
          rejected_.push_back(std::move(rejected));
        }
      }
    }
  }

  [[nodiscard]] std::vector<RejectedDate> take() {
    std::ranges::sort(rejected_, {}, [](const RejectedDate& r) {
      return std::pair(r.evidence.field, r.evidence.begin_byte);
    });
    std::vector<RejectedDate> kept;
    for (RejectedDate& r : rejected_) {
      const auto repeats = [&](const RejectedDate& other) { return is_same(other, r); };
      if (kept.size() < kMost && std::ranges::none_of(kept, repeats)) {
        kept.push_back(std::move(r));
      }
    }
    return kept;
  }

 private:
  static std::tuple<Date, Date, Precision> order_of(const DateSpan& span) {
    return {span.from, span.to, span.precision};
  }

  [[nodiscard]] bool is_taken(const std::optional<DateSpan>& span) const {
    return span && std::ranges::binary_search(taken_, order_of(*span), {}, order_of);
  }

  const ItemText& item_;
  std::vector<DateSpan> taken_;
  Claimed claimed_;
  std::vector<RejectedDate> rejected_;
};

}  // namespace

void DroppedDates::add(TextField field, const DateExpression& expression, DateReason reason) {
  dropped_.push_back(
      {field, expression.begin, expression.end, reason,
       expression.from.year == 0 ? std::nullopt : span_in_year(expression, expression.from.year)});
}

void DroppedDates::add(TextField field, const DateExpression& expression, DateReason reason,
                       DateSpan span) {
  dropped_.push_back({field, expression.begin, expression.end, reason, span});
}

void DroppedDates::add(TextField field, const RefusedDate& refused) {
  dropped_.push_back({field, refused.begin, refused.end, refused.reason, std::nullopt});
}

std::vector<RejectedDate> rejected_dates(const ItemText& item, std::optional<Date> published) {
  DroppedDates dropped;
  const DatesFound found = find_dates(item, published, &dropped);
  Rejections rejections(item, found);
  rejections.add(dropped.all());
  for (const TextField name : {TextField::kTitle, TextField::kText}) {
    const Field field = field_of(item, name);
    std::vector<DroppedDate> unread;
    add_unread(field, unread);
    add_periods(field, published, unread);
    rejections.add(unread);
  }
  return rejections.take();
}

}  // namespace bulletin
