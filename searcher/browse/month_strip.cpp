#include "searcher/browse/month_strip.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "indexer/base/date.hpp"

namespace bulletin::browse {
namespace {

using std::chrono::months;
using std::chrono::year_month;

constexpr std::size_t kRare = 30;  // What is left out at both ends: at most a 30th.

// All months from the first to the last, oldest first.
std::vector<MonthBar> filled(const std::vector<Bucket>& buckets) {
  std::vector<MonthBar> bars;
  for (auto bucket = buckets.rbegin(); bucket != buckets.rend(); ++bucket) {
    const auto span = parse_span(bucket->value);
    if (!span) {
      continue;
    }
    const year_month month = span->from.year() / span->from.month();
    if (!bars.empty()) {
      const Date last = parse_span(bars.back().from)->from;
      for (year_month gap = last.year() / last.month() + months(1); gap < month; gap += months(1)) {
        const std::string name = format_span(month_span(gap));
        bars.push_back({.from = name, .to = name});
      }
    }
    bars.push_back({.from = bucket->value, .to = bucket->value, .count = bucket->count});
  }
  return bars;
}

// Takes rare months off both ends, the emptier end first, until the rest fits or counts too much.
void trim(MonthStrip& strip, std::size_t columns) {
  std::vector<MonthBar>& bars = strip.bars;
  std::size_t total = 0;
  for (const MonthBar& bar : bars) {
    total += bar.count;
  }
  std::size_t begin = 0;
  std::size_t end = bars.size();
  for (std::size_t left_out = 0; end - begin > columns;) {
    const bool is_earlier = bars[begin].count <= bars[end - 1].count;
    left_out += is_earlier ? bars[begin].count : bars[end - 1].count;
    if (left_out * kRare > total) {
      break;
    }
    begin += is_earlier ? 1 : 0;
    end -= is_earlier ? 0 : 1;
  }
  while (bars[begin].count == 0) {
    ++begin;
  }
  while (bars[end - 1].count == 0) {
    --end;
  }
  strip.has_earlier = begin > 0;
  strip.has_later = end < bars.size();
  bars = {bars.begin() + static_cast<std::ptrdiff_t>(begin),
          bars.begin() + static_cast<std::ptrdiff_t>(end)};
}

void join(std::vector<MonthBar>& bars, std::size_t columns) {
  const std::size_t together = (bars.size() + columns - 1) / columns;
  std::vector<MonthBar> joined;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    if (i % together == 0) {
      joined.push_back(bars[i]);
    } else {
      joined.back().to = bars[i].to;
      joined.back().count += bars[i].count;
    }
  }
  bars = std::move(joined);
}

bool touches(const MonthBar& bar, const DateSpan& limit) {
  const auto first = parse_span(bar.from);
  const auto last = parse_span(bar.to);
  return first && last && first->from <= limit.to && limit.from <= last->to;
}

}  // namespace

MonthStrip month_strip(const std::vector<Bucket>& buckets, const std::vector<std::string>& dates,
                       std::size_t columns) {
  MonthStrip strip{.bars = filled(buckets)};
  if (strip.bars.empty() || columns == 0) {
    return {};
  }
  trim(strip, columns);
  join(strip.bars, columns);
  constexpr std::size_t kWidestBar = 6;
  strip.bar_columns = std::clamp<std::size_t>(columns / strip.bars.size(), 1, kWidestBar);
  for (const std::string& date : dates) {
    const auto limit = parse_span(date);
    for (MonthBar& bar : strip.bars) {
      bar.is_chosen = bar.is_chosen || (limit && touches(bar, *limit));
    }
  }
  return strip;
}

std::string_view bar_part(std::size_t count, std::size_t most, std::size_t row, std::size_t rows,
                          bool unicode) {
  constexpr std::size_t kLevels = 8;
  constexpr std::array<std::string_view, kLevels + 1> kBlocks{" ", "▁", "▂", "▃", "▄",
                                                              "▅", "▆", "▇", "█"};
  constexpr std::array<std::string_view, kLevels + 1> kAscii{" ", ".", ":", "-", "=",
                                                             "+", "*", "#", "@"};
  if (most == 0) {
    return " ";
  }
  const std::size_t height = (count * rows * kLevels + most - 1) / most;  // Any count is seen.
  const std::size_t below = row * kLevels;
  const std::size_t level = std::min(height - std::min(height, below), kLevels);
  return unicode ? kBlocks[level] : kAscii[level];
}

}  // namespace bulletin::browse
