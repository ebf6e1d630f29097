#include "indexer/schema/facet_values.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace bulletin {
namespace {

using namespace std::chrono_literals;

constexpr MonthNumber month_of(unsigned year, unsigned month) {
  return static_cast<MonthNumber>(year * 12 + month - 1);
}

// `zh | CN KZ | 2019 2020 | 2019-12 2020-01`
std::string render(const FacetValues& values) {
  std::string line = values.lang + " |";
  for (const std::string& code : values.countries) {
    line += ' ' + code;
  }
  line += " |";
  for (const std::uint16_t year : values.years) {
    line += ' ' + std::to_string(year);
  }
  line += " |";
  for (const MonthNumber month : values.months) {
    line += ' ' + format_month(month);
  }
  return line;
}

DateMention on(std::string_view span) {
  return {parse_span(span).value(), {}};
}

TEST_CASE("facet_values: where an item counts") {
  const Evidence name{.rule = "name"};
  const Evidence publisher{.rule = "publisher"};
  struct Case {
    std::string_view what;
    Bulletin item;
    std::string_view expect;
  };
  const Case cases[] = {
      {"nothing known", {.lang = "en"}, "en | | |"},
      {"only published", {.lang = "zh", .published = 2020y / 1 / 3}, "zh | | 2020 | 2020-01"},
      {"days over new year",
       {.lang = "zh", .dates = {on("2019-12-31..2020-01-01")}},
       "zh | | 2019 2020 | 2019-12 2020-01"},
      {"a year counts under no month", {.lang = "en", .dates = {on("2019")}}, "en | | 2019 |"},
      {"each month once",
       {.lang = "en", .dates = {on("2019-12-24"), on("2019-12"), on("2019-11-01")}},
       "en | | 2019 | 2019-11 2019-12"},
      {"months of more than a year of days",
       {.lang = "en", .dates = {on("2018-12-30..2020-01-02")}},
       "en | | 2018 2019 2020 | 2018-12 2019-01 2019-02 2019-03 2019-04 2019-05 2019-06 2019-07 "
       "2019-08 2019-09 2019-10 2019-11 2019-12 2020-01"},
      {"publisher's country is not offered",
       {.lang = "zh", .countries = {{"CN", {publisher}}, {"KZ", {name}}}},
       "zh | KZ | |"},
      {"a far day that stands for never",
       {.lang = "en", .published = 9999y / 12 / 31},
       "en | | 9999 | 9999-12"},
      {"the month where two bytes end",
       {.lang = "en", .published = 5461y / 4 / 1},
       "en | | 5461 | 5461-04"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const FacetValues values = facet_values(c.item);
    CHECK_EQ(render(values), c.expect);
    CHECK_EQ(render(unpack_facets(pack_facets(values))), c.expect);
  }
}

TEST_CASE("unpack_facets: a damaged value gives what can be read") {
  const FacetValues values{.lang = "zh",
                           .countries = {"CN", "KZ"},
                           .years = {2019, 2020},
                           .months = {month_of(2019, 12)}};
  const std::string packed = pack_facets(values);
  CHECK(unpack_facets("") == FacetValues{});
  CHECK_EQ(render(unpack_facets(packed.substr(0, 4))), "zh | | |");
  CHECK_EQ(render(unpack_facets(packed.substr(0, 10))), "zh | CN KZ | |");
  CHECK_EQ(render(unpack_facets(packed.substr(0, 16))), "zh | CN KZ | 2019 |");
  for (std::size_t length = 0; length <= packed.size(); ++length) {
    const FacetValues part = unpack_facets(packed.substr(0, length));
    CHECK_LE(part.countries.size(), values.countries.size());
  }
  CHECK(unpack_facets("\xff\xff\xff").countries.empty());  // A length far behind the end.
}

TEST_CASE("format_month: as a person writes it") {
  CHECK_EQ(format_month(month_of(2019, 1)), "2019-01");
  CHECK_EQ(format_month(month_of(2019, 12)), "2019-12");
}

}  // namespace
}  // namespace bulletin
