#include "indexer/schema/facet_values.hpp"

#include <algorithm>
#include <set>

#include "indexer/schema/schema.hpp"

namespace bulletin {
namespace {

// Each list is a count of two bytes and its values: a letter, a code of two letters, a year of two
// bytes, a month of three; numbers big-endian. No list can outgrow its count: there are 676 codes,
// 9,999 years, and a span of more than fifty years has no months.
constexpr std::size_t kCountBytes = 2;
constexpr std::size_t kMaxCount = 0xFFFF;
constexpr std::size_t kCountryBytes = 2;
constexpr std::size_t kYearBytes = 2;
constexpr std::size_t kMonthBytes = 3;
constexpr std::size_t kKindBytes = 2;  // One bit a kind.

void put_number(std::string& out, std::uint32_t number, std::size_t bytes) {
  while (bytes-- > 0) {
    out += static_cast<char>((number >> (8U * bytes)) & 0xFFU);
  }
}

template <typename Values, typename Put>
void put_list(std::string& out, const Values& values, Put put) {
  const std::size_t count = std::min(values.size(), kMaxCount);
  put_number(out, static_cast<std::uint32_t>(count), kCountBytes);
  for (std::size_t i = 0; i < count; ++i) {
    put(values[i]);
  }
}

// Reads from the front; past the end everything is zero.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::size_t count() { return number(kCountBytes); }

  std::uint32_t number(std::size_t bytes) {
    std::uint32_t value = 0;
    for (; bytes > 0; --bytes) {
      value = (value << 8U) | take();
    }
    return value;
  }

  std::string text(std::size_t length) {
    const std::string part(bytes_.substr(0, length));
    bytes_.remove_prefix(part.size());
    return part;
  }

  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

 private:
  unsigned take() {
    if (bytes_.empty()) {
      return 0;
    }
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    return byte;
  }

  std::string_view bytes_;
};

std::uint32_t kind_bits(const std::vector<std::string>& kinds) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < kKindNames.size(); ++i) {
    bits |= std::ranges::count(kinds, kKindNames[i]) > 0 ? 1U << i : 0U;
  }
  return bits;
}

std::vector<std::string> kinds_of(std::uint32_t bits) {
  std::vector<std::string> kinds;
  for (std::size_t i = 0; i < kKindNames.size(); ++i) {
    if ((bits >> i & 1U) != 0) {
      kinds.emplace_back(kKindNames[i]);
    }
  }
  return kinds;
}

MonthNumber month_number(Date date) {
  return static_cast<MonthNumber>(static_cast<int>(date.year()) * 12 +
                                  static_cast<int>(unsigned{date.month()}) - 1);
}

}  // namespace

FacetValues facet_values(const Bulletin& bulletin) {
  std::set<std::uint16_t> years;
  std::set<MonthNumber> months;
  for (const DateSpan& span : dated_spans(bulletin)) {
    for (auto year = span.from.year(); year <= span.to.year(); ++year) {
      years.insert(static_cast<std::uint16_t>(static_cast<int>(year)));
    }
    if (counted_precision(span) != Precision::kYear) {
      for (MonthNumber month = month_number(span.from); month <= month_number(span.to); ++month) {
        months.insert(month);
      }
    }
  }
  FacetValues values{.lang = bulletin.lang,
                     .countries = offered_countries(bulletin),
                     .kinds = {},
                     .years = {years.begin(), years.end()},
                     .months = {months.begin(), months.end()}};
  std::ranges::sort(values.countries);
  for (const KindMention& kind : bulletin.kinds) {
    values.kinds.push_back(kind.kind);
  }
  return values;
}

std::string pack_facets(const FacetValues& values) {
  std::string packed;
  put_list(packed, values.lang, [&](char c) { packed += c; });
  put_list(packed, values.countries,
           [&](const std::string& code) { packed += (code + "  ").substr(0, kCountryBytes); });
  put_number(packed, kind_bits(values.kinds), kKindBytes);
  put_list(packed, values.years, [&](std::uint16_t year) { put_number(packed, year, kYearBytes); });
  put_list(packed, values.months,
           [&](MonthNumber month) { put_number(packed, month, kMonthBytes); });
  return packed;
}

PackedFacets split_facets(std::string_view packed) {
  const auto take = [&](std::size_t length) {
    const std::string_view part = packed.substr(0, length);
    packed.remove_prefix(part.size());
    return part;
  };
  const auto list_bytes = [&](std::string_view bytes, std::size_t value_bytes) {
    return kCountBytes + Reader(bytes).count() * value_bytes;
  };
  PackedFacets parts;
  parts.lang = take(list_bytes(packed, 1));
  parts.lang.remove_prefix(std::min(kCountBytes, parts.lang.size()));
  parts.countries = take(list_bytes(packed, kCountryBytes));
  parts.kinds = take(kKindBytes);
  parts.dates = packed;
  return parts;
}

std::vector<std::string> unpack_countries(std::string_view packed) {
  Reader reader(packed);
  std::vector<std::string> countries;
  for (std::size_t left = reader.count(); left > 0 && !reader.at_end(); --left) {
    countries.push_back(reader.text(kCountryBytes));
  }
  return countries;
}

std::vector<std::string> unpack_kinds(std::string_view packed) {
  return kinds_of(Reader(packed).number(kKindBytes));
}

FacetDates unpack_dates(std::string_view packed) {
  Reader reader(packed);
  FacetDates dates;
  for (std::size_t left = reader.count(); left > 0 && !reader.at_end(); --left) {
    dates.years.push_back(static_cast<std::uint16_t>(reader.number(kYearBytes)));
  }
  for (std::size_t left = reader.count(); left > 0 && !reader.at_end(); --left) {
    dates.months.push_back(reader.number(kMonthBytes));
  }
  return dates;
}

FacetValues unpack_facets(std::string_view packed) {
  const PackedFacets parts = split_facets(packed);
  FacetDates dates = unpack_dates(parts.dates);
  return {.lang = std::string(parts.lang),
          .countries = unpack_countries(parts.countries),
          .kinds = unpack_kinds(parts.kinds),
          .years = std::move(dates.years),
          .months = std::move(dates.months)};
}

std::string format_month(MonthNumber month) {
  const auto digit = [](unsigned value) { return static_cast<char>('0' + value % 10); };
  const unsigned year = month / 12;
  const unsigned number = month % 12 + 1;
  return {digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), '-',
          digit(number / 10), digit(number)};
}

}  // namespace bulletin
