#include "indexer/schema/schema.hpp"

#include <algorithm>
#include <cstdio>
#include <set>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace bulletin {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::size_t kMaxNameBytes = 200;  // Xapian takes 245 bytes a term, NUL counting twice.
constexpr days kMaxDailySpan{366};
constexpr days kMaxMonthlySpan{50 * 366};

std::string digits(Date date, std::size_t count) {
  std::string text = format_date(date);
  std::erase(text, '-');
  return text.substr(0, count);
}

std::string year_term(Date date) {
  return prefixed(prefix::kYear, digits(date, 4));
}
std::string month_term(Date date) {
  return prefixed(prefix::kMonth, digits(date, 6));
}
std::string day_term(Date date) {
  return prefixed(prefix::kDay, digits(date, 8));
}

// A name as it stands, or `#` and 32 hex digits for one that no term can hold.
std::string short_name(std::string_view name) {
  if (name.size() <= kMaxNameBytes && name.find('\0') == std::string_view::npos) {
    return std::string(name);
  }
  const XXH128_hash_t hash = XXH3_128bits(name.data(), name.size());
  std::string text(33, '\0');
  std::snprintf(text.data(), text.size(), "%016llx%016llx",
                static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  text.resize(32);
  return "#" + text;
}

Date first_of_next_month(Date date) {
  return (date.year() / date.month() + std::chrono::months(1)) / 1;
}

void add_terms(const DateSpan& span, std::set<std::string>& terms) {
  for (auto year = span.from.year(); year <= span.to.year(); ++year) {
    terms.insert(year_term(year / 1 / 1));
  }
  const Precision precision = counted_precision(span);
  if (precision == Precision::kYear) {
    return;
  }
  for (Date month = span.from.year() / span.from.month() / 1; month <= span.to;
       month = first_of_next_month(month)) {
    terms.insert(month_term(month));
  }
  if (precision == Precision::kDay) {
    for (Date day = span.from; day <= span.to; day = next_day(day)) {
      terms.insert(day_term(day));
    }
  }
}

}  // namespace

Precision counted_precision(const DateSpan& span) {
  const days length = sys_days(span.to) - sys_days(span.from);
  if (length >= kMaxMonthlySpan) {
    return Precision::kYear;
  }
  return length >= kMaxDailySpan ? std::max(span.precision, Precision::kMonth) : span.precision;
}

std::string prefixed(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  return term += value;
}

std::string id_term(std::string_view id) {
  return prefixed(prefix::kId, short_name(id));
}

std::string file_term(std::string_view path) {
  return prefixed(prefix::kFile, short_name(path));
}

std::string metadata_key(std::string_view section, std::string_view name) {
  return prefixed(section, short_name(name));
}

std::vector<std::string> date_terms(const std::vector<DateSpan>& spans) {
  std::set<std::string> terms;
  for (const DateSpan& span : spans) {
    add_terms(span, terms);
  }
  if (terms.empty()) {
    terms.insert(prefixed(prefix::kYear, kNone));
  }
  return {terms.begin(), terms.end()};
}

std::vector<std::string> covering_terms(const DateSpan& range) {
  std::vector<std::string> terms;
  Date at = range.from;
  while (at <= range.to) {
    const DateSpan year = year_span(at.year());
    const DateSpan month = month_span(at.year() / at.month());
    if (at == year.from && year.to <= range.to) {
      terms.push_back(year_term(at));
      at = next_day(year.to);
    } else if (at == month.from && month.to <= range.to) {
      terms.push_back(month_term(at));
      at = next_day(month.to);
    } else {
      terms.push_back(day_term(at));
      at = next_day(at);
    }
  }
  return terms;
}

}  // namespace bulletin
