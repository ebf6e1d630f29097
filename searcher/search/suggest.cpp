#include "searcher/search/suggest.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "indexer/analysis/stemmer.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/understanding/gazetteer.hpp"
#include "indexer/understanding/glossary.hpp"
#include "searcher/search/completions.hpp"
#include "searcher/search/country_completions.hpp"
#include "searcher/search/typed_endings.hpp"
#include "searcher/search/written_name.hpp"

namespace bulletin {
namespace {

// In eighths of a doubling of the items.
constexpr double kExact = 24;
constexpr double kCountryBonus = 40;
constexpr double kNameBonus = 8;
constexpr double kMoreWords = 250;  // More than items can make up for: this is what is meant.
constexpr double kMoreSounds = 100;
constexpr double kInitialsLoss = 16;

struct Candidate {
  Suggestion suggestion;
  std::size_t begin_byte = 0;
  double score = 0;
  bool is_written = true;  // Else `text` is the folded form of a name.
};

double score_of(std::size_t items) {
  return 8 * std::log2(static_cast<double>(items) + 1);
}

bool is_chinese(std::string_view text) {
  return !text.empty() && static_cast<unsigned char>(text.front()) >= 0xE2;
}

// Compounds of the glossary stand among the names.
bool is_name(const Completion& completion) {
  const NameEntry* const place = find_name(completion.text);
  if (place != nullptr && names_country(place->kind) && place->kind != NameKind::kDemonym &&
      place->kind != NameKind::kAbbreviation && place->kind != NameKind::kPair) {
    return is_chinese(completion.text) || completion.kind == EntryKind::kName;
  }
  const auto gloss = is_chinese(completion.text) ? longest_gloss(completion.text, 0) : std::nullopt;
  return completion.kind == EntryKind::kName && (!gloss || gloss->end < completion.text.size());
}

// Collects suggestions, the best of those that mean the same.
class Suggester {
 public:
  Suggester(const IndexTerms& terms, std::string_view text)
      : terms_(terms), text_(text), completions_(terms) {}

  void add_dates() {
    const std::optional<TypedDate> date = typed_date(text_);
    if (!date) {
      return;
    }
    if (!date->has_month) {
      add_years(*date);
    }
    if (date->year.size() == 4) {
      add_months(*date);
    }
  }

  // Chinese words have no spaces between: the longest end that something begins with counts.
  void add_words() {
    for (const TypedEnding& ending : typed_endings(text_)) {
      add_countries(ending);
      for (const Completion& completion : completions_.of(ending)) {
        add(ending, completion);
      }
      if (ending.is_han && !best_.empty()) {
        return;
      }
    }
  }

  [[nodiscard]] bool is_empty() const { return best_.empty(); }

  [[nodiscard]] std::vector<Suggestion> best(std::size_t limit) {
    std::vector<Candidate> ranked;
    ranked.reserve(best_.size());
    for (auto& [meaning, candidate] : best_) {
      ranked.push_back(std::move(candidate));
    }
    std::ranges::sort(ranked, [](const Candidate& a, const Candidate& b) {
      return a.score != b.score ? a.score > b.score : a.suggestion.text < b.suggestion.text;
    });
    std::vector<Suggestion> suggestions;
    for (Candidate& candidate : ranked) {
      if (suggestions.size() == limit) {
        break;
      }
      Suggestion& suggestion = candidate.suggestion;
      if (!candidate.is_written) {
        suggestion.text = written_name(terms_.database(), suggestion.text);
      }
      suggestion.query = std::string(text_.substr(0, candidate.begin_byte)) + suggestion.text;
      suggestions.push_back(std::move(suggestion));
    }
    return suggestions;
  }

 private:
  // `meaning` is the same for what a search would find alike.
  void keep(const std::string& meaning, Candidate candidate) {
    if (candidate.suggestion.items == 0) {
      return;
    }
    const auto [known, is_new] =
        best_.try_emplace(std::to_string(candidate.begin_byte) + ' ' + meaning, candidate);
    if (!is_new && known->second.score < candidate.score) {
      known->second = std::move(candidate);
    }
  }

  [[nodiscard]] std::size_t frequency(std::string_view prefix, std::string_view value) const {
    return terms_.frequency(prefixed(prefix, value));
  }

  void add_years(const TypedDate& date) {
    const std::string start = prefixed(prefix::kYear, date.year);
    terms_.each(start, [&](const std::string& term, std::size_t items) {
      add_date(term.substr(1), SuggestionKind::kYear, items, date.begin_byte);
      return true;
    });
  }

  void add_months(const TypedDate& date) {
    const std::string start = prefixed(prefix::kMonth, date.year);
    terms_.each(start, [&](const std::string& term, std::size_t items) {
      const std::string year = term.substr(1, 4);
      const std::string month = term.substr(5);
      const std::string_view plain = std::string_view(month).substr(month.starts_with('0') ? 1 : 0);
      if (month.starts_with(date.month) || plain.starts_with(date.month)) {
        std::string shown = year;
        (shown += date.is_chinese ? "年" : "-") += date.is_chinese ? plain : month;
        shown += date.is_chinese ? "月" : "";
        add_date(shown, SuggestionKind::kMonth, items, date.begin_byte);
      }
      return true;
    });
  }

  void add_date(const std::string& shown, SuggestionKind kind, std::size_t items,
                std::size_t begin_byte) {
    keep(shown, {.suggestion = {.text = shown, .kind = kind, .items = items},
                 .begin_byte = begin_byte,
                 .score = score_of(items) + (kind == SuggestionKind::kYear ? kExact : 0)});
  }

  void add_countries(const TypedEnding& ending) {
    for (const CountryCompletion& country : countries_beginning(ending)) {
      const std::size_t items = frequency(prefix::kCountry, country.code);
      keep("country " + country.code,
           {.suggestion = {.text = country.text,
                           .kind = SuggestionKind::kCountry,
                           .items = items,
                           .name = country.other_name},
            .begin_byte = ending.begin_byte,
            .score = score_of(items) + kCountryBonus + bonus(ending, country.folded, country.by)});
      for (const std::string& name : country.names) {
        named_countries_.push_back(name);
      }
    }
  }

  void add(const TypedEnding& ending, const Completion& completion) {
    if (std::ranges::find(named_countries_, completion.text) != named_countries_.end()) {
      return;
    }
    const bool is_word =
        !is_chinese(completion.text) && completion.text.find_first_of(" -'") == std::string::npos;
    const std::string stem = is_word ? std::string(stemmer_.stem(completion.text)) : std::string();
    const std::size_t items = is_word ? frequency(prefix::kStem, stem) : items_of(completion.text);
    const bool is_name = bulletin::is_name(completion);
    // Forms of one word differ in how many items have just that form.
    const double form = is_word ? static_cast<double>(completion.weight) / 256 : 0;
    keep(is_word ? "word " + stem : "text " + completion.text,
         {.suggestion = {.text = completion.text,
                         .kind = is_name ? SuggestionKind::kName : SuggestionKind::kWord,
                         .items = items},
          .begin_byte = ending.begin_byte,
          .score = score_of(items) + form + (is_name ? kNameBonus : 0) +
                   bonus(ending, completion.text, completion.by),
          .is_written = !is_name || is_chinese(completion.text)});
  }

  [[nodiscard]] static double bonus(const TypedEnding& ending, std::string_view folded,
                                    AgreesBy by) {
    return (folded == ending.folded ? kExact : 0) +
           (by == AgreesBy::kText ? kMoreWords : kMoreSounds) *
               static_cast<double>(ending.words - 1) -
           (by == AgreesBy::kInitials ? kInitialsLoss : 0);
  }

  // Two characters are a term by themselves, wherever ICU cuts.
  [[nodiscard]] std::size_t items_of(const std::string& text) const {
    constexpr std::size_t kPairBytes = 6;
    if (is_chinese(text) && text.size() == kPairBytes) {
      return frequency(prefix::kHanPair, text);
    }
    return std::max(frequency(prefix::kHanWord, text), frequency(prefix::kName, text));
  }

  IndexTerms terms_;
  std::string_view text_;
  Completions completions_;
  Stemmer stemmer_;
  std::map<std::string, Candidate> best_;
  std::vector<std::string> named_countries_;
};

}  // namespace

std::string_view kind_name(SuggestionKind kind) {
  constexpr std::string_view kNames[] = {"word", "name", "country", "month", "year"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Suggestion> suggest(const IndexTerms& terms, std::string_view text, std::size_t limit) {
  Suggester suggester(terms, text);
  suggester.add_dates();
  if (suggester.is_empty()) {
    suggester.add_words();
  }
  return suggester.best(limit);
}

}  // namespace bulletin
