#include "searcher/web/page/date_facet.hpp"

#include <algorithm>

#include "indexer/schema/schema.hpp"
#include "searcher/web/page/checkbox_list.hpp"
#include "searcher/web/page/country_facet.hpp"
#include "searcher/web/page/date_words.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kYearSize = 4;
constexpr std::size_t kMonthSize = 7;
constexpr std::size_t kDaySize = 10;
constexpr std::size_t kMostOpenMonths = 6;

bool is_node(std::string_view value) {
  return value == kNone || value.size() == kYearSize || value.size() == kMonthSize ||
         value.size() == kDaySize;
}

// The tree as it is written, one year at a time.
class DateTree {
 public:
  DateTree(const Facets& facets, const DaysByMonth& days, const QueryRequest& query,
           const PageContext& context)
      : facets_(facets),
        days_(days),
        query_(query),
        context_(context),
        years_(with_chosen(facets.year, nodes_of_size(kYearSize))),
        most_(highest(facets.year)) {}

  Html write() {
    html_.open("ul", {{"class", "tree dates"}});
    for (const std::string& value : query_.dates) {
      if (!is_node(value)) {
        add_item({value, 0}, date_value_words(value, context_.lang()), false);
        html_.close();
      }
    }
    for (const Bucket& year : years_) {
      add_year(year);
    }
    html_.close();
    return std::move(html_);
  }

 private:
  // Chosen values of one size, cut from longer ones too, so that a chosen day has its year.
  [[nodiscard]] std::vector<std::string> nodes_of_size(std::size_t size) const {
    std::vector<std::string> nodes;
    for (const std::string& value : query_.dates) {
      if (is_node(value) && value != kNone && value.size() >= size) {
        nodes.push_back(value.substr(0, size));
      } else if (value == kNone && size == kYearSize) {
        nodes.push_back(value);
      }
    }
    return nodes;
  }

  [[nodiscard]] bool is_chosen(std::string_view value) const {
    return std::ranges::find(query_.dates, value) != query_.dates.end();
  }

  [[nodiscard]] bool has_chosen_within(std::string_view value) const {
    return std::ranges::any_of(query_.dates, [&](const std::string& chosen) {
      return chosen.starts_with(value) && is_node(chosen);
    });
  }

  // Opens an item of the list; the caller closes it.
  void add_item(const Bucket& bucket, const std::string& words, bool counted) {
    html_.open("li");
    CheckboxRow row{.name = "date",
                    .value = bucket.value,
                    .count = bucket.count,
                    .checked = is_chosen(bucket.value),
                    .most = counted ? most_ : 0};
    row.label.text(words);
    add_checkbox(html_, row, context_);
  }

  void add_year(const Bucket& year) {
    add_item(year,
             year.value == kNone ? context_.say(Say::kNoDate)
                                 : date_value_words(year.value, context_.lang()),
             true);
    const std::vector<Bucket> months = months_of(year.value);
    if (!months.empty()) {
      html_
          .open("details",
                {flag("open", has_chosen_within(year.value) || facets_.year.size() == 1)})
          .open("summary")
          .element("span", {{"class", "hidden"}},
                   context_.say(Say::kMonths) + context_.say(Say::kColon) +
                       date_value_words(year.value, context_.lang()))
          .close()
          .open("ul");
      for (const Bucket& month : months) {
        add_month(month);
      }
      html_.close().close();
    }
    html_.close();
  }

  [[nodiscard]] std::vector<Bucket> months_of(const std::string& year) const {
    std::vector<Bucket> months;
    for (const Bucket& month : with_chosen(facets_.month, nodes_of_size(kMonthSize))) {
      if (month.value.starts_with(year + "-")) {
        months.push_back(month);
      }
    }
    std::ranges::sort(months, std::ranges::greater(), &Bucket::value);
    return months;
  }

  void add_month(const Bucket& month) {
    add_item(month, date_value_words(month.value, context_.lang()), true);
    if (const auto found = days_.find(month.value); found != days_.end()) {
      add_days(month.value, found->second);
    }
    html_.close();
  }

  void add_days(const std::string& month, const MonthDays& counted) {
    std::vector<std::string> chosen = nodes_of_size(kDaySize);
    std::erase_if(chosen, [&](const std::string& day) { return !day.starts_with(month); });
    html_.open("ul");
    std::vector<Bucket> days = with_chosen(counted.days, chosen);
    std::ranges::sort(days, {}, &Bucket::value);
    for (const Bucket& day : days) {
      add_item(day, date_value_words(day.value, context_.lang()), true);
      html_.close();
    }
    if (counted.day_not_given > 0) {
      html_.open("li")
          .open("span", {{"class", "row"}})
          .element("span", {{"class", "name rule"}}, context_.say(Say::kDayNotGiven))
          .element("span", {{"class", "count"}}, grouped(counted.day_not_given))
          .close()
          .close();
    }
    html_.close();
  }

  const Facets& facets_;
  const DaysByMonth& days_;
  const QueryRequest& query_;
  const PageContext& context_;
  std::vector<Bucket> years_;
  std::size_t most_;
  Html html_;
};

void add_range(Html& html, const PageContext& context) {
  const auto add = [&](const char* name, Say label) {
    html.open("label")
        .text(context.say(label))
        .empty("input", {{"type", "text"},
                         {"name", name},
                         {"form", std::string(kSearchForm.text())},
                         {"size", "10"},
                         {"maxlength", "40"},
                         {"autocomplete", "off"},
                         {"placeholder", name == std::string_view("from") ? "2019-03" : "2020-02"}})
        .close();
  };
  html.open("fieldset", {{"class", "range"}}).element("legend", context.say(Say::kRange));
  add("from", Say::kFrom);
  add("to", Say::kTo);
  html.element("button", {{"type", "submit"}, {"form", std::string(kSearchForm.text())}},
               context.say(Say::kApply))
      .close();
}

}  // namespace

std::vector<std::string> months_with_days(const QueryRequest& query) {
  std::vector<std::string> months;
  for (const std::string& value : query.dates) {
    if (value.size() != kMonthSize && value.size() != kDaySize) {
      continue;
    }
    const std::string month = value.substr(0, kMonthSize);
    const bool is_new = std::ranges::find(months, month) == months.end();
    if (is_new && months.size() < kMostOpenMonths) {
      months.push_back(month);
    }
  }
  return months;
}

Html date_facet(const Facets& facets, const DaysByMonth& days, const QueryRequest& query,
                const PageContext& context) {
  Html html = DateTree(facets, days, query, context).write();
  add_range(html, context);
  return html;
}

}  // namespace bulletin
