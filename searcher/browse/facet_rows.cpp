#include "searcher/browse/facet_rows.hpp"

#include <algorithm>
#include <string_view>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/schema/schema.hpp"

namespace bulletin::browse {
namespace {

constexpr std::size_t kMonthLength = 7;  // 2019-12
constexpr std::size_t kFirstValues = 6;  // Of each facet, so that several are on a screen.

// Builds the list; a class only because its steps share what they read.
class RowBuilder {
 public:
  RowBuilder(const BrowseState& state, const Answers& answers, const Labels& labels,
             Language language)
      : state_(state),
        answers_(answers),
        labels_(labels),
        language_(language),
        wanted_(FoldedText::fold(state.facet_find).text()) {}

  std::vector<FacetRow> run() {
    for (const Facet facet : kFacetOrder) {
      const std::size_t heading = rows_.size();
      add_values(facet);
      if (!is_finding() && !state_.whole.contains(facet)) {
        keep_first(facet, heading);
      }
      if (rows_.size() > heading) {
        rows_.insert(rows_.begin() + static_cast<std::ptrdiff_t>(heading), heading_of(facet));
        if (!is_open(facet)) {
          rows_.resize(heading + 1);
        }
      }
    }
    return std::move(rows_);
  }

 private:
  [[nodiscard]] bool is_finding() const { return !wanted_.empty(); }

  [[nodiscard]] bool is_open(Facet facet) const {
    return is_finding() || !state_.folded.contains(facet);
  }

  [[nodiscard]] FacetRow heading_of(Facet facet) const {
    const Words& words = words_of(language_);
    const std::string_view names[] = {words.countries, words.dates, words.kinds, words.langs,
                                      words.regions};  // In the enum's order.
    return {.place = {.facet = facet, .value = {}},
            .label = std::string(names[static_cast<std::size_t>(facet)]),
            .folds = true,
            .is_open = is_open(facet)};
  }

  void add_values(Facet facet) {
    if (!answers_.result.facets) {
      return;
    }
    const Facets& facets = *answers_.result.facets;
    if (facet == Facet::kDate) {
      add_years(facets);
    } else {
      const std::vector<Bucket>* const buckets[] = {&facets.country, nullptr, &facets.kind,
                                                    &facets.lang, &facets.region};
      for (const Bucket& bucket : *buckets[static_cast<std::size_t>(facet)]) {
        add(facet, bucket, 0, false);
      }
    }
    for (const std::string& value : chosen(state_.question, facet)) {
      const bool is_there = std::ranges::any_of(
          rows_, [&](const FacetRow& row) { return row.place == FacetPlace{facet, value}; });
      // A date under a folded year is there too, and spans are no values of the tree.
      if (!is_there && facet != Facet::kDate) {
        add(facet, {value, 0}, 0, false);
      }
    }
  }

  // Leaves the first values, with what hangs under them, and those that are chosen or unfolded.
  void keep_first(Facet facet, std::size_t heading) {
    std::vector<FacetRow> kept;
    std::size_t values = 0;
    std::size_t left_out = 0;
    bool keeps = true;
    for (std::size_t i = heading; i < rows_.size(); ++i) {
      if (rows_[i].depth == 0) {
        keeps = ++values <= kFirstValues || rows_[i].is_chosen || rows_[i].is_open;
        left_out += keeps ? 0 : 1;
      }
      if (keeps) {
        kept.push_back(rows_[i]);
      }
    }
    if (left_out > 1) {  // One more value takes no more room than the row that stands for it.
      rows_.resize(heading);
      rows_.insert(rows_.end(), kept.begin(), kept.end());
      rows_.push_back(
          {.place = {facet, std::string(kMoreValues)},
           .label = std::to_string(left_out) + ' ' + std::string(words_of(language_).more),
           .folds = true});
    }
  }

  void add_years(const Facets& facets) {
    for (const Bucket& year : facets.year) {
      add(Facet::kDate, year, 0, year.value != kNone);
      if (!is_finding() && !state_.unfolded.contains(year.value)) {
        continue;
      }
      for (const Bucket& month : facets.month) {
        if (month.value.starts_with(year.value)) {
          add(Facet::kDate, month, 1, true);
          add_days(month.value);
        }
      }
    }
  }

  void add_days(const std::string& month) {
    const auto days = answers_.days.find(month);
    if (days == answers_.days.end() || !state_.unfolded.contains(month)) {
      return;
    }
    for (const Bucket& day : days->second) {
      add(Facet::kDate, day, 2, false);
    }
  }

  [[nodiscard]] BilingualLabel names_of(Facet facet, const std::string& value) const {
    switch (facet) {
      case Facet::kCountry:
        return labels_.country(value);
      case Facet::kKind:
        return labels_.kind(value);
      case Facet::kRegion:
        return labels_.region(value);
      case Facet::kLang:
        return {language_name(value), language_name(value)};
      case Facet::kDate:
        break;
    }
    return value == kNone ? BilingualLabel{std::string(words_of(Language::kEnglish).no_date),
                                           std::string(words_of(Language::kChinese).no_date)}
                          : BilingualLabel{value, value};
  }

  [[nodiscard]] bool is_wanted(const BilingualLabel& names, const std::string& value) const {
    return !is_finding() ||
           FoldedText::fold(names.en + '\n' + names.zh + '\n' + value).text().find(wanted_) !=
               std::string::npos;
  }

  void add(Facet facet, const Bucket& bucket, std::size_t depth, bool folds) {
    const BilingualLabel names = names_of(facet, bucket.value);
    if (!is_wanted(names, bucket.value)) {
      return;
    }
    const std::vector<std::string>& values = chosen(state_.question, facet);
    rows_.push_back({.place = {facet, bucket.value},
                     .label = name_in(language_, names),
                     .count = bucket.count,
                     .depth = depth,
                     .folds = folds,
                     .is_open = folds && state_.unfolded.contains(bucket.value),
                     .is_chosen = std::ranges::find(values, bucket.value) != values.end()});
  }

  const BrowseState& state_;
  const Answers& answers_;
  const Labels& labels_;
  const Language language_;
  const std::string wanted_;  // Folded.
  std::vector<FacetRow> rows_;
};

}  // namespace

std::vector<FacetRow> facet_rows(const BrowseState& state, const Answers& answers,
                                 const Labels& labels, Language language) {
  return RowBuilder(state, answers, labels, language).run();
}

std::size_t row_of(const std::vector<FacetRow>& rows, const FacetPlace& place) {
  const auto found = std::ranges::find(rows, place, &FacetRow::place);
  return found == rows.end() ? 0 : static_cast<std::size_t>(found - rows.begin());
}

std::size_t first_shown(std::size_t chosen, std::size_t count, std::size_t height) {
  if (count <= height) {
    return 0;
  }
  return std::min(chosen - std::min(chosen, height / 2), count - height);
}

std::vector<std::size_t> numbered_rows(const std::vector<FacetRow>& rows, std::size_t first,
                                       std::size_t height) {
  constexpr std::size_t kKeys = 9;
  std::vector<std::size_t> numbered;
  for (std::size_t i = first; i < std::min(rows.size(), first + height); ++i) {
    if (!rows[i].is_heading() && !rows[i].is_more() && numbered.size() < kKeys) {
      numbered.push_back(i);
    }
  }
  return numbered;
}

std::vector<std::string> months_with_days(const BrowseState& state) {
  std::vector<std::string> months;
  for (const std::string& value : state.unfolded) {
    if (value.size() == kMonthLength && state.unfolded.contains(value.substr(0, 4))) {
      months.push_back(value);
    }
  }
  return months;
}

}  // namespace bulletin::browse
